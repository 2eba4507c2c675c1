package sim

import "entangle/sim/units"

// The forecast of what runs: each site is filled as the power phase fills it, the
// most compute per watt first, on three days of the quarter: as it will be, with
// more power, and with more chips. So new chips take the power of old ones where
// power is short, and where those are let, more chips cost and more power brings
// rent. Sites stand alone: chips that are let or offered do not move.

// lanes are the three ways in which sites are filled.
const (
	laneAsIs = iota
	lanePower
	laneChips
	lanes
)

// gain is compute that runs: in a lane all of it, in the end what one percent more
// of a resource adds.
type gain struct {
	all  float64
	kept float64 // of it, promised to tenants
}

// The days that are read lie an eighth, a half and seven eighths into the quarter.
const daysRead = 3

var dayRead = [daysRead]units.Date{11, 45, 80}

// probe is the share of a resource that is added to see what it brings: the five
// percent of the clones that the forecast is checked with.
const probe = 0.05

// sites fills the company's sites.
func (o *outlook) sites() {
	for s := o.w.sc.companies[o.c].siteFrom; s < o.w.sc.companies[o.c].siteTo; s++ {
		if o.w.sites[s].Fleets != 0 {
			o.fill(s)
		}
	}
	was := o.gains[laneAsIs]
	for l := range o.gains {
		g := &o.gains[l]
		g.all = float64((g.all - was.all) / (100 * probe * daysRead))
		g.kept = float64((g.kept - was.kept) / (100 * probe * daysRead))
	}
	if o.gains[lanePower].kept != 0 || o.gains[laneChips].kept != 0 {
		o.tenant = max(0, float64((float64(shortPays*o.w.meanRent())-o.energy())*hoursAYear))
	}
}

// value is the yearly worth of a gain, by who gets it: tenants who are short pay
// their rent, the rest is the company's own.
func (o *outlook) value(g *gain, own TermKind, t *Terms) float64 {
	free, kept := float64(actedOn*float64(o.worth*(g.all-g.kept))), float64(actedOn*float64(o.tenant*g.kept))
	t.Add(own, free)
	t.Add(TermLet, kept)
	return free + kept
}

// actedOn is how much more a resource brings than its first use: who has more of it
// lets, buys and bids otherwise in the quarter. Fitted to what cloned worlds gain by.
const actedOn = 1.6

// shortPays is the part of the rent that tenants who are short bring: some of their
// contracts end within the quarter. Fitted to what cloned worlds gain by.
const shortPays = 0.7

// fill fills a site in all lanes on all days.
func (o *outlook) fill(s SiteID) {
	row := &o.w.sites[s]
	var left [daysRead][lanes]float64 // power, kW
	o.live(s, &left)
	for at := row.Fleets; at != 0; at = o.w.fleets[at].Next {
		f := &o.w.fleets[at]
		var there [daysRead]float64
		o.there(at, row, &there)
		kw, each := float64(f.Watts)/wattsAKW, float64(o.w.families[f.Family].H100e)/units.H100eScale
		fits, more := 1/kw, float64(probe*float64(f.Ready))
		let := [daysRead]float64{float64(f.Let), float64(f.Let), float64(f.Let)}
		if f.Later > 0 {
			o.later(at, &let)
		}
		for d := range there {
			for l := range left[d] {
				n := there[d]
				if l == laneChips {
					n += more
				}
				n = max(0, min(n, float64(left[d][l]*fits)))
				left[d][l] -= float64(n * kw)
				o.gains[l].all += float64(n * each)
				o.gains[l].kept += float64(min(n, let[d]) * each)
			}
		}
	}
}

// there is the chips of a fleet on the days: those installed by then, those
// delivered and installed by then if designers go on sharing out as they did last.
func (o *outlook) there(at int32, row *Site, n *[daysRead]float64) {
	f := &o.w.fleets[at]
	for d, ready := 0, f.Ready; d < daysRead; d++ {
		from := units.Date(0)
		if d > 0 {
			from = dayRead[d-1]/7 + 1
		}
		for wait := int32(from); f.Coming > 0 && wait <= int32(dayRead[d]/7); wait++ {
			ready += f.Installing[(o.w.head.Tick+wait)%installSlots]
		}
		n[d] = float64(ready)
	}
	if row.Ordered == 0 {
		return
	}
	next := int64(o.w.families[f.Family].turn(f.Family)+billWeeks-turnOf(o.w.head.Tick)) % billWeeks // weeks until chips are shared out
	for i := o.w.companies[o.c].Orders; i != 0; i = o.w.clauses[i].Mate {
		k := &o.w.clauses[i]
		if k.Fleet != at {
			continue
		}
		for d := range n {
			if weeks := int64(dayRead[d])/7 - int64(row.Install) - next; weeks >= 0 {
				left := k.Qty - k.Delivered
				n[d] += float64(min(max(k.Now, left/sharings)*(1+weeks/billWeeks), left))
			}
		}
	}
}

// sharings is how many times at most designers share out what they make until an order
// is filled: half a year. What has brought nothing yet will.
const sharings = 6

// later adds the chips of a fleet that are let from a later day.
func (o *outlook) later(fleet int32, let *[daysRead]float64) {
	for to := 1; to < len(o.w.companies); to++ {
		for at := o.w.companies[to].Rentals; at != 0; at = o.w.clauses[at].Mate {
			k := &o.w.clauses[at]
			if k.Fleet != fleet || !k.Ahead {
				continue
			}
			for d := range let {
				if o.w.contracts[k.Contract.row()].Start <= o.w.Date()+dayRead[d] {
					let[d] += float64(k.Qty)
				}
			}
		}
	}
}

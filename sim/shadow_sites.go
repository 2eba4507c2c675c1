package sim

import "entangle/sim/units"

// The forecast of what runs: each site is filled as the power phase fills it, the
// most compute per watt first, on three days of the quarter: as it will be, with
// more power, and with more chips. So new chips may take the power of old ones that
// are let, and power let them run again.

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

// The days are the middles of the quarter's thirds, nearly: in whole weeks and some
// days, so that what is ready on a Tuesday counts.
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
		o.tenant = max(0, float64((readRental(o.w, 1)-o.energy())*hoursAYear))
	}
}

// value is the yearly worth of a gain, by who gets it.
func (o *outlook) value(g *gain, own TermKind, t *Terms) float64 {
	free, kept := float64(o.worth*(g.all-g.kept)), float64(o.tenant*g.kept)
	t.Add(own, free)
	t.Add(TermLet, kept)
	return free + kept
}

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
		fits, more, let := 1/kw, float64(probe*float64(f.Ready)), float64(f.Let+f.Later)
		for d := range there {
			for l := range left[d] {
				n := there[d]
				if l == laneChips {
					n += more
				}
				n = max(0, min(n, float64(left[d][l]*fits)))
				left[d][l] -= float64(n * kw)
				o.gains[l].all += float64(n * each)
				o.gains[l].kept += float64(min(n, let) * each)
			}
		}
	}
}

// there is the chips of a fleet on the days: those installed by then, those
// delivered and installed by then if deliveries go on as in the last week.
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
	if row.Coming == 0 {
		return
	}
	for i := o.w.companies[o.c].Orders; i != 0; i = o.w.clauses[i].Mate {
		k := &o.w.clauses[i]
		if k.Fleet != at {
			continue
		}
		for d := range n {
			weeks := max(0, int64(dayRead[d])/7-int64(row.Install))
			n[d] += float64(min(k.Now*weeks, k.Qty-k.Delivered))
		}
	}
}

// live is the power of a site on the days: what is live now, and of what is
// announced the part that its chance to have come by then is of it.
func (o *outlook) live(s SiteID, power *[daysRead][lanes]float64) {
	row, info := &o.w.sites[s], &o.w.sc.sites[s]
	var p [daysRead]hope
	for at := info.stages[0]; at < info.stages[1]; at++ {
		k, planned := &o.w.stages[at], o.w.sc.stages[at].planned
		if !k.Done {
			o.hope(&p, ProjectFirm, planned, k.Add)
		}
		if !k.Halls {
			o.hope(&p, ProjectWork, planned, k.Add)
		}
	}
	if row.Projects > 0 {
		o.projects(s, &p)
	}
	for d := range power {
		live := row.Energised
		if h := &p[d]; h.any {
			live = max(live, o.w.View(o.c).live(row.Shell+units.KW(h.halls), row.Grid+units.KW(h.grid), row.Gen+units.KW(h.gen), row.Batteries+units.KW(h.stored)))
		}
		if !on(o.w.sc.setup.Switches.PowerLimit) {
			live = maxExact
		}
		for l := range power[d] {
			power[d][l] = float64(live)
		}
		power[d][lanePower] += float64(probe * float64(row.Energised))
	}
}

// projects adds the works, requests and plants of a site.
func (o *outlook) projects(s SiteID, p *[daysRead]hope) {
	for use := o.w.inUse(o.c, useWorks); use.left != 0; {
		if k := &o.w.works[use.next()]; k.Site == s {
			o.hope(p, ProjectWork, k.Expected, k.Power)
		}
	}
	for use := o.w.inUse(o.c, useRequests); use.left != 0; {
		if q := &o.w.requests[use.next()]; q.Site == s {
			o.hope(p, ProjectFirm, q.Expected, q.Power-q.Granted)
		}
	}
	for use := o.w.inUse(o.c, usePlants); use.left != 0; {
		if k := &o.w.plants[use.next()]; k.Site != s || k.Works {
			continue
		} else if k.Battery {
			o.hope(p, ProjectBatteries, k.Expected, k.Power)
		} else {
			o.hope(p, ProjectTurbines, k.Expected, k.Power)
		}
	}
}

// hope is power expected at a site, kW.
type hope struct {
	halls, grid, gen, stored float64
	any                      bool
}

// hope adds what is announced for a date.
func (o *outlook) hope(p *[daysRead]hope, kind ProjectKind, when units.Date, power units.KW) {
	for d := range p {
		chance, h := arrival(o.w.Date(), when, dayRead[d]), &p[d]
		if chance <= 0 {
			continue
		}
		h.any = true
		more := float64(chance * float64(power))
		switch kind {
		case ProjectWork:
			h.halls += more
		case ProjectTurbines:
			h.gen += more
		case ProjectBatteries:
			h.stored += more
		default:
			h.grid += more
		}
	}
}

// arrival is the chance that what was announced for a date and has not come today
// will have come within some days: dates slip by up to mostSlip, any delay as likely
// as another; what is later than that may come any month.
func arrival(today, when, days units.Date) float64 {
	late := today - when
	if late < 0 {
		return float64(max(0, late+days)) / mostSlip
	}
	return min(1, float64(days)/float64(max(mostSlip-late, 28)))
}

// mostSlip is three quarters of a year, between the half and the whole year that
// stages of the grid are late at most. Fitted to what cloned worlds gain by.
const mostSlip = 39 * 7

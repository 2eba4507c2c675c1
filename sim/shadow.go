package sim

import (
	"math"

	"entangle/sim/units"
)

// Shadow values: what one percent more of a scarce thing would add to a company's
// gross margin over the coming quarter, as a year's rate in dollars. Each is the
// derivative of the same small forecast: chips that are there or arrive run as far
// as power is there or comes, what runs serves who is turned away now, cash and
// attention bring more of it where they are what is missing. The forecast knows
// what the company may know: announced dates, its own books, the public board. It
// is checked against cloned worlds in the tests of package experiment.

// quarterWeeks is how far the forecast looks; it is read at three days of it.
const quarterWeeks = 13

// outlook is the forecast of a company.
type outlook struct {
	w     *World
	c     CompanyID
	worth float64 // dollars that another H100e brings in a year, its energy paid
	gap   float64 // H100e more that would be sold now
}

// Shadow returns the shadow values of a company by resource. They are reckoned
// once a week, when somebody asks.
func (w *World) Shadow(c CompanyID) [ResourceCount]float64 {
	if !w.room.shadowed[c] {
		w.room.shadows[c], w.room.shadowed[c] = w.shadow(c), true
	}
	return w.room.shadows[c]
}

func (w *World) shadow(c CompanyID) (values [ResourceCount]float64) {
	o := outlook{w: w, c: c}
	o.demand()
	for _, share := range [...]float64{0.25, 0.5, 0.75} {
		power, chips := o.slack(units.Date(units.FromFloat(float64(share*7*quarterWeeks), 0, 7*quarterWeeks)))
		values[ResourcePower] += o.sold(power) / 3
		values[ResourceChips] += o.sold(chips) / 3
	}
	values[ResourceCash] = o.cash()
	values[ResourceAttention] = o.attention()
	return values
}

// Binding is the resource with the largest shadow value; false when none has
// any.
func (w *World) Binding(c CompanyID) (best Resource, ok bool) {
	values := w.Shadow(c)
	for r := range ResourceCount {
		if values[r] > values[best] {
			best = r
		}
	}
	return best, values[best] > 0
}

// sold is what more compute brings in a year: as far as somebody wants it.
func (o *outlook) sold(h100e float64) float64 {
	return float64(o.worth * min(h100e, o.gap))
}

// demand finds what more compute would bring. Who serves customers sells it: at
// the price while some are turned away, else at what is left of it when the price
// has to fall for others to come. Who lets, lets it: to tenants who get less than
// they were promised, or while customers everywhere want more than is free.
func (o *outlook) demand() {
	co := &o.w.companies[o.c]
	hour := 0.0
	switch {
	case co.Quality > 0 && co.Wanted > co.room():
		hour, o.gap = float64(co.Price)/micro, math.Inf(1)
	case co.Quality > 0:
		elastic := 1.0
		for s := 1; s < len(o.w.segments); s++ {
			elastic = max(elastic, o.w.segments[s].Elasticity)
		}
		hour, o.gap = float64(float64(co.Price)*(1-1/elastic))/micro, math.Inf(1)
	default:
		hour, o.gap = readRental(o.w, 1), max(o.w.promised(o.c), o.w.shortage())
	}
	o.worth = max(0, float64((hour-o.energy())*hoursAYear))
}

// promised is the compute that a landlord's tenants lack of what he promised.
func (w *World) promised(c CompanyID) (sum float64) {
	for i := 1; i < len(w.clauses); i++ {
		if k := &w.clauses[i]; k.Kind == ClauseCapacity && k.From == c {
			sum += float64(units.H100e(k.Qty-k.Now)*w.families[k.Family].H100e) / units.H100eScale
		}
	}
	return sum
}

const hoursAYear = 8766

// shortage is the compute that customers of all companies are refused, beyond
// what is on offer.
func (w *World) shortage() float64 {
	sum := units.H100e(0)
	for c := 1; c < len(w.companies); c++ {
		sum += max(0, w.companies[c].Wanted-w.companies[c].Served)
	}
	for i := 1; i < len(w.fleets); i++ {
		sum -= units.H100e(w.fleets[i].Posted) * w.families[w.fleets[i].Family].H100e
	}
	return max(0, float64(sum)/units.H100eScale)
}

// energy is the cost of the energy of an H100e-hour at the company's sites.
func (o *outlook) energy() float64 {
	bill, compute := 0.0, 0.0
	for s := o.w.sc.companies[o.c].siteFrom; s < o.w.sc.companies[o.c].siteTo; s++ {
		row := &o.w.sites[s]
		bill += float64(float64(row.Used)*float64(o.w.regions[o.w.sc.sites[s].region].Energy)) / 1e9
		for at := row.Fleets; at != 0; at = o.w.fleets[at].Next {
			f := &o.w.fleets[at]
			compute += float64(units.H100e(f.Running)*o.w.families[f.Family].H100e) / units.H100eScale
		}
	}
	if compute == 0 {
		return 0
	}
	return float64(bill*float64(o.w.params.Load)) / float64(compute*float64(units.One))
}

// slack is the compute that one percent more of power, and of chips, would start
// on a day: at each site, as far as chips wait for power, and power for chips.
func (o *outlook) slack(days units.Date) (power, chips float64) {
	v := o.w.View(o.c)
	for s := o.w.sc.companies[o.c].siteFrom; s < o.w.sc.companies[o.c].siteTo; s++ {
		row := &o.w.sites[s]
		need, have, compute := o.arrived(s, days)
		if need == 0 {
			continue
		}
		perKW := compute / need
		live := float64(row.Energised + v.PowerDue(s, o.w.Date()+days))
		power += float64(perKW * min(float64(row.Energised)/100, max(0, need-live)))
		chips += float64(perKW * min(have/100, max(0, live-need)))
	}
	return power, chips
}

// arrived is the power that the chips of a site need on a day and their compute:
// those installed by then, those delivered and installed by then at the lead time
// of today. have is the need of those installed now.
func (o *outlook) arrived(s SiteID, days units.Date) (need, have, compute float64) {
	row := &o.w.sites[s]
	for at := row.Fleets; at != 0; at = o.w.fleets[at].Next {
		f := &o.w.fleets[at]
		ready := f.Ready
		for k := range int32(installSlots) {
			if wait := (k - o.w.head.Tick%installSlots + installSlots) % installSlots; units.Date(7*wait) <= days {
				ready += f.Installing[k]
			}
		}
		have += float64(f.draw(f.Ready))
		need += float64(f.draw(ready))
		compute += float64(units.H100e(ready)*o.w.families[f.Family].H100e) / units.H100eScale
	}
	return need, have, compute
}

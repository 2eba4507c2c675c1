package sim

import "entangle/sim/units"

// Shadow values: what one percent more of a scarce thing would add to a company's
// gross margin over the coming quarter, as a year's rate in dollars. Each is the
// derivative of the same small forecast: chips that are there or arrive run as far
// as power is there or comes, what runs serves who is turned away now, cash and
// attention bring more of it where they are what is missing. The forecast knows
// what the company may know: announced dates, its own books, the public board. It
// is checked against cloned worlds in the tests of package session.

// quarterWeeks is how far the forecast looks; it is read at three days of it.
const quarterWeeks = 13

var daysRead = [...]float64{0.25, 0.5, 0.75}

func dayOf(share float64) units.Date {
	return units.Date(units.FromFloat(float64(share*float64(7*quarterWeeks)), 0, 7*quarterWeeks))
}

// outlook is the forecast of a company.
type outlook struct {
	w     *World
	c     CompanyID
	worth float64 // dollars that another H100e brings in a year, its energy paid
	gap   float64 // H100e that customers are refused now
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
	for _, share := range daysRead {
		power, chips := o.slack(dayOf(share))
		values[ResourcePower] += float64(o.worth*power) / 3
		values[ResourceChips] += float64(o.worth*chips) / 3
	}
	power, chips := o.letting()
	values[ResourcePower] = max(values[ResourcePower], power)
	values[ResourceChips] = max(values[ResourceChips], chips)
	values[ResourceCash] = o.cash()
	values[ResourceAttention] = o.attention()
	return values
}

// Binding is the resource with the largest shadow value; false when one percent
// more of none would add a thousandth of the company's income.
func (w *World) Binding(c CompanyID) (best Resource, ok bool) {
	values, income := w.Shadow(c), 0.0
	for r := range ResourceCount {
		if values[r] > values[best] {
			best = r
		}
	}
	for _, x := range w.companies[c].Sales {
		income += float64(x)
	}
	yearly := float64(income * float64(weeksAYear/4.0))
	return best, values[best] > 0 && values[best] > float64(materialShare*yearly)
}

// materialShare of its income is what one percent more of a resource must add to
// count: an elasticity of a tenth. Less could not be checked: two sets of clones of
// one world differ by up to half of that in nine cases of ten (docs/decisions.md).
const materialShare = 0.001

// demand finds what more compute would bring. Who serves customers sells it at
// what is left of the price when it has to fall for others to come, the less of it
// the more room stands empty; or in place of what is bought by the week. Who has
// no customers sells it by the week.
func (o *outlook) demand() {
	co, hour := &o.w.companies[o.c], o.spotWorth()
	o.gap = float64(max(0, co.need()-co.room())) / units.H100eScale
	if co.Quality > 0 {
		tight := float64(float64(co.Wanted)/float64(max(co.room(), 1))-targetUse) / (1 - targetUse)
		left := float64(float64(co.Price)*(1-1/o.elastic())) / micro
		hour = max(hour, o.instead(float64(left*min(max(tight, leastTight), 1))))
	}
	o.worth = max(0, float64((hour-o.energy())*hoursAYear))
}

// leastTight is the part of what is left of a price that more room brings even
// where some stands empty: the price rule looks for customers. Fitted to what cloned
// worlds do.
const leastTight = 0.3

// instead is what an hour is worth that could be bought by the week as well.
func (o *outlook) instead(hour float64) float64 {
	spot := &o.w.spot
	if spot.Volume > 0 && o.w.companies[o.c].Policy.SpotCeiling >= spot.Price {
		return min(hour, float64(spot.Price)/micro)
	}
	return hour
}

// elastic is how demand for the company answers its price: less than that of one
// provider among many, the larger its part of the market.
func (o *outlook) elastic() float64 {
	e, all := 1.0, units.H100e(1)
	for s := 1; s < len(o.w.segments); s++ {
		e, all = max(e, o.w.segments[s].Elasticity), all+o.w.segments[s].Wanted
	}
	return max(leastElastic, float64(e*(1-float64(o.w.companies[o.c].Wanted)/float64(all))))
}

// leastElastic keeps what is left of a price above nothing.
const leastElastic = 1.1

// spotWorth is what an hour more to sell by the week brings: the price, for the
// part of what the company offered last week that found a buyer, less what its own
// sales lose by it when it sells much of all that is sold.
func (o *outlook) spotWorth() float64 {
	co, spot := &o.w.companies[o.c], &o.w.spot
	offered := min(co.room()+co.SpotOut-co.need(), units.H100e(co.Policy.Split.Of(int64(co.Own-co.Let))))
	if offered <= 0 || co.Policy.Reserve <= 0 || spot.Volume <= 0 {
		return 0
	}
	sold := min(1, float64(co.SpotOut)/float64(offered))
	own := float64(co.SpotOut) / float64(spot.Volume)
	left := max(0, 1-float64(own/spotElastic)) // of the price
	return float64(float64(spot.Price)*float64(sold*left)) / micro
}

// spotElastic is how buyers by the week answer the price: who is short wants all
// at three fifths of the ceiling and nothing at it. Fitted to what cloned worlds do.
const spotElastic = 0.5

// letting is what one percent more of power and of chips would bring by tenants
// who get less than they were promised: power where chips wait for it, chips where
// they are what is missing.
func (o *outlook) letting() (power, chips float64) {
	hour := float64((readRental(o.w, 1) - o.energy()) * hoursAYear)
	for i := 1; i < len(o.w.clauses); i++ {
		k := &o.w.clauses[i]
		if k.Kind != ClauseCapacity || k.From != o.c || k.Now >= k.Qty || o.w.contracts[k.Contract.row()].Start >= o.w.Date() {
			continue
		}
		f, site := &o.w.fleets[k.Fleet], &o.w.sites[k.Site]
		each := float64(hour*float64(o.w.families[k.Family].H100e)) / units.H100eScale
		if f.Ready > f.Running {
			power += float64(each * float64(o.dark(k.Site)*float64(min(f.fit(site.Energised/100), f.Ready-f.Running, units.Chips(k.Qty-k.Now)))))
		} else {
			free := f.fit(site.Energised - site.Used)
			lacking := units.Chips(k.Qty-k.Now) - f.Coming - o.w.ordered(k.Fleet)
			chips += float64(each * float64(max(0, min(f.Ready/100, free, lacking))))
		}
	}
	return power, chips
}

// dark is the part of the quarter for which the chips of a site still wait for power.
func (o *outlook) dark(s SiteID) (part float64) {
	for _, share := range daysRead {
		days := dayOf(share)
		need, _, _ := o.arrived(s, days)
		if need > float64(o.w.sites[s].Energised+o.w.View(o.c).PowerDue(s, o.w.Date()+days)) {
			part += 1.0 / float64(len(daysRead))
		}
	}
	return part
}

// ordered is how many chips are on order for a fleet.
func (w *World) ordered(fleet int32) (n units.Chips) {
	for i := 1; i < len(w.clauses); i++ {
		if k := &w.clauses[i]; k.Kind == ClauseDeliver && k.Fleet == fleet {
			n += units.Chips(k.Qty - k.Delivered)
		}
	}
	return n
}

const hoursAYear = 8766

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
// on a day: as far as chips wait for power, and power for chips. Chips move between
// a company's sites, so that it is its sites together that count.
func (o *outlook) slack(days units.Date) (power, chips float64) {
	v := o.w.View(o.c)
	need, have, compute, coming, live, now := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
	for s := o.w.sc.companies[o.c].siteFrom; s < o.w.sc.companies[o.c].siteTo; s++ {
		n, h, k := o.arrived(s, days)
		need, have, compute = need+n, have+h, compute+k
		coming += float64(o.onTheWay(s, days))
		now += float64(o.w.sites[s].Energised)
		live += float64(o.w.sites[s].Energised + v.PowerDue(s, o.w.Date()+days))
	}
	if need == 0 {
		return 0, 0
	}
	perKW := float64(compute / need)
	need += coming
	return float64(perKW * min(now/100, max(0, need-live))), float64(perKW * min(have/100, max(0, live-need)))
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

// onTheWay is the power that chips on order need which will have been delivered
// and installed by a day, if deliveries go on as in the last week.
func (o *outlook) onTheWay(s SiteID, days units.Date) (need units.KW) {
	weeks := int64(days)/7 - int64(o.w.sites[s].Install)
	for i := 1; i < len(o.w.clauses) && weeks > 0; i++ {
		k := &o.w.clauses[i]
		if k.Kind == ClauseDeliver && k.Site == s {
			need += o.w.fleets[k.Fleet].draw(units.Chips(min(k.Now*weeks, k.Qty-k.Delivered)))
		}
	}
	return need
}

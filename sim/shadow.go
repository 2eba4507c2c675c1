package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// Shadow values: what one percent more of a scarce thing would add to a company's
// gross margin over the coming quarter, as a year's rate in dollars. Each is the
// derivative of the same small forecast: chips that are there or arrive run as far
// as power is there or comes (shadow_sites.go), what runs serves tenants who are
// short and then customers (here), cash and attention bring more of it where they
// are what is missing (shadow_means.go). The forecast knows what the company may
// know: announced dates, its own books, the public board and markets. It is checked
// against cloned worlds in the tests of package session.

// quarterWeeks is how far the forecast looks.
const quarterWeeks = 13

// outlook is the forecast of a company.
type outlook struct {
	w      *World
	c      CompanyID
	worth  float64 // dollars that another H100e to dispose of brings in a year, its energy paid
	tenant float64 // the same, by a tenant who is short of it
	week   float64 // price of an H100e-hour by the week, in the mean of the quarter
	gap    float64 // H100e that customers are refused now
	gains  [lanes]gain
}

// Shadow returns the shadow values of a company by resource. They are reckoned
// once a week, when somebody asks. One is negative where more of the resource costs
// more than it brings.
func (w *World) Shadow(c CompanyID) [ResourceCount]float64 {
	if !w.room.shadowed[c] {
		w.room.shadows[c], w.room.shadowed[c], w.room.shaded = w.shadow(c, nil), true, true
	}
	return w.room.shadows[c]
}

// shadow reckons the values; t, by resource, takes what each consists of.
func (w *World) shadow(c CompanyID, t *[ResourceCount]*Terms) (values [ResourceCount]float64) {
	var none [ResourceCount]*Terms
	if t == nil {
		t = &none
	}
	o := outlook{w: w, c: c}
	o.demand()
	o.sites()
	values[ResourcePower] = o.value(&o.gains[lanePower], TermUnpowered, t[ResourcePower])
	values[ResourceChips] = o.value(&o.gains[laneChips], TermSpare, t[ResourceChips])
	values[ResourceCash], values[ResourceAttention] = o.means()
	t[ResourceCash].Add(TermOffer, values[ResourceCash])
	t[ResourceAttention].Add(TermOffer, values[ResourceAttention])
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

// demand finds what more compute would bring: what research leaves of it serves
// customers who wait, and is sold by the week where none do; where the price rule
// answers it, all customers pay less.
func (o *outlook) demand() {
	co := &o.w.companies[o.c]
	o.gap = float64(max(0, co.Wanted-co.room())) / units.H100eScale
	o.week = o.coming()
	use := float64(co.Wanted) / float64(max(co.room()-co.SpotIn+co.SpotOut, 1))
	waiting := min(max(float64((use-fewWait)/(allWait-fewWait)), 0), 1)
	if co.Offers == 0 {
		waiting = 0
	}
	hour := float64(waiting*min(o.week, float64(co.Price)/micro)) + float64((1-waiting)*o.spotWorth())
	if co.Offers > 0 {
		hour += o.cheaper(use, waiting)
	}
	serves := 1 - float64(co.Policy.Research)/float64(units.One) // research takes its part of more as well
	o.worth = float64((float64(serves*hour) - o.energy()) * hoursAYear)
}

// What customers ask of a company swings by a tenth and more from week to week, and
// landlords fail: some wait in the quarter's worst weeks where a fifth of the room
// is empty today, and there is room in its best where a third too many ask. Fitted to what cloned worlds gain by.
const (
	fewWait = 0.8
	allWait = 1.3
)

// coming is the price by the week that the quarter will see in the mean: that of
// today comes back within weeks to a part of what tenants pay by the year, from a
// shortage as well as from a glut.
func (o *outlook) coming() float64 {
	return float64(staysDear*float64(o.w.spot.Price))/micro + float64(weekOverRent*o.w.meanRent())
}

// meanRent is what tenants pay by the year, read once a week for all forecasts.
func (w *World) meanRent() float64 {
	if !w.room.rented {
		w.room.rent, w.room.rented = readRental(w, 1), true
	}
	return w.room.rent
}

// Fitted to what cloned worlds gain by: at rest the price by the week is three
// quarters of the rent.
const (
	staysDear    = 0.2
	weekOverRent = 0.6
)

// cheaper is what an hour more brings by the lower price that the rule asks for it:
// those that come for it, as far as nobody waits anyhow, less what all who are served
// no longer pay. Within the quarter most customers pay less before others come. Where
// room is very short or very empty, the rule goes as far as it may with and without.
func (o *outlook) cheaper(use, waiting float64) float64 {
	co := &o.w.companies[o.c]
	price, e := float64(co.Price)/micro, max(0.2, float64(o.elastic()*o.slowly()))
	answers := min(max(min(use-fullDown, fullUp-use)/fullFade, 0), 1)
	pull := float64(float64(co.Policy.PriceStep)/float64(units.One)*float64(e*max(use, 0.5))) / useBand
	fall := float64(answers*passed(float64(quarterWeeks*pull))) / e
	return float64(fall * float64(price*(float64((1-waiting)*e)-min(use, 1))))
}

// Beyond these the price rule goes as far as it may: its band, and what demand swings
// within the quarter.
const (
	fullDown = 0.6
	fullFade = 0.15
	fullUp   = 1.1
)

// passed is the mean part of a step that has been caught up with over a time in
// which it would fade by a factor of e so many times.
func passed(times float64) float64 {
	if times < 1e-6 {
		return 0
	}
	return 1 - (1-detmath.Exp(-times))/times
}

// elastic is how demand for the company answers its price, in the mean of its segments:
// less than that of one provider among many, the larger its part of each market.
func (o *outlook) elastic() float64 {
	sum, all := 0.0, 0.0
	for _, s := range o.w.sold(o.c) {
		g, p := &o.w.segments[s], o.w.product(s, o.c)
		if !p.On {
			continue
		}
		part := float64(p.Wanted) / float64(max(g.Wanted, 1))
		use := float64(p.Takes + 1)
		sum += float64(use * (g.Depth + float64(g.Elasticity*(1-float64(buying*part)))))
		all += use
	}
	return max(leastElastic, sum/max(all, 1))
}

// slowly is the part of what customers will do for a price in the end that they do
// within the quarter, in the mean of the company's segments.
func (o *outlook) slowly() float64 {
	sum, all := 0.0, 0.0
	for _, s := range o.w.sold(o.c) {
		g, p := &o.w.segments[s], o.w.product(s, o.c)
		if !p.On {
			continue
		}
		use := float64(p.Takes + 1)
		sum += float64(use*quarterWeeks) / (quarterWeeks + g.Inertia)
		all += use
	}
	return sum / max(all, 1)
}

const (
	leastElastic = 1.1 // keeps what is left of a price above nothing
	buying       = 0.7 // of possible customers buy from anybody: a third of wishes stay unmet
)

// spotWorth is what an hour more to sell by the week brings: the price, for the
// part of what the company offered last week that found a buyer, less what its own
// sales lose by it when it sells much of all that is sold.
func (o *outlook) spotWorth() float64 {
	co, spot := &o.w.companies[o.c], &o.w.spot
	offered := min(co.room()+co.SpotOut-co.Wanted, units.H100e(co.Policy.Split.Of(int64(co.Own-co.Let))))
	if offered <= 0 || co.Policy.Reserve <= 0 || spot.Volume <= 0 {
		return 0
	}
	sold := min(1, float64(co.SpotOut)/float64(offered))
	own := float64(co.SpotOut) / float64(spot.Volume)
	left := max(0, 1-float64(own/spotElastic)) // of the price
	return float64(o.week * float64(sold*left))
}

// spotElastic is how what is sold by the week answers the price over the quarter, in
// which glut and shortage take turns. Fitted to what cloned worlds do.
const spotElastic = 1.0

const hoursAYear = 8766

// energy is what the power of an H100e-hour cost the company last week.
func (o *outlook) energy() float64 {
	co := &o.w.companies[o.c]
	if co.Own == 0 {
		return 0
	}
	return float64(co.PowerBill) / hoursAWeek / (float64(co.Own) / units.H100eScale)
}

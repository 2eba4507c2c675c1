package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// organise sees to the organisation itself: its form, its deputies, a war room when
// one thing burns.
func organise(m *mind) {
	if !m.Organises() {
		m.out.Plan.Next[sim.AreaOrganise] = m.Date().AddWeeks(100 * weeksAYear)
		return
	}
	org := m.OwnOrganisation()
	m.putOff = m.out.Plan.Level[sim.LevelOrganise]
	m.out.Plan.Level[sim.LevelOrganise] = m.putOff / 2 // fades
	m.reform(org)
	m.delegate(org)
	m.gather(org)
}

// What points of bureaucracy and of attention are worth to a leadership when it
// looks at forms.
const (
	orderWorth    = 0.12 // a point of the house, for each point of attention that orders took: they wait
	researchWorth = 1.5  // a point that research feels beyond what a small laboratory has
	pointWorth    = 1.5  // a point of attention, where nothing is put off
	putOffWorth   = 3.0  // and more for each matter put off
	smallLab      = 27   // bureaucracy that research does not mind
	farBehind     = 8    // points of quality behind the best model, that call for another form
)

// reform takes another form when it would bring enough: the patient wait longer,
// and nobody changes in the middle of a reorganisation.
func (m *mind) reform(org *sim.Org) {
	if m.Settles() {
		return
	}
	gain, house := 0.0, houseWorth(org)
	attention, minds := m.pointWorths()
	best, most := org.Form, m.formWorth(org.Form, attention, house, minds)
	for f := sim.FormUnits; f <= sim.FormFlat; f++ {
		if g := m.formWorth(f, attention, house, minds) - most; g > gain {
			best, gain = f, g
		}
	}
	over := max(0, org.Settled-m.Norm(org.Form)) // most of it goes with a reorganisation
	if best != org.Form && gain+float64(over*house) > lean(m.Patience, 4, 10) {
		m.order(&sim.Order{Kind: sim.OrderReorganise, Mode: uint8(best)})
	}
}

// houseWorth is what a point of bureaucracy costs the house: its orders wait, the
// more the more of them there are.
func houseWorth(org *sim.Org) (sum float64) {
	for _, x := range org.Given {
		sum += x
	}
	return float64(orderWorth * sum)
}

// pointWorths is what a point of attention is worth to the company, the more the more is
// put off for want of it, and one of what research feels: more where it trails far behind
// the best model, nothing where it has none.
func (m *mind) pointWorths() (attention, minds float64) {
	attention = pointWorth + float64(putOffWorth*float64(m.putOff))
	switch {
	case m.own.Quality == 0:
		return attention, 0
	case m.Frontier()-m.own.Quality > farBehind:
		return attention, 2 * researchWorth
	}
	return attention, researchWorth
}

// formWorth is what a form is worth to the company: attention, less what the house and
// research would feel, at what a point of each is worth.
func (m *mind) formWorth(f sim.Form, attention, point, minds float64) float64 {
	house, research := m.Felt(f, m.Norm(f))
	return float64(attention*float64(m.SpanIn(f))) - float64(point*house) - float64(minds*max(0, research-smallLab))
}

const (
	idleLeadership = 0.3 // use of attention below which areas are taken back
	worthADeputy   = 1.0 // attention that an area took, fading over a quarter
	tooLate        = 3   // matters put off for want of attention, fading by half at each meeting
)

// delegate hands the area with the most orders to a deputy when matters are put off
// for want of attention, and takes the one with the fewest back when none are. The
// patient put off more; so does who would have orders wait another week for the
// deputy's office.
func (m *mind) delegate(org *sim.Org) {
	if m.putOff < tooLate && (m.putOff != 0 || org.Deputies == 0 || m.own.Pressed >= idleLeadership) {
		return // as mostly: whatever the areas took
	}
	busiest, calmest, count := sim.Group(0), sim.Group(0), 0
	for g := sim.GroupCompute; g < sim.GroupOrganisation; g++ {
		if org.Deputies&(1<<g) == 0 {
			if org.Given[g] > worthADeputy && (busiest == 0 || org.Given[g] > org.Given[busiest]) {
				busiest = g
			}
			continue
		}
		if count++; calmest == 0 || org.Given[g] < org.Given[calmest] {
			calmest = g
		}
	}
	limit := int64(tooLate) + int64(whole(m.Patience))/4
	if m.DeputyDelays() {
		limit *= 2
	}
	switch bold := ppm(m.Risk / 10); {
	case busiest != 0 && count < 3 && m.putOff >= limit:
		m.sure(&sim.Order{Kind: sim.OrderDelegate, Mode: uint8(busiest), Share: bold})
	case calmest != 0 && m.putOff == 0 && m.own.Pressed < idleLeadership && org.Given[calmest] < worthADeputy:
		m.sure(&sim.Order{Kind: sim.OrderDelegate, Mode: sim.RecallArea + uint8(calmest)})
	}
}

// burns is how much more the bold make of what burns than of other matters.
const burns = 3.0

// gather opens a war room when one area burns, matters are put off for want of
// attention, and most of it goes there; the bold let other matters wait for less.
func (m *mind) gather(org *sim.Org) {
	if m.putOff < tooLate || org.Room != 0 {
		return
	}
	area, all := sim.Group(0), 0.0
	switch {
	case m.own.Arrears > 0:
		area = sim.GroupCapital
	case m.own.Idle*6 > m.own.Owned:
		area = sim.GroupPower
	case m.own.Quality > 0 && m.turnedAway():
		area = sim.GroupCompute
	case m.own.Quality > 0 && m.Frontier()-m.own.Quality > farBehind:
		area = sim.GroupModels
	}
	if area == 0 {
		return
	}
	for g := sim.GroupCompute; g < sim.GroupOrganisation; g++ {
		all += org.Given[g]
	}
	if float64(lean(m.Risk, 1, burns)*org.Given[area]) > all-org.Given[area] {
		weeks := int32(rounded(lean(m.Patience, 4, 8), 1, 8))
		m.order(&sim.Order{Kind: sim.OrderWarRoom, Mode: uint8(area), Weeks: weeks})
	}
}

// turnedAway tells whether a tenth of the customers or more were turned away.
func (m *mind) turnedAway() bool { return (m.own.Wanted-m.own.Served)*10 > m.own.Wanted }

// soonGone tells whether others will have taken what is on offer before an order
// for it comes out of the organisation: it is less than twice what the company lacks.
func (m *mind) soonGone(lack units.H100e) bool {
	offered := units.H100e(0)
	for i := range m.Board() {
		l := &m.Board()[i]
		if offered += units.H100e(l.Chips) * m.H100eOf(l.Family); offered > 2*lack {
			return false
		}
	}
	return true
}

package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// Deputy decides for the areas that a company has delegated, and for no others: who
// plays a company and delegates leaves it the rest. A company that has a strategy
// needs none: there the same orders go to the deputies.
type Deputy struct{}

// Sleeps implements Sleeper.
func (Deputy) Sleeps(v sim.View) bool { return v.NextLook() > v.Date() }

// Decide implements Policy.
func (Deputy) Decide(v sim.View, out *Turn) {
	if out.mind == nil {
		out.mind = &mind{}
	}
	m, today := out.mind, v.Date()
	m.begin(v, out)
	m.only = true
	for area := sim.Area(0); area < sim.AreaCount; area++ {
		if out.Plan.Next[area] > today {
			continue
		}
		out.Plan.Next[area] = today + 7 // it may be delegated by then
		for g := sim.GroupCompute; g < sim.GroupOrganisation; g++ {
			if m.some&seats[area]&(1<<g) != 0 {
				out.Plan.Next[area] = today.AddWeeks(areas[area].meetings * m.weeks)
				m.Risk = float64(10*float64(m.Brief(g))) / float64(units.One)
				m.spared = false // that leans on it
			}
		}
		if m.some&seats[area] != 0 {
			areas[area].act(m)
		}
	}
	out.Plan.Wake = first(&out.Plan.Next)
}

// seats tells to which groups the orders of an area of decisions belong, a bit per
// Group.
var seats = [sim.AreaCount]uint8{
	sim.AreaChips: 1 << sim.GroupCompute, sim.AreaRent: 1 << sim.GroupCompute, sim.AreaLet: 1 << sim.GroupCompute,
	sim.AreaPlace: 1 << sim.GroupCompute, sim.AreaRation: 1 << sim.GroupCompute, sim.AreaPort: 1 << sim.GroupCompute,
	sim.AreaSilicon: 1 << sim.GroupCompute, sim.AreaSupply: 1 << sim.GroupCompute, sim.AreaBook: 1 << sim.GroupCompute, sim.AreaPower: 1 << sim.GroupPower, sim.AreaBuild: 1 << sim.GroupPower,
	sim.AreaPrice:  1<<sim.GroupCompute | 1<<sim.GroupModels | 1<<sim.GroupCapital,
	sim.AreaTalent: 1 << sim.GroupTalent, sim.AreaStars: 1 << sim.GroupTalent,
	sim.AreaModels: 1 << sim.GroupModels, sim.AreaRelease: 1 << sim.GroupModels, sim.AreaCapital: 1 << sim.GroupCapital,
}

// count notes that the deputy of an area, of none if it is 0, gave an order: two a week are
// all that a deputy gives. It does not branch, for nobody could guess who gives an order.
func (m *mind) count(office uint8) {
	m.free &^= m.gave & office
	m.gave |= office
}

// urgent has orders pass the organisation by, where there is attention for it, until
// it is called with false.
func (m *mind) urgent(yes bool) { m.rush = yes }

package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// offerSpare puts running chips on offer that the company does not need for its
// own customers, and withdraws offers when it does. The floor rises while all
// is taken and falls while nothing is; it never goes below what the chips cost.
func offerSpare(m *mind) {
	need := m.own.Wanted - m.own.Rented
	from, to := m.Sites()
	for s := from; s < to; s++ {
		for f := sim.FamilyID(1); int(f) <= m.Families(); f++ {
			fleet := m.Fleet(s, f)
			h := m.Family(f).H100e
			free := max(0, min(fleet.Running, fleet.Ready)-fleet.Let)
			keep := units.Chips(0)
			if m.own.Quality > 0 && need > 0 {
				keep = min(free, units.Chips(int64(need)/int64(h))+1)
				need -= units.H100e(keep) * h
			}
			m.offer(s, f, fleet, free-keep)
		}
	}
}

func (m *mind) offer(s sim.SiteID, f sim.FamilyID, fleet sim.Fleet, n units.Chips) {
	if n < smallestOrder {
		n = 0
	}
	if n == 0 && fleet.Posted == 0 {
		return
	}
	floor := m.floor(s, f, fleet)
	if n == fleet.Posted && floor == fleet.Floor {
		return
	}
	o := sim.Order{Kind: sim.OrderOpenFleet, Site: s, Family: f, Qty: int64(n), Price: floor}
	if n == 0 {
		o.Price = 0
	}
	if m.order(o) && n > 0 {
		m.out.Plan.Level[sim.AreaLet] = int64(floor)
	}
}

// floor is the price asked: last time's, moved by how it went, between the cost
// of the chips and twice it.
func (m *mind) floor(s sim.SiteID, f sim.FamilyID, fleet sim.Fleet) units.Price {
	cost := m.hourly(s, f)
	last := fleet.Floor
	if last == 0 {
		last = units.Price(max(m.out.Plan.Level[sim.AreaLet], int64(cost)))
	}
	step := ppm(lean(10-m.patience, 0.02, 0.05))
	switch {
	case fleet.Posted == 0 && fleet.Let > 0:
		last += units.Price(step.Of(int64(last)))
	case fleet.Posted > 0:
		last -= units.Price(step.Of(int64(last)))
	}
	margin := ppm(lean(m.thrift, 1.0, 1.15))
	return min(max(last, units.Price(margin.Of(int64(cost)))), 3*cost)
}

// hourly is the full cost of an H100e-hour: the chip at today's list price over
// its service, and its energy.
func (m *mind) hourly(s sim.SiteID, f sim.FamilyID) units.Price {
	k := m.Family(f)
	hours := int64(serviceYears * weeksAYear * hoursAWeek)
	energy := units.Energy(m.EnergyPrice(s), m.Facility(s, f, 1000), hours, units.One) / 1000
	return units.Price(units.MulDiv(int64(k.List+energy), units.PriceScale*units.H100eScale, hours*int64(k.H100e)))
}

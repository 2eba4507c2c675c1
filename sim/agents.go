package sim

import "entangle/sim/units"

// Software by agents does the work of people who write software in the usual way.

// agents is how much of the work of conventional software staff agents do, from 0 to
// 1: five times what the market of coding agents pays in a year, over the wage bill of
// all of them (economics 7; what agents do is worth a multiple of what they cost).
// The demand for such staff is what it was, times 1 less half of this. 0 where the
// scenario has no wage bill or no programme for agents, which names their market.
func (w *World) agents() float64 {
	s, bill := w.sc.coding, w.figure(w.sc.setup.Constants.WageBill)
	if s == 0 || bill == 0 {
		return 0
	}
	paid, products := units.USD(0), w.productsIn(s)
	for c := 1; c < len(products); c++ {
		if p := &products[c]; p.On {
			paid += units.Rent(p.Price, p.Served, hoursAWeek)
		}
	}
	return min(float64(worthOfAgents*weeksAYear*float64(paid))/bill, 1)
}

// worthOfAgents is what agents do, over what they cost.
const worthOfAgents = 5

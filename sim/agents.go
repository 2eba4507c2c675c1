package sim

import "entangle/sim/units"

// Software by agents does the work of people who write software in the usual way.

// agents is how much of the work of conventional software staff agents do, from 0 to
// 1: five times what the market of coding agents pays in a year, over the wage bill of
// all of them (economics 7; what agents do is worth a multiple of what they cost).
// The demand for such staff is what it was, times 1 less half of this. 0 where the
// scenario has no wage bill or no programme for agents, which names their market.
func (w *World) agents() float64 {
	bill := w.figure(w.sc.setup.Constants.WageBill)
	if bill == 0 {
		return 0
	}
	return min(float64(worthOfAgents*w.agentSales())/bill, 1)
}

// agentSales is what customers pay for software by agents, in dollars a year: in the
// market that programmes for agents open, 0 without one.
func (w *World) agentSales() float64 {
	if w.sc.coding == 0 {
		return 0
	}
	paid := units.USD(0)
	for _, c := range w.sellers(w.sc.coding) {
		if p := w.product(w.sc.coding, c); p.On {
			paid += units.Rent(p.Price, p.Served, hoursAWeek)
		}
	}
	return float64(weeksAYear * float64(paid))
}

// worthOfAgents is what agents do, over what they cost.
const worthOfAgents = 5

package sim

import "entangle/sim/units"

// Software by agents does the work of people who write software in the usual way.

// agentSales is what customers pay for software by agents, in dollars a year: in the
// market that programmes for agents open, 0 without one.
func (w *World) agentSales() float64 {
	if w.sc.coding == 0 {
		return 0
	}
	paid := units.USD(0)
	for _, c := range w.sellers(w.sc.coding) {
		if p := w.product(w.sc.coding, c); p.On {
			paid += units.WeekRent(p.Price, p.Served)
		}
	}
	return float64(weeksAYear * float64(paid))
}

// worthOfAgents is what agents do, over what they cost.
const worthOfAgents = 5

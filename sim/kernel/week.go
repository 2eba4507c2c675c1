package kernel

// Tick plays one week.
func (w *World) Tick() {
	w.shocks()
	w.operate()
	w.train()
	w.sell()
	w.buyChips()
	w.priceEnergy()
	w.hire()
	w.settleDeals()
	w.closeBooks()
	if w.decisions {
		w.decide()
	}
	for i := range w.companies {
		w.companies[i].cost = 0
	}
	w.week++
}

// shocks moves demand, supply and energy prices from outside.
func (w *World) shocks() {
	p := w.source()
	for g := range w.demand {
		w.demand[g] = float64(w.demand[g] * (1.004 + float64(0.01*normal(p))))
	}
	for f := range w.supply {
		w.supply[f] = float64(w.supply[f] * (1.003 + float64(0.008*normal(p))))
	}
	for r := range w.energy {
		w.energy[r] = float64(w.energy[r] * (1 + float64(0.02*normal(p))))
		w.load[r] = 0
	}
}

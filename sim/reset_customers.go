package sim

import "entangle/sim/units"

// loadSegments fills the markets and what is offered there.
func (w *World) loadSegments() {
	s := &w.sc.setup
	for i := range s.Segments {
		g := &s.Segments[i]
		w.segments[i+1] = Segment{Potential: w.figure(g.Potential) / units.H100eScale, Growth: w.figure(g.Growth),
			Noise: w.figure(g.Noise), Memory: w.figure(g.Memory), Reference: w.figure(g.Reference),
			Elasticity: w.figure(g.Elasticity), Standard: w.figure(g.Standard), Taste: w.figure(g.Taste), Patience: w.figure(g.Patience), Stay: w.figure(g.Stay),
			Inertia: w.figure(g.Inertia), Trust: w.figure(g.Trust), Anchor: w.figure(g.Anchor)}
	}
	for at := range w.products {
		if info := &w.sc.products[at]; info.offered {
			w.products[at] = Product{Price: units.Price(w.whole(info.price)), Reach: w.figure(info.reach), Cost: 1}
		}
	}
}

// firstCustomers has customers choose before the first week, so that it finds the
// world in its usual state. Nobody pays for it.
func (w *World) firstCustomers() {
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		w.choose(s)
		w.want(s)
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if w.companies[c].Offers > 0 {
			w.ration(c)
			w.meanPrice(c)
		}
	}
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		products := w.productsIn(s)
		for c := 1; c < len(products); c++ {
			w.segments[s].Served += products[c].Served
		}
	}
}

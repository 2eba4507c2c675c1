package sim

import "entangle/sim/units"

// loadSegments fills the markets and what is offered there.
func (w *World) loadSegments() {
	s := &w.sc.setup
	w.eager = false
	for i := range s.Segments {
		g := &s.Segments[i]
		w.segments[i+1] = Segment{Potential: w.figure(&g.Potential) / units.H100eScale, Growth: w.figure(&g.Growth),
			Noise: w.figure(&g.Noise), Memory: w.figure(&g.Memory), Reference: w.figure(&g.Reference),
			Elasticity: w.figure(&g.Elasticity), Depth: w.figure(&g.Depth), Standard: w.figure(&g.Standard), Taste: w.figure(&g.Taste), Patience: w.figure(&g.Patience), Stay: w.figure(&g.Stay),
			Inertia: w.figure(&g.Inertia), Trust: w.figure(&g.Trust), Anchor: w.figure(&g.Anchor), People: w.figure(&g.People), Spread: w.figure(&g.Spread), Tokens: w.figure(&g.Tokens), Right: w.figure(&g.Reference)}
		w.segments[i+1].Every = w.segments[i+1].every()
		w.eager = w.eager || w.segments[i+1].Every < billWeeks
	}
	w.turns = w.takeTurns()
	for at := range w.products {
		p := &w.products[at]
		p.Cost, p.Keeps, p.Thirst = 1, 1, 1
		if info := &w.sc.products[at]; info.offered {
			p.Price, p.Reach = units.Price(w.whole(&info.price)), w.figure(&info.reach)
			p.Match, p.Premium = info.match.Given, units.PPM(w.whole(&info.match))
		}
	}
}

// firstCustomers has customers choose before the first week, so that it finds the
// world in its usual state. Nobody pays for it.
func (w *World) firstCustomers() {
	w.lighten()
	w.fillShelf(^uint64(0))
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		w.segments[s].Potent = w.potential(&w.segments[s])
		stalls := w.stock(s, ^uint64(0))
		w.choose(s, stalls, false)
		w.countPeople(s)
		w.want(s, stalls)
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co := &w.companies[c]
		if co.Offers > 0 && co.Wanted > max(co.room(), 0) {
			w.ration(c, max(co.room(), 0))
		} else {
			w.serveAll(c)
			co.Served = co.Wanted
		}
	}
}

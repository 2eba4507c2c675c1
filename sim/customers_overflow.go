package sim

import "entangle/sim/units"

// overflow lets customers of a segment who were turned away choose again among
// those with room. Who has a need looks for another provider rather than go without:
// to buy from nobody counts for less than it did in the first choice.
func (w *World) overflow(s SegmentID) {
	g, products := &w.segments[s], w.productsIn(s)
	over, choice, nobody := units.H100e(0), 0.0, 1.0
	for _, c := range w.sellers(s) {
		p := &products[c]
		if nobody -= p.Share; w.room.spare[c] > 0 {
			choice += p.Share
		} else {
			over += p.Wanted - p.Served
		}
	}
	if over <= 0 || choice <= 0 {
		return
	}
	choice += float64(without * max(nobody, 0))
	left := over
	for _, c := range w.sellers(s) {
		p, spare := &products[c], w.room.spare[c]
		if !p.On || spare <= 0 {
			continue
		}
		more := units.H100e(units.FromFloat(float64(p.Share*float64(over))/choice, 0, maxExact))
		more = min(more, p.use(spare), left)
		takes, co := p.compute(more), &w.companies[c]
		left, w.room.spare[c] = left-more, spare-takes
		co.Served, co.Full = co.Served+takes, false
		w.serve(g, co, p, p.Served+more)
	}
	if left < over && g.Inertia > 0 && w.onTable(s) {
		w.signElsewhere(s)
	}
}

// without is what buying from nobody weighs in the second choice, of its weight in the
// first: products of a kind are closer to each other than to nothing (nested logit).
// Invented; where diversion was measured, most of it stays within the market.
const without = 0.25

// signElsewhere has customers who are slow to move and found room elsewhere stay
// there, as many as move in four weeks: their share leaves who turned them away, each
// in proportion to how many he did, and none ends below nothing.
func (w *World) signElsewhere(s SegmentID) {
	products, won, lost := w.productsIn(s), 0.0, 0.0
	for _, c := range w.sellers(s) {
		p := &products[c]
		won += p.wins()
		lost += p.loses()
	}
	moved := float64(min(1, billWeeks/w.segments[s].Inertia) * min(won, lost))
	if moved <= 0 {
		return
	}
	for _, c := range w.sellers(s) {
		p := &products[c]
		p.Share += float64(moved*p.wins())/won - float64(moved*p.loses())/lost
	}
}

// wins is the share of a segment that found room with a product; loses the share that
// was turned away.
func (p *Product) wins() float64 {
	if more := p.Served - p.Wanted; more > 0 && p.Wanted > 0 {
		return float64(p.Share*float64(more)) / float64(p.Wanted)
	}
	return 0
}

func (p *Product) loses() float64 {
	if away := p.Wanted - p.Served; away > 0 {
		return float64(p.Share*float64(away)) / float64(p.Wanted)
	}
	return 0
}

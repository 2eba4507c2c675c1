package sim

import "math/bits"

// A landlord who serves the same customers as a tenant loses by what it lets: some of those
// whom the tenant serves would come to it. Who turns to whom when a seller is missing is as
// in the second choice, see without.

// comes is for each segment the part of a tenant's hours in which its customers are served,
// over what all others weigh with them, as far as it is known: a set of segments has a bit each.
type comes struct {
	known uint64
	part  [64]float64
}

// in is that for a segment, of a tenant.
func (to *comes) in(w *World, tenant CompanyID, s SegmentID) float64 {
	if to.known>>(s&63)&1 == 0 {
		to.known |= 1 << (s & 63)
		to.part[s&63] = w.comesFrom(tenant, s)
	}
	return to.part[s&63]
}

// comesFrom reckons it.
func (w *World) comesFrom(tenant CompanyID, s SegmentID) float64 {
	co, p, others := &w.companies[tenant], w.product(s, tenant), 0.0
	if !p.On || p.Takes == 0 || co.Wanted <= 0 {
		return 0
	}
	for _, c := range w.sellers(s) {
		if c != tenant {
			others += w.product(s, c).Share
		}
	}
	return float64(p.Takes) / float64(float64(co.Wanted)*max(others+float64(without*max(w.nobody[s], 0)), 1e-9))
}

// rivalry is what an hour let to a tenant costs a landlord so, in dollars: half of what they
// would pay, as an hour of its own.
func (w *World) rivalry(landlord, tenant CompanyID, to *comes) (lost float64) {
	both := w.sc.companies[landlord].serves & w.sc.companies[tenant].serves
	for ; both != 0; both &= both - 1 {
		s := SegmentID(bits.TrailingZeros64(both))
		if p := w.product(s, landlord); p.On {
			lost += float64(float64(to.in(w, tenant, s)*p.Share) * float64(p.Price))
		}
	}
	return float64(lost*ownWorth) / float64(microUSD)
}

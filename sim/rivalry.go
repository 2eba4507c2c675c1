package sim

import "math/bits"

// A landlord who serves the same customers as a tenant loses by what it lets: some of those
// whom the tenant serves would come to it. Who turns to whom when a seller is missing is as
// in the second choice, see without.

// comes is for each segment the part of a tenant's hours in which its customers are served,
// over what all others weigh with them.
type comes [64]float64 // a set of segments has a bit each

// whoComes fills in where a tenant's customers would turn to.
func (w *World) whoComes(tenant CompanyID, to *comes) {
	co := &w.companies[tenant]
	for set := w.sc.companies[tenant].serves; set != 0 && co.Wanted > 0; set &= set - 1 {
		s := SegmentID(bits.TrailingZeros64(set))
		p, others := w.product(s, tenant), 0.0
		if !p.On || p.Takes == 0 {
			continue
		}
		for _, c := range w.sellers(s) {
			if c != tenant {
				others += w.product(s, c).Share
			}
		}
		to[s] = float64(p.Takes) / float64(float64(co.Wanted)*max(others+float64(without*max(w.nobody[s], 0)), 1e-9))
	}
}

// rivalry is what an hour let to a tenant costs a landlord so, in dollars: half of what they
// would pay, as an hour of its own.
func (w *World) rivalry(landlord CompanyID, to *comes) (lost float64) {
	for set := w.sc.companies[landlord].serves; set != 0; set &= set - 1 {
		s := SegmentID(bits.TrailingZeros64(set))
		if p := w.product(s, landlord); p.On {
			lost += float64(float64(to[s]*p.Share) * float64(p.Price))
		}
	}
	return float64(lost*ownWorth) / float64(microUSD)
}

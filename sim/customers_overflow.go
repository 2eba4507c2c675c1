package sim

import (
	"math"

	"entangle/sim/units"
)

// overflow lets customers of a segment who were turned away choose again among
// those who turn nobody away. Who has a need looks for another provider rather than go
// without: to buy from nobody counts for less than it did in the first choice. For those
// who come in vain, since what was spare is sold by the week, room is kept next week.
func (w *World) overflow(s SegmentID, free []CompanyID) {
	g, products := &w.segments[s], w.productsIn(s)
	over := g.Wanted - g.Served // those with room serve all of theirs
	if over <= 0 {
		return
	}
	spares, companies := w.room.spare[:len(products)], w.companies[:len(products)]
	liked, choice := likedOf(free, products, w.room.liked)
	if choice <= 0 {
		return
	}
	each, left := float64(over)/(choice+float64(without*atLeast(w.nobody[s], 0))), over
	for _, c := range liked {
		p, co, spare := &products[c], &companies[c], spares[c]
		more := units.H100e(units.Whole(float64(p.Share*each), maxExact))
		takes := p.compute(more)
		if co.Walked += takes; spare == 0 || more == 0 {
			continue
		}
		if takes > spare || more > left {
			more, takes = p.fitting(spare, min(more, left))
		}
		left, spares[c] = left-more, spare-takes
		co.Served, co.Shares = co.Served+takes, sharesAnew
		w.serve(g, co, p, p.Served+more)
	}
}

// likedOf lists those of some companies whom any customers of a segment chose, and sums up
// how many did.
func likedOf(free []CompanyID, products []Product, room *list) (liked []CompanyID, choice float64) {
	n := uint(0)
	for _, c := range free {
		share := products[c].Share
		choice += share
		room[n%MaxCompanies] = c
		n += countIf(math.Float64bits(share) != 0)
	}
	return room[:n], choice
}

// countNobody notes which part of a segment buys from nobody, wherever that changes: it is
// asked for in more weeks.
func (w *World) countNobody(s SegmentID) { w.nobody[s] = w.nobodyIn(s) }

func (w *World) nobodyIn(s SegmentID) float64 {
	nobody, products := 1.0, w.productsIn(s)
	for _, c := range w.sellers(s) {
		nobody -= products[c].Share
	}
	return nobody
}

// without is what buying from nobody weighs in the second choice, of its weight in the
// first: products of a kind are closer to each other than to nothing (nested logit).
// Invented; where diversion was measured, most of it stays within the market.
const without = 0.1

// desert has customers of a segment sign elsewhere who were turned away last week, as
// many as move until they look around again: with those who served all their
// customers, or with nobody.
func desert(stalls []stall, nobody, move float64) {
	away, calm := 0.0, 0.0
	for i := range stalls {
		p := stalls[i].on
		if p.Served < p.Wanted {
			away += p.refused()
		} else {
			calm += p.Share
		}
	}
	if away <= 0 || calm <= 0 {
		return
	}
	part := float64(move*away) / (calm + float64(without*max(nobody, 0)))
	for i := range stalls {
		if p := stalls[i].on; p.Served < p.Wanted {
			p.Share -= float64(move * p.refused())
		} else {
			p.Share += float64(part * p.Share)
		}
	}
}

// refused is the share of a segment that a company turned away last week.
func (p *Product) refused() float64 {
	return float64(p.Share*float64(p.Wanted-p.Served)) / float64(p.Wanted)
}

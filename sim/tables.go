package sim

import "entangle/sim/units"

// makeTables makes room for what follows from the state of a world and is kept beside it,
// so that nobody looks for it each week: what has something to do, sums, lists and who has
// what. Reset fills it, and an audit reckons it anew. See the fields of World.
func (w *World) makeTables() {
	sc, n := w.sc, len(w.companies)
	sites, fleets := sc.Sites()+1, sc.Sites()*sc.Families()/64+1
	w.rests = make([]rest, n)
	w.openings, w.together = make([]int32, sc.weeks+1), make([]int32, len(sc.stages))
	w.blocks = make([]int32, sites*(sc.Families()+1))
	w.watts = make([]int32, sites*(sc.Families()+1))
	w.suits = make([]int16, n)
	w.occupied = make([]SiteID, n)
	w.beyond = make([]SiteID, sites)
	w.staged = make([]int32, sites)
	w.dueAt = make([]announced, sites)
	w.later = make([]later, len(sc.stages)+leapRoom) // where the last are looked at together, there is nothing behind them
	w.lacks = make([]uint64, n*slotsPerCompany/64+1)
	w.lacking = make([]queued, len(sc.regions))
	w.inside = make([]uint64, n)
	w.letAt = make([]units.H100e, sites)
	w.steps = make([]step, 0, 8*n)
	w.live = make([]units.KW, n)
	w.stirred = make([]uint64, sc.Sites()/64+1)
	w.shifted = make([]uint64, sc.Sites()/64+1)
	w.flexible = make([]uint64, sc.Sites()/64+1)
	w.relets = make([]uint64, fleets)
	w.lessees = make([]int32, 64*fleets)
	w.leases = make([]lease, 0, 1+sc.clauseRows())
	w.bare = make([]bool, sc.Families()+1)
	w.underFee, w.borrows = make([]uint64, n), make([]uint64, n)
	w.nobody = make([]float64, len(w.segments))
	w.inTraining = make([]int8, n)
	w.running = make([]uint8, n)
	w.reoffers = make([]uint64, fleets)
	w.standing = make([]uint64, 0, cap(w.fleets))
	w.unbilled = make([]uint64, n/64+1)
	w.drawing = make([]uint64, n)
	w.unlost = make([]uint64, n*(sc.Families()+1)/64+1)
	w.unripe = make([]uint64, len(w.unlost))
	w.ripening = make([]CompanySet, sc.Families()+1)
	w.losses = make([]units.H100e, n*(sc.Families()+1))
	w.arrivals = make([]uint64, installSlots*fleets)
	w.dear = make([]float64, modelsPerCompany*(n-1)+1)
	w.shelves = make([]uint8, n)
	w.lent = make([]uint64, modelsPerCompany*n/64+1)
	w.drawers = make([]uint8, n)
	w.choices = make([]uint8, n)
	w.board = make([]Listing, 0, boardSize)
	w.bids = make([]bid, 0, 8*n)
	w.booking = make([]Order, 0, 4*n)
	w.asks = make([]Order, 0, 8*n)
	w.due = make([][billWeeks]uint64, cap(w.contracts)/64+1)
	w.moved = make([]uint64, len(w.due))
}

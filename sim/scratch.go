package sim

import (
	"slices"

	"entangle/sim/market"
	"entangle/sim/units"
)

// scratch is room to work in during a phase. Nothing in it outlives the week.
type scratch struct {
	line line // of the week's orders

	who               []int32
	lean              float64       // see lighten
	spare             []units.H100e // by company: room left when its own customers are served
	stalls            []stall       // what is offered to a segment
	need, weight, got []int64
	sum               []uint64
	utility, share    []float64
	book              []market.Bid
	bids              []int16      // by company: bids of the week so far
	asked             []int16      // by company: contracts asked for this week and not yet signed
	pledged           []units.USD  // by company: money those will need
	bound             bool         // something was asked for or pledged
	draft             Order        // being checked
	incidents         []IncidentID // see approaching
	shadows           [][ResourceCount]float64
	shadowed          []bool      // by company: its shadow values are of this week
	shaded            bool        // some are
	rented            bool        // the mean rent is
	rent              float64     // in the mean, for shadow values
	houses            []house     // by company: see house
	brings            []brings    // by site: see gather
	visited           bool        // those who let are known
	heard             bool        // some house was asked
	landlords         []CompanyID // see visit
	keys              []uint64
	wafers            []float64                   // by company: what its families need
	fitted            []float64                   // the same: what lines are fitted for, at most
	buyers, sellers   *[MaxCompanies]market.Curve // of the spot market
	buying, selling   *list                       // the companies behind them
	free, liked       *list                       // who turns nobody away, and of those, whom anybody chose in a segment
	full              *list                       // who lacks room
	due               []int32                     // requests whose day has come
	beside            []int32                     // by region: offices that hire there
	hiring            []int32                     // offices that hire
	pools             []pool                      // orders of a buyer: see poolOrders
	wants             []int64                     // and how many chips each waits for
	pooled            []int32                     // and by order which of them is its
	lasts             []pooled                    // by company
	sharing           uint64                      // how often orders were pooled
	seats             []seat                      // by company: at a meeting of the market for people
	pledges           []int64                     // by company: compute promised to stars
	spots             []place                     // of labs, by company
	best              []place                     // the best of them

}

func newScratch(w *World) scratch {
	n, rows := len(w.companies), cap(w.clauses)
	return scratch{
		line: newLine(n),
		who:  make([]int32, 0, rows), stalls: make([]stall, 0, n+stallsAtOnce), spare: make([]units.H100e, n), need: make([]int64, 0, rows), weight: make([]int64, 0, rows), got: make([]int64, rows), sum: make([]uint64, 2*rows),
		utility: make([]float64, 0, n), share: make([]float64, n), book: make([]market.Bid, 0, rows), bids: make([]int16, n),
		asked: make([]int16, n), pledged: make([]units.USD, n), keys: make([]uint64, 0, max(slotsPerCompany*n, cap(w.fleets))),
		shadows: make([][ResourceCount]float64, n), shadowed: make([]bool, n),
		houses: make([]house, n), brings: make([]brings, len(w.sites)), landlords: make([]CompanyID, 0, n),
		wafers: make([]float64, n), fitted: make([]float64, n), buyers: new([MaxCompanies]market.Curve), sellers: new([MaxCompanies]market.Curve), buying: new(list), selling: new(list),
		free: new(list), liked: new(list), full: new(list),
		due:       make([]int32, 0, len(w.requests)),
		seats:     make([]seat, n),
		beside:    make([]int32, len(w.regions)),
		incidents: make([]IncidentID, len(w.incidents)),
		hiring:    make([]int32, 0, len(w.offices)), lasts: make([]pooled, n), pools: make([]pool, 0, rows), wants: make([]int64, 0, rows), pooled: make([]int32, rows),
		pledges: make([]int64, n), spots: make([]place, n), best: make([]place, 0, mostPlaces),
	}
}

// forget makes room for what is reckoned once between two weeks: before anything moves,
// and after all has, for conditions of events from outside may ask in between.
func (s *scratch) forget() {
	if s.shaded {
		clear(s.shadowed)
		s.shaded = false
	}
	s.rented = false
	if s.heard {
		clear(s.houses)
		s.visited, s.heard = false, false
	}
}

// another is one more row of a list, which stands there as it was left: who asks for it
// writes all of it. What append is given is copied twice.
func another[T any](list *[]T) *T {
	n := len(*list)
	if n == cap(*list) {
		more(list)
	}
	*list = (*list)[:n+1]
	return &(*list)[n]
}

// more makes room in a list that is full.
func more[T any](list *[]T) { *list = slices.Grow(*list, 1) }

// grow gives room for n results; it allocates only when a week is fuller than
// any before.
func (s *scratch) grow(n int) []int64 {
	if n > len(s.got) {
		s.got = make([]int64, 2*n)
	}
	return s.got[:n]
}

// sums is room for the sums of a market of n.
func (s *scratch) sums(n int) []uint64 {
	if 2*n > len(s.sum) {
		s.sum = make([]uint64, 4*n)
	}
	return s.sum
}

// list is room for some companies. Who is put at n%MaxCompanies asks no bound.
type list [MaxCompanies]CompanyID

// countIf is 1 for what holds, else 0. Who stands in a list by it stands there without a
// branch that nobody can guess.
func countIf(holds bool) uint {
	if holds {
		return 1
	}
	return 0
}

// lineUp puts a row into a line, those with the smallest place first and of those
// with the same the lowest row.
func lineUp(line []uint64, place int32, row int) []uint64 {
	key := uint64(place)<<32 | uint64(row)
	line = append(line, key)
	at := len(line) - 1
	for ; at > 0 && line[at-1] > key; at-- {
		line[at] = line[at-1]
	}
	line[at] = key
	return line
}

// rowOf is the row of an entry in a line.
func rowOf(entry uint64) int { return int(uint32(entry)) }

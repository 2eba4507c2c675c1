package policy

import (
	"math"
	"slices"

	"entangle/sim"
	"entangle/sim/units"
)

// Turn is what a strategy answers in a week. Decide finds the company's plan in
// it and leaves there what it wants to remember; Orders comes empty.
type Turn struct {
	Orders []sim.Order
	Plan   *sim.Plan

	mind *mind // room for Decide to work in, so that a week allocates nothing
	sits rhythm
}

// rhythm is how a leadership of a temperament meets.
type rhythm struct {
	risk, patience float64    // of whom it is
	weeks          int        // between meetings
	seat           units.Date // see seat
	rests          [sim.AreaCount]rest
}

// rest is how long an area rests, and by how much longer at most while it brings no order.
type rest struct{ usual, longer units.Date }

// of tells whether it is that of a leadership: all is compared at once, as bits.
func (r *rhythm) of(t *sim.Temper) bool {
	risk, patience := math.Float64bits(r.risk)^math.Float64bits(t.Risk), math.Float64bits(r.patience)^math.Float64bits(t.Patience)
	return risk|patience == 0 && r.weeks > 0
}

// Turns makes turns for companies that decide one after the other: they share the
// room to work in.
func Turns(n int) []Turn {
	turns, room := make([]Turn, n), &mind{}
	room.held, room.named, room.dark = make([]sim.SiteID, 0, 64), make([]sim.SiteID, 0, 64), make([]sim.SiteID, 0, 64)
	for i := range turns {
		turns[i].mind = room
	}
	return turns
}

// Ask has a strategy decide from what a company sees. What it wants to remember is
// written into plan; its orders are in the turn and, as what Ask returns, at the end of a
// list: they are written there unless the list is full.
func (t *Turn) Ask(p Policy, v sim.View, plan *sim.Plan, list []sim.Order) []sim.Order {
	n := len(list)
	t.Orders, t.Plan = list[n:], plan
	p.Decide(v, t)
	given := len(t.Orders)
	if given == 0 {
		return list
	}
	if cap(t.Orders) == cap(list)-n { // else it grew, and stands elsewhere
		return list[:n+given]
	}
	return append(list, t.Orders...)
}

// grow makes room for more, which is so rare that its code stands aside.
//
//go:noinline
func (t *Turn) grow() { t.Orders = slices.Grow(t.Orders, 1) }

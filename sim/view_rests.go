package sim

import "entangle/sim/units"

// Rests tells whether no area of the company's plan wants to look, and it has neither heard
// that somebody may leave nor is asked anything from outside.
func (v View) Rests() bool {
	return v.w.companies[v.who].rouses(v.w.today, v.w.head.Tick) == 0
}

// Restless adds to a set the companies that do not rest. It does not branch for any, for
// nobody could guess who they are.
func (w *World) Restless(set CompanySet) CompanySet {
	list := w.companies[1:]
	first := min(len(list), 64)
	set[0] |= w.roused(list[:first])
	set[1] |= w.roused(list[first:])
	return set
}

// roused is those of up to 64 companies that do not rest, a bit each.
func (w *World) roused(list []Company) (set uint64) {
	today, tick := w.today, w.head.Tick
	for c := len(list) - 1; c >= 0; c-- {
		set += set + list[c].rouses(today, tick)
	}
	return set
}

// rouses is 0 for a company that rests, else 1. Whether it was asked or has heard something
// is a number that is below 0 if so, as is the time until it wants to look.
func (co *Company) rouses(today units.Date, tick int32) uint64 {
	wait, asked, heard := int32(co.Plan.Wake-today-1), (co.Asked^tick)-1, (co.Alarm^tick)-1
	return uint64(uint32(wait|asked|heard) >> 31)
}

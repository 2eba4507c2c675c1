package sim

import "entangle/sim/units"

// Books tells whether capacity that is still to be built can be booked.
func (v View) Books() bool { return v.w.books() }

// Companies is the number of companies; ids run from 1.
func (v View) Companies() int { return v.w.sc.Companies() }

// Growth is that of the company's income, log a year.
func (v View) Growth() float64 {
	if !v.w.financed() {
		return 0
	}
	return v.w.finances[v.who].growth()
}

// BookingRent is what a booking that an order asks for would come to in all, if it is handed
// over in time.
func (v View) BookingRent(o *Order) units.USD { return v.w.wholeRent(o) }

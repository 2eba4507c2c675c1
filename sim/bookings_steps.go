package sim

import (
	"slices"

	"entangle/sim/units"
)

// Bookings wait for the days on which more of them is due. World.steps has for each, in
// the order of their list, the first day on which something may be missing, so that until
// then nobody looks at it; 0 is always right.

// step is the next look at a booking.
type step struct {
	row int32
	day units.Date
}

// enterStep puts a new booking behind the others.
func (w *World) enterStep(row int32) { w.steps = append(w.steps, step{row: row}) }

// dropStep takes a booking out.
func (w *World) dropStep(row int32) {
	w.steps = slices.DeleteFunc(w.steps, func(s step) bool { return s.row == row })
}

// nextStep is the first day after today on which a booking of which nothing is missing
// promises more.
func (w *World) nextStep(c *Clause) units.Date {
	k := &w.contracts[c.Contract.row()]
	if w.Date() < k.Start {
		return k.Start
	}
	if c.Every == 0 || c.Now >= c.Qty {
		return units.LastDate
	}
	n := 1 + int(w.Date()-k.Start)/(7*int(c.Every)) // steps that have begun
	if n >= int(c.Steps) {
		return units.LastDate
	}
	return k.Start.AddWeeks(n * int(c.Every))
}

// begun has a booking billed from its first day on.
func (w *World) begun(s step) {
	id := w.clauses[s.row].Contract
	if w.contracts[id.row()].Start == s.day {
		w.schedule(id.row())
	}
}

// notBegun tells whether nothing can fall due under a contract yet: a booking, and what is
// paid for it, before its first day.
func (w *World) notBegun(k *Contract) bool {
	if k.Start <= w.Date() {
		return false
	}
	booked := false
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		switch c := &w.clauses[at]; {
		case c.Kind == ClauseBooking && c.Now == 0:
			booked = true
		case c.Kind != ClausePay || c.Base != PayRent && c.Base != PayCredit:
			return false
		}
	}
	return booked
}

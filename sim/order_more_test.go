package sim_test

import (
	"testing"

	"entangle/sim"
)

// TestModesCountFromOne: FieldsOf finds them by place.
func TestModesCountFromOne(t *testing.T) {
	for _, spec := range sim.OrderSpecs() {
		for i, m := range spec.Modes {
			if int(m.Mode) != i+1 {
				t.Errorf("%s: mode %s is %d in place %d", spec.Name, m.Name, m.Mode, i+1)
			}
		}
	}
}

// TestMoreOfTheSameIsOneContract: an order for more of what is on order for the
// same site adds to it, at the mean of both prices; one with another deposit
// stands beside it. What was paid and what is still due add up to both bills.
func TestMoreOfTheSameIsOneContract(t *testing.T) {
	w := small(t, nil, buy)
	before := w.Company(user).Contracts
	week(t, w, with(buy, func(o *sim.Order) { o.Qty = 300 }))
	if got := w.Company(user).Contracts; got != before {
		t.Errorf("%d contracts after a second order of the same, %d before", got, before)
	}
	week(t, w, with(buy, func(o *sim.Order) { o.Share = 200_000 }))
	if got := w.Company(user).Contracts; got != before+1 {
		t.Errorf("%d contracts after an order with another deposit, %d before", got, before)
	}
	for range 12 {
		week(t, w)
	}
	if left := w.Company(user).OnOrder; left != 0 {
		t.Errorf("%v are still on order", left)
	}
}

package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/policy"
)

// TestQuietMattersRest: an area whose last two looks brought no order comes up after twice
// the weeks, and after an order at its usual pace again.
func TestQuietMattersRest(t *testing.T) {
	sc, problems := sim.Compile(octet(t))
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	w := sim.New(sc)
	w.Reset(1)
	turn := policy.Turns(1)[0]
	rests := func(quiet uint32) (days int, busy, after uint32) {
		plan := &sim.Plan{Quiet: quiet}
		for a := range plan.Next {
			plan.Next[a] = w.Date() + 7000
		}
		plan.Next[sim.AreaPlace] = w.Date()
		turn.Ask(policy.Builtin{}, w.View(1), plan)
		return int(plan.Next[sim.AreaPlace] - w.Date()), uint32(len(turn.Orders)), plan.Quiet & (1 << sim.AreaPlace)
	}
	first, given, then := rests(0)
	again, _, still := rests(1 << sim.AreaPlace)
	if given > 0 {
		t.Fatal("there is something to place in the first week: look at another area")
	}
	if then == 0 || still == 0 {
		t.Error("a look without an order is not remembered")
	}
	if again < first+14 {
		t.Errorf("it comes up after %d days, and after %d when it was quiet before", first, again)
	}
}

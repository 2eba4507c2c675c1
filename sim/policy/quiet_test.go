package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/policy"
)

// TestQuietMattersRest: an area whose last two looks brought no order comes up after twice
// the weeks, after four times those if that brought none either, but within a year, and
// after an order at its usual pace again.
func TestQuietMattersRest(t *testing.T) {
	sc, problems := sim.Compile(octet(t))
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	w := sim.New(sc)
	w.Reset(1)
	turn := policy.Turns(1)[0]
	rests := func(quiet, long uint32) (days int, busy, after uint32) {
		plan := &sim.Plan{Quiet: quiet, Still: long}
		for a := range plan.Next {
			plan.Next[a] = w.Date() + 7000
		}
		plan.Next[sim.AreaPlace] = w.Date()
		turn.Ask(policy.Builtin{}, w.View(1), plan, nil)
		return int(plan.Next[sim.AreaPlace] - w.Date()), uint32(len(turn.Orders)), plan.Quiet & (1 << sim.AreaPlace)
	}
	const place = 1 << sim.AreaPlace
	first, given, then := rests(0, 0)
	again, _, still := rests(place, 0)
	third, _, _ := rests(place, place)
	if given > 0 {
		t.Fatal("there is something to place in the first week: look at another area")
	}
	if then == 0 || still == 0 {
		t.Error("a look without an order is not remembered")
	}
	if again < first+14 || third < again+14 || third > 366 {
		t.Errorf("it comes up after %d days, after %d when it was quiet before, and after %d when it was for long", first, again, third)
	}
}

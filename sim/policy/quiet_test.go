package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/policy"
)

// TestQuietMattersRest: an area whose last look brought no order comes up after twice the
// weeks, after four times those if that brought none either, but within a year, and after
// an order at its usual pace again. What lies idle is looked at after twice the weeks at most.
func TestQuietMattersRest(t *testing.T) {
	sc, problems := sim.Compile(octet(t))
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	w := sim.New(sc)
	w.Reset(1)
	turn := policy.Turns(1)[0]
	rests := func(a sim.Area, quiet uint32) (days int, given int, after uint32) {
		plan := &sim.Plan{Quiet: quiet << a}
		for other := range plan.Next {
			plan.Next[other] = w.Date() + 7000
		}
		plan.Next[a] = w.Date()
		turn.Ask(policy.Builtin{}, w.View(1), plan, nil)
		return int(plan.Next[a] - w.Date()), len(turn.Orders), plan.Quiet & (1 << a)
	}
	const sitting = 14 // by how much a day moves to that of a sitting, at most
	temper := w.View(1).OwnRow().Temper
	usual := max(3, 1+3*int(temper.Patience)/2) * 7 // weeks between meetings, see weeksBetween
	first, given, then := rests(sim.AreaBuild, 0)
	again, _, still := rests(sim.AreaBuild, 1)
	if given > 0 {
		t.Fatal("there are halls to begin in the first week: look at another area")
	}
	if then == 0 || still == 0 {
		t.Error("a look without an order is not remembered")
	}
	if lies, given, _ := rests(sim.AreaPlace, 1); given > 0 || lies > 2*usual+sitting {
		t.Errorf("idle chips come up after %d days and %d orders", lies, given)
	}
	busy, orders, quiet := rests(sim.AreaPrice, 1)
	if orders == 0 || quiet != 0 || busy > 2*usual+sitting { // prices are on the table at every other meeting
		t.Errorf("after %d orders it comes up in %d days, quiet: %v", orders, busy, quiet != 0)
	}
	if first < 2*usual-sitting || again < 4*usual-sitting || again > 366 {
		t.Errorf("it comes up after %d days, and after %d when it was quiet before, where %d are usual", first, again, usual)
	}
}

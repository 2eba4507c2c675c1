package session_test

import (
	"testing"

	"entangle/sim"
	strategies "entangle/sim/policy"
	"entangle/sim/session"
)

// TestWhoRestsSleeps: companies are asked by the set of those that do not rest, so it has to
// leave out those, and only those, that rest; and a strategy that says so has to sleep then.
func TestWhoRestsSleeps(t *testing.T) {
	s := session.New(named(t, "octet"))
	s.Reset(3)
	var strategy strategies.Rester = strategies.Builtin{}
	resting, waking := 0, 0
	for range 60 {
		restless := s.World.Restless(sim.CompanySet{})
		for c := sim.CompanyID(1); int(c) <= s.World.Scenario().Companies(); c++ {
			v := s.World.View(c)
			if v.Rests() == restless.Has(c) {
				t.Fatalf("%s: the set and the company disagree on whether it rests", s.World.Date())
			}
			if !v.Rests() {
				waking++
			} else if resting++; !strategy.Sleeps(v) {
				t.Fatalf("%s: a company that rests is awake", s.World.Date())
			}
		}
		for set, last := restless, sim.CompanyID(0); ; {
			c := set.Next()
			if c == 0 {
				break
			}
			if c <= last || !restless.Has(c) || set.Has(c) {
				t.Fatalf("%d comes out of the set after %d", c, last)
			}
			last = c
		}
		s.Advance(nil)
	}
	if resting == 0 || waking == 0 {
		t.Errorf("%d rested and %d did not: look at other weeks", resting, waking)
	}
}

package sim_test

import (
	"testing"

	"entangle/sim/session"
)

// TestLawsHold plays many runs with the built-in strategies and audits each week.
func TestLawsHold(t *testing.T) {
	s := session.New(compile(t, quartet(t)))
	runs := 400
	if testing.Short() {
		runs = 60
	}
	s.Reset(0)
	if err := s.World.Audit(); err != nil {
		t.Errorf("the start breaks a law: %v", err)
	}
	for seed := range runs {
		play(t, s, uint64(seed))
	}
}

// TestSteadyWeeksAllocateNothing holds for the whole loop: views, strategies,
// step.
func TestSteadyWeeksAllocateNothing(t *testing.T) {
	s := session.New(compile(t, quartet(t)))
	s.Reset(1)
	run := func() {
		if s.World.Over() {
			s.Reset(s.World.Head().Seed + 1)
		}
		s.Advance(nil)
	}
	for range 60 {
		run()
	}
	if n := testing.AllocsPerRun(200, run); n != 0 {
		t.Errorf("%v allocations a week", n)
	}
}

package sim_test

import (
	"testing"

	"entangle/sim"
)

// TestHiringWaveIsToldTogether: the fourth known person whom a company hires within a
// quarter makes news with the three before, and none does who comes a quarter later.
func TestHiringWaveIsToldTogether(t *testing.T) {
	w := small(t, sim.AddStars)
	hire := func() (waves []sim.Event) {
		w.Hire(user, 3_000_000)
		for _, e := range w.Events() {
			if e.Kind == sim.EventHiringWave {
				waves = append(waves, e)
			}
		}
		week(t, w)
		return waves
	}
	for i := range 3 {
		if waves := hire(); len(waves) > 0 {
			t.Fatalf("told after %d", i+1)
		}
	}
	waves := hire()
	if len(waves) != 1 || waves[0].By != user || waves[0].Qty != 4 || waves[0].Amount != 12_000_000 {
		t.Errorf("the fourth is told as %+v", waves)
	}
	for range 13 {
		week(t, w)
	}
	for i := range 3 {
		if waves := hire(); len(waves) > 0 {
			t.Errorf("told after %d of another quarter", i+1)
		}
	}
}

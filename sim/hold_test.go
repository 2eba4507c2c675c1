package sim_test

import (
	"testing"

	"entangle/sim"
)

// holds counts what holds companies back, over a year of the rich test world.
func holds(t *testing.T, change func(*sim.Setup)) map[sim.Hold]int {
	seen := map[sim.Hold]int{}
	chainGame(t, change, 52, func(w *sim.World) {
		for c := range w.Scenario().Companies() {
			seen[w.Hold(sim.CompanyID(c+1))]++
		}
	})
	return seen
}

// Designers wait for wafers, or for memory where that is what is short, and for
// neither where both are plenty; a lab without sites lacks compute to rent.
func TestWhatHoldsBack(t *testing.T) {
	usual := holds(t, nil)
	if usual[sim.HoldPackaging] == 0 || usual[sim.HoldRoom] == 0 || usual[sim.HoldPower]+usual[sim.HoldChips] == 0 {
		t.Errorf("as it is: %v", usual)
	}
	if seen := holds(t, func(s *sim.Setup) { s.Memory.Capacity = sim.Exactly(200_000) }); seen[sim.HoldMemory] <= usual[sim.HoldMemory] {
		t.Errorf("with a quarter of the memory: %v, as it is: %v", seen, usual)
	}
	if seen := holds(t, func(s *sim.Setup) { s.Switches.Packaging = sim.Off }); seen[sim.HoldPackaging]+seen[sim.HoldMemory] > 0 {
		t.Errorf("without a chain: %v", seen)
	}
	for h := range sim.HoldRoom + 1 {
		if (h.Name() == "") != (h == sim.HoldNone) {
			t.Errorf("%d is called %q", h, h.Name())
		}
	}
}

package policy

import (
	"testing"

	"entangle/sim"
)

// TestSeatsDiffer: leaderships of all temperaments do not sit in the same week.
func TestSeatsDiffer(t *testing.T) {
	var weeks [sittingWeeks]int
	for risk := range 21 {
		for patience := range 21 {
			at := seat(&sim.Temper{Risk: float64(risk) / 2, Patience: float64(patience) / 2})
			weeks[at/7%sittingWeeks]++
		}
	}
	for _, n := range weeks {
		if n*8 < 21*21 {
			t.Fatalf("leaderships by week of sitting: %v", weeks)
		}
	}
}

// TestDearest: no area's least order takes more attention than lookAt goes by.
func TestDearest(t *testing.T) {
	cost := map[sim.OrderKind]int64{}
	for _, s := range sim.OrderSpecs() {
		cost[s.Kind] = s.Attention
	}
	for id := range areas {
		if k := areas[id].least; k != 0 && 2*cost[k] > dearest {
			t.Errorf("the least order of area %d takes up to %d points, more than %d", id, 2*cost[k], dearest)
		}
	}
}

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

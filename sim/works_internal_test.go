package sim

import (
	"testing"

	"entangle/sim/units"
)

// TestTasksCostEvenParts: what is written for a week is what all weeks make.
func TestTasksCostEvenParts(t *testing.T) {
	for task, spec := range taskSpecs {
		for i, weeks := range spec.usual {
			if median := [...]span{spec.greenfield, spec.hall}[i].median; spec.weekly[i]*units.USD(weeks) != spec.perKW || float64(weeks) != median {
				t.Errorf("task %d: %d weeks at %d dollars a kW for %d dollars and %v weeks", task, weeks, spec.weekly[i], spec.perKW, median)
			}
		}
	}
}

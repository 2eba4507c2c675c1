package sim

import (
	"testing"

	"entangle/sim/units"
)

// TestCostsAreAllFlowsButNoCost: the sum that names each running cost names them all.
func TestCostsAreAllFlowsButNoCost(t *testing.T) {
	w, _ := twoWorlds(t)
	want := units.USD(0)
	for f := range FlowCount {
		w.total[1][out][f] = units.USD(1) << f
		if noCost&(1<<f) == 0 {
			want += units.USD(1) << f
		}
	}
	if got := w.costs(1); got != want {
		t.Errorf("running costs are of the flows %b, want %b", got, want)
	}
}

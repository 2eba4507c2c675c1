package experiment_test

import (
	"strings"
	"testing"

	"entangle/sim"
	"entangle/sim/experiment"
)

// marketsOfModels are the segments in which makers of models sell what they make.
var marketsOfModels = []string{"advertising", "api", "assistants", "coding", "devices"}

// withoutCompute is a scenario where nobody gets chips beyond those that are there.
func withoutCompute(t *testing.T, sc *sim.Scenario) *sim.Scenario {
	t.Helper()
	frozen, err := experiment.Scaled(sc, 0.001, "packaging.capacity", "memory.capacity")
	if err != nil {
		t.Fatal(err)
	}
	return frozen
}

// TestOctetFrozenCompute has nobody get chips from the start: from the last half-year
// of 2025 to that of 2026 the revenue of who sells models grows by a quarter and less
// of the dollars that it does where they come. Where chips need no wafers there is
// nothing to freeze.
func TestOctetFrozenCompute(t *testing.T) {
	if long(t) {
		return
	}
	all := strings.Join(marketsOfModels, "+") + ".segment_revenue"
	for _, off := range []string{"", "packaging"} {
		sc := octet(t, off)
		var outcomes []experiment.Outcome
		for _, week := range []int{26, 52, 78, 104} {
			outcomes = append(outcomes, experiment.AtWeek(week, "segment_revenue", marketsOfModels...))
		}
		r := compare(t, 0, sc, experiment.Arm{Name: "frozen", Scenario: withoutCompute(t, sc)}, outcomes...)
		first := func(look experiment.Look) float64 { return look(all+"@52") - look(all+"@26") }
		grew := func(look experiment.Look) float64 {
			return look(all+"@104") - look(all+"@78") - first(look)
		}
		pair := func(says string, read func(base, other experiment.Look) float64) experiment.Effect {
			return r.Derive("frozen", says, "USD billion", read)
		}
		t.Log(pair("the twin's half-year of 2025", func(base, _ experiment.Look) float64 { return first(base) }))
		t.Log(pair("its growth in a year", func(base, _ experiment.Look) float64 { return grew(base) }))
		t.Log(pair("the same without chips", func(_, other experiment.Look) float64 { return first(other) }))
		t.Log(pair("its growth in a year", func(_, other experiment.Look) float64 { return grew(other) }))
		over := pair("growth over a quarter of the twin's", func(base, other experiment.Look) float64 { return grew(other) - grew(base)/4 })
		shown(t, off, []statement{{"revenue of sellers of models stalls", over, 0, true}})
	}
}

package scenario_test

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim/scenario"
)

// BenchmarkLoad is what every command does before anything else: it reads the
// largest scenario and compiles it.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scenario.Check(scenario.Load(scenarios.FS, "2025")); err != nil {
			b.Fatal(err)
		}
	}
}

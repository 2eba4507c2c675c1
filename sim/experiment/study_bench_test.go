package experiment_test

import (
	"context"
	"testing"

	"entangle/sim/experiment"
)

func BenchmarkYearStudy(b *testing.B) {
	sc := theYear(b)
	for b.Loop() {
		if _, err := experiment.Run(context.Background(), experiment.Config{Scenario: sc, Seed: 1, Runs: 200, Workers: 1}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

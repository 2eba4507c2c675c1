package bench

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/kernel"
	"entangle/sim/scenario"
)

// shipped is the reference world of a shipped scenario.
func shipped(t testing.TB, name string) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	sc, err := World(pack.Setup, sizes(pack.Setup, 0)[0], kernel.RefWeeks)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// octet is the world with every mechanic, of the reference size.
func octet(t testing.TB) *sim.Scenario { return shipped(t, "octet") }

// BenchmarkOctet plays whole runs of the world with every mechanic.
func BenchmarkOctet(b *testing.B) { benchRuns(b, octet(b)) }

// BenchmarkYear plays whole runs of the year 2025.
func BenchmarkYear(b *testing.B) { benchRuns(b, shipped(b, "2025")) }

func benchRuns(b *testing.B, sc *sim.Scenario) {
	g := newGame(sc)
	weeks, seed := 0, uint64(0)
	b.ReportAllocs()
	for b.Loop() {
		g.world.Reset(seed)
		for ; !g.world.Over(); weeks++ {
			g.play()
		}
		seed++
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(weeks*sc.Companies()), "ns/company-week")
}

// BenchmarkOctetParts plays them and reports each part of the week by itself.
func BenchmarkOctetParts(b *testing.B) {
	sc := octet(b)
	g := newGame(sc)
	times := newPartTimes(g)
	for seed := uint64(0); b.Loop(); seed++ {
		for g.world.Reset(seed); !g.world.Over(); {
			times.week(g)
		}
	}
	times.report(b, g, sc)
}

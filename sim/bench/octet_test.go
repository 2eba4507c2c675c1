package bench

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/kernel"
	"entangle/sim/scenario"
)

// octet is the world with every mechanic, of the reference size.
func octet(t testing.TB) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, "octet")
	if err != nil {
		t.Fatal(err)
	}
	sc, err := World(pack.Setup, kernel.RefCompanies, kernel.RefWeeks)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// BenchmarkOctet plays whole runs of the world with every mechanic.
func BenchmarkOctet(b *testing.B) {
	sc := octet(b)
	g := newGame(sc)
	weeks, seed := 0, uint64(0)
	b.ReportAllocs()
	for b.Loop() {
		g.world.Reset(seed)
		for ; !g.world.Over(); weeks++ {
			g.week(func(int) {})
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

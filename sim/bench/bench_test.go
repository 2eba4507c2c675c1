package bench

import (
	"testing"
	"time"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/kernel"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

// setup is the pack that fills the worlds.
func setup(t testing.TB) sim.Setup {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, "quartet")
	if err != nil {
		t.Fatal(err)
	}
	return pack.Setup
}

// reference is the world that figures are quoted for.
func reference(t testing.TB) *sim.Scenario {
	t.Helper()
	return world(t, kernel.RefCompanies, kernel.RefWeeks)
}

func world(t testing.TB, n, weeks int) *sim.Scenario {
	t.Helper()
	sc, err := World(setup(t), n, weeks)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// BenchmarkWeek plays the reference world over and over.
func BenchmarkWeek(b *testing.B) {
	sc := reference(b)
	game := session.New(sc)
	b.ReportAllocs()
	weeks := 0
	for b.Loop() {
		if game.World.Over() || weeks == 0 {
			game.Reset(uint64(weeks))
		}
		game.Advance(nil)
		weeks++
	}
	perCompany(b, sc)
}

// BenchmarkPhases plays the reference world and reports each part of the week
// by itself.
func BenchmarkPhases(b *testing.B) {
	sc := reference(b)
	g := newGame(sc)
	times := newPartTimes(g)
	b.ReportAllocs()
	g.world.Reset(1)
	for b.Loop() {
		if g.world.Over() {
			g.world.Reset(1)
		}
		times.week(g)
	}
	times.report(b, g, sc)
}

// partTimes adds up the time of each part of the week. Stopping the benchmark's
// timer between the parts would cost more than they do.
type partTimes struct {
	sums       []time.Duration
	last, cost time.Duration
	weeks      int
}

func newPartTimes(g *game) *partTimes {
	return &partTimes{sums: make([]time.Duration, len(g.parts())), cost: clockCost()}
}

func (p *partTimes) week(g *game) {
	p.last = now()
	g.week(p.mark)
	p.weeks++
}

func (p *partTimes) mark(part int) {
	t := now()
	p.sums[part] += t - p.last - p.cost
	p.last = t
}

func (p *partTimes) report(b *testing.B, g *game, sc *sim.Scenario) {
	for i, name := range g.parts() {
		b.ReportMetric(float64(p.sums[i].Nanoseconds())/float64(p.weeks*sc.Companies()), name+"-ns/company-week")
	}
}

func perCompany(b *testing.B, sc *sim.Scenario) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*sc.Companies()), "ns/company-week")
}

func BenchmarkClone(b *testing.B) {
	w, c := halfway(b)
	b.ReportAllocs()
	for b.Loop() {
		c.CopyFrom(w)
	}
}

func BenchmarkHash(b *testing.B) {
	w, _ := halfway(b)
	b.ReportAllocs()
	for b.Loop() {
		w.Hash()
	}
}

func BenchmarkReset(b *testing.B) {
	w, _ := halfway(b)
	b.ReportAllocs()
	for b.Loop() {
		w.Reset(1)
	}
}

// BenchmarkSampler plays the reference world with its recorder looking on; the
// difference to BenchmarkWeek is what recording costs.
func BenchmarkSampler(b *testing.B) {
	sc := reference(b)
	game := session.New(sc)
	game.Watch(session.NewSampler(sc, 0, nil))
	b.ReportAllocs()
	weeks := 0
	for b.Loop() {
		if game.World.Over() || weeks == 0 {
			game.Reset(uint64(weeks))
		}
		game.Advance(nil)
		weeks++
	}
	perCompany(b, sc)
}

// halfway is a world in the middle of a run, and one to copy it to.
func halfway(b *testing.B) (w, other *sim.World) {
	sc := reference(b)
	game := session.New(sc)
	game.Reset(1)
	for range sc.Weeks() / 2 {
		game.Advance(nil)
	}
	return game.World, sim.New(sc)
}

package experiment_test

import (
	"slices"
	"sync"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

// What the year 2025 must show.

// yearPack is the scenario as it is written.
func yearPack(t testing.TB) *scenario.Pack {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, "2025")
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// theYear compiles it.
func theYear(t testing.TB) *sim.Scenario {
	t.Helper()
	sc, err := scenario.Check(yearPack(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// yearRuns is on how many runs a share of them is counted: a few dozen would say no more
// than that it may be so.
const yearRuns = 400

// watch is what a test sees of a run, week by week.
type watch interface {
	begin()
	week(w *sim.World, n int) // the n-th has passed
	end()
}

// playYears plays runs on two workers, each with a watch of its own.
func playYears[W watch](sc *sim.Scenario, runs int, make func() W) (watches [2]W) {
	var wait sync.WaitGroup
	for i := range watches {
		watches[i] = make()
		wait.Go(func() {
			g := session.New(sc)
			for seed := i; seed < runs; seed += len(watches) {
				watches[i].begin()
				n := 0
				for g.Reset(uint64(seed)); !g.World.Over(); {
					g.Advance(nil)
					n++
					watches[i].week(g.World, n)
				}
				watches[i].end()
			}
		})
	}
	wait.Wait()
	return watches
}

// metric reads a metric by its name.
func metric(name string) func(w *sim.World, id int32) float64 {
	all := sim.Metrics()
	return all[slices.IndexFunc(all, func(m sim.Metric) bool { return m.Name == name })].Read
}

// boundWatch counts runs in which power is worth most to most of the largest builders.
type boundWatch struct {
	ids  []sim.CompanyID
	runs int
}

func (b *boundWatch) begin() {}

func (b *boundWatch) week(w *sim.World, n int) {
	if n != 30 {
		return
	}
	bound := 0
	for _, id := range b.ids {
		v := w.Shadow(id)
		if p := v[sim.ResourcePower]; p > 0 && p == slices.Max(v[:]) {
			bound++
		}
	}
	if bound >= 3 {
		b.runs++
	}
}

func (b *boundWatch) end() {}

// TestYearPowerBindsFirst: by week 30 power is the largest shadow value of at least
// three of the four largest builders in at least 55 % of runs.
func TestYearPowerBindsFirst(t *testing.T) {
	if long(t) {
		return
	}
	sc, runs, bound := theYear(t), yearRuns, 0
	var ids []sim.CompanyID
	for _, name := range []string{"google", "microsoft", "amazon", "meta"} {
		id, problem := sc.Find(sim.OfCompany, name)
		if problem != "" {
			t.Fatal(problem)
		}
		ids = append(ids, sim.CompanyID(id))
	}
	for _, b := range playYears(sc, runs, func() *boundWatch { return &boundWatch{ids: ids} }) {
		bound += b.runs
	}
	t.Logf("power is worth most to three of four builders in %d of %d runs", bound, runs)
	if bound*100 < 55*runs {
		t.Error("fewer than 55 %")
	}
}

// idleWatch counts runs in which somebody's chips stand idle for a quarter.
type idleWatch struct {
	companies int
	share     func(w *sim.World, id int32) float64
	owned     func(w *sim.World, id int32) float64
	weeks     []int
	met       bool
	runs      int
}

func (i *idleWatch) begin() { i.weeks, i.met = make([]int, i.companies+1), false }

func (i *idleWatch) week(w *sim.World, _ int) {
	const some = 100 // kH100e: a company of which one would hear
	for id := int32(1); id <= int32(i.companies); id++ {
		if i.owned(w, id) < some || i.share(w, id) <= 0.05 {
			i.weeks[id] = 0
			continue
		}
		if i.weeks[id]++; i.weeks[id] == 13 {
			i.met = true
		}
	}
}

func (i *idleWatch) end() {
	if i.met {
		i.runs++
	}
}

// TestYearChipsStandIdle: in most runs some company has more than 5 % of its chips
// idle for 13 weeks.
func TestYearChipsStandIdle(t *testing.T) {
	if long(t) {
		return
	}
	sc, runs, idle := theYear(t), yearRuns, 0
	for _, i := range playYears(sc, runs, func() *idleWatch {
		return &idleWatch{companies: sc.Companies(), share: metric("idle_share"), owned: metric("compute_owned")}
	}) {
		idle += i.runs
	}
	t.Logf("chips stand idle for a quarter in %d of %d runs", idle, runs)
	if 2*idle <= runs {
		t.Error("not in most")
	}
}

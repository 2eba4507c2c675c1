package experiment

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/policy"
	"entangle/sim/rng"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

var setup = sync.OnceValue(func() sim.Setup {
	pack, err := scenario.Load(scenarios.FS, "quartet")
	if err != nil {
		return sim.Setup{}
	}
	return pack.Setup
})

// without is the quartet without some mechanics.
func without(t testing.TB, names ...string) *sim.Scenario {
	t.Helper()
	sc, err := Without(setup(), names...)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// compared plays a study of the quartet.
func compared(t testing.TB, s Study) *Compared {
	t.Helper()
	s.Base.Scenario = quartet()
	r, err := Pairs(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPairsWorkersDoNotMatter(t *testing.T) {
	play := func(workers int, seed uint64) *Compared {
		return compared(t, Study{Arms: []Arm{{Name: "slips", Scenario: without(t, "slips")}, {Name: "overflow", Scenario: without(t, "overflow")}},
			Outcomes: []Outcome{VitalOutcome(quartet())}, Runs: 30, Seed: seed, Workers: workers})
	}
	want := play(1, 1)
	for _, workers := range []int{2, 7, 0} {
		if got := play(workers, 1); !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers: other figures than with one", workers)
		}
	}
	if reflect.DeepEqual(play(2, 2), want) {
		t.Error("seeds 1 and 2 give the same figures")
	}
}

// An arm that is the base moves nothing at all, and is found not used; so is one in
// which a company is led by a copy of its own strategy.
func TestEqualArmIsUnused(t *testing.T) {
	r := compared(t, Study{Arms: []Arm{{Name: "same"}, {Name: "compiled anew", Scenario: without(t)},
		{Name: "led", Player: Led("lumen", func() policy.Policy { return policy.Builtin{} })}},
		Outcomes: []Outcome{VitalOutcome(quartet())}, Runs: 20, Seed: 1})
	for a, name := range r.Arms {
		for k := range r.Numbers {
			if e := r.At(a, k); e.Diff != 0 || e.SE != 0 || e.Moved != 0 || e.Z() != 0 || e.Base != e.Other {
				t.Errorf("%s", e)
			}
		}
		if j := r.Judge(a); j.Verdict != Unused {
			t.Errorf("%s is %s", name, j.Verdict)
		}
	}
}

// The numbers are those of the runs played alone.
func TestPairIsTwoRuns(t *testing.T) {
	off := without(t, "power_limit")
	r := compared(t, Study{Arms: []Arm{{Name: "off", Scenario: off}}, Outcomes: []Outcome{AtEnd("cash", "lumen"), AtWeek(3, "cash", "lumen")},
		Runs: 6, Seed: 4, Workers: 2, Keep: true})
	metric, _ := sim.FindMetric("cash")
	for a, sc := range []*sim.Scenario{quartet(), off} {
		name := []string{"", "off"}[a]
		id, _ := sc.Find(sim.OfCompany, "lumen")
		for pair := range 6 {
			g, then := session.New(sc), 0.0
			for g.Reset(rng.Run(4, uint64(pair))); !g.World.Over(); g.Advance(nil) {
				if g.World.Head().Tick == 3 {
					then = sim.Metrics()[metric].Read(g.World, id)
				}
			}
			if v := sim.Metrics()[metric].Read(g.World, id); r.Values(name, "lumen.cash")[pair] != v || r.Values(name, "lumen.cash@3")[pair] != then {
				t.Errorf("arm %q, pair %d: %v and %v, played alone %v and %v", name, pair,
					r.Values(name, "lumen.cash")[pair], r.Values(name, "lumen.cash@3")[pair], v, then)
			}
		}
	}
	e, diff := r.Effect("off", "lumen.cash"), r.Derive("off", "cash", "", func(base, other Look) float64 { return other("lumen.cash") - base("lumen.cash") })
	if e.Diff != diff.Diff || e.SE != diff.SE || e.Moved != diff.Moved {
		t.Errorf("%s\n%s", e, diff)
	}
}

func TestPairsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s := Study{Base: Arm{Scenario: quartet()}, Arms: []Arm{{Name: "same"}}, Outcomes: []Outcome{AtEnd("cash")}, Runs: 100_000, Seed: 3, Workers: 3,
		Progress: func(n int) {
			if n >= 8 {
				cancel()
			}
		}}
	got, err := Pairs(ctx, s)
	if !errors.Is(err, context.Canceled) || got.Pairs < 8 || got.Pairs > 1000 {
		t.Fatalf("%d pairs, error %v", got.Pairs, err)
	}
	s.Runs, s.Progress = got.Pairs, nil
	if want, err := Pairs(t.Context(), s); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("the first %d pairs differ from a study of %d: %v", got.Pairs, got.Pairs, err)
	}
}

// Mistakes show before anything is played, and say what there is.
func TestStudyRefusals(t *testing.T) {
	cash := []Outcome{AtEnd("cash")}
	nan := Watch("nothing", "", func(*sim.Scenario) (func(*session.Session), func() float64) {
		return func(*session.Session) {}, math.NaN
	})
	script := Told("lumen", func(*sim.Scenario) Script { return func(*sim.World) []sim.Order { return nil } })
	for _, c := range []struct {
		s    Study
		says string
	}{
		{Study{Runs: 0}, "0 runs"},
		{Study{Runs: 1, Workers: -1}, "-1 workers"},
		{Study{Runs: 1, Arms: []Arm{{}}}, "name of its own"},
		{Study{Runs: 1, Arms: []Arm{{Name: "a"}, {Name: "a"}}}, "name of its own"},
		{Study{Runs: 1, Outcomes: append(cash, cash...)}, "two outcomes are called \"all.cash\""},
		{Study{Runs: 1, Outcomes: []Outcome{AtEnd("cahs")}}, "no metric \"cahs\": near are cash"},
		{Study{Runs: 1, Outcomes: []Outcome{AtEnd("cash", "lumne")}}, "lumen"},
		{Study{Runs: 1, Outcomes: []Outcome{nan}}, "pair 0 (seed"},
		{Study{Runs: 1, Arms: []Arm{{Name: "a", Player: Only("lumne")}}}, "lumen"},
		{Study{Runs: 1, Arms: []Arm{{Name: "a", Player: All(script, script)}}}, "two scripts"},
	} {
		c.s.Base.Scenario = quartet()
		if r, err := Pairs(t.Context(), c.s); err == nil || !strings.Contains(err.Error(), c.says) || r == nil || r.Pairs != 0 {
			t.Errorf("%v, not %q", err, c.says)
		}
	}
	if _, err := Pairs(t.Context(), Study{Runs: 1}); err == nil || !strings.Contains(err.Error(), "Study.Base.Scenario") {
		t.Error(err)
	}
	r := compared(t, Study{Runs: 1, Arms: []Arm{{Name: "a"}}, Outcomes: cash})
	for _, e := range []Effect{r.Effect("b", "all.cash"), r.Effect("a", "all.cahs"), r.Derive("a", "x", "", nil)} {
		if e.Above(-1e300) || e.Below(1e300) || !math.IsNaN(e.Diff) || len(e.String()) < 20 {
			t.Errorf("%s", e)
		}
	}
	if !math.IsNaN(r.Median("a", "all.cash")) || !math.IsNaN(r.MedianDifference("a", "all.cash")) {
		t.Error("a median of what was not kept")
	}
}

// TestPairsAllocateNothing plays pairs on a table that was laid before.
func TestPairsAllocateNothing(t *testing.T) {
	s := Study{Base: Arm{Scenario: quartet()}, Arms: []Arm{{Name: "off", Scenario: without(t, "slips")}}, Runs: 1 << 20, Seed: 1, Workers: 1,
		Outcomes: []Outcome{VitalOutcome(quartet()), FirstWeek(1, "power_energised"), MeanOf("revenue").Named("x")}}
	if err := s.check(); err != nil {
		t.Fatal(err)
	}
	table, err := newTable(&s)
	if err != nil {
		t.Fatal(err)
	}
	b, r, index := &batch{}, newCompared(&s), 0
	if n := testing.AllocsPerRun(5, func() {
		table.play(t.Context(), index, b)
		r.merge(b)
		index++
	}); n > 0 {
		t.Errorf("%v allocations in %d pairs", n, batchPairs)
	}
	if r.Pairs != 6*batchPairs {
		t.Errorf("%d pairs", r.Pairs)
	}
}

func ExamplePairs() {
	off, err := Without(setup(), "power_limit")
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := Pairs(context.Background(), Study{
		Base:     Arm{Scenario: quartet()},
		Arms:     []Arm{{Name: "no limit", Scenario: off}},
		Outcomes: []Outcome{MeanOf("compute_running_total"), AtEnd("power_energised", "falcon", "harbour")},
		Runs:     100, Seed: 1,
	})
	e := r.Effect("no limit", "world.compute_running_total:mean")
	fmt.Println(err, e.Above(0), e.Pairs, r.Effect("no limit", "falcon+harbour.power_energised").Moved)
	// Output: <nil> true 100 0
}

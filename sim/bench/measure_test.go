package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// TestSteadyStateAllocatesNothing counts every allocation, not a mean: the
// function that is counted plays many weeks.
func TestSteadyStateAllocatesNothing(t *testing.T) {
	for _, n := range []int{4, 16, 64} {
		game := session.New(world(t, n, 200))
		game.Reset(1)
		for range warmWeeks {
			game.Advance(nil)
		}
		allocs := testing.AllocsPerRun(1, func() {
			for range 60 {
				game.Advance(nil)
			}
		})
		if allocs != 0 {
			t.Errorf("%d companies: %v allocations in 60 weeks", n, allocs)
		}
	}
}

// TestGameIsASession plays a session and one taken apart side by side.
func TestGameIsASession(t *testing.T) {
	for _, sc := range []*sim.Scenario{reference(t), octet(t)} {
		sameGame(t, sc)
	}
}

func sameGame(t *testing.T, sc *sim.Scenario) {
	whole, apart := session.New(sc), newGame(sc)
	whole.Reset(7)
	apart.world.Reset(7)
	for !whole.World.Over() {
		whole.Advance(nil)
		marks := 0
		apart.week(func(part int) {
			if part != marks {
				t.Fatalf("part %d marked as %d", marks, part)
			}
			marks++
		})
		if a, b := whole.World.Hash(), apart.world.Hash(); a != b || marks != len(apart.parts()) {
			t.Fatalf("week %d: they differ, or %d of %d parts were marked", whole.World.Head().Tick, marks, len(apart.parts()))
		}
	}
}

func TestBudgetsAddUp(t *testing.T) {
	sum := 0.0
	for _, name := range newGame(reference(t)).parts() {
		if budgets[name] == 0 {
			t.Errorf("%s has no budget", name)
		}
		sum += budgets[name]
	}
	if math.Abs(sum-TargetRatio) > 1e-9 {
		t.Errorf("the budgets add up to %v kernels, the target is %v", sum, TargetRatio)
	}
}

// TestQuickReport looks at the form of a report, not at its figures.
func TestQuickReport(t *testing.T) {
	var stages []string
	r, err := Measure(t.Context(), Quick(setup(t)), func(what string) { stages = append(stages, what) })
	if err != nil {
		t.Fatal(err)
	}
	if len(stages) != 6 || len(r.Parts) != len(budgets) || len(r.ByCompanies.Points) != 3 || len(r.ByWeeks.Points) != 3 {
		t.Errorf("%d stages, %d parts, %d and %d sizes", len(stages), len(r.Parts), len(r.ByCompanies.Points), len(r.ByWeeks.Points))
	}
	for name, v := range map[string]float64{"engine": r.Ratio.Engine.Min, "kernel": r.Ratio.Kernel.Min, "ratio": r.Ratio.Pairs.Min,
		"runs": r.RunsPerSecond, "orders": r.Steady.Orders, "postings": r.Steady.Postings, "draws": r.Steady.Draws,
		"bytes": float64(r.Sizes.Bytes), "clone": r.Sizes.CloneNs, "hash": r.Sizes.HashNs, "reset": r.Sizes.ResetNs} {
		if v <= 0 {
			t.Errorf("%s: %v", name, v)
		}
	}
	var text bytes.Buffer
	if err := r.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"engine / kernel", "strategies", "ledger", "postings", "companies to the power", "weeks to the power", ClockName} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the text does not say %q:\n%s", want, text.String())
		}
	}
	data, err := json.Marshal(r)
	if err != nil || !bytes.Contains(data, []byte(`"ratio":{"min":`)) {
		t.Errorf("as JSON: %s, error %v", data, err)
	}
}

func TestMeasureStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	for _, last := range []string{"engine and kernel, in turns", "the parts of the week", "growth with weeks"} {
		_, err := Measure(ctx, Quick(setup(t)), func(what string) {
			if what == last {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("stopped at %s: error %v", last, err)
		}
		ctx, cancel = context.WithCancel(t.Context())
	}
	cancel()
}

func TestSpreads(t *testing.T) {
	if got := spreadOf([]float64{3, 1, 2}); got != (Spread{1, 2, 3}) {
		t.Errorf("%+v", got)
	}
	if got := spreadOf([]float64{4, 1, 2, 3}); got.Median != 2.5 {
		t.Errorf("%+v", got)
	}
	if got := spreadOf(nil); got != (Spread{}) {
		t.Errorf("%+v", got)
	}
}

func TestSlope(t *testing.T) {
	var x, y []float64
	for _, n := range []float64{16, 32, 64, 128} {
		x, y = append(x, math.Log(n)), append(y, math.Log(5*math.Pow(n, 1.3)))
	}
	if got := slope(x, y); math.Abs(got-1.3) > 1e-9 {
		t.Errorf("the exponent of n^1.3 is %v", got)
	}
	if got := slope(x[:1], y[:1]); got != 0 {
		t.Errorf("the slope of a point is %v", got)
	}
}

func TestOverBudgetShows(t *testing.T) {
	r := &Report{Parts: []Part{{Name: "slow", Kernels: 0.5, Budget: 0.1}, {Name: "quick", Kernels: 0.05, Budget: 0.1}}}
	var b bytes.Buffer
	r.writeParts(&b)
	for line := range strings.Lines(b.String()) {
		name := strings.Fields(line)
		if len(name) > 0 && strings.HasSuffix(strings.TrimSpace(line), "over") != (name[0] == "slow" || name[0] == "all") {
			t.Errorf("line %q", line)
		}
	}
}

package backtest

import (
	"context"
	"fmt"
	"slices"

	"entangle/sim"
	"entangle/sim/experiment"
)

// Config says how often to play, and with which luck.
type Config struct {
	Runs     int
	Seed     uint64         // run i has the seed rng.Run(Seed, i), as in an experiment
	Workers  int            // that play at the same time; it changes no result
	Progress func(runs int) // called as runs are done, may be nil
}

// Result is what the runs came to.
type Result struct {
	Test *Test
	Runs int

	values [][]float64 // by point, sorted; nil where there is nothing to read
	curves []Curve
}

// maxKept is how many numbers all runs together may keep: a gigabyte.
const maxKept = 1 << 27

// MostRuns is how many runs a test can have: each keeps a number for every fact and
// for every two weeks of every curve.
func (t *Test) MostRuns() int {
	p := newPlan(t.Scenario.Start())
	t.planPoints(p)
	t.planCurves(p)
	return maxKept / max(len(p.numbers), 1)
}

// Values are a point's numbers of all runs in the unit of the fact, sorted; nil
// where the model has none.
func (r *Result) Values(point int) []float64 { return r.values[point] }

// Run plays a test. When ctx ends or a run has no result, it returns the error;
// the Result is never nil and has the runs that were done.
func (t *Test) Run(ctx context.Context, cfg Config) (*Result, error) {
	r := &Result{Test: t, values: make([][]float64, len(t.Points))}
	p := newPlan(t.Scenario.Start())
	at := t.planPoints(p)
	r.curves = t.planCurves(p)
	if len(p.numbers) == 0 {
		return r, nil // nothing to play for
	}
	names := make([]experiment.Unit, len(p.numbers))
	for i := range names {
		names[i] = experiment.Unit{Name: fmt.Sprintf("number %d", i)}
	}
	for i, k := range at {
		if k >= 0 {
			names[k].Name = fmt.Sprintf("%s (line %d)", t.Points[i].Key(), t.Points[i].Line)
		}
	}
	all := experiment.Outcome{Numbers: names, Gauge: func(*sim.Scenario) (experiment.Gauge, error) { return p.gauge(), nil }}
	got, err := experiment.Pairs(ctx, experiment.Study{Base: experiment.Arm{Scenario: t.Scenario}, Outcomes: []experiment.Outcome{all},
		Runs: cfg.Runs, Seed: cfg.Seed, Weeks: max(p.weeks, 1), Workers: cfg.Workers, Keep: true, Progress: cfg.Progress})
	r.Runs = got.Pairs
	if r.Runs == 0 {
		return r, err
	}
	sorted := func(k int) []float64 { return slices.Sorted(slices.Values(got.Kept(k))) }
	for i, k := range at {
		if k >= 0 {
			r.values[i] = sorted(k)
		}
	}
	for i := range r.curves {
		r.curves[i].take(sorted)
	}
	return r, err
}

// planPoints asks for what answers each point, and returns where it will stand;
// -1 for points that have nothing.
func (t *Test) planPoints(p *plan) []int {
	at := make([]int, len(t.Points))
	for i := range t.Points {
		x := &t.Points[i]
		if at[i] = -1; !x.read() {
			continue
		}
		at[i] = len(p.numbers)
		if x.Flow {
			p.flow(x.metrics, x.id, x.Start, x.End, x.scale)
			for _, b := range t.besides(x) {
				dollars, _ := factor("USD", x.Unit)
				p.with(b, x.Start, x.End, dollars)
			}
		} else {
			p.stock(x.metrics, x.id, x.End, x.scale)
			t.standBy(p, x, x.End)
		}
	}
	return at
}

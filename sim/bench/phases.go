package bench

import (
	"context"
	"time"

	"entangle/sim"
)

// Part is the cost of a part of the week, by the wall clock, in nanoseconds per
// company-week: the middle over runs, reading the clock taken off.
type Part struct {
	Name    string  `json:"name"`
	Ns      float64 `json:"ns"`
	Kernels float64 `json:"kernels"` // Ns over the kernel's median
	Budget  float64 `json:"budget"`  // in kernels
}

// budgets share TargetRatio out among the parts of the week, and in proportion the target
// of larger worlds. A part that is not listed has none and shows as over its budget.
var budgets = map[string]float64{
	"strategies":   0.623,
	"begin":        0.006,
	"orders":       0.295,
	"outside":      0.004,
	"building":     0.080,
	"neighbours":   0.016,
	"supply":       0.008,
	"silicon":      0.008,
	"ventures":     0.010,
	"deliveries":   0.130,
	"power":        0.055,
	"compute":      0.050,
	"models":       0.092,
	"talent":       0.140,
	"stars":        0.064,
	"customers":    0.375,
	"contracts":    0.085,
	"capital":      0.052,
	"ledger":       0.081,
	"finish":       0.004,
	"organisation": 0.022,
}

// Over tells whether the part takes more than its budget.
func (p Part) Over() bool { return p.Kernels > p.Budget }

// measureParts times the parts of the week over whole runs.
func measureParts(ctx context.Context, sc *sim.Scenario, least time.Duration, kernelNs float64) ([]Part, error) {
	g := newGame(sc)
	names, cost := g.parts(), clockCost()
	sums := make([]time.Duration, len(names))
	perRun := make([][]float64, len(names))
	last := time.Duration(0)
	mark := func(part int) {
		t := now()
		sums[part] += t - last
		last = t
	}
	seed := uint64(0)
	for until := now() + least; now() < until || seed < 3; seed++ {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		clear(sums)
		g.world.Reset(seed)
		for last = now(); !g.world.Over(); {
			g.week(mark)
		}
		for i, sum := range sums {
			ns := float64((sum - cost*time.Duration(sc.Weeks())).Nanoseconds()) / float64(sc.Weeks()*sc.Companies())
			perRun[i] = append(perRun[i], max(ns, 0))
		}
	}
	parts := make([]Part, len(names))
	for i, name := range names {
		parts[i] = Part{Name: name, Ns: spreadOf(perRun[i]).Median, Budget: budgets[name] * Target(sc.Companies()) / TargetRatio}
		parts[i].Kernels = parts[i].Ns / kernelNs
	}
	return parts, nil
}

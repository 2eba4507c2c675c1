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

// budgets share the target out among the parts of the week. A part that is not
// listed has none and shows as over its budget.
var budgets = map[string]float64{
	"strategies":   0.61,
	"begin":        0.01,
	"orders":       0.29,
	"outside":      0.01,
	"building":     0.08,
	"neighbours":   0.03,
	"supply":       0.02,
	"silicon":      0.01,
	"ventures":     0.01,
	"deliveries":   0.09,
	"power":        0.09,
	"compute":      0.05,
	"models":       0.05,
	"talent":       0.16,
	"stars":        0.05,
	"customers":    0.38,
	"contracts":    0.08,
	"capital":      0.05,
	"ledger":       0.10,
	"finish":       0.01,
	"organisation": 0.02,
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
		parts[i] = Part{Name: name, Ns: spreadOf(perRun[i]).Median, Budget: budgets[name]}
		parts[i].Kernels = parts[i].Ns / kernelNs
	}
	return parts, nil
}

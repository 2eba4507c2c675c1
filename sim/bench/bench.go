package bench

import (
	"context"
	"time"

	"entangle/sim"
	"entangle/sim/kernel"
)

// Config says what to measure, and for how long.
type Config struct {
	Pack    sim.Setup     // the pack whose companies fill the worlds
	Rounds  int           // of engine and kernel each
	Round   time.Duration // about how long each of them takes
	Each    time.Duration // about how long each other measurement takes
	Sizes   []int         // companies of the worlds whose growth is measured; the first is the reference
	Lengths []int         // and their weeks
}

// sizes doubles the companies of the reference world, times times at most. That
// world has as many as the kernel's, or all of the pack if they are more: a
// world without some of its companies is another one.
func sizes(pack sim.Setup, times int) []int {
	list := []int{max(kernel.RefCompanies, len(pack.Companies))}
	for n := 2 * list[0]; len(list) <= times && n <= sim.MaxCompanies; n *= 2 {
		list = append(list, n)
	}
	return list
}

// Full is the measurement that figures are quoted from: about half a minute.
func Full(pack sim.Setup) Config {
	return Config{pack, 7, 300 * time.Millisecond, 500 * time.Millisecond, sizes(pack, 3), []int{52, 130, 260, 520, 1040}}
}

// Quick is a look that takes about a second. Its figures are coarse.
func Quick(pack sim.Setup) Config {
	return Config{pack, 3, 30 * time.Millisecond, 30 * time.Millisecond, sizes(pack, 2), []int{52, 104, 208}}
}

// Report is what was measured. Ns is nanoseconds of CPU time.
type Report struct {
	Clock         string  `json:"clock"` // of the CPU times
	Ratio         Ratio   `json:"ratio"`
	Parts         []Part  `json:"parts"`
	Steady        Steady  `json:"steady"`        // per company-week
	RunsPerSecond float64 `json:"runs_a_second"` // of the reference world, 104 weeks, on one core
	Sizes         Sizes   `json:"sizes"`
	ByCompanies   Scaling `json:"by_companies"`
	ByWeeks       Scaling `json:"by_weeks"`
}

// Measure takes all measurements. Before each it calls say, which may be nil,
// with what comes. It fails when ctx ends, or when the pack makes no worlds of
// the sizes asked for.
func Measure(ctx context.Context, cfg Config, say func(what string)) (*Report, error) {
	if say == nil {
		say = func(string) {}
	}
	ref, err := World(cfg.Pack, cfg.Sizes[0], kernel.RefWeeks)
	if err != nil {
		return nil, err
	}
	r := &Report{Clock: ClockName}
	say("engine and kernel, in turns")
	if r.Ratio, err = measureRatio(ctx, ref, cfg.Rounds, cfg.Round); err != nil {
		return nil, err
	}
	say("the parts of the week")
	if r.Parts, err = measureParts(ctx, ref, cfg.Each, r.Ratio.Kernel.Median); err != nil {
		return nil, err
	}
	say("allocations and counters")
	r.Steady = measureSteady(ref, 10)
	say("clone, hash and reset")
	r.Sizes = measureSizes(ref, cfg.Each/3)
	run := r.Ratio.Engine.Median*float64(ref.Companies()*ref.Weeks()) + r.Sizes.ResetNs
	r.RunsPerSecond = 1e9 / run
	return r, r.grow(ctx, cfg, say)
}

// grow measures larger and longer worlds.
func (r *Report) grow(ctx context.Context, cfg Config, say func(string)) error {
	var wide, long []*sim.Scenario
	for _, n := range cfg.Sizes {
		sc, err := World(cfg.Pack, n, kernel.RefWeeks)
		if err != nil {
			return err
		}
		wide = append(wide, sc)
	}
	for _, weeks := range cfg.Lengths {
		sc, err := World(cfg.Pack, cfg.Sizes[0], weeks)
		if err != nil {
			return err
		}
		long = append(long, sc)
	}
	say("growth with companies")
	var err error
	if r.ByCompanies, err = measureScaling(ctx, wide, cfg.Each, func(p Point) float64 { return float64(p.Companies) }); err != nil {
		return err
	}
	say("growth with weeks")
	r.ByWeeks, err = measureScaling(ctx, long, cfg.Each, func(p Point) float64 { return float64(p.Weeks) })
	return err
}

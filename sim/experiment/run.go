package experiment

import (
	"context"
	"fmt"
	"math"

	"entangle/sim"
)

// Config says what to play.
type Config struct {
	Scenario *sim.Scenario
	Seed     uint64 // of the experiment
	Runs     int
	Workers  int              // that play at the same time; it changes no result
	Progress func(merged int) // called after each chunk is merged, may be nil
}

// MaxRuns is how many runs an experiment has at most: what the counters of a
// Histogram hold.
const MaxRuns = math.MaxUint32

// Result is what an experiment came to.
type Result struct {
	Runs    int // merged: runs 0 to Runs-1
	Columns []Column
	Finals  []Histogram // by column
	Cells   []Cell
	Series  []Histogram // by cell

	scenario *sim.Scenario
}

// Run plays an experiment. It hands each run to sink, unless that is nil, in
// the order of runs and on the caller's goroutine; the Row is valid only during
// the call. When ctx ends, sink fails or a run has no result, it returns the
// error with what was merged before: the Result is never nil.
func Run(ctx context.Context, cfg Config, sink func(Row) error) (*Result, error) {
	r := newResult(cfg.Scenario)
	if err := checkSize(cfg.Runs, cfg.Workers); err != nil {
		return r, err
	}
	worker := func() fill[chunk] { return newPlayer(&cfg).play }
	parts := (cfg.Runs + chunkRuns - 1) / chunkRuns
	return r, deal(ctx, parts, cfg.Workers, worker, func(ctx context.Context, index int, c *chunk) error {
		if err := r.merge(c, sink); err != nil {
			return err
		}
		if cfg.Progress != nil {
			cfg.Progress(r.Runs)
		}
		if c.played < min(chunkRuns, cfg.Runs-index*chunkRuns) {
			return ctx.Err()
		}
		return nil
	})
}

// checkSize refuses numbers of runs and workers that make no sense.
func checkSize(runs, workers int) error {
	switch {
	case runs < 1 || runs > MaxRuns:
		return fmt.Errorf("%d runs: an experiment has 1 to %d", runs, uint32(MaxRuns))
	case workers < 1:
		return fmt.Errorf("%d workers: at least 1 has to play", workers)
	}
	return nil
}

func newResult(sc *sim.Scenario) *Result {
	r := &Result{Columns: Columns(sc), Cells: cells(newSampler(sc)), scenario: sc}
	r.Finals = make([]Histogram, len(r.Columns))
	r.Series = make([]Histogram, len(r.Cells))
	return r
}

// merge counts the runs of a chunk and hands them on.
func (r *Result) merge(c *chunk, sink func(Row) error) error {
	columns, cells := len(r.Columns), len(r.Cells)
	for i := range c.played {
		finals := c.finals[i*columns : (i+1)*columns]
		if sink != nil {
			if err := sink(Row{Run: r.Runs, Seed: c.seeds[i], Values: finals, Hash: c.hashes[i]}); err != nil {
				return err
			}
		}
		for k, v := range finals {
			r.Finals[k].Add(v)
		}
		for k, v := range c.series[i*cells : (i+1)*cells] {
			r.Series[k].Add(v)
		}
		r.Runs++
	}
	return c.err
}

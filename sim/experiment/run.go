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
	NoSeries bool             // leave the months out: only how runs end is read, counted and checked
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
	Cells   []Cell      // none with NoSeries
	Series  []Histogram // by cell

	scenario *sim.Scenario
}

// Run plays an experiment. It hands each run to sink, unless that is nil, in
// the order of runs and on the caller's goroutine; the Row is valid only during
// the call. When ctx ends, sink fails or a run has no result, it returns the
// error with what was merged before: the Result is never nil.
func Run(ctx context.Context, cfg Config, sink func(Row) error) (*Result, error) {
	r := newResult(&cfg)
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

func newResult(cfg *Config) *Result {
	r := &Result{Columns: Columns(cfg.Scenario), scenario: cfg.Scenario}
	if !cfg.NoSeries {
		r.Cells = cells(newSampler(cfg.Scenario))
	}
	r.Finals = make([]Histogram, len(r.Columns))
	r.Series = make([]Histogram, len(r.Cells))
	return r
}

// merge counts the runs of a chunk and hands them on.
func (r *Result) merge(c *chunk, sink func(Row) error) error {
	columns, merged, err := len(r.Columns), 0, c.err
	for ; merged < c.played; merged++ {
		finals := c.finals[merged*columns : (merged+1)*columns]
		if sink != nil {
			if failed := sink(Row{Run: r.Runs, Seed: c.seeds[merged], Values: finals, Hash: c.hashes[merged]}); failed != nil {
				err = failed
				break
			}
		}
		r.Runs++
	}
	addRows(r.Finals, c.finals, merged)
	addRows(r.Series, c.series, merged)
	return err
}

// addRows counts so many rows of numbers, one for each histogram. A histogram takes
// its numbers of all rows at once: there are tens of thousands of them, too many for
// a cache, so that finding one costs more than counting a few numbers.
func addRows(hs []Histogram, values []float64, rows int) {
	var column [chunkRuns]float64
	for k := range hs {
		for i := range rows {
			column[i] = values[i*len(hs)+k]
		}
		hs[k].Add(column[:rows]...)
	}
}

package experiment

import (
	"context"
	"fmt"
	"math"
	"sync"
	"sync/atomic"

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
	switch {
	case cfg.Runs < 1 || cfg.Runs > MaxRuns:
		return r, fmt.Errorf("%d runs: an experiment has 1 to %d", cfg.Runs, uint32(MaxRuns))
	case cfg.Workers < 1:
		return r, fmt.Errorf("%d workers: at least 1 has to play", cfg.Workers)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	p := newPool(ctx, cfg)
	defer p.team.Wait() // after stop, so that nobody plays on
	defer stop()
	return r, r.mergeAll(ctx, p, sink)
}

func newResult(sc *sim.Scenario) *Result {
	r := &Result{Columns: Columns(sc), Cells: cells(newSampler(sc)), scenario: sc}
	r.Finals = make([]Histogram, len(r.Columns))
	r.Series = make([]Histogram, len(r.Cells))
	return r
}

// pool is the workers and the chunks that pass between them and the merger. A
// worker takes an empty chunk before it claims the next index, so that those
// claimed and not merged are never more than there are chunks: that bounds
// memory, however slow one worker is.
type pool struct {
	cfg   Config
	next  atomic.Int64
	empty chan *chunk
	full  chan *chunk
	team  sync.WaitGroup
}

func newPool(ctx context.Context, cfg Config) *pool {
	workers := min(cfg.Workers, (cfg.Runs+chunkRuns-1)/chunkRuns)
	window := 2*workers + 1
	p := &pool{cfg: cfg, empty: make(chan *chunk, window), full: make(chan *chunk, window)}
	for range window {
		p.empty <- &chunk{}
	}
	for range workers {
		p.team.Go(func() { p.work(ctx) })
	}
	return p
}

// work plays chunks until there are none left or ctx ends.
func (p *pool) work(ctx context.Context) {
	player := newPlayer(&p.cfg)
	for {
		select {
		case c := <-p.empty:
			c.index = int(p.next.Add(1) - 1)
			if c.index*chunkRuns >= p.cfg.Runs {
				return
			}
			player.play(ctx, c)
			p.full <- c // there is room for every chunk
		case <-ctx.Done():
			return
		}
	}
}

// mergeAll merges chunks in their order, whatever order they come in.
func (r *Result) mergeAll(ctx context.Context, p *pool, sink func(Row) error) error {
	waiting := map[int]*chunk{}
	for index := 0; r.Runs < p.cfg.Runs; index++ {
		c, err := p.take(ctx, waiting, index)
		if err != nil {
			return err
		}
		if err := r.merge(c, sink); err != nil {
			return err
		}
		if p.cfg.Progress != nil {
			p.cfg.Progress(r.Runs)
		}
		if c.played < min(chunkRuns, p.cfg.Runs-index*chunkRuns) {
			return ctx.Err()
		}
		p.empty <- c
	}
	return nil
}

// take waits for the chunk of an index and keeps those that come before their
// turn. After a cancellation it waits only for a chunk that is still played.
func (p *pool) take(ctx context.Context, waiting map[int]*chunk, index int) (*chunk, error) {
	for waiting[index] == nil {
		select {
		case c := <-p.full:
			waiting[c.index] = c
			continue
		default:
		}
		select {
		case c := <-p.full:
			waiting[c.index] = c
		case <-ctx.Done():
			if c := p.leftover(waiting, index); c == nil {
				return nil, ctx.Err()
			}
		}
	}
	c := waiting[index]
	delete(waiting, index)
	return c, nil
}

// leftover lets the workers put their chunks down, and returns the one of an
// index, if there is one.
func (p *pool) leftover(waiting map[int]*chunk, index int) *chunk {
	p.team.Wait()
	for len(p.full) > 0 {
		c := <-p.full
		waiting[c.index] = c
	}
	return waiting[index]
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

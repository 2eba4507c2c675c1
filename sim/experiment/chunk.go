package experiment

import (
	"context"
	"fmt"
	"math"

	"entangle/sim"
	"entangle/sim/rng"
	"entangle/sim/session"
)

// chunkRuns is how many runs a worker takes at a time. It decides nothing but
// speed.
const chunkRuns = 8

// chunk holds what neighbouring runs came to until it is merged.
type chunk struct {
	played int // runs, fewer than it should be after a cancellation or an error
	seeds  [chunkRuns]uint64
	hashes [chunkRuns]uint64
	finals []float64 // [run][column]
	series []float64 // [run][cell]
	err    error     // of the run after the last one played
}

// player plays the runs of one worker.
type player struct {
	cfg     *Config
	game    *session.Session
	sampler *session.Sampler // nil with NoSeries
	year    session.YearFlows
	columns []Column
	metrics []sim.Metric
}

func newPlayer(cfg *Config) *player {
	p := &player{cfg: cfg, game: session.New(cfg.Scenario), columns: Columns(cfg.Scenario), metrics: sim.Metrics()}
	if !cfg.NoSeries {
		p.sampler = newSampler(cfg.Scenario)
		p.game.Watch(p.sampler)
	}
	p.game.Watch(&p.year)
	return p
}

// newSampler samples all metrics over the whole of a scenario.
func newSampler(sc *sim.Scenario) *session.Sampler { return session.NewSampler(sc, 0, nil) }

// play fills the chunk of an index. It stops before a run when ctx has ended.
func (p *player) play(ctx context.Context, index int, c *chunk) {
	first := index * chunkRuns
	n := min(chunkRuns, p.cfg.Runs-first)
	c.played, c.err = 0, nil
	c.finals, c.series = c.finals[:0], c.series[:0]
	for i := range n {
		if ctx.Err() != nil {
			return
		}
		c.seeds[i] = rng.Run(p.cfg.Seed, uint64(first+i))
		if c.err = p.run(c, i); c.err != nil {
			c.err = fmt.Errorf("run %d (seed %d): %w", first+i, c.seeds[i], c.err)
			return
		}
		c.played++
	}
}

// run plays one run and notes what came of it.
func (p *player) run(c *chunk, i int) error {
	p.game.Reset(c.seeds[i])
	for !p.game.World.Over() {
		p.game.Advance(nil)
	}
	for _, col := range p.columns {
		v := p.final(col)
		if !finite(v) {
			return fmt.Errorf("%s ends as %v, which is no number", col.Name(p.cfg.Scenario), v)
		}
		c.finals = append(c.finals, v)
	}
	c.hashes[i] = p.game.World.Hash().Sum()
	return p.note(c)
}

// final is the number of a column at the end of a run.
func (p *player) final(c Column) float64 {
	if m := &p.metrics[c.Metric]; !m.Flow {
		return m.Read(p.game.World, int32(c.Company))
	}
	return p.year.Read(c.Metric, c.Company)
}

// note copies the sampled series of the run, if there are any.
func (p *player) note(c *chunk) error {
	if p.sampler == nil {
		return nil
	}
	values := p.sampler.Values()
	for i, v := range values {
		if !finite(v) {
			periods := p.sampler.Periods()
			x := p.sampler.Series()[i/len(periods)]
			name := p.cfg.Scenario.Name(sim.Ref{Of: p.metrics[x.Metric].Of, ID: x.ID})
			return fmt.Errorf("%s of %s is %v on %s, which is no number", p.metrics[x.Metric].Name, name, v, periods[i%len(periods)].End)
		}
	}
	c.series = append(c.series, values...)
	return nil
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

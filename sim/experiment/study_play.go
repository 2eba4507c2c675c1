package experiment

import (
	"context"
	"fmt"

	"entangle/sim"
	"entangle/sim/rng"
	"entangle/sim/session"
)

// batchPairs is how many pairs a worker takes at a time. It decides nothing but
// speed.
const batchPairs = 4

// batch holds the numbers of neighbouring pairs until they are merged.
type batch struct {
	played int       // pairs, fewer than it should be after a cancellation or an error
	values []float64 // [pair][base and arms][number]
	err    error     // of the pair after the last one played
}

// table is where a worker plays: a seat for the base and one for each arm, which
// it uses again and again.
type table struct {
	study   *Study
	seats   []seat
	numbers []Unit
}

// seat is one variant with a game of its own and what is measured in it.
type seat struct {
	arm    Arm
	game   *session.Session
	script Script // or nil
	gauges []Gauge
}

func newTable(s *Study) (*table, error) {
	t := &table{study: s, numbers: s.numbers()}
	for _, a := range s.arms() {
		at, err := newSeat(a, s.Outcomes)
		if err != nil {
			return nil, err
		}
		t.seats = append(t.seats, at)
	}
	return t, nil
}

func newSeat(a Arm, outcomes []Outcome) (s seat, err error) {
	s = seat{arm: a, game: session.New(a.Scenario)}
	if a.Player != nil {
		if s.script, err = a.Player(s.game); err != nil {
			return s, fmt.Errorf("%s: %w", s.name(), err)
		}
	}
	for _, o := range outcomes {
		g, err := o.Gauge(a.Scenario)
		if err != nil {
			return s, fmt.Errorf("%s: %w", s.name(), err)
		}
		s.gauges = append(s.gauges, g)
	}
	return s, nil
}

func (s *seat) name() string {
	if s.arm.Name == "" {
		return "the base"
	}
	return fmt.Sprintf("arm %q", s.arm.Name)
}

// play fills the batch of an index. It stops before a pair when ctx has ended.
func (t *table) play(ctx context.Context, index int, b *batch) {
	first := index * batchPairs
	n := min(batchPairs, t.study.Runs-first)
	row := len(t.seats) * len(t.numbers)
	if len(b.values) == 0 {
		b.values = make([]float64, batchPairs*row)
	}
	b.played, b.err = 0, nil
	for i := range n {
		if b.err = t.pair(ctx, first+i, b.values[i*row:(i+1)*row]); b.err != nil || ctx.Err() != nil {
			return
		}
		b.played++
	}
}

// pair plays the base and all arms with one seed. It gives up between two of
// them when ctx has ended.
func (t *table) pair(ctx context.Context, pair int, values []float64) error {
	seed := rng.Run(t.study.Seed, uint64(pair))
	for i := range t.seats {
		if ctx.Err() != nil {
			return nil
		}
		s := &t.seats[i]
		s.run(seed, t.study.Weeks)
		out := values[i*len(t.numbers) : (i+1)*len(t.numbers)]
		if at, ok := s.read(out); !ok {
			return fmt.Errorf("pair %d (seed %d), %s: %s is %v, which is no number", pair, seed, s.name(), t.numbers[at].Name, out[at])
		}
	}
	return nil
}

// run plays one run of a seat, all of it or so many weeks.
func (s *seat) run(seed uint64, weeks int) {
	s.game.Reset(seed)
	s.observe()
	for w := s.game.World; !w.Over() && (weeks == 0 || int(w.Head().Tick) < weeks); {
		var orders []sim.Order
		if s.script != nil {
			orders = s.script(w)
		}
		s.game.Advance(orders)
		s.observe()
	}
}

func (s *seat) observe() {
	for _, g := range s.gauges {
		g.Observe(s.game)
	}
}

// read takes the numbers of a run, or returns the place of one that is none.
func (s *seat) read(out []float64) (bad int, ok bool) {
	rest := out
	for _, g := range s.gauges {
		rest = rest[g.Read(rest):]
	}
	for i, v := range out {
		if !finite(v) {
			return i, false
		}
	}
	return 0, true
}

package experiment

import (
	"context"
	"fmt"
	"runtime"

	"entangle/sim"
)

// Study compares variants of a scenario, its arms, with a base. Pair i plays the
// base and every arm with the seed rng.Run(Seed, i): since random streams are
// keyed by purpose and name, all of them meet the same draws, and what differs
// is the variant's doing.
type Study struct {
	Base     Arm
	Arms     []Arm
	Outcomes []Outcome
	Runs     int // pairs of each arm with the base
	Seed     uint64
	Weeks    int  // how long each run is played; 0: to its end
	Workers  int  // that play at the same time, 0: as many as processors; it changes no result
	Keep     bool // keep each pair's numbers, for medians and Derive: 8 bytes per pair, arm and number

	Progress func(pairs int) // called as pairs are merged, may be nil
}

// Arm is a variant: another scenario, or the same one with somebody else in a
// seat. The zero Scenario is that of the base, the zero Player lets the built-in
// strategies play everybody.
type Arm struct {
	Name     string
	Scenario *sim.Scenario
	Player   Player
}

// Pairs plays a study. When ctx ends or a run has no result it returns the error
// with the pairs 0 to n-1 that were merged before; the Compared is never nil.
//
// The numbers of a pair are added up in the order of pairs, so that any number
// of workers gives the same bits; without Keep memory does not grow with Runs.
func Pairs(ctx context.Context, s Study) (*Compared, error) {
	if s.Workers == 0 {
		s.Workers = runtime.GOMAXPROCS(0)
	}
	if err := s.check(); err != nil {
		return newCompared(&s), err
	}
	parts := (s.Runs + batchPairs - 1) / batchPairs
	s.Workers = min(s.Workers, parts)
	tables := make(chan *table, s.Workers) // made before anything is played: mistakes show first
	for range s.Workers {
		t, err := newTable(&s)
		if err != nil {
			return newCompared(&s), err
		}
		tables <- t
	}
	r := newCompared(&s)
	worker := func() fill[batch] { return (<-tables).play }
	return r, deal(ctx, parts, s.Workers, worker, func(ctx context.Context, index int, b *batch) error {
		r.merge(b)
		if s.Progress != nil {
			s.Progress(r.Pairs)
		}
		if b.err == nil && b.played < min(batchPairs, s.Runs-index*batchPairs) {
			return ctx.Err()
		}
		return b.err
	})
}

// check refuses a study that cannot be played, and fills in what was left to the
// base.
func (s *Study) check() error {
	if err := checkSize(s.Runs, s.Workers); err != nil {
		return err
	}
	if s.Base.Scenario == nil {
		return fmt.Errorf("the base of the study has no scenario: set Study.Base.Scenario")
	}
	seen := map[string]bool{"": true}
	s.Arms = append([]Arm(nil), s.Arms...)
	for i := range s.Arms {
		a := &s.Arms[i]
		if seen[a.Name] {
			return fmt.Errorf("arm %d is called %q: each arm needs a name of its own", i, a.Name)
		}
		seen[a.Name] = true
		if a.Scenario == nil {
			a.Scenario = s.Base.Scenario
		}
	}
	names := map[string]bool{"": true}
	for _, o := range s.Outcomes {
		for _, n := range o.Numbers {
			if names[n.Name] {
				return fmt.Errorf("two outcomes are called %q: each number needs a name of its own, see Outcome.Named", n.Name)
			}
			names[n.Name] = true
		}
	}
	return nil
}

// arms is the base and the arms, in this order.
func (s *Study) arms() []Arm { return append([]Arm{s.Base}, s.Arms...) }

// numbers lists what is looked at, in the order of outcomes.
func (s *Study) numbers() (list []Unit) {
	for _, o := range s.Outcomes {
		list = append(list, o.Numbers...)
	}
	return list
}

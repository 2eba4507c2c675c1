package experiment_test

import (
	"strings"
	"sync"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// seen is what happened in runs: how often, and in how many of them.
type seen struct {
	orders, events [256]int // passed and happened
	runs           [256]int // with the event
}

// Observe implements session.Observer.
func (s *seen) Observe(w *sim.World) {
	for _, e := range w.Events() {
		s.events[e.Kind]++
	}
}

// play plays runs of octet, one seed in so many.
func (s *seen) play(sc *sim.Scenario, first, step, runs int) {
	g := session.New(sc)
	g.Watch(s)
	for seed := first; seed < runs; seed += step {
		before := s.events
		for g.Reset(uint64(seed)); !g.World.Over(); {
			g.Advance(nil)
			for _, o := range g.Orders() {
				s.orders[o.Kind]++
			}
		}
		for k := range s.runs {
			if s.events[k] > before[k] {
				s.runs[k]++
			}
		}
	}
}

// playAll plays runs on two workers.
func playAll(sc *sim.Scenario, runs int) (all seen) {
	var parts [2]seen
	var wait sync.WaitGroup
	for i := range parts {
		wait.Go(func() { parts[i].play(sc, i, len(parts), runs) })
	}
	wait.Wait()
	for i := range parts {
		for k := range all.events {
			all.orders[k] += parts[i].orders[k]
			all.events[k] += parts[i].events[k]
			all.runs[k] += parts[i].runs[k]
		}
	}
	return all
}

// TestEverythingHappens: in a thousand runs of 2025 companies give every kind of
// order, in as many of octet all but those about what it is silent of; and every kind
// of event happens in the one or the other.
func TestEverythingHappens(t *testing.T) {
	runs := 1000
	if testing.Short() {
		runs = 100
	}
	silent := map[string]bool{"answer": true, "book_capacity": true, "expand_supply": true}
	small, year := playAll(octet(t, ""), runs), playAll(theYear(t), runs)
	var never []string
	for _, spec := range sim.OrderSpecs() {
		t.Logf("%-16s given %.2f times a run of octet, %.2f of 2025", spec.Name, float64(small.orders[spec.Kind])/float64(runs), float64(year.orders[spec.Kind])/float64(runs))
		if small.orders[spec.Kind] == 0 && !silent[spec.Name] {
			never = append(never, "order "+spec.Name+" in octet")
		}
		if year.orders[spec.Kind] == 0 {
			never = append(never, "order "+spec.Name+" in 2025")
		}
	}
	for _, k := range sim.EventKinds() {
		t.Logf("%-22s in %.1f %% of runs of octet, %.1f %% of 2025", k.Spec().Name, 100*float64(small.runs[k])/float64(runs), 100*float64(year.runs[k])/float64(runs))
		if small.events[k]+year.events[k] == 0 {
			never = append(never, "event "+k.Spec().Name)
		}
	}
	if len(never) > 0 && !testing.Short() {
		t.Errorf("in %d runs there never was: %s", runs, strings.Join(never, ", "))
	}
}

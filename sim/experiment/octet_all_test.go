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

// TestOctetEverythingHappens: in a thousand runs companies give every kind of order,
// and every kind of event happens.
func TestOctetEverythingHappens(t *testing.T) {
	runs := 1000
	if testing.Short() {
		runs = 100
	}
	sc, parts, all := octet(t, ""), [2]seen{}, seen{}
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
	var never []string
	for _, spec := range sim.OrderSpecs() {
		t.Logf("%-16s given %.2f times a run", spec.Name, float64(all.orders[spec.Kind])/float64(runs))
		if all.orders[spec.Kind] == 0 {
			never = append(never, "order "+spec.Name)
		}
	}
	for _, k := range sim.EventKinds() {
		t.Logf("%-22s %.2f times a run, in %.1f %% of runs", k.Spec().Name, float64(all.events[k])/float64(runs), 100*float64(all.runs[k])/float64(runs))
		if all.events[k] == 0 {
			never = append(never, "event "+k.Spec().Name)
		}
	}
	if len(never) > 0 && !testing.Short() {
		t.Errorf("in %d runs there never was: %s", runs, strings.Join(never, ", "))
	}
}

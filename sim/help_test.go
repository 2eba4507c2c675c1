package sim_test

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

// quartet returns the shipped scenario of four companies.
func quartet(t testing.TB) sim.Setup { return shipped(t, "quartet") }

// octet returns the shipped scenario with everything in it.
func octet(t testing.TB) sim.Setup { return shipped(t, "octet") }

func shipped(t testing.TB, name string) sim.Setup {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return pack.Setup
}

func compile(t testing.TB, s sim.Setup) *sim.Scenario {
	t.Helper()
	sc, problems := sim.Compile(s)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	return sc
}

// find returns the id of a name.
func find(t testing.TB, sc *sim.Scenario, of sim.Entity, name string) int32 {
	t.Helper()
	id, hint := sc.Find(of, name)
	if id == 0 {
		t.Fatalf("no %q: %s", name, hint)
	}
	return id
}

// read returns a metric's value now.
func read(t testing.TB, w *sim.World, metric string, id int32) float64 {
	t.Helper()
	i, ok := sim.FindMetric(metric)
	if !ok {
		t.Fatalf("no metric %q", metric)
	}
	return sim.Metrics()[i].Read(w, id)
}

// play runs a scenario to its end and audits every week.
func play(t testing.TB, s *session.Session, seed uint64) *sim.World {
	t.Helper()
	s.Reset(seed)
	for !s.World.Over() {
		s.Advance(nil)
		if err := s.World.Audit(); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
	return s.World
}

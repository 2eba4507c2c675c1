package sim_test

import (
	"math"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// TestPeople: a segment that counts people has as many at the start as its products say;
// word of mouth multiplies them until few are left, and what they use with them. Tokens
// follow from the use.
func TestPeople(t *testing.T) {
	const people, users, spread, tokens = 1e9, 50e6, 1.5, 2e6
	counted := func(s *sim.Setup) {
		smallLab(s)
		g := &s.Segments[0]
		g.People, g.Spread, g.Tokens = sim.Exactly(people), sim.Exactly(spread), sim.Exactly(tokens)
		g.Growth, g.Noise = sim.Exactly(0), sim.Exactly(0)
		s.Companies[2].Products = []sim.ProductSetup{{Segment: g.ID, Users: sim.Exactly(users)}}
	}
	w := small(t, counted)
	if got := read(t, w, "assistant_users", 3); math.Abs(got/(users/1e6)-1) > 1e-9 {
		t.Errorf("%v million at the start, want %v", got, users/1e6)
	}
	all, served := read(t, w, "segment_users", 1), read(t, w, "demand_served", 1)
	if made := read(t, w, "tokens_served", 3); served > 0 && made <= 0 {
		t.Errorf("%v trillion tokens of %v thousand H100e of use", made, served)
	}
	few := small(t, func(s *sim.Setup) {
		counted(s)
		s.Segments[0].Spread = sim.Exactly(0)
	})
	for range 52 {
		w.Step(sim.Input{})
		few.Step(sim.Input{})
	}
	part := all * 1e6 / people
	times := 1 / (part + (1-part)*math.Exp(-spread*52/52.1786))
	if got := read(t, w, "segment_users", 1) / all; got < 1 || got > 2*times {
		t.Errorf("%v times as many after a year; word of mouth alone makes %v", got, times)
	}
	if got, want := read(t, w, "demand", 1), read(t, few, "demand", 1); got < 1.5*want {
		t.Errorf("they want %v, and %v where nobody brings another", got, want)
	}
	for name, change := range map[string]func(*sim.Setup){
		"people alone": func(s *sim.Setup) { s.Segments[0].People = sim.Exactly(people) },
		"users alone": func(s *sim.Setup) {
			smallLab(s)
			s.Companies[2].Products = []sim.ProductSetup{{Segment: s.Segments[0].ID, Users: sim.Exactly(users)}}
		},
	} {
		setup := sim.SmallSetup()
		change(&setup)
		if _, problems := sim.Compile(setup); len(problems) == 0 {
			t.Errorf("%s: it compiles", name)
		}
	}
}

// TestLightUsers: of two products with the same share that one had more people for, word
// of mouth brings both as many.
func TestLightUsers(t *testing.T) {
	came := func(users float64) float64 {
		w := small(t, func(s *sim.Setup) {
			smallLab(s)
			g := &s.Segments[0]
			g.People, g.Spread, g.Growth, g.Noise = sim.Exactly(1e9), sim.Exactly(1.5), sim.Exactly(0), sim.Exactly(0)
			s.Companies[2].Products = []sim.ProductSetup{{Segment: g.ID, Users: sim.Exactly(users)}}
			s.Companies[0].Models, s.Companies[0].Quality, s.Companies[0].Price = s.Companies[2].Models, sim.Exactly(100), sim.Exactly(4e6)
			s.Companies[0].Products = []sim.ProductSetup{{Segment: g.ID, Users: sim.Exactly(30e6)}} // as few for a share as anywhere
		})
		before := read(t, w, "assistant_users", 3)
		for range 52 {
			w.Step(sim.Input{})
		}
		now, all := read(t, w, "assistant_users", 3), read(t, w, "segment_users", 1)
		if now > all || all > 1e3*1.01 {
			t.Errorf("%v million users of %v million", now, all)
		}
		return now / before
	}
	if few, many := came(30e6), came(300e6); many > 0.75*few {
		t.Errorf("%v times as many from a few, %v times from many", few, many)
	}
}

// TestFame: whom few know and who shakes markets is tried by many within two months; those
// who are known best gain nothing by it, and when the talk is over people go again.
func TestFame(t *testing.T) {
	counted := func(famous string, seed uint64) map[int]float64 {
		in, who := octet(t), 0
		for i := range in.Segments {
			if g := &in.Segments[i]; g.ID == "assistants" {
				g.People, g.Spread = sim.Exactly(1e9), sim.Exactly(0)
			}
		}
		least, most := 9.0, -9.0
		for i := range in.Companies {
			for k := range in.Companies[i].Products {
				p := &in.Companies[i].Products[k]
				if p.Segment != "assistants" {
					continue
				}
				p.Users = sim.Exactly(20e6)
				if famous == "unknown" && p.Reach.Value < least || famous == "known" && p.Reach.Value > most {
					who = i + 1
				}
				least, most = min(least, p.Reach.Value), max(most, p.Reach.Value)
			}
		}
		s, all := session.New(compile(t, in)), map[int]float64{}
		for s.Reset(seed); s.World.Head().Tick < 60; {
			if s.World.Head().Tick == 8 && who > 0 {
				sim.Famed(s.World, sim.CompanyID(who))
			}
			if s.Advance(nil); s.World.Head().Tick == 18 || s.World.Head().Tick == 60 {
				for c := 1; c <= s.World.Scenario().Companies(); c++ {
					all[100*c+int(s.World.Head().Tick)] = read(t, s.World, "assistant_users", int32(c))
				}
				all[int(s.World.Head().Tick)] = float64(who)
			}
		}
		return all
	}
	const seeds = 32
	for _, famous := range []string{"unknown", "known"} {
		soon, late := 1.0, 1.0 // means over runs
		for seed := range uint64(seeds) {
			calm, got := counted("", seed), counted(famous, seed)
			who := int(got[18])
			soon *= math.Pow(got[100*who+18]/calm[100*who+18], 1.0/seeds)
			late *= math.Pow(got[100*who+60]/calm[100*who+60], 1.0/seeds)
		}
		t.Logf("%s: %.2f times the users after ten weeks, %.2f after a year", famous, soon, late)
		if famous == "unknown" && (soon < 1.25 || late > 0.5+soon/2) || famous == "known" && math.Abs(soon-1) > 1e-9 {
			t.Errorf("who is %s has %.2f times the users after ten weeks and %.2f after a year", famous, soon, late)
		}
	}
}

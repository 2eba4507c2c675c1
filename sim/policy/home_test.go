package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// TestStarsStayAtHome plays 2025: people move, and nobody to a company of another home.
func TestStarsStayAtHome(t *testing.T) {
	sc := shipped(t, "2025")
	s, moved := session.New(sc), 0
	for seed := range uint64(20) {
		for s.Reset(seed); !s.World.Over(); {
			s.Advance(nil)
		}
		for id := sim.PersonID(1); int(id) <= s.World.View(1).People(); id++ {
			if p := s.World.Person(id); p.Last != 0 && p.Employer != 0 {
				moved++
			}
			if by := s.World.Person(id).Employer; by != 0 && s.World.View(by).Star(id).Abroad {
				t.Errorf("seed %d: %s works for %s", seed, sc.Name(sim.Ref{Of: sim.OfPerson, ID: int32(id)}), sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(by)}))
			}
		}
	}
	if moved < 10 {
		t.Errorf("%d people have moved in 5 runs", moved)
	}
}

// TestWhoIsShutOutBuysWhatThereIs plays 2025: the chips made for one market are dear for what
// they do, and who may neither buy nor rent others orders them all the same.
func TestWhoIsShutOutBuysWhatThereIs(t *testing.T) {
	sc := shipped(t, "2025")
	s, ordered := session.New(sc), int64(0)
	for seed := range uint64(20) {
		for s.Reset(seed); !s.World.Over(); {
			s.Advance(nil)
			for _, o := range s.Orders() {
				if o.Kind == sim.OrderChips && sc.Name(sim.Ref{Of: sim.OfFamily, ID: int32(o.Family)}) == "h20" {
					ordered += o.Qty
				}
			}
		}
	}
	if ordered < 200_000 {
		t.Errorf("%d are ordered in 20 runs", ordered)
	}
}

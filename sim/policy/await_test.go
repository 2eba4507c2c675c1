package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
)

// TestChipsAreOrderedForThePowerToCome: whose sites are full orders chips when they have to
// come with the power that is announced, however rarely its leadership meets.
func TestChipsAreOrderedForThePowerToCome(t *testing.T) {
	for _, patience := range []float64{2, 5, 7, 9} {
		s := quartet(t)
		powered := s.Start.AddWeeks(24)
		for i := range s.Sites {
			if at := &s.Sites[i]; at.Owner == "falcon" {
				at.Energised = sim.Exactly(49_200) // what its chips draw
				at.Stages = at.Stages[:1]
				at.Stages[0].Date, at.Stages[0].Add, at.Stages[0].Slip = powered, sim.Exactly(60_000), sim.Exactly(0)
			}
		}
		for i := range s.Companies {
			if c := &s.Companies[i]; c.ID == "falcon" {
				c.Temperament.Risk, c.Temperament.Patience, c.Cash = sim.Exactly(5), sim.Exactly(patience), sim.Exactly(20e9)
			}
		}
		s.Contracts = s.Contracts[:1]
		ordered := firstChips(t, s, "falcon")
		if weeks := int(powered-ordered) / 7; ordered == 0 || weeks < 3 || weeks > 15 {
			t.Errorf("with a patience of %v chips are ordered %d weeks before the power is there", patience, weeks)
		}
	}
}

// firstChips is the day on which a company first orders chips, 0 never.
func firstChips(t *testing.T, in sim.Setup, company string) units.Date {
	t.Helper()
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	sc.Central()
	id, _ := sc.Find(sim.OfCompany, company)
	s := session.New(sc)
	for s.Reset(1); !s.World.Over(); {
		day := s.World.Date()
		s.Advance(nil)
		for _, o := range s.Orders() {
			if o.By == sim.CompanyID(id) && o.Kind == sim.OrderChips {
				return day
			}
		}
	}
	return 0
}

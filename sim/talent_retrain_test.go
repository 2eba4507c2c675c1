package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// TestRetrain: where the market leaves places empty, the more of them conventional staff
// fill who learn the trade, the more researchers there are and the fewer programmers;
// without a rate, or in a house that shrinks, nobody learns it.
func TestRetrain(t *testing.T) {
	heads := func(rate float64, growth units.PPM) (researchers, software int64) {
		w := people(t, 37, func(s *sim.Setup) {
			s.End = s.Start.AddWeeks(60)
			s.Talent.Researchers.Retrain, s.Talent.Researchers.Elsewhere = sim.Exactly(rate), sim.Exactly(10)
			s.Companies[2].People.Software, s.Companies[2].People.Growth = sim.Exactly(2000), sim.Exactly(float64(growth))
		})
		v := w.View(user)
		return v.OwnCrew(sim.TierResearchers).Heads(), v.OwnCrew(sim.TierSoftware).Heads()
	}
	none, all := [2]int64{}, [2]int64{}
	none[0], none[1] = heads(0, units.One)
	some, _ := heads(3e5, units.One)
	all[0], all[1] = heads(1e6, units.One)
	t.Logf("researchers %d without, %d with some, %d with all; programmers %d and %d", none[0], some, all[0], none[1], all[1])
	if !(none[0] < some && some < all[0]) || none[1] <= all[1] {
		t.Error("empty places are not filled by those who learn the trade")
	}
	still, _ := heads(0, -units.One/10)
	shrunk, _ := heads(1e6, -units.One/10)
	if still != shrunk {
		t.Errorf("a house that shrinks has %d researchers, and %d who learnt the trade", still, shrunk)
	}
}

// TestSoftwareFollowsIncome: where conventional work follows income, a house whose income
// grew has more staff for it than one in a scenario that is silent, and in due proportion.
func TestSoftwareFollowsIncome(t *testing.T) {
	heads := func(load, began float64) int64 {
		w := people(t, 60, func(s *sim.Setup) {
			s.End = s.Start.AddWeeks(80)
			s.Talent.Workload = sim.Exactly(load)
			s.Capital.Multiple = sim.Exactly(9)
			s.Companies[2].Finance.RunRate = sim.Exactly(began)
		})
		return w.View(user).OwnCrew(sim.TierSoftware).Heads()
	}
	silent, same, grown := heads(0, 1e6), heads(0.5, 0), heads(0.5, 1e6)
	t.Logf("%d where work follows nothing, %d without a run rate, %d with one", silent, same, grown)
	if same != silent || grown <= 2*silent {
		t.Error("conventional staff do not follow income")
	}
}

// TestSellingFollowsSales: what selling costs is its share of what customers pay that
// week, on top of overhead.
func TestSellingFollowsSales(t *testing.T) {
	seller := func(share float64) sim.Company {
		w := small(t, func(s *sim.Setup) {
			for i := range s.Companies {
				s.Companies[i].Selling = sim.Exactly(share)
			}
		})
		for range 6 {
			week(t, w)
		}
		for c := sim.CompanyID(1); ; c++ {
			if w.Company(c).Takings > 0 {
				return w.Company(c)
			}
		}
	}
	plain, half := seller(0), seller(5e5)
	if want := plain.Overhead + half.Takings/2; half.Overhead < want-1 || half.Overhead > want+1 || half.Cash >= plain.Cash {
		t.Errorf("overhead of %d, sales of %d: half of them on top are %d, not %d; cash %d and %d", plain.Overhead, half.Takings, want, half.Overhead, half.Cash, plain.Cash)
	}
}

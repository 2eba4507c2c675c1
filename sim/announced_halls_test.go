package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// TestAnnouncedHallsArePaid: who builds his announced halls himself pays for them while
// they are built, as much of their cost as weeks of building are left at the start; who
// does so in part, that part. Until it is paid it is committed.
func TestAnnouncedHallsArePaid(t *testing.T) {
	const power, built = 10_000, 62
	bill := func(share float64) units.USD { return units.USD(share*power*9800) / 1e6 / built }
	for _, weeks := range []int{20, 70} {
		left := units.USD(min(weeks, built))
		none := halls(t, weeks, power, 0, 0)
		for _, share := range []float64{5e5, 1e6} {
			committed := bill(share) * left
			if weeks > built { // not begun yet
				committed = 0
			}
			if got, want := none.Cash-halls(t, weeks, power, share, committed).Cash, bill(share)*left; got < want-want/1000 || got > want+want/1000 {
				t.Errorf("%v of halls for in %d weeks cost %d, want %d", share/1e6, weeks, got, want)
			}
		}
	}
}

// halls is the owner of halls that stand, some weeks after they do.
func halls(t *testing.T, weeks int, power, share float64, committed units.USD) sim.Company {
	owner := sim.CompanyID(0)
	w := small(t, func(s *sim.Setup) {
		s.End = s.Start.AddWeeks(weeks + 8)
		for i := range s.Sites {
			s.Sites[i].Stages = nil
		}
		s.Sites[0].Stages = []sim.StageSetup{{Date: s.Start.AddWeeks(weeks), Add: sim.Exactly(power), Slip: sim.Exactly(0)}}
		for i := range s.Companies {
			if s.Companies[i].ID == s.Sites[0].Owner {
				owner = sim.CompanyID(i + 1)
				s.Companies[i].SelfBuild = sim.Exactly(share)
			}
		}
	})
	if got := w.Company(owner).Committed; got != committed {
		t.Errorf("%v of halls for in %d weeks: %d committed at the start, want %d", share/1e6, weeks, got, committed)
	}
	for range weeks + 5 {
		week(t, w)
	}
	if got := w.Company(owner).Committed; got != 0 {
		t.Errorf("%v of halls for in %d weeks: %d committed when they stand", share/1e6, weeks, got)
	}
	return w.Company(owner)
}

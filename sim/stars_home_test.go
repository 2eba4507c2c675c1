package sim_test

import (
	"testing"

	"entangle/sim"
)

// TestHomesDivideStars: who is at home elsewhere cannot be had for any money, and sees
// nothing in places there, so that somebody whose other place is abroad is more at peace.
func TestHomesDivideStars(t *testing.T) {
	both := func(s *sim.Setup) {
		sim.AddStars(s)
		s.People[0].Pay = sim.Exactly(200_000)
		s.Companies[0].Quality, s.Companies[0].Price = sim.Exactly(100), sim.Exactly(4e6) // another lab, to go to
	}
	apart := func(s *sim.Setup) { both(s); s.Companies[0].Home = s.Regions[0].ID }
	offer := with(court, func(o *sim.Order) { o.Price = 5_000_000 })
	if r := sim.Check(small(t, both), offer); !r.Allowed() {
		t.Errorf("bob does not listen to %d dollars a year: %v", offer.Price, r.Reason)
	}
	if r := sim.Check(small(t, apart), offer); r.Reason != sim.ReasonAbroad {
		t.Errorf("bob listens to somebody abroad: %v", r.Reason)
	}
	near, far := stay(t, small(t, both), ann), stay(t, small(t, apart), ann)
	if far <= near {
		t.Errorf("ann stays with odds of %.3f, and of %.3f where the other place is abroad", near, far)
	}
	if w := small(t, func(s *sim.Setup) { apart(s); s.People[0].Home = s.Regions[0].ID }); stay(t, w, ann) >= far {
		t.Errorf("ann, who is at home abroad, stays with odds of %.3f, as those of here do", stay(t, w, ann))
	}
}

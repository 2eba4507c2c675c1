package sim_test

import (
	"testing"

	"entangle/sim"
)

// stay is the odds that a person stays.
func stay(t *testing.T, w *sim.World, id sim.PersonID) float64 {
	return read(t, w, "person_stay", int32(id))
}

// TestRetainKeeps: a better offer raises the odds that somebody stays, a mandate and
// compute do so too, and what is promised twice is refused.
func TestRetainKeeps(t *testing.T) {
	vests := func(s *sim.Setup) {
		sim.AddStars(s)
		s.People[0].Vest, s.People[0].Pay = sim.Exactly(20), sim.Exactly(200_000)
		s.Companies[0].Quality, s.Companies[0].Price = sim.Exactly(100), sim.Exactly(4e6) // another lab, to go to
	}
	for name, change := range map[string]func(*sim.Order){
		"pay":     func(o *sim.Order) { o.Price = 800_000 },
		"compute": func(o *sim.Order) { o.Price, o.Qty = 200_000, 60_000 },
		"mandate": func(o *sim.Order) { o.Price, o.Share = 200_000, 400_000 },
	} {
		w := small(t, vests)
		before := stay(t, w, ann)
		week(t, w, with(keep, change))
		if after := stay(t, w, ann); after <= before || before > 0.95 {
			t.Errorf("%s: the odds of staying go from %.3f to %.3f", name, before, after)
		}
	}
}

// TestStarMoves: who is offered much more comes within four weeks, with know-how for
// the new place and less for the old, paid by the week; the pay that the market gives
// has risen.
func TestStarMoves(t *testing.T) {
	w := small(t, sim.AddStars, with(court, func(o *sim.Order) { o.Price = 5_000_000 }))
	level, know := w.StarMarket().Level, w.Company(host).Know
	for range 5 {
		week(t, w)
	}
	p := w.Person(bob)
	if p.Employer != user || p.Last != host || p.Pay != 5_000_000 || w.Roster(user).Stars != 2 || w.Roster(host).Stars != 0 {
		t.Fatalf("bob works for %d at %d", p.Employer, p.Pay)
	}
	if lost, gained := know-w.Company(host).Know, w.Company(user).Absorb+w.Company(user).Know; lost < p.Know || gained <= 0 {
		t.Errorf("the old employer lost %.3f points of %.3f, the new one has %.3f", lost, p.Know, gained)
	}
	if w.StarMarket().Level <= level || w.Roster(user).Grudge <= 0 {
		t.Errorf("the market gives %.0f, as before; nobody compares", w.StarMarket().Level)
	}
}

// TestUnpaidStarsWalkOut: who gets no pay for a month leaves.
func TestUnpaidStarsWalkOut(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		sim.AddStars(s)
		s.Companies[0].Cash, s.Companies[0].Overhead, s.Contracts = sim.Exactly(0), sim.Exactly(1e9), s.Contracts[:1]
	})
	for range 6 {
		week(t, w)
	}
	if p := w.Person(bob); p.Employer != 0 || w.Roster(host).Bill != 0 {
		t.Errorf("bob still works for %d", p.Employer)
	}
}

// TestVestingHolds: shares that leaving forfeits raise the odds of staying, and a
// buyout costs what they are worth.
func TestVestingHolds(t *testing.T) {
	held := func(weeks float64) *sim.World {
		return small(t, func(s *sim.Setup) { sim.AddStars(s); s.People[1].Vest = sim.Exactly(weeks) })
	}
	free, bound := held(0), held(104)
	if a, b := stay(t, free, bob), stay(t, bound, bob); a >= b {
		t.Errorf("the odds of staying are %.3f without shares, %.3f with", a, b)
	}
	if free.Forfeits(bob) != 0 || bound.Forfeits(bob) < 900_000 {
		t.Errorf("leaving costs %d without shares, %d with two years of them", free.Forfeits(bob), bound.Forfeits(bob))
	}
}

// TestWhatAStarBuiltHasItsPrice: who leaves a company of his own for a first employer costs
// that one a stake in it, and is out of reach of whoever cannot pay. Nobody
// pays for it again.
func TestWhatAStarBuiltHasItsPrice(t *testing.T) {
	const price = 40_000_000
	joins := func(stake float64) (w *sim.World, bought int64) {
		w = small(t, func(s *sim.Setup) {
			sim.AddStars(s)
			s.People[2].Stake = sim.Exactly(stake)
		}, with(court, func(o *sim.Order) { o.Person, o.Price = cat, 5_000_000 }))
		for range 5 {
			for _, e := range w.Events() {
				if e.Kind == sim.EventStakeBought {
					bought += e.Amount
				}
			}
			week(t, w)
		}
		return w, bought
	}
	free, none := joins(0)
	owner, paid := joins(price)
	if free.Person(cat).Employer != user || owner.Person(cat).Employer != user || none != 0 || paid != price {
		t.Fatalf("cat works for %d and %d; %d and %d were paid", free.Person(cat).Employer, owner.Person(cat).Employer, none, paid)
	}
	if more := free.Company(user).Cash - owner.Company(user).Cash; more != price {
		t.Errorf("the stake cost %d, not %d", more, price)
	}
	if again := owner.View(host).Stake(cat); again != 0 {
		t.Errorf("a second employer would pay %d", again)
	}
	dear := small(t, func(s *sim.Setup) {
		sim.AddStars(s)
		s.People[2].Stake = sim.Exactly(1e12)
	})
	if r := sim.Check(dear, with(court, func(o *sim.Order) { o.Person, o.Price = cat, 5_000_000 })); r.Reason != sim.ReasonCash {
		t.Errorf("a stake beyond all means is refused with %s", r.Reason.Spec().Name)
	}
}

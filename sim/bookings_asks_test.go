package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// asked is what the host of the small world asks the user for an hour.
func asked(t *testing.T, change func(*sim.Setup)) units.Price {
	t.Helper()
	w := small(t, func(s *sim.Setup) {
		booked(8_000_000, 0)(s)
		s.Contracts = s.Contracts[:len(s.Contracts)-1]
		change(s)
	})
	week(t, w)
	r := sim.Check(w, with(book, func(o *sim.Order) { o.Price = 10_000 }))
	if r.Reason != sim.ReasonUnderAsk {
		t.Fatalf("refused for %s: %+v", r.Reason.Spec().Name, r)
	}
	return units.Price(r.Need)
}

// TestRivalsPayMore: who serves the tenant's customers asks more of it than who does not,
// and the more the better its own model is liked.
func TestRivalsPayMore(t *testing.T) {
	serves := func(quality float64) func(*sim.Setup) {
		return func(s *sim.Setup) {
			if quality > 0 {
				s.Companies[0].Quality, s.Companies[0].Price = sim.Exactly(quality), sim.Exactly(4e6)
			}
		}
	}
	none, weak, strong := asked(t, serves(0)), asked(t, serves(80)), asked(t, serves(110))
	t.Logf("asks of no rival %d, of one with a weak model %d, with a strong one %d", none, weak, strong)
	if !(none < weak && weak < strong) {
		t.Error("a rival is not asked more")
	}
}

// TestLendersArePassedOn: a landlord that has to borrow for what is booked, and owes much
// already, asks more; one that has the money asks the same whatever it owes.
func TestLendersArePassedOn(t *testing.T) {
	owes := func(debt, cash float64) func(*sim.Setup) {
		return func(s *sim.Setup) {
			sim.Invest(s)
			s.Companies[0].Cash = sim.Exactly(cash)
			s.Companies[0].Finance.Debt, s.Companies[0].Finance.Term = sim.Exactly(debt), sim.Exactly(104)
		}
	}
	rich, indebted, owing := asked(t, owes(1e6, 5e9)), asked(t, owes(2e9, 5e9)), asked(t, owes(2e9, 2e7))
	t.Logf("asks %d with cash, %d with cash and debt, %d with debt alone", rich, indebted, owing)
	if rich != indebted || owing <= indebted {
		t.Error("what lenders ask is not passed on by who has to borrow")
	}
}

package sim_test

import (
	"math"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
)

var (
	issue   = sim.Order{Kind: sim.OrderRaiseEquity, By: user, Qty: 100_000_000}
	lend    = sim.Order{Kind: sim.OrderBorrow, Mode: uint8(sim.LoanChips), By: host, Qty: 10_000_000, Weeks: 104}
	promise = sim.Order{Kind: sim.OrderGuide, By: host, Qty: 130_000_000}
	invest  = sim.Invest
)

// valueMoves adds up by how much the values of all companies move.
type valueMoves struct {
	t         *testing.T
	last, sum float64
	weeks     int
}

func (v *valueMoves) watch(w *sim.World) {
	now := total(v.t, w, "valuation")
	if w.Head().Tick == 1 {
		v.sum, v.weeks, v.last = 0, 0, now
	}
	v.sum, v.last = v.sum+math.Abs(now-v.last), now
	v.weeks++
}

func (v *valueMoves) moved(*sim.World) float64 { return v.sum / float64(v.weeks) }

// auctioned is what the chips of bankrupt companies brought, in USD billion.
func auctioned(t testing.TB, w *sim.World) (sum float64) {
	for c := range w.Scenario().Companies() {
		i, _ := sim.FindMetric("cash")
		var terms sim.Terms
		sim.Metrics()[i].Why(w, int32(c+1), &terms)
		for _, x := range terms.List {
			if x.Kind == sim.TermFlowIn && x.Flow == sim.FlowAuction {
				sum += x.Value
			}
		}
	}
	return sum
}

// A round closes in weeks: cash comes in, the owners' share falls by what was sold,
// and a second ask within a quarter is refused.
func TestRound(t *testing.T) {
	w := small(t, invest, issue)
	before := w.Company(user).Cash
	for range 9 {
		if r := sim.Check(w, issue); r.Reason != sim.ReasonTooSoon {
			t.Fatalf("a second round at once: %s", r.Reason.Spec().Name)
		}
		week(t, w)
	}
	if raised := read(t, w, "equity_raised", int32(user)); raised != 0.1 {
		t.Errorf("raised %g", raised)
	}
	if n, _ := happened(w, sim.EventRoundClosed); n > 1 {
		t.Errorf("%d rounds closed in a week", n)
	}
	if share := read(t, w, "owners_share", int32(user)); !(share < 1 && share > 0.8) {
		t.Errorf("the owners keep %g after a sale of about a tenth for %d", share, before)
	}
	for range 5 {
		week(t, w)
	}
	if r := sim.Check(w, issue); !r.Allowed() {
		t.Errorf("the next round: %s", r.Reason.Spec().Name)
	}
}

// A price above what investors see finds nobody; a bad market nobody at any price.
func TestRoundFails(t *testing.T) {
	w := small(t, invest, with(issue, func(o *sim.Order) { o.Price = 5_000_000_000 }))
	failed := 0
	for range 9 {
		week(t, w)
		n, _ := happened(w, sim.EventRoundFailed)
		failed += n
	}
	if raised := read(t, w, "equity_raised", int32(user)); failed != 1 || raised != 0 {
		t.Errorf("%d rounds failed, %g raised", failed, raised)
	}
}

// A loan is repaid by the month with interest.
func TestLoan(t *testing.T) {
	w := small(t, invest, with(lend, func(o *sim.Order) { o.Qty, o.Weeks = 40_000_000, 52 }))
	cash := w.Company(host).Cash
	for range 12 {
		week(t, w)
	}
	debt, interest := read(t, w, "debt", int32(host)), read(t, w, "interest", int32(host))
	if debt > 0.032 || debt < 0.029 || interest < 0.0006 || interest > 0.0010 {
		t.Errorf("owes %g of 0.04 after a quarter, paid %g of interest (cash was %d)", debt, interest, cash)
	}
}

// Who loses money is lent to on chips as long as it keeps about what it owes in hand, and
// on its income nothing; a company that has spent the money breaks its covenant.
func TestMoneyInHandBacksLoansOnChips(t *testing.T) {
	loses := func(cash float64) func(*sim.Setup) {
		return func(s *sim.Setup) {
			invest(s)
			s.Companies[0].Finance.Earning, s.Companies[0].Cash = sim.Exactly(-2_000_000), sim.Exactly(cash)
		}
	}
	w := small(t, loses(100e6))
	if r := sim.Check(w, lend); !r.Allowed() {
		t.Errorf("a loan on chips is refused for %s", r.Reason.Spec().Name)
	}
	if r := sim.Check(w, with(lend, func(o *sim.Order) { o.Mode = uint8(sim.LoanBond) })); r.Reason != sim.ReasonCover {
		t.Errorf("a bond is refused for %s", r.Reason.Spec().Name)
	}
	if r := sim.Check(small(t, loses(5e6)), lend); r.Reason != sim.ReasonCover {
		t.Errorf("a loan on chips with little in hand is refused for %s", r.Reason.Spec().Name)
	}
	for _, cash := range []float64{100e6, 5e6} {
		w := small(t, func(s *sim.Setup) {
			loses(cash)(s)
			s.Companies[0].Finance.Debt, s.Companies[0].Finance.Term = sim.Exactly(50e6), sim.Exactly(104)
		})
		if now := w.View(host).Covenants()[0]; now.Have <= now.Limit != (cash == 100e6) {
			t.Errorf("with %g in hand: %v years of %v are owed", cash, now.Have, now.Limit)
		}
	}
}

// Who has as many loans as there can be draws more on that of the kind: it is owed at the
// mean of both rates, until the mean of both days.
func TestOldLoanIsDrawnOn(t *testing.T) {
	bond := with(lend, func(o *sim.Order) { o.Mode = uint8(sim.LoanBond) })
	w := small(t, func(s *sim.Setup) { invest(s); s.Companies[0].Finance.Listed = sim.On }, times(4, bond)...)
	was, more := w.View(host).Loans(), with(bond, func(o *sim.Order) { o.Weeks = 208 })
	if r := sim.Check(w, more); !r.Allowed() {
		t.Fatalf("refused for %s", r.Reason.Spec().Name)
	}
	w.Step(sim.Input{Orders: []sim.Order{more}})
	now := w.View(host).Loans()
	if got, want := now[0].Owed, was[0].Owed+units.USD(lend.Qty); got < want-1 || got > want {
		t.Errorf("%d is owed on the first, want %d", got, want)
	}
	if days := int(now[0].Due-was[0].Due) / 7; days < 50 || days > 54 || now[0].Rate < was[0].Rate {
		t.Errorf("due %d weeks later at a rate of %d, was %d", days, now[0].Rate, was[0].Rate)
	}
	if now[1].Owed != was[1].Owed {
		t.Errorf("%d is owed on the second, was %d", now[1].Owed, was[1].Owed)
	}
}

// indebted is the small world with a landlord that owes more than it can ever repay.
func indebted(s *sim.Setup) {
	invest(s)
	s.End = s.Start.AddWeeks(60)
	s.Companies[0].Finance.Debt, s.Companies[0].Finance.Term = sim.Exactly(2e9), sim.Exactly(300)
}

// Covenants: the first quarter costs more, the second calls the loans; nobody lends.
func TestCovenants(t *testing.T) {
	w := small(t, indebted)
	broken, called := 0, 0
	for range 27 {
		week(t, w)
		n, _ := happened(w, sim.EventCovenantBroken)
		if broken += n; broken == 1 && n == 1 {
			if r := sim.Check(w, lend); r.Reason != sim.ReasonLenders {
				t.Errorf("after a breach a loan is refused for %s", r.Reason.Spec().Name)
			}
		}
		n, _ = happened(w, sim.EventLoanCalled)
		called += n
	}
	if broken != 2 || called != 1 {
		t.Errorf("%d breaches, loans called %d times", broken, called)
	}
}

// Who cannot repay goes under: its chips are sold, its tenant loses what it rented at
// the end of its term, lenders lose the rest, and nobody else's books break.
func TestInsolvency(t *testing.T) {
	w := small(t, indebted)
	under := 0
	for range 60 {
		week(t, w)
		n, _ := happened(w, sim.EventInsolvent)
		if under += n; n == 1 {
			if r := sim.Check(w, with(move, func(o *sim.Order) {})); r.Reason != sim.ReasonInsolvent || r.Ref.ID != int32(host) {
				t.Errorf("an order of the bankrupt is refused for %s", r.Reason.Spec().Name)
			}
		}
	}
	if under != 1 || !w.Company(host).Bust {
		t.Fatalf("went under %d times", under)
	}
	if chips, debt := read(t, w, "fleet_value", int32(host)), read(t, w, "debt", int32(host)); chips != 0 || debt != 0 {
		t.Errorf("chips for %g and debts of %g are left", chips, debt)
	}
}

// Where nobody goes under lenders have no default to price, whatever is owed already.
func TestNoDefaultIsPricedWhereNobodyFails(t *testing.T) {
	rate := func(toggle sim.Toggle) units.PPM {
		w := small(t, func(s *sim.Setup) { indebted(s); s.Switches.Insolvency = toggle })
		_, rate := w.View(host).Lendable(sim.LoanChips)
		return rate
	}
	if with, without := rate(sim.On), rate(sim.Off); without != 50_000 || with <= without+25_000 {
		t.Errorf("a loan costs %d with insolvency and %d without", with, without)
	}
}

// In bad times lenders ask more, and most of those who owe much.
func TestBadTimesAreDearestForThoseWhoOweMuch(t *testing.T) {
	rate := func(debt, frights float64) units.PPM {
		w := small(t, func(s *sim.Setup) {
			indebted(s)
			s.Companies[0].Finance.Debt, s.Capital.Frights = sim.Exactly(debt), sim.Exactly(frights)
		})
		for range 20 {
			week(t, w)
		}
		return w.View(host).LoanRate(sim.LoanBond, 0)
	}
	const little, much = 1e7, 1e8 // of 1e8 that is left a year
	if few, many := rate(little, 12)-rate(little, 0), rate(much, 12)-rate(much, 0); few <= 0 || few > many/2 {
		t.Errorf("bad times cost %d with little debt and %d with much", few, many)
	}
}

// A promise above the trend is worth something at once and costs more when missed.
func TestGuidance(t *testing.T) {
	play := func(orders ...sim.Order) (early, late float64) {
		w := small(t, invest, orders...)
		early = read(t, w, "valuation", int32(host))
		for range 13 {
			week(t, w)
		}
		return early, read(t, w, "valuation", int32(host))
	}
	e0, l0 := play()
	e1, l1 := play(with(promise, func(o *sim.Order) { o.Qty = 180_000_000 }))
	if !(e1 > e0) || !(l1 <= l0) {
		t.Errorf("a high promise moves the value from %g to %g at once, and from %g to %g when it is missed", e0, e1, l0, l1)
	}
}

// Who sold in a fright has sold: however often markets may take fright, frights together
// never take off more than the largest of them alone.
func TestFrightsDoNotStack(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		invest(s)
		s.Capital.Noise, s.Capital.NoiseWeeks, s.Capital.Frights = sim.Figure{}, sim.Figure{}, sim.Exactly(12)
	})
	least, frights := 1.0, 0
	for range w.Scenario().Weeks() {
		week(t, w)
		for _, e := range w.Events() {
			if e.Kind == sim.EventFright {
				frights++
			}
		}
		least = min(least, read(t, w, "sentiment", 0))
	}
	t.Logf("%d frights in the run; at worst values are %.3f of the usual", frights, least)
	if frights < 2 || least < math.Exp(-0.25) {
		t.Error("frights stack, or there are none")
	}
}

// TestEfficiencyShakesSellersOfChips: who lives by selling chips loses up to a seventh, everybody
// else a little, and the more, the less compute a model takes; who was shaken yesterday is
// shaken less, and without moods nobody is.
func TestEfficiencyShakesSellersOfChips(t *testing.T) {
	for _, mood := range []sim.Toggle{sim.On, sim.Off} {
		setup := octet(t)
		setup.Switches.Sentiment = mood
		s := session.New(compile(t, setup))
		for s.Reset(1); s.World.Head().Tick < 6; { // before models of the run shake markets
			s.Advance(nil)
		}
		w, sellers := s.World, 0
		before := map[sim.CompanyID]float64{}
		for c := sim.CompanyID(1); int(c) <= w.Scenario().Companies(); c++ {
			before[c] = read(t, w, "valuation", int32(c))
		}
		other := sim.New(w.Scenario())
		other.CopyFrom(w)
		first, milder := sim.ShakeSellers(w, 0.4), sim.ShakeSellers(other, 0.5)
		if mood == sim.On && milder >= first {
			t.Errorf("half of the compute costs sellers %.3f, four tenths %.3f", milder, first)
		}
		for c, was := range before {
			fall := 1 - read(t, w, "valuation", int32(c))/was
			sold := float64(w.Company(c).ChipSales) / 1e9 / max(read(t, w, "revenue", int32(c)), 1e-9)
			switch {
			case mood == sim.Off && fall != 0:
				t.Errorf("%d loses %.3f without moods", c, fall)
			case mood == sim.On && sold > 0.8:
				if sellers++; fall < 0.05 || fall > 0.2 {
					t.Errorf("%d, which lives by chips, loses %.3f", c, fall)
				}
			case mood == sim.On && sold == 0 && (fall > 0.05 || fall < 0):
				t.Errorf("%d, which sells none, loses %.3f", c, fall)
			}
		}
		if second := sim.ShakeSellers(w, 0.4); mood == sim.On && (sellers == 0 || second >= first) || mood == sim.Off && first != 0 {
			t.Errorf("%d sellers lose %.3f, and %.3f the next day", sellers, first, second)
		}
	}
}

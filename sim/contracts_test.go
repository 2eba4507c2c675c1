package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// twoBuyers adds an order of the landlord's to the tenant's, as large, with
// nothing prepaid against everything.
func twoBuyers(s *sim.Setup) {
	s.Contracts[0].Clauses[1].Prepaid = sim.Exactly(1_000_000)
	second := s.Contracts[0]
	second.ID, second.Parties = "batch2", []string{"maker", "host"}
	second.Clauses = append([]sim.ClauseSetup(nil), second.Clauses...)
	second.Clauses[0].To, second.Clauses[0].Site = "host", "annex"
	second.Clauses[1].From, second.Clauses[1].Prepaid = "host", sim.Exactly(0)
	s.Contracts = append(s.Contracts, second)
}

// TestPrepaymentMovesUpTheQueue: of two orders of one size, the one prepaid gets
// most of what is shared out first; without the mechanic both get as much. All have
// theirs when all is built.
func TestPrepaymentMovesUpTheQueue(t *testing.T) {
	left := func(weeks int, change func(*sim.Setup)) (open [2]float64) {
		w := small(t, func(s *sim.Setup) { twoBuyers(s); change(s) })
		for range weeks {
			week(t, w)
		}
		for i, c := range [2]sim.CompanyID{user, host} {
			open[i] = read(t, w, "compute_on_order", int32(c))
		}
		return open
	}
	as := func(*sim.Setup) {}
	if got := left(2, as); got[0] > 0.2 || got[0]+got[1] < 0.399 || got[0]+got[1] > 0.401 {
		t.Errorf("of 300 prepaid and 300 that are not, with 200 built, %v thousand are left", got)
	}
	if got := left(2, func(s *sim.Setup) { s.Switches.Rationing = sim.Off }); got != [2]float64{0.2, 0.2} {
		t.Errorf("without rationing by prepayment %v are left", got)
	}
	if got := left(6, as); got != [2]float64{} {
		t.Errorf("with 600 built %v are left", got)
	}
}

// TestChipsAreSharedOutInTurn: every four weeks, what was built in them.
func TestChipsAreSharedOutInTurn(t *testing.T) {
	w := small(t, nil, with(buy, func(o *sim.Order) { o.Qty = 1700 }))
	for n := range 9 {
		week(t, w)
		came, e := happened(w, sim.EventChipsDelivered)
		if (came > 0) != (n%4 == 0) { // the orders are given a week before
			t.Errorf("week %d: %d deliveries: %+v", n+1, came, e)
		}
		built := units.Chips(400)
		if n < 4 {
			built = 200 // in the two weeks before the first turn
		}
		if f := w.Family(1); f.Built != built || f.Stock > 0 {
			t.Errorf("week %d: %d built, %d in stock", n+1, f.Built, f.Stock)
		}
	}
}

// TestNobodyShipsToDebtors: a buyer who owes for the last delivery gets none
// until it has paid, and the other gets all.
func TestNobodyShipsToDebtors(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		twoBuyers(s)
		s.Contracts[2].Clauses[1].Prepaid = sim.Exactly(1_000_000)
		s.Contracts[0].Clauses[1].Prepaid = sim.Exactly(0)
		s.Contracts = []sim.ContractSetup{s.Contracts[0], s.Contracts[2]}
		s.Constants.GraceWeeks = sim.Exactly(10)
		s.Companies[2] = sim.CompanySetup{ID: "user", Cash: sim.Exactly(10_000), Overhead: sim.Exactly(0), Staff: sim.Exactly(0), Bureaucracy: sim.Exactly(0), Temperament: s.Companies[0].Temperament}
	})
	got := func() [2]float64 {
		return [2]float64{read(t, w, "compute_on_order", int32(user)), read(t, w, "compute_on_order", int32(host))}
	}
	week(t, w)
	week(t, w) // the tenant gets some, which he cannot pay for
	first := got()
	for range 4 {
		week(t, w)
	}
	if second := got(); first[0] >= 0.3 || second[0] != first[0] || first[1] == 0 || second[1] != 0 {
		t.Errorf("on order: %v, then %v", first, second)
	}
}

// broke is a tenant without customers who can pay for a week of rent and half. It is
// billed after the first week and after the fifth.
func broke(s *sim.Setup) {
	s.Contracts = s.Contracts[1:]
	s.Contracts[0].Start = s.Start.AddWeeks(-3)
	s.Companies[2] = sim.CompanySetup{ID: "user", Cash: sim.Exactly(2e6), Overhead: sim.Exactly(0), Staff: sim.Exactly(0), Bureaucracy: sim.Exactly(0), Temperament: s.Companies[0].Temperament}
}

// TestTenantLosesItsLease after the weeks of grace, not before; nobody's cash
// goes below zero, which the audit of each week sees to, and the landlord has
// its chips back.
func TestTenantLosesItsLease(t *testing.T) {
	w := small(t, broke)
	for n := 1; n <= 8; n++ {
		week(t, w)
		missed, _ := happened(w, sim.EventPaymentMissed)
		ended, e := happened(w, sim.EventContractBroken)
		if late := n >= 5 && n <= 7; missed != 0 != late {
			t.Errorf("week %d: %d payments missed", n, missed)
		}
		if ended != 0 != (n == 7) {
			t.Errorf("week %d: %d contracts broken", n, ended)
		} else if n == 7 && (e.By != user || e.Peer != host || e.Qty != 4_000_000 || e.Amount < 2_000_000) {
			t.Errorf("broken: %+v", e)
		}
	}
	if let, cash := read(t, w, "compute_let", int32(host)), w.Company(user).Cash; let != 0 || cash < 0 {
		t.Errorf("%v kH100e still let, the tenant has %d dollars", let, cash)
	}
	if r := sim.Check(w, with(offer, func(o *sim.Order) { o.Qty = 8000 })); !r.Allowed() {
		t.Errorf("the landlord cannot offer its chips again: %s", r.Reason.Spec().Name)
	}
}

// TestArrearsArePaid: who comes to money in the weeks of grace pays what is owed
// and keeps the lease.
func TestArrearsArePaid(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		broke(s)
		s.Companies[2].Cash = sim.Exactly(1e6) // the first rent is 1,344,000, the wage comes after it
		wage := s.Contracts[0]
		wage.ID = "wage"
		wage.Clauses = []sim.ClauseSetup{{Kind: "pay", From: "host", To: "user", Weekly: sim.Exactly(2e6)}}
		s.Contracts = append(s.Contracts, wage)
	})
	for n := range 5 { // after the last there is a bill
		week(t, w)
		missed, _ := happened(w, sim.EventPaymentMissed)
		if broken, _ := happened(w, sim.EventContractBroken); broken != 0 || missed != 0 != (n == 0) {
			t.Errorf("week %d: %d payments missed, %d contracts broken", n+1, missed, broken)
		}
	}
	if got, want := read(t, w, "revenue_cloud", int32(host)), 5*4000*2*168/1e9; got != want {
		t.Errorf("rent paid %v of %v", got, want)
	}
}

// TestRenewal: a rental that runs out is signed again at the landlord's floor,
// no more than a tenth above the old rent of 2 dollars.
func TestRenewal(t *testing.T) {
	for _, c := range []struct {
		name  string
		floor units.Price // 0: no offer
		keep  float64     // share the tenant's policy renews
		bar   bool
		want  int64 // chips
	}{
		{"cheaper", 1_500_000, 1e6, false, 4000},
		{"a fifth more", 2_400_000, 1e6, false, 4000},
		{"over a fifth more", 2_400_001, 1e6, false, 0},
		{"half of it", 2_000_000, 5e5, false, 2000},
		{"no wish", 2_000_000, 0, false, 0},
		{"no offer", 0, 1e6, false, 0},
		{"shut out", 2_000_000, 1e6, true, 0},
	} {
		change := func(s *sim.Setup) {
			s.Contracts, s.Companies[2].Policies.Renew = s.Contracts[1:], sim.Exactly(c.keep)
		}
		o := with(offer, func(o *sim.Order) {
			o.Qty, o.Price = 4000, c.floor
			if c.bar {
				o.Set = o.Set.With(user)
			}
			if c.floor == 0 {
				o.Qty = 0
			}
		})
		w := small(t, change, o)
		for range 7 {
			if n, _ := happened(w, sim.EventContractEnded); n != 0 {
				t.Errorf("%s: the lease ended in week %d", c.name, w.Head().Tick)
			}
			week(t, w)
		}
		n, e := happened(w, sim.EventRenewed)
		if n != 0 != (c.want > 0) || n != 0 && (e.Qty != c.want*1000 || e.Amount != int64(c.floor) || e.By != user || e.Peer != host) {
			t.Errorf("%s: %d renewals, %+v", c.name, n, e)
		}
		week(t, w)
		if got := read(t, w, "compute_rented", int32(user)); got != float64(c.want)/1000 {
			t.Errorf("%s: %v kH100e rented after, want %d chips", c.name, got, c.want)
		}
	}
}

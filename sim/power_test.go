package sim_test

import (
	"testing"

	"entangle/sim"
)

// happened counts the events of a kind in the last week and returns the last.
func happened(w *sim.World, kind sim.EventKind) (n int, last sim.Event) {
	for _, e := range w.Events() {
		if e.Kind == kind {
			n, last = n+1, e
		}
	}
	return n, last
}

// TestChipsWaitForPower: 3,000 chips in a hall of 2 MW, of which 1,999 run; when
// the stage comes, two weeks late, all do.
func TestChipsWaitForPower(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		s.Sites[0].Chips = []sim.ChipsSetup{{Family: "core", Count: sim.Exactly(3000)}}
		s.Sites[0].Stages = []sim.StageSetup{{Date: s.Start.AddWeeks(4), Add: sim.Exactly(2000), Slip: sim.Exactly(2)}}
	})
	for n := range 9 {
		week(t, w)
		idle := 1.0
		if n >= 6 {
			idle = 0
		}
		if got := read(t, w, "site_idle", int32(annex)); got != idle {
			t.Errorf("week %d: %v kH100e idle, want %v", n, got, idle)
		}
		slipped, slip := happened(w, sim.EventStageSlipped)
		if slipped != 0 != (n == 4) || n == 4 && (slip.Qty != 2 || slip.Amount != 2000) {
			t.Errorf("week %d: %d slips, %+v", n, slipped, slip)
		}
		live, e := happened(w, sim.EventSiteEnergised)
		if live != 0 != (n == 6) || n == 6 && (e.Qty != 1_000_000 || e.Amount != 2000) {
			t.Errorf("week %d: %d stages went live, %+v", n, live, e)
		}
	}
}

// TestDenseChipsRunFirst: when power is short, the chips with more compute per
// watt run, whatever their names.
func TestDenseChipsRunFirst(t *testing.T) {
	for _, name := range []string{"aaa", "zzz"} {
		w := small(t, func(s *sim.Setup) {
			dense := s.Families[0]
			dense.ID, dense.H100e = name, sim.Exactly(3000)
			s.Families = append(s.Families, dense)
			s.Sites[0].Chips = []sim.ChipsSetup{{Family: "core", Count: sim.Exactly(1500)}, {Family: name, Count: sim.Exactly(1500)}}
		})
		week(t, w)
		dense := sim.FamilyID(find(t, w.Scenario(), sim.OfFamily, name))
		v := w.View(host)
		if a, b := block(v, annex, dense).Running, block(v, annex, 3-dense).Running; a != 1500 || b != 500 {
			t.Errorf("%s: %d dense chips and %d others run in 2 MW", name, a, b)
		}
	}
}

// TestShortLandlord: a landlord with power for half of the chips runs half, and
// its two tenants are short in proportion. They pay for what ran.
func TestShortLandlord(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		s.Sites[1].Energised = sim.Exactly(4000)    // for 8,000 chips of 1 kW
		s.Contracts[1].Start = s.Start.AddWeeks(-3) // billed after the first week
		second := s.Contracts[1]
		second.ID, second.Parties = "sublet", []string{"host", "maker"}
		second.Clauses = append([]sim.ClauseSetup(nil), second.Clauses...)
		second.Clauses[0].To, second.Clauses[0].Chips, second.Clauses[1].From = "maker", sim.Exactly(3000), "maker"
		s.Contracts = append(s.Contracts, second)
	})
	week(t, w)
	for _, x := range []struct {
		who  sim.CompanyID
		want float64
	}{{user, 2.285}, {maker, 1.714}} { // 4,000 and 3,000 of 7,000, where 4,000 run
		if got := read(t, w, "compute_rented", int32(x.who)); got != x.want {
			t.Errorf("tenant %d gets %v kH100e, want %v", x.who, got, x.want)
		}
	}
	if n, _ := happened(w, sim.EventCapacityShort); n != 2 {
		t.Errorf("%d tenants hear of it", n)
	}
	if got, want := read(t, w, "revenue_cloud", int32(host)), (2285+1714)*2*168/1e9; got != want {
		t.Errorf("the landlord takes %v, want %v", got, want)
	}
}

// TestUnpaidPower: the bill comes after the week, is owed when there is no cash,
// and after the grace the sites are dark. Income in time saves a company.
func TestUnpaidPower(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		s.Companies[0].Cash, s.Companies[0].Overhead = sim.Exactly(100_000), sim.Exactly(0)
		s.Contracts = s.Contracts[:1] // no tenant
	})
	for n, want := range []struct{ cash, owed, running float64 }{
		{32_800, 0, 8}, {0, 34_400, 8}, {0, 101_600, 8}, {0, 168_800, 8}, {0, 168_800, 0}} { // 67,200 a week
		week(t, w)
		co := w.Company(host)
		if float64(co.Cash) != want.cash || float64(co.Arrears) != want.owed || read(t, w, "compute_running", int32(host)) != want.running {
			t.Errorf("after week %d: cash %d, arrears %d, %v kH100e run; want %+v", n+1, co.Cash, co.Arrears, read(t, w, "compute_running", int32(host)), want)
		}
	}
	poor := small(t, func(s *sim.Setup) {
		s.Companies[0].Cash, s.Companies[0].Overhead = sim.Exactly(0), sim.Exactly(0)
		s.Contracts[1].Start = s.Start.AddWeeks(-3) // billed after the first week
	})
	week(t, poor)
	if co := poor.Company(host); co.Cash == 0 || co.Arrears != 0 {
		t.Errorf("a landlord whose rent covers the power ends with %d and owes %d", co.Cash, co.Arrears)
	}
}

// TestInstallationTakesItsWeeks: what the designer shares out in the second and the
// sixth week is ready two weeks later.
func TestInstallationTakesItsWeeks(t *testing.T) {
	w := small(t, nil)
	for n, want := range []float64{1, 1, 1, 1.2, 1.2, 1.2, 1.2, 1.3} { // 300 come, 100 are built a week
		week(t, w)
		fleet := block(w.View(user), shed, core)
		if got := float64(fleet.Ready) / 1000; got != want {
			t.Errorf("after week %d: %v thousand chips installed, want %v", n+1, got, want)
		}
	}
}

// TestMovedChipsAreOffline for the weeks of the move.
func TestMovedChipsAreOffline(t *testing.T) {
	w := small(t, nil, with(move, func(o *sim.Order) { o.Qty = 1000 }))
	for n, want := range []float64{7, 7, 8} {
		if got := read(t, w, "compute_running", int32(host)); got != want {
			t.Errorf("after week %d: %v kH100e run, want %v", n+1, got, want)
		}
		if owned := read(t, w, "compute_owned", int32(host)); owned != 8 {
			t.Errorf("the move lost chips: %v are owned", owned)
		}
		week(t, w)
	}
}

package sim_test

import (
	"testing"

	"entangle/sim"
)

// foundry gives the landlord of the small world a programme for a chip of its own.
func foundry(slip float64) func(*sim.Setup) {
	return func(s *sim.Setup) {
		s.Packaging = sim.PackagingSetup{Capacity: sim.Exactly(10)}
		f := smallSecond()
		f.Designer, f.SoldTo, f.PerWafer = "host", []string{"host"}, sim.Exactly(10)
		f.Supply, f.Growth, f.Noise, f.Memory = sim.Figure{}, sim.Figure{}, sim.Figure{}, sim.Figure{}
		f.Maturity, f.AtHome = sim.Exactly(0.6), sim.Exactly(0.4)
		s.Families = append(s.Families, f)
		s.Companies[0].WaferShare, s.Companies[0].Engineers = sim.Exactly(500_000), sim.Exactly(80)
		s.Programs = []sim.ProgramSetup{{ID: "own", Owner: "host", Family: "other", Partner: "maker", Cost: sim.Exactly(16e6), Engineers: sim.Exactly(40),
			Design: sim.Exactly(4), Tapeout: sim.Exactly(4), Qualify: sim.Exactly(4), Ramp: sim.Exactly(4), SlipChance: sim.Exactly(slip), SlipWeeks: sim.Exactly(13)}}
	}
}

// fund begins the programme.
var fund = sim.Order{Kind: sim.OrderGateSilicon, By: host, Mode: sim.GateFund, Program: 1}

// weeksToChips funds the programme and counts the weeks until it is done.
func weeksToChips(t testing.TB, mode uint8, slip float64) (weeks int, spent int64) {
	w := small(t, foundry(slip))
	week(t, w, with(fund, func(o *sim.Order) { o.Mode = mode }))
	for weeks = 1; weeks < 26; weeks++ {
		for _, e := range w.Events() {
			if e.Kind == sim.EventSiliconDone {
				return weeks, e.Amount
			}
		}
		week(t, w)
	}
	return weeks, 0
}

// TestOwnSilicon: stages pass, money and engineers are tied, and then the owner
// has chips built at cost, on software that is not ripe. Money buys speed, slips
// take it.
func TestOwnSilicon(t *testing.T) {
	plain, paid := weeksToChips(t, sim.GateFund, 0)
	wide, dear := weeksToChips(t, sim.GateWiden, 0)
	late, _ := weeksToChips(t, sim.GateFund, 1e6)
	if plain != 16 || paid != 16e6 || wide >= plain || dear <= paid || late <= plain {
		t.Errorf("%d weeks and %d dollars; widened %d and %d; with slips %d", plain, paid, wide, dear, late)
	}
	w := small(t, foundry(0), fund)
	if n := w.View(host).Engineers(); n != 40 {
		t.Errorf("%d of 80 engineers are free beside 40", n)
	}
	if now := read(t, w, "programme_weeks", 1); now < 14 || now > 16 {
		t.Errorf("expected in %v weeks", now)
	}
	own := sim.Order{Kind: sim.OrderChips, By: host, Family: 2, Qty: 200, Site: hall, Share: 100_000}
	for range 15 {
		if r := sim.Check(w, own); r.Reason == sim.ReasonNone {
			t.Fatal("it can be ordered before it is done")
		}
		week(t, w)
	}
	cash := w.Company(host).Cash
	week(t, w, own)
	if w.Company(host).Cash < cash-3_000_000 {
		t.Error("an own order asks for a deposit")
	}
	for range 7 {
		week(t, w)
	}
	if got := w.Family(2).Made; got < 190 {
		t.Errorf("%d chips of its own after seven weeks of 50", got)
	}
	if p := w.View(host).Penalty(2); p < 0.3 || p > 0.4 {
		t.Errorf("a penalty of %v", p)
	}
}

// TestKilledProgrammeIsOver: the money is gone, the engineers are free, the chip
// never comes.
func TestKilledProgrammeIsOver(t *testing.T) {
	w := small(t, foundry(0), fund)
	for range 6 { // the end of a stage is reported in its week of four
		week(t, w)
	}
	week(t, w, with(fund, func(o *sim.Order) { o.Mode = sim.GateKill }))
	if n := w.View(host).Engineers(); n != 80 {
		t.Errorf("%d of 80 engineers are free", n)
	}
	if r := sim.Check(w, fund); r.Reason != sim.ReasonProgramOver {
		t.Errorf("it can be funded again: %+v", r)
	}
}

package sim_test

import (
	"fmt"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// chainGame plays the rich test world with the built-in strategies, audited
// every week.
func chainGame(t testing.TB, change func(*sim.Setup), weeks int, watch func(w *sim.World)) *sim.World {
	t.Helper()
	setup := sim.ChainSetup()
	if change != nil {
		change(&setup)
	}
	s := session.New(compile(t, setup))
	s.Reset(1)
	for range weeks {
		s.Advance(nil)
		if err := s.World.Audit(); err != nil {
			t.Fatal(err)
		}
		if watch != nil {
			watch(s.World)
		}
	}
	return s.World
}

// lead is the lead time of a family of the rich world.
func lead(t testing.TB, w *sim.World, family string) float64 {
	return read(t, w, "lead_time", find(t, w.Scenario(), sim.OfFamily, family))
}

// TestLessPackagingLongerQueue: one figure cuts what everybody builds; chips are
// fewer, queues longer and list prices higher.
func TestLessPackagingLongerQueue(t *testing.T) {
	cut := func(s *sim.Setup) { s.Packaging.Capacity = sim.Exactly(0.7 * s.Packaging.Capacity.Value) }
	usual, short := chainGame(t, nil, 8, nil), chainGame(t, cut, 8, nil)
	if a, b := lead(t, usual, "anvil"), lead(t, short, "anvil"); b <= a {
		t.Errorf("a queue of %.1f weeks, with less packaging %.1f", a, b)
	}
	for _, f := range []string{"anvil", "brick"} {
		id := find(t, usual.Scenario(), sim.OfFamily, f)
		if a, b := read(t, usual, "list_price", id), read(t, short, "list_price", id); b <= a {
			t.Errorf("%s: lists at %.0f, with less packaging at %.0f", f, a, b)
		}
	}
}

// TestSparePackagingGoesToWhoNeedsIt: a designer without orders leaves its
// wafers to the other; memory that is short binds both.
func TestSparePackagingGoesToWhoNeedsIt(t *testing.T) {
	world := func(gb, brick float64) *sim.World {
		s := sim.ChainSetup()
		s.Packaging.Noise, s.Memory.Capacity = sim.Exactly(0), sim.Exactly(gb)
		s.Contracts = append(s.Contracts, sim.ContractSetup{ID: "rival", Parties: []string{"cedar", "kiln"}, Start: s.Start, End: s.End, Clauses: []sim.ClauseSetup{
			{Kind: "deliver", From: "kiln", To: "cedar", Family: "brick", Site: "cove", Chips: sim.Exactly(brick)},
			{Kind: "pay", From: "cedar", To: "kiln", PerChip: sim.Exactly(14_000), Prepaid: sim.Exactly(200_000)}}})
		w := sim.New(compile(t, s))
		w.Reset(1)
		week(t, w)
		return w
	}
	alone, shared, starved := world(1e9, 1), world(1e9, 90_000), world(200_000, 90_000)
	a, b, c := alone.Family(1).Built, shared.Family(1).Built, starved.Family(1).Built
	if a <= b || b <= c || c == 0 {
		t.Errorf("%d built with a rival at rest, %d beside a busy one, %d when memory is short", a, b, c)
	}
	if got := float64(starved.Family(1).Built+starved.Family(2).Built) * 192; got > 200_500 {
		t.Errorf("%.0f GB in the chips of a week that had 200,000", got)
	}
}

// TestSupplyTellsWhatBinds in words, when it changes.
func TestSupplyTellsWhatBinds(t *testing.T) {
	told := map[sim.EventKind]int{}
	chainGame(t, func(s *sim.Setup) { s.Memory.Capacity = sim.Exactly(300_000) }, 52, func(w *sim.World) {
		for _, e := range w.Events() {
			told[e.Kind]++
		}
	})
	if told[sim.EventMemoryShort] == 0 {
		t.Error("memory is short and nobody is told")
	}
}

// TestChainAtWork shows a run of the rich world, and that it moves.
func TestChainAtWork(t *testing.T) {
	w := chainGame(t, nil, 52, func(w *sim.World) {
		if w.Head().Tick%4 != 1 {
			return
		}
		line := fmt.Sprintf("%2d pack %.2f mem %.2f", w.Head().Tick, read(t, w, "packaging_use", 1), read(t, w, "memory_use", 1))
		for f := int32(1); int(f) <= w.Scenario().Families(); f++ {
			row := w.Family(sim.FamilyID(f))
			line += fmt.Sprintf(" | %s lead %.1f list %d built %d", w.Scenario().Name(sim.Ref{Of: sim.OfFamily, ID: f}), read(t, w, "lead_time", f), row.List, row.Built)
		}
		t.Log(line)
	})
	for c := int32(1); int(c) <= w.Scenario().Companies(); c++ {
		co := w.Company(sim.CompanyID(c))
		t.Logf("%-8s cash %5.2f B own %6.1f let %6.1f rented %6.1f idle %.2f served %.2f on order %.1f price %d", w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: c}),
			float64(co.Cash)/1e9, float64(co.Own)/1e6, float64(co.Let)/1e6, float64(co.Rented)/1e6, read(t, w, "idle_share", c), read(t, w, "served_share", c), float64(co.OnOrder)/1e6, co.Price)
	}
	if w.Family(1).Made == 0 {
		t.Error("nothing was made")
	}
}

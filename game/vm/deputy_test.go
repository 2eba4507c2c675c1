package vm_test

import (
	"bytes"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
	"entangle/sim/session"
)

// A deputy acts in a player's game, shows on the screen of the organisation, and a
// game that is taken up again goes the same way.
func TestDeputyInAGame(t *testing.T) {
	sc := load(t, "octet")
	var kept file
	p := vm.NewPlay(words(t, "en", sc), vm.Setup{Name: "octet", Scenario: sc, Company: company(t, sc, "harbour"), Seed: 5, Keeper: kept.keeper()})
	p.Enqueue(sim.Order{Kind: sim.OrderDelegate, By: p.Me, Mode: uint8(sim.GroupCompute), Share: 500_000})
	for range 20 {
		p.Advance()
	}
	shown := false
	for _, s := range p.Screen(vm.TabOrganisation, 0).Sections {
		shown = shown || s.Key == "areas" && s.Rows[0].Cells[2].Text != "–"
	}
	if !shown {
		t.Error("the deputy is not on the screen")
	}
	orders, err := session.ReadOrders(bytes.NewReader(kept.text), "game.jsonl", sc, "octet")
	if err != nil {
		t.Fatal(err)
	}
	again := vm.NewPlay(words(t, "en", sc), vm.Setup{Name: "octet", Scenario: sc, Resume: orders})
	if again.Hash() != p.Hash() {
		t.Errorf("after %s the game has hash %x, taken up again %x", p.Date(), p.Hash(), again.Hash())
	}
}

package session_test

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

// TestCapacityIsNotCheaperForGrowth plays octet past both auctions: where companies
// ask for power, capacity never costs less than at the start, and mostly more.
func TestCapacityIsNotCheaperForGrowth(t *testing.T) {
	pack, err := scenario.Load(scenarios.FS, "octet")
	sc, err := scenario.Check(pack, err)
	if err != nil {
		t.Fatal(err)
	}
	const runs = 20
	s, dearer := session.New(sc), 0
	metric, _ := sim.FindMetric("energy_price")
	read := sim.Metrics()[metric].Read
	for seed := range uint64(runs) {
		s.Reset(seed)
		lakes := int32(0)
		for r := int32(1); r <= 4; r++ {
			if sc.Name(sim.Ref{Of: sim.OfRegion, ID: r}) == "lakes" {
				lakes = r
			}
		}
		start := read(s.World, lakes)
		for !s.World.Over() {
			s.Advance(nil)
			if p := read(s.World, lakes); p < start {
				t.Fatalf("run %d: %v per MWh after %v at the start", seed, p, start)
			}
		}
		if read(s.World, lakes) > start {
			dearer++
		}
	}
	if dearer < runs/2 {
		t.Errorf("dearer in %d of %d runs", dearer, runs)
	}
}

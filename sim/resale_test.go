package sim_test

import (
	"testing"

	"entangle/sim"
)

// sell is a sale of chips to brokers.
var sell = sim.Order{Kind: sim.OrderPlaceFleet, By: host, Family: core, Qty: 1000, Site: hall}

// TestResale: chips sold are gone, and so is a good part of what they cost; a
// second lot fetches less, and so do chips that stood idle for a year.
func TestResale(t *testing.T) {
	proceeds := func(w *sim.World, o sim.Order) (paid int64) {
		week(t, w, o)
		for _, e := range w.Events() {
			if e.Kind == sim.EventFleetSold {
				paid += e.Amount
			}
		}
		return paid
	}
	w := small(t, nil)
	owned := read(t, w, "compute_owned", int32(host))
	first := proceeds(w, sell)
	if first < 500*5_000 || first > 1000*7_000 {
		t.Errorf("1,000 chips of 10,000 dollars bring %d", first)
	}
	if now := read(t, w, "compute_owned", int32(host)); now != owned-1 {
		t.Errorf("%v owned, %v after 1,000 were sold", owned, now)
	}
	if second := proceeds(w, sell); second >= first {
		t.Errorf("the second lot brings %d, the first %d", second, first)
	}
	dark := func(s *sim.Setup) { s.Sites[1].Energised = sim.Exactly(4_001) }
	idle, busy := small(t, dark), small(t, nil)
	for range 25 {
		week(t, idle)
		week(t, busy)
	}
	a, b := proceeds(idle, sell), proceeds(busy, sell)
	if a >= b || b >= first {
		t.Errorf("after half a year idle chips bring %d, busy ones %d, new ones %d", a, b, first)
	}
}

package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// given plays seeds of octet and hands each order of the strategies to a test.
func given(t *testing.T, change func(*sim.Setup), seeds int, see func(w *sim.World, by string, o sim.Order)) {
	t.Helper()
	in := octet(t)
	if change != nil {
		change(&in)
	}
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	s := session.New(sc)
	for seed := range uint64(seeds) {
		for s.Reset(seed); !s.World.Over(); {
			s.Advance(nil)
			for _, o := range s.Orders() {
				see(s.World, sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(o.By)}), o)
			}
		}
	}
}

// TestComputeOrdersFollowTemperament: each of the newer orders is given by those
// whose temperament asks for it, and not by those whose does not.
func TestComputeOrdersFollowTemperament(t *testing.T) {
	ahead, ported, rationed, sold, cover, gates := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	weights := map[string][3]int{}
	given(t, nil, 12, func(w *sim.World, by string, o sim.Order) {
		switch {
		case o.Kind == sim.OrderOpenFleet && o.When > w.Date():
			ahead[by]++
		case o.Kind == sim.OrderPortStack:
			ported[by]++
		case o.Kind == sim.OrderRation:
			rationed[by]++
			weights[by] = [3]int{int(o.Weights[0]), int(o.Weights[1]), int(o.Weights[2])}
		case o.Kind == sim.OrderPlaceFleet && o.Dest == 0:
			sold[by]++
		case o.Kind == sim.OrderSetPolicy && o.Mode == sim.PolicyCover:
			cover[by]++
		case o.Kind == sim.OrderGateSilicon:
			gates[by]++
		}
	})
	t.Logf("later capacity %v, ports %v, rations %v %v, sales %v, covers %v, gates %v", ahead, ported, rationed, weights, sold, cover, gates)
	if ahead["harbour"]+ahead["quarry"] == 0 {
		t.Error("no landlord offers what he is building")
	}
	if rationed["anvil"] == 0 || rationed["loom"] == 0 || len(rationed) != 2 {
		t.Errorf("rations by %v, not by the two designers who sell", rationed)
	}
	if a, b := weights["anvil"], weights["loom"]; a[2] <= a[0] || b[2] >= a[2] {
		t.Errorf("the patient designer weighs %v, the hasty %v", a, b)
	}
	if cover["harbour"] == 0 || cover["falcon"] != 0 {
		t.Errorf("covers by %v, not by the patient", cover)
	}
	if gates["harbour"] == 0 || len(gates) != 1 {
		t.Errorf("gates by %v, not by the owner", gates)
	}
	if ported["lumen"]+ported["harbour"]+ported["cairn"] == 0 {
		t.Error("nobody who likes to have a choice ports his software")
	}
}

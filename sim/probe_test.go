package sim_test

import (
	"sort"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

func TestProbe(t *testing.T) {
	pack, err := scenario.Load(scenarios.FS, "octet")
	if err != nil {
		t.Fatal(err)
	}
	sc := compile(t, pack.Setup)
	s := session.New(sc)
	kinds := map[string]int{}
	orders := map[string]int{}
	by := map[string]map[string]int{}
	n := 40
	sums := map[string]map[string]float64{}
	for seed := range n {
		s.Reset(uint64(seed))
		for !s.World.Over() {
			s.Advance(nil)
			for _, o := range s.Orders() {
				orders[o.Kind.Spec().Name]++
				c := sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(o.By)})
				if by[c] == nil {
					by[c] = map[string]int{}
				}
				by[c][o.Kind.Spec().Name]++
			}
			for _, e := range s.World.Events() {
				kinds[e.Kind.Spec().Name]++
				if e.Kind == sim.EventOrderRefused {
					kinds["refused "+e.Order.Spec().Name+" "+e.Reason.Spec().Name]++
				}
			}
			if err := s.World.Audit(); err != nil {
				t.Fatal(seed, err)
			}
		}
		for c := 1; c <= sc.Companies(); c++ {
			name := sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c)})
			if sums[name] == nil {
				sums[name] = map[string]float64{}
			}
			for _, m := range []string{"compute_owned", "compute_running", "idle_share", "power_energised", "power_under_construction", "power_queued", "power_turbines", "power_unpermitted", "injunctions", "cash", "capex", "capex_sites", "power_cost"} {
				sums[name][m] += read(t, s.World, m, int32(c)) / float64(n)
			}
		}
		for r := 1; r <= sc.Regions(); r++ {
			name := sc.Name(sim.Ref{Of: sim.OfRegion, ID: int32(r)})
			if sums[name] == nil {
				sums[name] = map[string]float64{}
			}
			for _, m := range []string{"energy_price", "tolerance", "queue_wait", "queue_power"} {
				sums[name][m] += read(t, s.World, m, int32(r)) / float64(n)
			}
		}
	}
	show := func(m map[string]int) {
		var names []string
		for k := range m {
			names = append(names, k)
		}
		sort.Strings(names)
		for _, k := range names {
			t.Logf("   %-50s %.2f", k, float64(m[k])/float64(n))
		}
	}
	show(kinds)
	for c, m := range by {
		t.Log(c, m)
	}
	for c, m := range sums {
		t.Log(c)
		for k, v := range m {
			t.Logf("      %-28s %.2f", k, v)
		}
	}
}

package experiment_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
)

// isOf tells whether an event is of a kind and a company.
func isOf(w *sim.World, e sim.Event, kind sim.EventKind, company string) bool {
	return e.Kind == kind && w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: int32(e.By)}) == company
}

// count is how often something happened to a company.
func count(kind sim.EventKind, company string) experiment.Outcome {
	return experiment.Happened(company+"."+kind.Spec().Name, "times", func(w *sim.World, e sim.Event) float64 {
		if isOf(w, e, kind, company) {
			return 1
		}
		return 0
	})
}

// gambler leads a lab as usual, but puts all its research into one run ten times as
// large as any before, and shelves it if it disappoints.
type gambler struct{}

// Decide implements policy.Policy.
func (gambler) Decide(v sim.View, out *policy.Turn) {
	policy.Builtin{}.Decide(v, out)
	kept := out.Orders[:0]
	for _, o := range out.Orders {
		if o.Kind != sim.OrderStartRun && o.Kind != sim.OrderSteerRun && !(o.Kind == sim.OrderSetPolicy && o.Mode == sim.PolicyTraining) {
			kept = append(kept, o)
		}
	}
	out.Orders = kept
	if v.Own().Policy.Training < 1_000_000 {
		out.Orders = append(out.Orders, sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyTraining, By: v.Who(), Share: 1_000_000})
	}
	lab := v.Lab()
	if giant := (sim.Order{Kind: sim.OrderStartRun, Mode: sim.RecipeKnown, By: v.Who(), Qty: int64(1000 * lab.Largest)}); lab.Serial < 2 && v.Check(giant).Allowed() {
		out.Orders = append(out.Orders, giant)
	}
	from, to := v.Models()
	for m := from; m < to; m++ {
		if row := v.Model(m); row.State == sim.ModelDrawer && row.Fell {
			out.Orders = append(out.Orders, sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerShelve, By: v.Who(), Model: m})
		}
	}
}

// TestOctetGiantRun has a lab bet a year's research on a run ten times as large as
// any before: in some runs it disappoints and is shelved, and four labs in five live
// on, with cash and customers.
func TestOctetGiantRun(t *testing.T) {
	if long(t) {
		return
	}
	lives := experiment.Final("lumen.lives", "share", func(w *sim.World) float64 {
		id, _ := w.Scenario().Find(sim.OfCompany, "lumen")
		if co := w.Company(sim.CompanyID(id)); co.Cash > 0 && co.Served > 0 && co.Quality > 0 {
			return 1
		}
		return 0
	})
	play := func(off string) (list []statement) {
		r := compare(t, 0, octet(t, off), experiment.Arm{Name: "giant", Player: experiment.Led("lumen", func() policy.Policy { return gambler{} })},
			count(sim.EventRunDisappointed, "lumen"), count(sim.EventRunShelved, "lumen"), count(sim.EventRunDone, "lumen"), lives)
		fell, alive, all := 0.0, 0.0, r.Values("giant", "lumen.lives")
		for i, n := range r.Values("giant", "lumen.run_shelved") {
			if n > 0 {
				fell++
				alive += all[i]
			}
		}
		done := r.Effect("giant", "lumen.run_done")
		t.Logf("%q off: %.1f %% of giants are shelved, %.1f %% of their labs live on; %s", off, 100*fell/float64(len(all)), 100*alive/max(fell, 1), done)
		if off == "" && alive < 0.8*fell {
			t.Errorf("%.0f of %.0f labs live on", alive, fell)
		}
		shelved := r.Derive("giant", "giants shelved", "share", func(_, other experiment.Look) float64 { return min(other("lumen.run_shelved"), 1) })
		return append(list, statement{"giants are shelved in a twentieth of the runs and more", shelved, 0.05, false})
	}
	shown(t, "", play(""))
	shown(t, "disappointment", play("disappointment"))
}

// gamer leads a lab as usual, but enters a special build at the boards in the first
// half of a year.
type gamer struct{}

// Decide implements policy.Policy.
func (gamer) Decide(v sim.View, out *policy.Turn) {
	policy.Builtin{}.Decide(v, out)
	for i := range out.Orders {
		if o := &out.Orders[i]; o.Kind == sim.OrderEnterBenchmark && v.Weeks() > 78 {
			o.Mode = uint8(sim.EntrySpecial)
		}
	}
}

// TestOctetGamedBoards has the careful lab enter a special build: before it is found
// out, customers pay it a fiftieth more than its honest twin and more; in most of the runs
// in which it is found out, it earns less in two years.
func TestOctetGamedBoards(t *testing.T) {
	if long(t) {
		return
	}
	play := func(off string) []statement {
		r := compare(t, 0, octet(t, off), experiment.Arm{Name: "gamed", Player: experiment.Led("cairn", func() policy.Policy { return gamer{} })},
			experiment.AtWeek(12, "revenue", "cairn"), experiment.AtEnd("revenue", "cairn"), count(sim.EventExposed, "cairn"))
		before := r.Effect("gamed", "cairn.revenue@12")
		worse := r.Derive("gamed", "earns less where it is found out", "share over a half", func(base, other experiment.Look) float64 {
			switch {
			case other("cairn.benchmark_exposed") == 0:
				return 0
			case other("cairn.revenue") < base("cairn.revenue"):
				return 0.5
			}
			return -0.5
		})
		net := r.Effect("gamed", "cairn.revenue")
		t.Logf("%q off: %s; exposed %s", off, net, r.Effect("gamed", "cairn.benchmark_exposed"))
		return []statement{{"boards bring customers before they are found out", before, float64(0.02 * before.Base), false}, {"most of those found out earn less", worse, 0, false}}
	}
	shown(t, "", play(""))
	shown(t, "gaming", play("gaming"))
}

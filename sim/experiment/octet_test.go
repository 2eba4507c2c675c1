package experiment_test

import (
	"fmt"
	"slices"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
	"entangle/sim/scenario"
)

// What octet must show, each with its effect, the 99 percent interval over 400
// pairs, and its absence when the mechanic behind it is switched off.

// mustPairs is how many pairs a statement of octet is shown on.
const mustPairs = 400

// octet compiles the scenario, changed first.
func octet(t *testing.T, change func(s *sim.Setup)) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, "octet")
	if _, err = scenario.Check(pack, err); err != nil {
		t.Fatal(err)
	}
	in := pack.Setup
	if change != nil {
		change(&in)
	}
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	return sc
}

// buyers of chips, the poorest first by what they hold at the start.
var buyers = []string{"sable", "cairn", "quarry", "lumen", "falcon", "harbour"}

// deliveries is the compute that a company was delivered in a run.
func deliveries(company string) experiment.Outcome {
	return experiment.Happened(company+".delivered", "kH100e", func(w *sim.World, e sim.Event) float64 {
		if e.Kind != sim.EventChipsDelivered || w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: int32(e.By)}) != company {
			return 0
		}
		return float64(e.Qty) / 1e6
	})
}

// ordered is the compute of a family that its designer's customers signed for.
func ordered(family string) experiment.Outcome {
	return experiment.Happened(family+".ordered", "chips", func(w *sim.World, e sim.Event) float64 {
		if e.Kind != sim.EventChipsOrdered || w.Scenario().Name(sim.Ref{Of: sim.OfFamily, ID: int32(e.Family)}) != family {
			return 0
		}
		return float64(e.Qty)
	})
}

// signed is what a company ordered.
func signed(company string) experiment.Outcome {
	return experiment.Happened(company+".signed", "kH100e", func(w *sim.World, e sim.Event) float64 {
		if e.Kind != sim.EventChipsOrdered || w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: int32(e.By)}) != company {
			return 0
		}
		return float64(e.Qty) * float64(w.Family(e.Family).H100e) / 1e6
	})
}

// started is the compute that companies had on order when the run began.
func started(company string) experiment.Outcome {
	return experiment.AtWeek(0, "compute_on_order", company).Named(company + ".started")
}

// lost is the share of what a group of companies ordered that no longer came in
// time: how much lower the part delivered is.
func lost(group []string) func(base, other experiment.Look) float64 {
	filled := func(look experiment.Look) float64 {
		came, asked := 0.0, 0.0
		for _, c := range group {
			came, asked = came+look(c+".delivered"), asked+look(c+".signed")+look(c+".started")
		}
		return came / max(asked, 1e-9)
	}
	return func(base, other experiment.Look) float64 { return 1 - filled(other)/max(filled(base), 1e-9) }
}

// TestScarcity cuts all supply by 30 percent.
func TestOctetScarcity(t *testing.T) {
	outcomes := []experiment.Outcome{experiment.MeanFrom(8, "spot_price"), ordered("shuttle"), ordered("sledge"), ordered("hammer")}
	for _, f := range []string{"hammer", "sledge", "shuttle"} {
		outcomes = append(outcomes, experiment.MeanFrom(8, "list_price", f), experiment.MeanFrom(8, "lead_time", f))
	}
	for _, c := range buyers {
		outcomes = append(outcomes, deliveries(c), signed(c), started(c))
	}
	play := func(change func(s *sim.Setup)) *experiment.Compared {
		sc := octet(t, change)
		scarce, err := experiment.Scaled(sc, 0.7, "packaging.capacity")
		if err != nil {
			t.Fatal(err)
		}
		r, err := experiment.Pairs(t.Context(), experiment.Study{Base: experiment.Arm{Scenario: sc},
			Arms: []experiment.Arm{{Name: "scarce", Scenario: scarce}}, Outcomes: outcomes, Runs: mustPairs, Seed: 1, Weeks: 52, Keep: true})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := play(nil)
	for i := range r.Numbers {
		t.Log(r.At(0, i))
	}
	for _, c := range buyers {
		t.Log(r.Derive("scarce", c+" loses", "share", lost([]string{c})))
	}
	gap := r.Derive("scarce", "the poorest third loses more", "share", func(base, other experiment.Look) float64 {
		return lost(buyers[:2])(base, other) - lost(buyers[4:])(base, other)
	})
	t.Log(gap)
}

// chipsAlone gives all a company's money to chips, whatever power it has.
type chipsAlone struct{}

// Decide implements policy.Policy.
func (chipsAlone) Decide(v sim.View, out *policy.Turn) {
	from, to := v.Sites()
	money := v.Own().Cash - v.Own().Policy.CashFloor - v.Own().ToPay
	for f := sim.FamilyID(1); int(f) <= v.Families(); f++ {
		best := from // its largest hall
		for s := from; s < to; s++ {
			if v.Site(s).Energised > v.Site(best).Energised {
				best = s
			}
		}
		n := int64(money/2) / max(int64(v.Family(f).List), 1)
		o := sim.Order{Kind: sim.OrderChips, By: v.Who(), Family: f, Site: best, Qty: n, Share: max(v.MinPrepaid(f), 300_000)}
		if r := v.Check(o); r.Reason == sim.ReasonNoSlots {
			o.Qty = r.Have
		}
		if n > 500 && v.Check(o).Allowed() {
			out.Orders = append(out.Orders, o)
			money /= 2
		}
	}
}

func TestOctetChipsAlone(t *testing.T) {
	for _, c := range []string{"harbour", "falcon", "quarry"} {
		r, err := experiment.Pairs(t.Context(), experiment.Study{Base: experiment.Arm{Scenario: octet(t, nil)},
			Arms:     []experiment.Arm{{Name: "chips alone", Player: experiment.Led(c, func() policy.Policy { return chipsAlone{} })}},
			Outcomes: []experiment.Outcome{experiment.MeanFrom(52, "idle_share", c), experiment.MeanFrom(52, "compute_running", c), experiment.AtEnd("compute_owned", c), experiment.AtEnd("cash", c)},
			Runs:     mustPairs, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Numbers {
			t.Log(r.At(0, i))
		}
	}
}

// without lets a strategy give all orders but those of some kinds.
type without []sim.OrderKind

// Decide implements policy.Policy.
func (k without) Decide(v sim.View, out *policy.Turn) {
	policy.Builtin{}.Decide(v, out)
	out.Orders = slices.DeleteFunc(out.Orders, func(o sim.Order) bool { return slices.Contains(k, o.Kind) })
}

func TestOctetTurbines(t *testing.T) {
	for _, c := range []string{"falcon", "quarry"} {
		var out []experiment.Outcome
		for _, mw := range []float64{280, 320, 360, 400, 450, 500} {
			out = append(out, experiment.FirstWeek(mw, "power_energised", c).Named(fmt.Sprint(mw)))
		}
		count := func(kind sim.EventKind) experiment.Outcome {
			return experiment.Happened(kind.Spec().Name, "", func(w *sim.World, e sim.Event) float64 {
				if e.Kind == kind && w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: int32(e.By)}) == c {
					return 1
				}
				return 0
			})
		}
		out = append(out, count(sim.EventBridgeOrdered), count(sim.EventSuit), count(sim.EventInjunction), count(sim.EventProtest), experiment.MeanFrom(1, "idle_share", c))
		r, err := experiment.Pairs(t.Context(), experiment.Study{Base: experiment.Arm{Scenario: octet(t, nil)},
			Arms:     []experiment.Arm{{Name: "no turbines", Player: experiment.Led(c, func() policy.Policy { return without{sim.OrderBridgePower} })}},
			Outcomes: out, Runs: mustPairs, Seed: 1, Keep: true})
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Numbers {
			t.Log(c, r.At(0, i), r.MedianDifference("no turbines", r.Numbers[i].Name))
		}
		used, stopped := 0, 0
		for i, n := range r.Values("", "bridge_ordered") {
			if n > 0 {
				used++
				if r.Values("", "injunction")[i] > 0 {
					stopped++
				}
			}
		}
		t.Log(c, used, stopped)
	}
}

package experiment_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
)

// marketsOf are the markets that octet's programmes are for.
var marketsOf = []string{"coding", "devices", "hosting"}

// TestOctetBusinesses takes business programmes from everybody: what customers pay in
// the markets that they are for falls, together and for what works most.
func TestOctetBusinesses(t *testing.T) {
	if long(t) {
		return
	}
	outcomes := []experiment.Outcome{}
	for _, s := range marketsOf {
		outcomes = append(outcomes, experiment.AtEnd("segment_revenue", s))
	}
	play := func(off string) []statement {
		r := compare(t, 0, octet(t, off), experiment.Arm{Name: "none", Scenario: octet(t, "ventures")}, outcomes...)
		sum := r.Derive("none", "markets of programmes", "USD billion", func(base, other experiment.Look) (sum float64) {
			for _, s := range marketsOf {
				sum += base(s+".segment_revenue") - other(s+".segment_revenue")
			}
			return sum
		})
		return []statement{{"programmes bring their markets 20 million dollars and more", sum, 0.02, false}}
	}
	shown(t, "", play(""))
	shown(t, "ventures", play("ventures"))
}

// eager gives the orders of a strategy, save that it ships its programme as soon as
// there is something to ship, and shows it first if it is loud.
type eager struct{ loud bool }

// Decide implements policy.Policy.
func (k eager) Decide(v sim.View, out *policy.Turn) {
	policy.Builtin{}.Decide(v, out)
	kept := out.Orders[:0]
	for _, o := range out.Orders {
		if o.Kind != sim.OrderGateProgramme || o.Mode == sim.DecideFund {
			kept = append(kept, o)
		}
	}
	out.Orders = kept
	for p := sim.ProgramID(1); int(p) <= v.Programs(); p++ {
		row, own := v.Venture(p)
		if !own || row.Stage != sim.VentureBuilt {
			continue
		}
		o := sim.Order{Kind: sim.OrderGateProgramme, By: v.Who(), Program: p, Mode: sim.DecideShip, Escalate: true}
		if k.loud && !row.Shown {
			o.Mode = sim.DecideShow
		}
		if v.Check(o).Allowed() {
			out.Orders = append(out.Orders, o)
		}
	}
}

// TestOctetHype ships the device without a trial, in silence and after a show: where
// customers want it a show brings more of them, where they do not it costs trust.
func TestOctetHype(t *testing.T) {
	if long(t) {
		return
	}
	told := func(kind sim.EventKind, read func(w *sim.World, c sim.CompanyID) float64) experiment.Outcome {
		return experiment.Happened(kind.Spec().Name, "", func(w *sim.World, e sim.Event) float64 {
			if e.Kind == kind && w.Scenario().Name(e.Ref) == "pebble" {
				return read(w, e.By)
			}
			return 0
		})
	}
	once := func(*sim.World, sim.CompanyID) float64 { return 1 }
	trust := func(w *sim.World, c sim.CompanyID) float64 { return 1 + w.Company(c).Trust }
	play := func(off string) []statement {
		led := func(loud bool) experiment.Player {
			return experiment.Led("lumen", func() policy.Policy { return eager{loud} })
		}
		r, err := experiment.Pairs(t.Context(), experiment.Study{Base: experiment.Arm{Scenario: octet(t, off), Player: led(false)},
			Arms: []experiment.Arm{{Name: "loud", Player: led(true)}}, Runs: mustPairs, Seed: 1, Keep: true,
			Outcomes: []experiment.Outcome{told(sim.EventVentureLive, once), told(sim.EventVentureFailed, trust), experiment.AtEnd("segment_revenue", "devices")}})
		if err != nil {
			t.Fatal(err)
		}
		live, failed := sim.EventVentureLive.Spec().Name, sim.EventVentureFailed.Spec().Name
		sold := r.Derive("loud", "sales in runs where customers want it", "USD billion", func(base, other experiment.Look) float64 {
			if base(live) == 0 || other(live) == 0 {
				return 0
			}
			return other("devices.segment_revenue") - base("devices.segment_revenue")
		})
		lost := r.Derive("loud", "trust where they do not", "points", func(base, other experiment.Look) float64 {
			if base(failed) == 0 || other(failed) == 0 {
				return 0
			}
			return other(failed) - base(failed)
		})
		works, fails := r.Effect("loud", live), r.Effect("loud", failed)
		t.Logf("%s: %d of %d runs work in silence", off, int(works.Base*float64(works.Pairs)+0.5), works.Pairs)
		t.Log(fails)
		return []statement{{"hype sells more of what works", sold, 0, false}, {"loud failures cost 2.5 points of trust and more, over all runs", lost, 2.5, true}}
	}
	shown(t, "", play(""))
	if list := play("trust"); list[1].holds() {
		t.Errorf("nobody goes by trust, and a failure costs it: %s", list[1].effect)
	}
	if list := play("ventures"); list[0].holds() || list[1].holds() {
		t.Errorf("there are no programmes, and %s, %s", list[0].effect, list[1].effect)
	}
}

package experiment_test

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
	"entangle/sim/scenario"
)

// begun is the power for which ground was broken in a run, by all.
func begun() experiment.Outcome {
	return experiment.Happened("begun", "MW", func(_ *sim.World, e sim.Event) float64 {
		if e.Kind != sim.EventGroundBroken {
			return 0
		}
		return float64(e.Amount) / 1000
	})
}

// happened counts events of a kind.
func happened(name string, kind sim.EventKind) experiment.Outcome {
	return experiment.Happened(name, "", func(_ *sim.World, e sim.Event) float64 {
		if e.Kind == kind {
			return 1
		}
		return 0
	})
}

// dry is octet without anybody who buys shares or lends.
func dry(t *testing.T) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, "octet")
	if err != nil {
		t.Fatal(err)
	}
	pack.Setup.Switches.Rounds, pack.Setup.Switches.Debt = sim.Off, sim.Off
	sc, err := scenario.Check(pack, nil)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// TestOctetDryCapital freezes capital: without rounds and loans a third less power and
// more is begun in two years, and less is paid for chips.
func TestOctetDryCapital(t *testing.T) {
	if long(t) {
		return
	}
	outcomes := []experiment.Outcome{begun()}
	for _, c := range []string{"cairn", "falcon", "lumen", "quarry", "sable"} {
		outcomes = append(outcomes, experiment.AtEnd("capex", c))
	}
	r := compare(t, 0, octet(t, ""), experiment.Arm{Name: "dry", Scenario: dry(t)}, outcomes...)
	power := r.Effect("dry", "begun")
	chips := r.Derive("dry", "USD billion paid for chips", "USD billion", func(base, other experiment.Look) (sum float64) {
		for _, c := range []string{"cairn", "falcon", "lumen", "quarry", "sable"} {
			sum += other(c+".capex") - base(c+".capex")
		}
		return sum
	})
	shown(t, "", []statement{{"a third less power is begun", power, power.Base / 3, true}, {"less is paid for chips", chips, 0, true}})
}

// boastful promises at each chance as much as anybody would believe.
type boastful struct{}

// Decide implements policy.Policy.
func (boastful) Decide(v sim.View, out *policy.Turn) {
	policy.Builtin{}.Decide(v, out)
	for i := range out.Orders {
		if o := &out.Orders[i]; o.Kind == sim.OrderGuide {
			o.Qty = int64(v.Trend()) * 13 / 10
		}
	}
}

// TestOctetBoast has a landlord promise three tenths above the trend: its value is
// lower in the second year than its twin's, whose promises are modest.
func TestOctetBoast(t *testing.T) {
	if long(t) {
		return
	}
	play := func(off string) statement {
		r := compare(t, 0, octet(t, off), experiment.Arm{Name: "boast", Player: experiment.Led("quarry", func() policy.Policy { return boastful{} })},
			experiment.MeanFrom(52, "valuation", "quarry"))
		return statement{"its value is lower", r.Effect("boast", "quarry.valuation:mean_from_52"), 0, true}
	}
	shown(t, "", []statement{play("")})
	shown(t, "guidance", []statement{play("guidance")})
}

// TestOctetFailure gives the landlord on credit more debt than it can bear: it goes
// under in most runs, its chips are sold and lenders lose money; with insolvency off
// it does not. The laws hold throughout (TestLawsHold plays octet as well).
func TestOctetFailure(t *testing.T) {
	if long(t) {
		return
	}
	play := func(off string) []statement {
		sc := octet(t, off)
		weak := sc.Clone()
		if err := weak.Set("companies.quarry.finance.debt", 24e9); err != nil {
			t.Fatal(err)
		}
		r := compare(t, 0, sc, experiment.Arm{Name: "weak", Scenario: weak}, happened("insolvent", sim.EventInsolvent), happened("debt_lost", sim.EventDebtLost))
		return []statement{{"it goes under in half of the runs", r.Effect("weak", "insolvent"), 0.5, false},
			{"lenders lose", r.Effect("weak", "debt_lost"), 0.3, false}}
	}
	shown(t, "", play(""))
	shown(t, "insolvency", play("insolvency"))
}

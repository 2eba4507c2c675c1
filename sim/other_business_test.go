package sim_test

import (
	"math"
	"testing"

	"entangle/sim"
)

// TestOtherBusiness: what else a company earns comes in every week, grows from week to
// week, and counts as income; it needs books to be kept, and a rate needs a sum.
func TestOtherBusiness(t *testing.T) {
	const weeks, million = 26, 1e6
	play := func(growth float64) float64 {
		w := small(t, func(s *sim.Setup) {
			s.Capital.Multiple = sim.Exactly(9)
			s.Companies[0].Finance.Other = sim.Exactly(million)
			s.Companies[0].Finance.Pace = sim.Exactly(growth)
		})
		before := sim.FlowIn(w, 1, sim.FlowOther)
		for range weeks {
			w.Step(sim.Input{})
		}
		if err := w.Audit(); err != nil {
			t.Fatal(err)
		}
		return float64(sim.FlowIn(w, 1, sim.FlowOther) - before)
	}
	if got := play(0); got != weeks*million {
		t.Errorf("%v in %d weeks, want %v", got, weeks, weeks*million)
	}
	if got := play(0.5); math.Abs(got/(weeks*million)-math.Exp(0.5*0.25)) > 0.02 {
		t.Errorf("%v with growth, want about an eighth more than %v", got, weeks*million)
	}
	for name, change := range map[string]func(*sim.Setup){
		"no books": func(s *sim.Setup) { s.Companies[0].Finance.Other = sim.Exactly(million) },
		"no source": func(s *sim.Setup) {
			s.Capital.Multiple, s.Companies[0].Finance.Payout = sim.Exactly(9), sim.Exactly(million)
		},
		"no sum": func(s *sim.Setup) { s.Capital.Multiple, s.Companies[0].Finance.Pace = sim.Exactly(9), sim.Exactly(0.1) },
	} {
		setup := sim.SmallSetup()
		change(&setup)
		if _, problems := sim.Compile(setup); len(problems) == 0 {
			t.Errorf("%s: it compiles", name)
		}
	}
}

// TestPayout: shareholders get the same every week, which is no cost, and nothing that
// would take cash below the floor.
func TestPayout(t *testing.T) {
	const weeks, million = 26, 1e6
	play := func(floor float64) (paid, costs float64) {
		w := small(t, func(s *sim.Setup) {
			s.Capital.Multiple = sim.Exactly(9)
			s.Companies[0].Finance.Other, s.Companies[0].Finance.Payout = sim.Exactly(3*million), sim.Exactly(2*million)
			s.Companies[0].Policies.CashFloor = sim.Exactly(floor)
		})
		for range weeks {
			w.Step(sim.Input{})
		}
		if err := w.Audit(); err != nil {
			t.Fatal(err)
		}
		return float64(sim.FlowOut(w, 1, sim.FlowEquity)), read(t, w, "profit", 1)
	}
	paid, profit := play(0)
	none, same := play(1e12)
	if paid != weeks*2*million || none != 0 || profit != same {
		t.Errorf("%v paid, %v below the floor; profit %v and %v", paid, none, profit, same)
	}
}

// TestServingSize: without the key a model of four times the compute takes twice as much
// to serve; with it, as it says.
func TestServingSize(t *testing.T) {
	cost := func(power float64) float64 {
		w := small(t, func(s *sim.Setup) {
			smallLab(s)
			s.Companies[2].Models.Flop = sim.Exactly(120)
			if power >= 0 {
				s.Models.Thick = sim.Exactly(power)
			}
		})
		return w.View(3).Model(w.View(3).OwnBest()).Cost
	}
	for power, want := range map[float64]float64{-1: 2, 0: 1, 0.25: math.Sqrt2} {
		if got := cost(power); math.Abs(got-want) > 1e-6 {
			t.Errorf("power %v: cost %v, want %v", power, got, want)
		}
	}
}

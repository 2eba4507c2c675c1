package sim_test

import (
	"math"
	"testing"

	"entangle/sim"
)

// TestPriceAtStart: a company is worth at the start what the scenario says was paid for
// it, whatever it lives by; the usual multiples go for the others. Without a surprise,
// other business is worth more by what investors ask.
func TestPriceAtStart(t *testing.T) {
	const billion, value = 1e9, 500.0
	for name, other := range map[string]float64{"sales": 0, "little other business": 1e6, "other business": 5e9} {
		run := other * 52.18
		if other < 5e9 {
			run += 10 * billion
		}
		w := small(t, func(s *sim.Setup) {
			s.Capital.Multiple, s.Capital.Slope = sim.Exactly(9), sim.Exactly(17)
			f := &s.Companies[0].Finance
			f.RunRate, f.Growth, f.Value = sim.Exactly(run), sim.Exactly(0.3), sim.Exactly(value*billion)
			if other > 0 {
				f.Other, f.Pace = sim.Exactly(other), sim.Exactly(0.2)
			}
		})
		if got := read(t, w, "valuation", 1); math.Abs(got/value-1) > 1e-6 {
			t.Errorf("%s: worth %v billion at the start, want %v", name, got, value)
		}
		if got := read(t, w, "valuation", 2); got == 0 || got == value {
			t.Errorf("%s: another is worth %v billion", name, got)
		}
		if other < 5e9 {
			continue
		}
		cash, before := read(t, w, "cash", 1), read(t, w, "valuation", 1)
		for range 52 {
			w.Step(sim.Input{})
		}
		if got, want := read(t, w, "valuation", 1)-read(t, w, "cash", 1), (before-cash)*math.Exp(0.095); math.Abs(got/want-1) > 0.2 {
			t.Errorf("other business: worth %v billion without its cash after a year, want about %v", got, want)
		}
	}
	setup := sim.SmallSetup()
	setup.Companies[0].Finance.Value = sim.Exactly(billion)
	if _, problems := sim.Compile(setup); len(problems) == 0 {
		t.Error("a price without anybody who pays it compiles")
	}
}

// TestHope: what is paid beyond the usual stays a sum, and does not multiply with what is
// sold; a price below the usual does.
func TestHope(t *testing.T) {
	worth := func(value, run float64) float64 {
		w := small(t, func(s *sim.Setup) {
			s.Capital.Multiple, s.Capital.Slope = sim.Exactly(9), sim.Exactly(17)
			f := &s.Companies[0].Finance
			f.RunRate, f.Growth, f.Value = sim.Exactly(run), sim.Exactly(0.3), sim.Exactly(value)
		})
		for range 26 {
			w.Step(sim.Input{})
		}
		return read(t, w, "valuation", 1)
	}
	const usual = 1e9 * (9 + 17*0.3)
	dear, cheap := worth(usual*10, 1e9), worth(usual/2, 1e9)
	if dear < 9*cheap || dear > usual*10.6/1e9 {
		t.Errorf("worth %v billion after half a year without more sales, and %v where half was paid", dear, cheap)
	}
}

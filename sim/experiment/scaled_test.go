package experiment

import (
	"strings"
	"testing"

	"entangle/sim"
)

// scarce is the quartet with so much of all supplies.
func scarce(t testing.TB, factor float64) *sim.Scenario {
	t.Helper()
	sc, err := Scaled(quartet(), factor, "families.*.supply")
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

func TestScaled(t *testing.T) {
	before, sc := quartet().Clone().Figures(), scarce(t, 0.7)
	changed := 0
	for i, f := range quartet().Figures() {
		g, want := sc.Figures()[i], f
		if strings.HasSuffix(f.Path, ".supply") {
			changed++
			want.Value, want.Low, want.High = 0.7*f.Value, 0.7*f.Low, 0.7*f.High
		}
		if g.Value != want.Value || g.Low != want.Low || g.High != want.High || f != before[i] {
			t.Errorf("%s is %v (%v to %v), not %v", f.Path, g.Value, g.Low, g.High, want.Value)
		}
	}
	if changed != quartet().Families() {
		t.Errorf("%d figures scaled", changed)
	}
	for says, c := range map[string]struct {
		factor float64
		path   string
	}{"near are families.hammer.supply": {1, "families.hamer.supply"}, "out of bounds": {5, "constants.load"}, "loses money": {3, "families.*.unit_cost"}} {
		if _, err := Scaled(quartet(), c.factor, c.path); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, not %q", err, says)
		}
	}
}

// TestScarcity is what a study of an economy looks like: with less supply, lead
// times and list prices rise; the same arm without the mechanic moves prices less
// than half as much. The twin of a company that may only buy chips runs more.
func TestScarcity(t *testing.T) {
	deaf, err := Without(setup(), "list_price")
	if err != nil {
		t.Fatal(err)
	}
	deafScarce, err := Scaled(deaf, 0.1, "families.*.supply")
	if err != nil {
		t.Fatal(err)
	}
	outcomes := []Outcome{MeanFrom(8, "list_price", "hammer"), MeanFrom(8, "lead_time", "hammer"), AtEnd("compute_running", "lumen")}
	r := compared(t, Study{Runs: 100, Seed: 1, Outcomes: outcomes, Arms: []Arm{{Name: "scarce", Scenario: scarce(t, 0.1)},
		{Name: "chips only", Player: Only("lumen", sim.OrderChips)}}})
	for _, e := range []Effect{r.Effect("scarce", "hammer.list_price:mean_from_8"), r.Effect("scarce", "hammer.lead_time:mean_from_8")} {
		if t.Log(e); !e.Above(0) {
			t.Error("it does not rise")
		}
	}
	if e := r.Effect("chips only", "lumen.compute_running"); e.Moved == 0 {
		t.Error(e)
	}
	off, err := Pairs(t.Context(), Study{Base: Arm{Scenario: deaf}, Arms: []Arm{{Name: "scarce", Scenario: deafScarce}}, Runs: 100, Seed: 1, Outcomes: outcomes})
	price := "hammer.list_price:mean_from_8" // what is left is what the designer asks for himself
	if e, with := off.Effect("scarce", price), r.Effect("scarce", price); err != nil || e.Diff*2 > with.Diff {
		t.Error(e, with, err)
	}
}

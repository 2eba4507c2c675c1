package sim_test

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"entangle/sim"
)

// TestSetPatchesOneFigure: value and range, for all runs, and nothing else.
func TestSetPatchesOneFigure(t *testing.T) {
	sc := compile(t, quartet(t)).Clone()
	before := append([]sim.FigureInfo(nil), sc.Figures()...)
	if err := sc.Set("companies.lumen.cash", 2.5e9); err != nil {
		t.Fatal(err)
	}
	for i, f := range sc.Figures() {
		if f.Path == "companies.lumen.cash" {
			if f.Value != 2.5e9 || f.Low != 2.5e9 || f.High != 2.5e9 || f.Ranged() {
				t.Errorf("set to %+v", f)
			}
		} else if f != before[i] {
			t.Errorf("%s changed too", f.Path)
		}
	}
	w := sim.New(sc)
	for seed := range uint64(5) {
		w.Reset(seed)
		if cash := w.Company(sim.CompanyID(find(t, sc, sim.OfCompany, "lumen"))).Cash; cash != 2.5e9 {
			t.Errorf("seed %d starts with %d", seed, cash)
		}
	}
}

// TestSetRefuses what is out of bounds, unknown or not given, and says how to go
// on.
func TestSetRefuses(t *testing.T) {
	sc := compile(t, quartet(t)).Clone()
	for _, c := range []struct {
		path string
		v    float64
		says []string
	}{
		{"companies.lumen.cash", -1, []string{"companies.lumen.cash", "out of bounds"}},
		{"companies.lumen.cash", math.NaN(), []string{"out of bounds"}},
		{"constants.load", 1_000_001, []string{"constants.load", "100 %"}},
		{"constants.move_weeks", 0, []string{"to 12 weeks"}},
		{"companies.lumen.csh", 1, []string{`no figure "companies.lumen.csh"`, `nearest: companies.lumen.cash`}},
		{"sites.roost.stages.2.add", 1, []string{`no figure`, `nearest: sites.roost.stages.0.add`}},
		{"companies.anvil.quality", 100, []string{"no figure"}}, // optional, and the file is silent
		{"", 1, []string{"no figure", "nearest: "}},
		{"nothing of the kind", 1, []string{"no figure", "nearest: "}},
	} {
		err := sc.Set(c.path, c.v)
		for _, say := range c.says {
			if err == nil || !strings.Contains(err.Error(), say) {
				t.Errorf("Set(%q, %v) says %v, want %q", c.path, c.v, err, say)
			}
		}
	}
	for _, path := range []string{"constants.load", "companies.lumen.cash"} { // the bounds themselves are in
		f, _ := sc.Figure(path)
		for _, v := range []float64{f.Min, f.Max} {
			if err := sc.Set(path, v); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestDeriveSeesContradictions that single figures do not show.
func TestDeriveSeesContradictions(t *testing.T) {
	sc := compile(t, quartet(t)).Clone()
	if err := sc.Derive(); err != nil {
		t.Fatal(err)
	}
	if err := sc.Set("families.sledge.unit_cost", 50_000); err != nil {
		t.Fatal(err)
	}
	if err := sc.Derive(); err == nil || !strings.Contains(err.Error(), "families.sledge") {
		t.Errorf("chips sold below cost: Derive says %v", err)
	}
}

// TestCloneIsItsOwn: figures set in a clone leave the original and its runs.
func TestCloneIsItsOwn(t *testing.T) {
	sc := compile(t, quartet(t))
	w := sim.New(sc)
	w.Reset(3)
	want := w.Hash()
	clone := sc.Clone()
	clone.Central()
	for _, f := range clone.Figures() {
		if f.Kind.String() == "usd" {
			if err := clone.Set(f.Path, f.Max); err != nil {
				t.Fatal(err)
			}
		}
	}
	if w.Reset(3); w.Hash() != want {
		t.Error("setting figures in a clone changed the original")
	}
}

// TestCentralTakesAllRanges and leaves every value.
func TestCentralTakesAllRanges(t *testing.T) {
	sc := compile(t, quartet(t))
	central, ranged := sc.Clone(), 0
	central.Central()
	for i, f := range central.Figures() {
		if sc.Figures()[i].Ranged() {
			ranged++
		}
		if f.Ranged() || f.Low != f.Value || f.High != f.Value || f.Value != sc.Figures()[i].Value {
			t.Errorf("%s: %v in %v to %v", f.Path, f.Value, f.Low, f.High)
		}
	}
	if ranged < 10 {
		t.Errorf("only %d figures had ranges", ranged)
	}
}

// TestFiguresAreComplete: each figure that the setup gives is listed once, under
// a path that finds it.
func TestFiguresAreComplete(t *testing.T) {
	in := quartet(t)
	sc := compile(t, in)
	want := map[string]sim.Figure{}
	given(reflect.ValueOf(in), "", want)
	seen := map[string]bool{}
	for _, f := range sc.Figures() {
		if seen[f.Path] {
			t.Errorf("%s is listed twice", f.Path)
		}
		seen[f.Path] = true
		if found, err := sc.Figure(f.Path); err != nil || found != f {
			t.Errorf("%s finds %+v, %v", f.Path, found, err)
		}
		if g, ok := want[f.Path]; !ok || g.Value != f.Value || g.Low != f.Low || g.High != f.High || g.Source != f.Source {
			t.Errorf("%s: listed %+v, the setup has %+v", f.Path, f.Figure, g)
		}
		if f.Doc == "" || f.Kind == 0 || !(f.Min <= f.Low && f.High <= f.Max) {
			t.Errorf("%s: doc %q, kind %v, bounds %v to %v", f.Path, f.Doc, f.Kind, f.Min, f.Max)
		}
	}
	for path := range want {
		if !seen[path] {
			t.Errorf("%s is not listed", path)
		}
	}
	t.Logf("%d figures", len(want))
}

// given collects the figures of a setup by their paths, on another way than
// Compile: from the values, not the tags of units.
func given(v reflect.Value, path string, out map[string]sim.Figure) {
	switch {
	case v.Type() == reflect.TypeFor[sim.Figure]():
		if f := v.Interface().(sim.Figure); f.Given {
			out[strings.TrimPrefix(path, ".")] = f
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			given(v.Field(i), path+"."+v.Type().Field(i).Tag.Get("yaml"), out)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			key := strconv.Itoa(i)
			if e := v.Index(i); e.Kind() == reflect.Struct && e.FieldByName("ID").IsValid() {
				key = e.FieldByName("ID").String()
			}
			given(v.Index(i), path+"."+key, out)
		}
	}
}

// TestTogether: figures that share a name stand at the same quantile of their ranges in
// each run, and others do not.
func TestTogether(t *testing.T) {
	setup := sim.SmallSetup()
	cash := func(i int, with string) {
		setup.Companies[i].Cash = sim.Figure{Value: 2e9 * float64(i+1), Low: 1e9 * float64(i+1), High: 4e9 * float64(i+1), With: with, Given: true}
	}
	cash(0, "")
	cash(1, "purse")
	cash(2, "purse")
	sc, problems := sim.Compile(setup)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	w, apart := sim.New(sc), 0
	for seed := range uint64(20) {
		w.Reset(seed)
		a, b, c := read(t, w, "cash", 1), read(t, w, "cash", 2)/2, read(t, w, "cash", 3)/3
		if d := b - c; d > 1e-6 || d < -1e-6 {
			t.Errorf("seed %d: %v and %v are drawn together", seed, b, c)
		}
		if d := a - b; d > 1e-3 || d < -1e-3 {
			apart++
		}
	}
	if apart < 15 {
		t.Errorf("in %d of 20 runs others are drawn apart", apart)
	}
}

package vm_test

import (
	"strings"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
)

// The form has every kind of order of the engine and every field of each, in
// words, in both languages.
func TestFormHasAllOrders(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "octet", "falcon")
		p.Lex = words(t, lang, p.SC).Lex
		f := p.NewForm()
		specs := sim.OrderSpecs()
		if len(f.Kinds()) != len(specs) {
			t.Fatalf("%d kinds, the engine has %d", len(f.Kinds()), len(specs))
		}
		for i, s := range specs {
			f.SetKind(i)
			modes := []uint8{0}
			for _, m := range s.Modes {
				modes = append(modes, m.Mode)
			}
			for _, mode := range modes {
				if mode != 0 {
					f.SetMode(mode)
				}
				checkFields(t, lang, s, f)
			}
		}
	}
}

func checkFields(t *testing.T, lang string, s sim.OrderSpec, f *vm.Form) {
	t.Helper()
	fields := f.Fields()
	if want := s.FieldsOf(f.Order().Mode); len(fields) != len(want) {
		t.Errorf("%s: %d fields, the spec has %d", s.Name, len(fields), len(want))
	}
	texts := []string{f.Name(), f.Help(), f.Verdict().Text, f.Verdict().Near}
	for _, x := range fields {
		texts = append(texts, x.Label, x.Help, x.Unit, x.Bounds, x.Value)
		for _, o := range x.Options {
			texts = append(texts, o.Name)
		}
		if x.Kind == vm.Quantity && (x.Text == "" || x.Bounds == "") {
			t.Errorf("%s %s: the field is empty: %+v", lang, s.Name, x)
		}
	}
	for _, text := range texts {
		if strings.ContainsAny(text, "[]{}") {
			t.Errorf("%s %s: words are missing: %q", lang, s.Name, text)
		}
	}
}

// An order that would not pass is told why and what would; that can be taken
// over and put on the list.
func TestVerdictAndCounter(t *testing.T) {
	p := begin(t, "quartet", "harbour")
	f := p.NewForm()
	f.SetKind(int(sim.OrderChips) - 1)
	f.Type(sim.FieldQty, "90,000,000")
	v := f.Verdict()
	if v.Passes || v.Near == "" || !strings.Contains(v.Text, "chips") {
		t.Fatalf("%+v", v)
	}
	if f.Add() || len(p.Queue) > 0 {
		t.Error("an order that would not pass is put on the list")
	}
	f.TakeNear()
	if v = f.Verdict(); !v.Passes {
		t.Fatalf("what would pass does not: %s", v.Text)
	}
	if text := f.Fields()[1].Text; text == "90,000,000" || text == "" {
		t.Errorf("the field still says %q", text)
	}
	if !f.Add() || len(p.Queued()) != 1 {
		t.Error("the order is not on the list")
	}
	p.Drop(0)
	if len(p.Queue) != 0 {
		t.Error("the order is still on the list")
	}
}

// What is on the list counts: together orders may ask for more than there is.
func TestVerdictSeesTheList(t *testing.T) {
	p := begin(t, "quartet", "harbour")
	f := p.NewForm()
	for n := 0; f.Verdict().Passes; n++ {
		f.Add()
		if n > 100 {
			t.Fatal("a hundred orders a week would pass")
		}
	}
	if v := f.Verdict(); !strings.Contains(v.Text, "on the list") {
		t.Errorf("the list is no reason: %s", v.Text)
	}
	queue := len(p.Queue)
	p.Advance()
	for _, n := range p.Feed {
		if strings.Contains(p.Tell(n), "refus") {
			t.Errorf("with %d orders on the list: %s", queue, p.Tell(n))
		}
	}
}

// Numbers are typed in the unit that stands behind the field.
func TestTypedNumbers(t *testing.T) {
	p := begin(t, "quartet", "lumen")
	f := p.NewForm()
	f.SetKind(int(sim.OrderRent) - 1)
	for _, c := range []struct {
		id   sim.FieldID
		text string
		want int64
	}{
		{sim.FieldQty, "8000", 8000}, {sim.FieldQty, "8,000", 8000}, {sim.FieldQty, "8k", 8000},
		{sim.FieldPrice, "2.35", 2_350_000}, {sim.FieldWeeks, " 26 ", 26},
	} {
		f.Type(c.id, c.text)
		if got := f.Order().Number(c.id); got != c.want || !f.Sound() {
			t.Errorf("%q is read as %d, not %d", c.text, got, c.want)
		}
	}
	f.Type(sim.FieldQty, "many")
	if f.Sound() || f.Verdict().Passes || f.Fields()[3].Fault == "" {
		t.Error("a text that is no number is no fault")
	}
	f.Step(sim.FieldQty, +1)
	if !f.Sound() || f.Order().Qty != 10_000 {
		t.Errorf("a step from 8,000 leads to %d", f.Order().Qty)
	}
	f.Step(sim.FieldQty, -1)
	if f.Order().Qty != 5000 {
		t.Errorf("a step down from 10,000 leads to %d", f.Order().Qty)
	}
}

// Shares of a whole still add up to it however they are moved.
func TestSharesAddUp(t *testing.T) {
	p := begin(t, "quartet", "lumen")
	f := p.NewForm()
	for i := range 200 {
		f.Shift(i%3, 7*(i%5)-10)
		sum := 0
		for _, w := range f.Weights() {
			if w < 0 || w > 100 {
				t.Fatalf("shares %v", f.Weights())
			}
			sum += w
		}
		if i > 0 && sum != 100 {
			f.Shift(0, 100-sum) // the first order may have had none
		}
	}
}

// Every kind suggests something that passes for somebody in the wide world.
func TestSuggestionsPass(t *testing.T) {
	passed := map[string]bool{}
	sc := load(t, "octet")
	for c := 1; c <= sc.Companies(); c++ {
		p := begin(t, "octet", sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c)}))
		for range 20 {
			f := p.NewForm()
			for i, k := range f.Kinds() {
				f.SetKind(i)
				passed[k.Name] = passed[k.Name] || f.Verdict().Passes
			}
			p.Advance()
		}
	}
	for name, ok := range passed {
		if !ok {
			t.Logf("nothing that the form suggests for %q passes", name)
		}
	}
	if len(passed) < len(sim.OrderSpecs()) {
		t.Errorf("%d kinds of %d are named", len(passed), len(sim.OrderSpecs()))
	}
}

// The site that the form begins with is the own one with most power; for a company
// that has none, a plot where it has most compute, here what it rents.
func TestFormBeginsWithTheLargestSite(t *testing.T) {
	for scenario, names := range map[string][]string{"octet": {"falcon", "quarry"}, "2025": {"meta", "openai"}} {
		for _, name := range names {
			p := begin(t, scenario, name)
			p.Advance()
			v, f := p.View(), p.NewForm()
			f.SetKind(int(sim.OrderChips) - 1)
			at := f.Order().Site
			from, to := v.Sites()
			if at < from || at >= to {
				t.Fatalf("%s begins with site %d", name, at)
			}
			for s := from; s < to; s++ {
				if v.Energised(s) > v.Energised(at) {
					t.Errorf("%s begins with %s, %s has more power", name, p.Title(sim.OfSite, int32(at)), p.Title(sim.OfSite, int32(s)))
				}
				if v.Energised(at) == 0 && v.ComputeIn(v.RegionOf(s)) > v.ComputeIn(v.RegionOf(at)) {
					t.Errorf("%s begins with %s, it has more compute about %s", name, p.Title(sim.OfSite, int32(at)), p.Title(sim.OfSite, int32(s)))
				}
			}
		}
	}
}

package vm_test

import (
	"slices"
	"strings"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
)

// Of the people there are, a form offers those whom its order can be about, and for each
// the pay that he would expect.
func TestFormNamesPeopleThatFit(t *testing.T) {
	p := begin(t, "2025", "openai")
	for range 10 {
		p.Advance()
	}
	f, v := p.NewForm(), p.View()
	for _, k := range []sim.OrderKind{sim.OrderCourtStar, sim.OrderRetain, sim.OrderLiftTeam} {
		f.SetKind(int(k) - 1)
		fields := f.Fields()
		at := slices.IndexFunc(fields, func(x vm.Field) bool { return x.ID == sim.FieldPerson })
		if len(fields[at].Options) == 0 {
			t.Fatalf("%s: nobody", k.Spec().Name)
		}
		pays := map[int64]bool{}
		for _, o := range fields[at].Options {
			employer := v.Employer(sim.PersonID(o.ID))
			if (k == sim.OrderRetain) != (employer == p.Me) || k == sim.OrderLiftTeam && employer == 0 {
				t.Errorf("%s offers %s of %s", k.Spec().Name, o.Name, p.Company(employer))
			}
			f.Choose(sim.FieldPerson, o.ID)
			pays[int64(f.Order().Price)] = true
		}
		if k != sim.OrderLiftTeam && len(pays) < 2 {
			t.Errorf("%s offers everybody the same pay", k.Spec().Name)
		}
	}
}

// A form that could name nothing says so, and not that nothing has the number 0.
func TestFormSaysThatThereIsNothing(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "2025", "openai")
		p.Lex = words(t, lang, p.SC).Lex
		p.Advance()
		f := p.NewForm()
		for _, k := range []sim.OrderKind{sim.OrderAnswer, sim.OrderLicenseModel} {
			f.SetKind(int(k) - 1)
			v := f.Verdict()
			if v.Passes || !strings.Contains(v.Text, p.Company(p.Me)) || strings.Contains(v.Text, "0") {
				t.Errorf("%s %s: %q", lang, k.Spec().Name, v.Text)
			}
		}
	}
}

// Halls and a place in the line for power are first thought of somewhere.
func TestFormThinksOfAPlace(t *testing.T) {
	for _, company := range []string{"openai", "xai", "meta"} {
		p := begin(t, "2025", company)
		p.Advance()
		f := p.NewForm()
		for _, k := range []sim.OrderKind{sim.OrderBreakGround, sim.OrderJoinQueue} {
			f.SetKind(int(k) - 1)
			if o := f.Order(); (o.Site == 0) == (o.Region == 0) {
				t.Errorf("%s: %s at site %d and region %d: %s", company, k.Spec().Name, o.Site, o.Region, f.Verdict().Text)
			}
		}
	}
}

// In the first week nothing has grown from nothing.
func TestNothingGrowsFromNothing(t *testing.T) {
	p := begin(t, "2025", "openai")
	p.Advance()
	for _, v := range p.Vitals() {
		if v.Change != "" && strings.TrimLeft(v.Change, "+−") == strings.TrimSuffix(v.Value, " a year") {
			t.Errorf("%s: %s, a change of %s", v.Name, v.Value, v.Change)
		}
	}
}

// The form does not begin with an order that it warns of, nor a game with revenue that
// nobody could know yet.
func TestBeginningIsSound(t *testing.T) {
	for _, company := range []string{"openai", "anthropic", "xai", "microsoft"} {
		p := begin(t, "2025", company)
		if v := p.NewForm().Verdict(); !v.Passes || v.Warns {
			t.Errorf("%s begins with %+v", company, v)
		}
		m, _ := sim.FindMetric("revenue_run_rate")
		for _, v := range p.Vitals() {
			if v.Metric == m && v.Value != "–" {
				t.Errorf("%s: %s is %s before the first week", company, v.Name, v.Value)
			}
		}
	}
}

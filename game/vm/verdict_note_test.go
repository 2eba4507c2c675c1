package vm_test

import (
	"strings"
	"testing"

	"entangle/sim"
)

// What an order for power, for neighbours or for software costs and brings is
// told in full, in both languages, wherever the order would pass.
func TestNotesOfOrders(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		told := map[sim.OrderKind]bool{}
		for _, company := range []string{"falcon", "harbour", "lumen"} {
			p := begin(t, "octet", company)
			p.Lex = words(t, lang, p.SC).Lex
			f := p.NewForm()
			for i, s := range sim.OrderSpecs() {
				f.SetKind(i)
				for m := range max(1, len(s.Modes)) {
					if m > 0 {
						f.SetMode(uint8(m + 1))
					}
					v := f.Verdict()
					if strings.ContainsAny(v.Note, "{}[]") || strings.Contains(v.Note, "no date") {
						t.Errorf("%s %s: %q", lang, s.Name, v.Note)
					}
					told[s.Kind] = told[s.Kind] || v.Passes && v.Note != ""
				}
			}
		}
		for _, k := range []sim.OrderKind{sim.OrderBreakGround, sim.OrderJoinQueue, sim.OrderBridgePower, sim.OrderSignEnergy, sim.OrderMakePact} {
			if !told[k] {
				t.Errorf("%s: %s says nothing of its price", lang, k.Spec().Name)
			}
		}
	}
}

// An order for more chips than the company can pay for on delivery warns of it.
func TestRestIsWarnedOf(t *testing.T) {
	p := begin(t, "octet", "falcon")
	f := p.NewForm()
	f.SetKind(int(sim.OrderChips) - 1)
	if v := f.Verdict(); v.Warns {
		t.Errorf("a small order warns: %s", v.Note)
	}
	f.Type(sim.FieldQty, "90,000,000")
	if v := f.Verdict(); v.Near == "" || !v.Warns || !strings.Contains(v.Note, "On delivery") {
		t.Errorf("%+v", v)
	}
}

// Kinds of order that a company can never give are not on its list.
func TestKindsThatConcern(t *testing.T) {
	for company, want := range map[string]string{"anvil": "", "falcon": "book_capacity ration gate_silicon answer expand_supply"} {
		var hidden []string
		for i, k := range begin(t, "octet", company).NewForm().Kinds() {
			if k.Hidden {
				hidden = append(hidden, sim.OrderSpecs()[i].Name)
			}
		}
		if company == "falcon" && strings.Join(hidden, " ") != want || company == "anvil" && strings.Contains(strings.Join(hidden, " "), "ration") {
			t.Errorf("%s lacks %v", company, hidden)
		}
	}
}

// Chips go to another own site unless brokers are named; today's list price is no
// order to change it.
func TestFirstThoughts(t *testing.T) {
	p := begin(t, "octet", "harbour")
	f := p.NewForm()
	f.SetKind(int(sim.OrderPlaceFleet) - 1)
	if o := f.Order(); o.Dest == 0 || o.Dest == o.Site {
		t.Errorf("chips go from %d to %d", o.Site, o.Dest)
	}
	p = begin(t, "octet", "anvil")
	f = p.NewForm()
	f.SetKind(int(sim.OrderRation) - 1)
	if o := f.Order(); o.Qty != 0 || !f.Verdict().Passes {
		t.Errorf("the list price would be set to %d", o.Qty)
	}
	f.Step(sim.FieldQty, +1)
	if f.Order().Qty == 0 {
		t.Error("a step leaves the list price as it is")
	}
}

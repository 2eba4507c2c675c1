package vm_test

import (
	"strings"
	"testing"

	"entangle/sim"
)

// What somebody chose to decide stays chosen, also where only another decision would pass:
// that is offered and not put in its place.
func TestChosenModeStays(t *testing.T) {
	for scenario, names := range map[string][]string{"octet": {"falcon", "harbour", "anvil"}, "2025": {"openai", "skhynix", "google"}} {
		for _, name := range names {
			p := begin(t, scenario, name)
			for range 10 {
				p.Advance()
			}
			f := p.NewForm()
			for i, s := range sim.OrderSpecs() {
				f.SetKind(i)
				for _, m := range s.Modes {
					if f.SetMode(m.Mode); f.Order().Mode != m.Mode {
						t.Errorf("%s: %s turns from mode %d to %d", name, s.Name, m.Mode, f.Order().Mode)
					}
				}
			}
		}
	}
}

// A chip of one's own says what it still costs, and who has handed nothing over is told
// that there is nothing to take back.
func TestDecisionsSayWhatTheyAreAbout(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "octet", "harbour")
		p.Lex = words(t, lang, p.SC).Lex
		if note := untilPasses(t, p, sim.OrderGateSilicon, sim.GateFund).Note; !strings.ContainsAny(note, "$元") {
			t.Errorf("%s: a chip: %q", lang, note)
		}
		f := p.NewForm()
		f.SetKind(int(sim.OrderDelegate) - 1)
		modes := sim.OrderDelegate.Spec().Modes
		f.SetMode(modes[len(modes)-1].Mode)
		if v := f.Verdict(); v.Passes || !strings.Contains(v.Text, p.Company(p.Me)) || strings.ContainsAny(v.Text, "01") {
			t.Errorf("%s: a recall: %q", lang, v.Text)
		}
	}
}

// What is told of an order has what its kind does and what the mode in hand means.
func TestFormTellsOfKindAndMode(t *testing.T) {
	p := begin(t, "2025", "openai")
	f := p.NewForm()
	for i, s := range sim.OrderSpecs() {
		f.SetKind(i)
		said := ""
		for _, l := range f.About() {
			if l.Text == "" {
				t.Errorf("%s: an empty line", s.Name)
			}
			said += l.Text + "\n"
		}
		if !strings.Contains(said, f.Help()) || !strings.Contains(said, p.Plain("order."+s.Name+".help")) {
			t.Errorf("%s: %q", s.Name, said)
		}
	}
}

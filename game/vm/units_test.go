package vm_test

import (
	"regexp"
	"strings"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
)

// rawUnit is a unit as the engine names it, not as people read it.
var rawUnit = regexp.MustCompile(`USD|million per|\bkH100e\b`)

// Tooltips and bounds of fields have units that people read, in their language, and no
// bound that is more than all the money there is.
func TestUnitsAreForPeople(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "2025", "openai")
		p.Lex = words(t, lang, p.SC).Lex
		for range 20 {
			p.Advance()
		}
		for tab := range vm.TabCount {
			for _, s := range p.Screen(tab, 0).Sections {
				for _, f := range s.Facts {
					for _, l := range append(f.Tip(), vm.TipLine{Value: f.Value + f.Change}) {
						if rawUnit.MatchString(l.Value) {
							t.Errorf("%s: %s has a part of %q", lang, f.Name, l.Value)
						}
					}
				}
			}
		}
		f := p.NewForm()
		for i := range sim.OrderSpecs() {
			f.SetKind(i)
			for _, x := range f.Fields() {
				if strings.Contains(x.Bounds, "9,0") || strings.Contains(x.Bounds, "0.0000") || strings.Contains(x.Bounds, "1,000,000,000,000") {
					t.Errorf("%s: %s: %s", lang, x.Label, x.Bounds)
				}
			}
		}
	}
}

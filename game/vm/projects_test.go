package vm_test

import (
	"strconv"
	"strings"
	"testing"

	"entangle/sim"
)

// Every kind of project has a name, and no project is told with a gap or without
// its date.
func TestProjectsAreTold(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "octet", "falcon")
		p.Lex = words(t, lang, p.SC).Lex
		for k := sim.ProjectWork; k <= sim.ProjectStage; k++ {
			if key := "project." + strconv.Itoa(int(k)); !p.Has(key) {
				t.Errorf("%s has no words for %s", lang, key)
			}
		}
		none := p.Plain("number.none")
		for range 30 {
			for r := sim.RegionID(1); int(r) <= p.SC.Regions(); r++ {
				for _, l := range p.AboutRegion(r) {
					if strings.ContainsAny(l.Text, "[]{}") || strings.Contains(l.Text, "no date") || strings.Contains(l.Text, "("+none) {
						t.Errorf("%s: %q", lang, l.Text)
					}
				}
			}
			p.Advance()
		}
	}
}

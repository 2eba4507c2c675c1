package vm_test

import (
	"strings"
	"testing"

	"entangle/assets"
	"entangle/sim"
)

// Figures below nothing have the sign that changes have, in both languages.
func TestFiguresBelowNothing(t *testing.T) {
	p := begin(t, "quartet", "lumen")
	for _, lang := range assets.Languages() {
		p.Lex = words(t, lang, p.SC).Lex
		for m := range sim.Metrics() {
			for _, text := range []string{p.Value(m, -12.34), p.About(m, -12.34)} {
				if strings.Count(text, "−") != 1 || strings.Contains(strings.NewReplacer("-hour", "", "-equivalent", "").Replace(text), "-") {
					t.Errorf("%s: %s is %q", lang, sim.Metrics()[m].Name, text)
				}
			}
		}
	}
}

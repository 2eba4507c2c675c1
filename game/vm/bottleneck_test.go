package vm_test

import (
	"strings"
	"testing"

	"entangle/sim"
)

// Who lacks customers while a better model lies in the drawer is told to release it, as
// long as it lies there.
func TestDrawerIsNamedWhileDemandIsShort(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "2025", "xai")
		p.Lex = words(t, lang, p.SC).Lex
		for range 6 {
			p.Advance()
		}
		from, _ := p.View().Models()
		better := p.Title(sim.OfModel, int32(from)+1)
		if text := p.Bottleneck().Text; !strings.Contains(text, better) {
			t.Fatalf("%s: %q does not name %s", lang, text, better)
		}
		f := p.NewForm()
		f.Draft(sim.Order{Kind: sim.OrderRelease, Mode: uint8(sim.ReleaseClosed), Model: from + 1})
		if !f.Add() {
			t.Fatal(f.Verdict().Text)
		}
		for range 8 {
			p.Advance()
		}
		if text := p.Bottleneck().Text; strings.Contains(text, better) {
			t.Errorf("%s: released, and still %q", lang, text)
		}
	}
}

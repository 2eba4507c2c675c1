package vm_test

import (
	"strings"
	"testing"

	"entangle/sim"
)

// A suggestion that has become impossible gives way to another after the week; what
// somebody chose stays as it is.
func TestSuggestionsAreNotLeftBehind(t *testing.T) {
	p := begin(t, "2025", "openai")
	p.Advance()
	f, typed := p.NewForm(), p.NewForm()
	f.SetKind(int(sim.OrderBook) - 1)
	typed.SetKind(int(sim.OrderBook) - 1)
	typed.Type(sim.FieldWhen, f.Order().When.String())
	day := f.Order().When
	for range 40 {
		p.Advance()
		f.Refresh()
		typed.Refresh()
		if v := f.Verdict(); !v.Passes && f.Order().When < p.Date().AddWeeks(4) {
			t.Fatalf("%v: %s", p.Date(), v.Text)
		}
	}
	if o := typed.Order(); o.When != day {
		t.Errorf("the day that was typed has become %v", o.When)
	}
	for _, lang := range []string{"en", "zh"} {
		p.Lex = words(t, lang, p.SC).Lex
		if text := typed.Verdict().Text; strings.Count(text, "week") > 2 || strings.Contains(text, "周周") || strings.Contains(text, "周 周") {
			t.Errorf("%s: %q", lang, text)
		}
	}
}

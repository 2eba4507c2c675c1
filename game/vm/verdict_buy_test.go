package vm_test

import (
	"strings"
	"testing"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// What an order for compute comes to is told before it is given, whoever looks.
func TestPriceOfComputeIsTold(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "2025", "openai")
		p.Lex = words(t, lang, p.SC).Lex
		for range 10 {
			p.Advance()
		}
		f := p.NewForm()
		for _, k := range []sim.OrderKind{sim.OrderChips, sim.OrderRent, sim.OrderBook} {
			f.SetKind(int(k) - 1)
			v := f.Verdict()
			if !v.Passes || strings.Count(v.Note, "$")+strings.Count(v.Note, "美元") < 2 {
				t.Errorf("%s %s: %q", lang, k.Spec().Name, v.Note)
			}
		}
	}
}

// A booking costs its rent for every hour, one that ramps up less.
func TestBookingAddsUp(t *testing.T) {
	p := begin(t, "2025", "openai")
	for range 10 {
		p.Advance()
	}
	f := p.NewForm()
	f.SetKind(int(sim.OrderBook) - 1)
	for _, mode := range []uint8{sim.BookAtOnce, sim.BookRamp} {
		f.SetMode(mode)
		f.Type(sim.FieldShare, "10")
		o := f.Order()
		if !f.Verdict().Passes {
			t.Fatal(f.Verdict().Text)
		}
		hours := int64(7 * 24 * o.Weeks)
		if mode == sim.BookRamp {
			hours -= 7 * 24 * (13 + 26 + 39) / 4
		}
		total := chronicle.Number(p.Lex, units.KindUSD, int64(units.Rent(o.Price, units.H100e(o.Qty), hours)))
		if note := f.Verdict().Note; !strings.HasPrefix(note, total) {
			t.Errorf("mode %d: %q, not %s", mode, note, total)
		}
	}
}

// Chips for a site without power are warned of; where there is power, it is told for
// how many.
func TestChipsWithoutPowerAreWarnedOf(t *testing.T) {
	p := begin(t, "2025", "openai")
	f := p.NewForm()
	f.SetKind(int(sim.OrderChips) - 1)
	if v := f.Verdict(); p.View().Energised(f.Order().Site) > 0 || !v.Warns || !strings.Contains(v.Note, "no power") {
		t.Errorf("OpenAI: %+v", v)
	}
	p = begin(t, "2025", "xai")
	f = p.NewForm()
	f.SetKind(int(sim.OrderChips) - 1)
	f.Type(sim.FieldQty, "100000")
	if v := f.Verdict(); v.Note == "" || strings.Contains(v.Note, "no power") || !strings.Contains(v.Note, "power is enough") {
		t.Errorf("xAI: %+v", v)
	}
}

// Chips that are let or sold say what they bring.
func TestLettingAndSellingSayWhatTheyBring(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		p := begin(t, "octet", "harbour")
		p.Lex = words(t, lang, p.SC).Lex
		f := p.NewForm()
		f.SetKind(int(sim.OrderOpenFleet) - 1)
		o := f.Order()
		h := p.View().H100eOf(o.Family) * units.H100e(o.Qty)
		want := chronicle.Number(p.Lex, units.KindUSD, int64(units.Rent(o.Price, h, 7*24)))
		if note := f.Verdict().Note; !strings.Contains(note, want) {
			t.Errorf("%s: an offer says %q, not %s", lang, note, want)
		}
		f.SetKind(int(sim.OrderPlaceFleet) - 1)
		f.Choose(sim.FieldDest, 0)
		o = f.Order()
		want = chronicle.Number(p.Lex, units.KindUSD, int64(p.View().Resale(o.Site, o.Family, units.Chips(o.Qty))))
		if note := f.Verdict().Note; !strings.Contains(note, want) {
			t.Errorf("%s: a sale says %q, not %s", lang, note, want)
		}
	}
}

package ui

import (
	"image"
	"strings"
	"testing"

	"entangle/assets"
	"entangle/sim"
)

// What an order for compute or for a person comes to is on the page before it is given,
// also on the least of windows and of the longest form.
func TestPriceIsOnThePage(t *testing.T) {
	offer := load(t, "2025")[0]
	for _, lang := range assets.Languages() {
		for _, size := range []image.Point{{LeastWidth, LeastHeight}, plain, {X: 1920, Y: 1080}} {
			a := stage(t, scene{"play", true, weeks(10)}, offer, called(offer, "openai"), lang, size, 1)
			for _, o := range []sim.Order{{Kind: sim.OrderChips}, {Kind: sim.OrderRent}, {Kind: sim.OrderBook, Mode: sim.BookAtOnce}, {Kind: sim.OrderBook, Mode: sim.BookRamp},
				{Kind: sim.OrderCourtStar, Mode: sim.CourtBuyout}} {
				a.form.Draft(o)
				a.rebuild()
				list := draw(a)
				v := a.see().verdict
				if !v.Passes || v.Note == "" {
					t.Fatalf("%s: %s: %+v", lang, a.form.Name(), v)
				}
				if !drawn(list, v.Note) {
					t.Errorf("%s at %v: %s does not show %q", lang, size, a.form.Name(), v.Note)
				}
				widgetsLieApart(t, a)
				textFits(t, a)
			}
		}
	}
}

// drawn tells whether a text is on the page, whole, on one line or several.
func drawn(list []Ink, text string) bool {
	for _, x := range list {
		if !strings.HasPrefix(text, strings.TrimSpace(x.Text)) || len(x.Text) < 6 {
			continue
		}
		rest := text
		for _, y := range list {
			if line := strings.TrimSpace(y.Text); y.Box.Min.Y >= x.Box.Min.Y && y.Within == x.Within && strings.HasPrefix(rest, line) && line != "" {
				rest = strings.TrimSpace(rest[len(line):])
			}
		}
		if rest == "" {
			return true
		}
	}
	return false
}

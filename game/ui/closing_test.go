package ui

import (
	"image"
	"strings"
	"testing"

	"entangle/assets"
)

// The last page tells several of the events that mattered most, also beside the many
// companies of the real year and in the least of windows, and since when revenue counts.
func TestEndTellsWhatMattered(t *testing.T) {
	offer := load(t, "2025")[0]
	for _, lang := range assets.Languages() {
		for _, size := range []image.Point{{X: LeastWidth, Y: LeastHeight}, plain} {
			a := stage(t, scene{"end", true, weeks(400)}, offer, called(offer, "openai"), lang, size, 1)
			list := draw(a)
			told, since := 0, false
			for _, h := range a.play.Top(8) {
				for _, x := range list {
					if x.Full == h.Text {
						told++
					}
				}
			}
			for _, x := range list {
				since = since || strings.Contains(x.Text, "2026-01-01")
			}
			if told < 3 || !since {
				t.Errorf("%s at %v: %d events are told; the year's first day: %v", lang, size, told, since)
			}
			textFits(t, a)
			widgetsLieApart(t, a)
		}
	}
}

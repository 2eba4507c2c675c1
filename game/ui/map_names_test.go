package ui

import (
	"image"
	"testing"

	"entangle/assets"
)

// On a large screen the sites of the real year have their names on the map, over two lines
// where one is too short; none of several words is cut.
func TestSitesHaveTheirNames(t *testing.T) {
	offer := load(t, "2025")[0]
	for _, lang := range assets.Languages() {
		a := stage(t, scene{"play", true, weeks(40)}, offer, called(offer, "openai"), lang, image.Pt(1920, 1080), 1)
		list, names, cut := draw(a), 0, 0
		for _, p := range a.see().places {
			for _, s := range p.Sites {
				names++
				for _, x := range list {
					if x.Full == s.Name && x.Text != x.Full && len(pieces(s.Name)) > 1 {
						cut++
					}
				}
			}
		}
		if names < 30 || cut > 0 {
			t.Errorf("%s: %d of %d names are cut", lang, cut, names)
		}
		textFits(t, a)
	}
}

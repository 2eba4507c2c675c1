package ui

import (
	"testing"

	"entangle/assets"
)

// Vital signs are named in full, or by a shorter name where a large figure leaves no
// room, and never cut.
func TestVitalsAreNamed(t *testing.T) {
	offer := load(t, "2025")[0]
	for _, lang := range assets.Languages() {
		a := stage(t, scene{"play", true, weeks(30)}, offer, called(offer, "microsoft"), lang, plain, 1)
		list := draw(a)
		for _, v := range a.see().vitals {
			named := false
			for _, x := range list {
				named = named || x.Text == x.Full && (x.Text == v.Name || x.Text == v.Brief)
			}
			if !named {
				t.Errorf("%s: %s beside %s is cut", lang, v.Name, v.Value)
			}
		}
	}
}

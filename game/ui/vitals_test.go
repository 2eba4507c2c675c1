package ui

import (
	"testing"

	"entangle/assets"
)

// Vital signs are named in full, or by a shorter name where a large figure leaves no
// room, and never cut; nor are the parts of a large fleet.
func TestVitalsAreNamed(t *testing.T) {
	offer := load(t, "2025")[0]
	for _, lang := range assets.Languages() {
		for _, company := range []string{"microsoft", "oracle"} {
			a := stage(t, scene{"play", true, weeks(50)}, offer, called(offer, company), lang, plain, 1)
			namesAreWhole(t, a)
		}
	}
}

func namesAreWhole(t *testing.T, a *App) {
	t.Helper()
	list := draw(a)
	whole := func(names ...string) bool {
		for _, x := range list {
			for _, name := range names {
				if x.Text == x.Full && x.Text == name {
					return true
				}
			}
		}
		return false
	}
	for _, v := range a.see().vitals {
		if !whole(v.Name, v.Brief) {
			t.Errorf("%s: %s beside %s is cut", a.lang, v.Name, v.Value)
		}
	}
	for _, x := range a.see().parts {
		if !whole(x.Name) {
			t.Errorf("%s: %s beside %s is cut", a.lang, x.Name, x.Value)
		}
	}
}

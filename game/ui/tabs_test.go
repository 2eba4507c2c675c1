package ui

import (
	"testing"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// Keys turn to the tabs, pass over those that rest, and come back to the first;
// the tab stays when the language or the week changes.
func TestTabsByKeys(t *testing.T) {
	a := stage(t, scene{"play", true, func(*App) {}}, offers(t)[1], 3, "en", plain, 1)
	for i := range vm.TabCount {
		want := i
		if a.play.Rests(i) {
			want = a.tab
		}
		if a.Key(ebiten.KeyF2 + ebiten.Key(i)); a.tab != want {
			t.Errorf("F%d turns to tab %d", i+2, a.tab)
		}
		frame(a)
	}
	a.Key(ebiten.KeyF2)
	seen := map[vm.Tab]bool{}
	for range vm.TabCount {
		seen[a.tab] = true
		a.Key(ebiten.KeyBracketRight)
		frame(a)
	}
	for i := range vm.TabCount {
		if seen[i] == a.play.Rests(i) {
			t.Errorf("tab %d: seen %v, rests %v", i, seen[i], a.play.Rests(i))
		}
	}
	a.Key(ebiten.KeyF2)
	a.Key(ebiten.KeyBracketLeft)
	if a.tab != vm.TabOrganisation {
		t.Errorf("before the first tab comes %d", a.tab)
	}
	a.Key(ebiten.KeyL)
	a.Key(ebiten.KeyN)
	frame(a)
	if a.tab != vm.TabOrganisation {
		t.Error("the tab is lost")
	}
	if a.Key(ebiten.KeyM); a.tab != vm.TabPower {
		t.Error("M does not lead to the map")
	}
}

// On every tab: all rows can be pointed at and clicked; a click puts a sound order
// into the form or looks closer.
func TestRowsCanBeClicked(t *testing.T) {
	for _, offer := range offers(t) {
		a := stage(t, scene{"play", true, weeks(14)}, offer, 3, "zh", plain, 1)
		for i := range vm.TabCount {
			a.turnTo(i)
			frame(a)
			for id := range a.page.buttons {
				b := a.page.buttons[id]
				if b == nil || len(id) < 4 || id[:3] != "row" && id[:3] != "act" && id[:3] != "fac" {
					continue
				}
				press(a, b)
				for range a.windows {
					a.closeWindow()
				}
				frame(a)
				widgetsLieApart(t, a)
			}
		}
	}
}

package ui

import (
	"image"
	"strconv"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
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

// A table that has more rows than room for them is scrolled by the wheel, and by
// keys when it has the focus; the feed stays where it is.
func TestTablesScroll(t *testing.T) {
	a := stage(t, scene{"play", true, tab(vm.TabTalent, 9)}, offers(t)[1], 3, "en", plain, 1)
	for _, x := range a.tables {
		if len(a.section(x.section).Rows) <= x.slots {
			continue
		}
		at := x.area().Min.Add(x.area().Size().Div(2))
		a.Update(Input{Cursor: at})
		a.Update(Input{Cursor: at, Wheel: -1})
		if x.from() != 1 || a.scroll != 0 {
			t.Errorf("the wheel scrolls to row %d, the feed to %d", x.from(), a.scroll)
		}
		tellsWhatLiesThere(t, a, x)
		a.page.buttons[x.id+"/0"].Focus(true)
		a.Key(ebiten.KeyPageUp)
		if x.from() != 0 {
			t.Errorf("PgUp scrolls to row %d", x.from())
		}
		for range 20 {
			a.Key(ebiten.KeyPageDown)
		}
		if last := len(a.section(x.section).Rows) - x.slots; x.from() != last {
			t.Errorf("PgDn ends at row %d, not %d", x.from(), last)
		}
		return
	}
	t.Error("no table has more rows than room")
}

// tellsWhatLiesThere turns the wheel below the tooltip of a row: it goes, and after a rest
// tells of the row that lies there now.
func tellsWhatLiesThere(t *testing.T, a *App, x *table) {
	t.Helper()
	at := x.head.w.Rect.Min.Add(image.Pt(20, a.k.px(tableHead)+a.k.px(tableRow)/2))
	rest := func() string {
		for range ticksToTip + 2 {
			a.Update(Input{Cursor: at})
		}
		if len(a.tip) == 0 {
			t.Fatal("a row has no tooltip")
		}
		return a.tip[0].Text
	}
	name := func(row int) string { return a.section(x.section).Rows[row].Cells[0].Text }
	if got := rest(); got != name(x.from()) {
		t.Errorf("the tooltip tells of %q over %q", got, name(x.from()))
	}
	a.Update(Input{Cursor: at, Wheel: -1})
	if a.tip != nil {
		t.Errorf("the tooltip still tells of %q", a.tip[0].Text)
	}
	if got := rest(); got != name(x.from()) {
		t.Errorf("after the wheel the tooltip tells of %q over %q", got, name(x.from()))
	}
	a.Update(Input{Cursor: at, Wheel: +1})
}

// A click on a market looks at those who serve it; a click on a person of another
// company offers to court that person.
func TestRowsLookAndOrder(t *testing.T) {
	a := stage(t, scene{"play", true, tab(vm.TabMarket, 9)}, offers(t)[1], 3, "en", plain, 1)
	before := a.section(1).Title
	for i, r := range a.section(0).Rows {
		if !r.Picked {
			press(a, a.page.buttons["row/0/"+strconv.Itoa(i)])
			break
		}
	}
	if a.section(1).Title == before {
		t.Error("a click on a market looks at no other")
	}
	a.closeWindow()
	a.turnTo(vm.TabTalent)
	frame(a)
	for _, x := range a.tables {
		for i, r := range a.section(x.section).Rows {
			if len(r.Orders) < 2 || r.Orders[0].Order.Kind != sim.OrderCourtStar || i >= x.slots { // one alone opens its form at once
				continue
			}
			press(a, a.page.buttons[x.id+"/"+strconv.Itoa(i)])
			if len(a.windows) != 1 {
				t.Fatal("no list of orders opens")
			}
			press(a, a.top().buttons[x.id+"/"+strconv.Itoa(i)+"/0"])
			if o := a.form.Order(); o.Kind != sim.OrderCourtStar || o.Person != r.Orders[0].Order.Person {
				t.Errorf("the form has %+v", o)
			}
			return
		}
	}
	t.Error("nobody can be courted")
}

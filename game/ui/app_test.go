package ui

import (
	"image"
	"strings"
	"testing"

	"entangle/game/vm"
	"entangle/sim"
	"entangle/sim/session"
	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

var plain = image.Pt(1280, 720)

// playing is a game of quartet on an ordinary screen.
func playing(t testing.TB, company sim.CompanyID) *App {
	t.Helper()
	return stage(t, scene{"play", true, func(*App) {}}, offers(t)[0], company, "en", plain, 1)
}

// press clicks a button; ebitenui tells of it with the next tick.
func press(a *App, b *widget.Button) {
	b.Click()
	a.Update(Input{Cursor: a.cursor})
	frame(a)
}

// settle lets ticks pass, with a frame for each that wants one, and counts them.
func settle(a *App, ticks int) (frames int) {
	im := ebiten.NewImage(a.size.X, a.size.Y)
	defer im.Deallocate()
	for range ticks {
		a.Update(Input{Cursor: a.cursor})
		if a.Dirty() {
			a.Draw(im)
			forgetDrawings()
			frames++
		}
	}
	return frames
}

// While a game is paused and nobody does anything, nothing is drawn; while it
// runs, a few frames a week are.
func TestNothingIsDrawnWhilePaused(t *testing.T) {
	a := playing(t, 2)
	settle(a, 60)
	if n := settle(a, 600); n != 0 {
		t.Errorf("%d frames are drawn in ten seconds of pause", n)
	}
	a.Key(ebiten.KeyDigit1)
	if n := settle(a, 600); n < 5 || n > 25 {
		t.Errorf("%d frames are drawn in five weeks of play", n)
	}
	a.Key(ebiten.KeySpace)
	settle(a, 60)
	a.Update(Input{Cursor: image.Pt(10, 10)})
	if !a.Dirty() {
		t.Error("a moved cursor draws nothing")
	}
}

// The keys do what the page of help says.
func TestKeys(t *testing.T) {
	a := playing(t, 2)
	speed := func() vm.Speed { return a.play.Clock.Speed() }
	week := func() int { n, _ := a.play.Week(); return n }
	for _, c := range []struct {
		key  ebiten.Key
		want vm.Speed
	}{{ebiten.KeySpace, vm.Once}, {ebiten.KeySpace, vm.Paused}, {ebiten.KeyDigit1, vm.Once}, {ebiten.KeyDigit2, vm.Twice},
		{ebiten.KeyDigit3, vm.Fourfold}, {ebiten.KeyU, vm.UntilStop}, {ebiten.KeySpace, vm.Paused}} {
		if a.Key(c.key); speed() != c.want {
			t.Errorf("%v leads to speed %d, not %d", c.key, speed(), c.want)
		}
	}
	if a.Key(ebiten.KeyN); week() != 1 {
		t.Errorf("N plays %d weeks", week())
	}
	if a.Key(ebiten.KeyL); a.lang != "zh" || a.t("top.next") == "Next week" {
		t.Error("L does not change the language")
	}
	draw(a)
	a.Key(ebiten.KeySlash)
	if len(a.windows) != 1 {
		t.Fatal("? opens no page")
	}
	if a.Key(ebiten.KeyN); week() != 1 {
		t.Error("a week is played behind a page")
	}
	if a.Key(ebiten.KeyEscape); len(a.windows) != 0 {
		t.Error("Esc closes no page")
	}
	before := a.chart
	if a.Key(ebiten.KeyC); a.chart == before {
		t.Error("C does not change the chart")
	}
}

// M goes over all sites of the map, looks at their companies, says a word about
// each and puts the own ones into the form.
func TestMapByKeys(t *testing.T) {
	a := playing(t, 2)
	frame(a)
	seen := map[sim.SiteID]bool{}
	for range 2 * len(a.sites.nodes) {
		a.Key(ebiten.KeyM)
		frame(a)
		if a.picked != a.play.SC.Owner(a.marked) || len(a.tip) == 0 {
			t.Errorf("site %d is not shown", a.marked)
		}
		seen[a.marked] = true
		for _, f := range a.see().fields {
			if f.ID == sim.FieldSite && a.picked == a.play.Me && f.Value != a.play.SC.TitleOf(sim.Ref{Of: sim.OfSite, ID: int32(a.marked)}).En {
				t.Errorf("the form has %q, not site %d", f.Value, a.marked)
			}
		}
	}
	if len(seen) < 2 || len(seen) != len(a.sites.nodes) {
		t.Errorf("%d sites are reached of %d", len(seen), len(a.sites.nodes))
	}
}

// Text grows as far as the window has room for it, and no further.
func TestTextGrowsWithRoom(t *testing.T) {
	a := playing(t, 2)
	for range 9 {
		a.Key(ebiten.KeyEqual)
		draw(a)
	}
	if a.k.s < 1 || float64(plain.X)/a.k.s < LeastWidth || float64(plain.Y)/a.k.s < LeastHeight {
		t.Errorf("the scale is %v", a.k.s)
	}
	a.Resize(image.Pt(2560, 1440), 1)
	for range 9 {
		a.Key(ebiten.KeyEqual)
	}
	draw(a)
	if a.k.s < 1.9 || a.k.s > 2.1 {
		t.Errorf("on a large screen the scale is %v", a.k.s)
	}
	for range 9 {
		a.Key(ebiten.KeyMinus)
	}
	draw(a)
	if a.k.s != 1 {
		t.Errorf("the least scale is %v", a.k.s)
	}
}

// Every control can be reached by the keyboard.
func TestTabReachesEverything(t *testing.T) {
	a := playing(t, 2)
	settle(a, 3)
	reached := map[string]bool{}
	for range 2 * (len(a.page.buttons) + len(a.page.fields)) {
		a.ui.ChangeFocus(widget.FOCUS_NEXT)
		reached[a.page.focused()] = true
	}
	for id, b := range a.page.buttons {
		if !reached[id] && !b.GetWidget().Disabled {
			t.Errorf("Tab never reaches %s", id)
		}
	}
	for id := range a.page.fields {
		if !reached[id] {
			t.Errorf("Tab never reaches %s", id)
		}
	}
}

// Enter presses what has the focus, and the focus survives a page built anew.
func TestEnterAndFocus(t *testing.T) {
	a := playing(t, 2)
	a.page.buttons["next"].Focus(true)
	a.Key(ebiten.KeyEnter)
	settle(a, 2)
	if n, _ := a.play.Week(); n != 1 {
		t.Errorf("Enter on the button plays %d weeks", n)
	}
	a.Key(ebiten.KeyL)
	draw(a)
	if a.page.focused() != "next" {
		t.Errorf("after another language %q has the focus", a.page.focused())
	}
}

// W explains the control that has the focus, and takes the explanation away.
func TestWhyByKey(t *testing.T) {
	a := playing(t, 2)
	a.page.buttons["vital/0"].Focus(true)
	a.Update(Input{Keys: []ebiten.Key{ebiten.KeyW}, Cursor: a.cursor})
	if len(a.tip) < 2 || a.tip[0].Text != a.see().vitals[0].Name {
		t.Fatalf("W explains %v", a.tip)
	}
	for _, x := range draw(a) {
		if x.Layer == 9 && !x.Box.In(image.Rectangle{Max: a.size}) {
			t.Errorf("%q lies at %v", x.Text, x.Box)
		}
	}
	if a.Update(Input{Keys: []ebiten.Key{ebiten.KeyW}, Cursor: a.cursor}); a.tip != nil {
		t.Error("W does not take the explanation away")
	}
}

// A list gives the focus back to the control that opened it.
func TestListGivesFocusBack(t *testing.T) {
	a := playing(t, 2)
	a.page.buttons["kind"].Focus(true)
	a.Key(ebiten.KeyEnter)
	settle(a, 2)
	if len(a.windows) != 1 {
		t.Fatal("no list opens")
	}
	a.ui.ChangeFocus(widget.FOCUS_NEXT)
	a.ui.ChangeFocus(widget.FOCUS_NEXT)
	a.Key(ebiten.KeyEnter)
	settle(a, 2)
	if len(a.windows) != 0 || a.page.focused() != "kind" || a.form.At() == 0 {
		t.Errorf("%d lists are open, %q has the focus, the form is for kind %d", len(a.windows), a.page.focused(), a.form.At())
	}
}

// What is typed goes into the field that has the focus, not to the shortcuts.
func TestTyping(t *testing.T) {
	a := playing(t, 3)
	a.form.SetKind(int(sim.OrderChips) - 1)
	a.rebuild()
	draw(a)
	f := a.page.fields["field/1"]
	f.Focus(true)
	a.Update(Input{Chars: []rune("20"), Keys: []ebiten.Key{ebiten.KeyDigit2, ebiten.KeyDigit0}})
	if a.form.Order().Qty != 20 || a.play.Clock.Speed() != vm.Paused {
		t.Errorf("20 is typed, the order says %d at speed %d", a.form.Order().Qty, a.play.Clock.Speed())
	}
	for _, c := range []struct {
		key  ebiten.Key
		want string
	}{{ebiten.KeyBackspace, "2"}, {ebiten.KeyHome, "2"}, {ebiten.KeyDelete, ""}} {
		if a.Update(Input{Keys: []ebiten.Key{c.key}}); f.text() != c.want {
			t.Errorf("after %v the field says %q, not %q", c.key, f.text(), c.want)
		}
	}
	a.Update(Input{Chars: []rune("300")})
	a.Update(Input{Keys: []ebiten.Key{ebiten.KeyEnter}})
	if len(a.play.Queue) != 1 || a.play.Queue[0].Qty != 300 {
		t.Errorf("Enter in a field puts %v on the list", a.play.Queue)
	}
	if a.Key(ebiten.KeyEscape); f.IsFocused() {
		t.Error("Esc does not leave the field")
	}
}

// Every button can be pressed at any time: nothing breaks, lists open and close,
// and what they show stays on the screen.
func TestPressEverything(t *testing.T) {
	for _, offer := range offers(t) {
		a := stage(t, scene{"play", true, weeks(3)}, offer, 1, "zh", plain, 1)
		for i := range a.form.Kinds() {
			if a.play == nil || a.play.Over() { // the clock runs on while buttons are pressed
				a = stage(t, scene{"play", true, weeks(3)}, offer, 1, "zh", plain, 1)
			}
			a.form.SetKind(i)
			a.rebuild()
			draw(a)
			for id := range a.page.buttons {
				if b := a.page.buttons[id]; b != nil && id != "leave" && id != "again" {
					b.Click()
					a.Update(Input{Cursor: a.cursor})
				}
				if a.stale {
					frame(a)
				}
				for n := len(a.windows); n > 0; n-- {
					if w := a.windows[n-1]; !w.rect.In(image.Rectangle{Max: a.size}) {
						t.Errorf("%s opens a list at %v", id, w.rect)
					}
					a.closeWindow()
				}
			}
			widgetsLieApart(t, a)
		}
	}
}

// A list opens under its field, and what is picked is in the order.
func TestPickFromList(t *testing.T) {
	a := playing(t, 3)
	press(a, a.page.buttons["kind"])
	p := a.top()
	for id, b := range p.buttons {
		if strings.HasPrefix(id, "kind/") {
			press(a, b)
			break
		}
	}
	if len(a.windows) != 0 {
		t.Error("the list stays open")
	}
	press(a, a.page.buttons["kind"])
	if len(a.windows) != 1 {
		t.Error("no list opens")
	}
	a.Update(Input{Cursor: image.Pt(3, 3), Pressed: true})
	if len(a.windows) != 0 {
		t.Error("a click beside the list does not close it")
	}
}

// Tooltips say something, in words, and stay on the screen.
func TestTooltips(t *testing.T) {
	list := offers(t)
	for i, s := range []scene{scenes[0], scenes[4], scenes[6]} {
		a := stage(t, s, list[i%2], 2, []string{"en", "zh"}[i%2], plain, 1)
		told := 0
		for _, spot := range a.top().spots {
			at := spot.w.Rect.Min.Add(spot.w.Rect.Max).Div(2)
			a.hover(at)
			for range ticksToTip {
				a.hover(at)
			}
			for _, x := range draw(a) {
				if x.Layer == 9 && (!x.Box.In(image.Rectangle{Max: a.size}) || strings.ContainsAny(x.Text, "[]{}") || x.Text != x.Full) {
					t.Errorf("%s: a tooltip says %q at %v", s.name, x.Text, x.Box)
				}
			}
			told += len(a.tip)
		}
		if told == 0 && s.begin && len(a.windows) == 0 {
			t.Errorf("%s has no tooltips", s.name)
		}
	}
}

// The chooser offers the last game, and it goes on where it was left.
func TestGoOnWithTheLastGame(t *testing.T) {
	offer := offers(t)[0]
	text := `{"company":"lumen","scenario":"quartet","engine":"` + sim.Engine + `","seed":7,"played":"2025-02-04"}`
	orders, err := session.ReadOrders(strings.NewReader(text), "x", offer.SC, "quartet")
	if err != nil {
		t.Fatal(err)
	}
	a, err := New(Options{Lang: "en", Offers: []vm.Offer{offer}, Hint: true,
		Last: &vm.Setup{Name: "quartet", Scenario: offer.SC, Resume: orders, Keeper: vm.Keeper{File: "last.jsonl"}}})
	if err != nil {
		t.Fatal(err)
	}
	frame(a)
	widgetsLieApart(t, a)
	textFits(t, a)
	press(a, a.page.buttons["continue"])
	if a.play == nil || a.play.Date().String() != "2025-02-04" || len(a.windows) != 0 {
		t.Errorf("the game goes on as %+v", a.play)
	}
}

// The end has its page; from there a new game begins.
func TestEndAndAgain(t *testing.T) {
	a := stage(t, scene{"end", true, func(a *App) {
		for !a.play.Over() {
			a.Key(ebiten.KeyN)
		}
	}}, offers(t)[0], 4, "en", plain, 1)
	if a.page.buttons["again"] == nil {
		t.Fatal("no closing page")
	}
	press(a, a.page.buttons["again"])
	if a.play != nil || a.page.buttons["start"] == nil {
		t.Fatal("no chooser after the end")
	}
	press(a, a.page.buttons["company/3"])
	press(a, a.page.buttons["start"])
	if a.play == nil || a.play.Me != 3 || a.play.Seed != 3 {
		t.Errorf("the new game is %+v", a.play)
	}
}

// BenchmarkFrame is what our side of a drawn frame costs at 1280×720, with a tick
// of the game; what ebiten does with the commands is not in it.
func BenchmarkFrame(b *testing.B) {
	a := stage(b, scene{"play", true, weeks(12)}, offers(b)[1], 2, "en", plain, 1)
	im := ebiten.NewImage(plain.X, plain.Y)
	b.ReportAllocs()
	for b.Loop() {
		a.Update(Input{Cursor: image.Pt(100, 300)})
		a.Draw(im)
	}
}

// BenchmarkWeek is the same with a week played before each frame.
func BenchmarkWeek(b *testing.B) {
	a := stage(b, scene{"play", true, weeks(4)}, offers(b)[1], 2, "en", plain, 1)
	im := ebiten.NewImage(plain.X, plain.Y)
	for b.Loop() {
		if a.play.Over() {
			b.StopTimer()
			a = stage(b, scene{"play", true, weeks(4)}, offers(b)[1], 2, "en", plain, 1)
			b.StartTimer()
		}
		a.nextWeek()
		a.Update(Input{Cursor: image.Pt(100, 300)})
		a.Draw(im)
	}
}

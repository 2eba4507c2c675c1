package ui

import (
	"image"
	"math"
	"slices"
	"strings"

	"entangle/game/vm"
	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// Input is what the user did since the last tick.
type Input struct {
	Cursor  image.Point
	Keys    []ebiten.Key // pressed just now, or repeating
	Chars   []rune       // typed
	Pressed bool         // the mouse button went down
	Wheel   float64
	Busy    bool // anything is held, moved or turned
}

// Update lets a tick pass.
func (a *App) Update(in Input) {
	if a.page == nil {
		return // nothing has been seen yet
	}
	if in.Busy || in.Cursor != a.cursor {
		a.touch()
	}
	if in.Pressed {
		a.clickAway(in.Cursor)
	}
	if f := a.typing(); f != nil && len(in.Chars) > 0 {
		f.Type(in.Chars)
	}
	if len(in.Keys)+len(in.Chars) > 0 && !slices.Contains(in.Keys, ebiten.KeyW) {
		a.tip, a.rested = nil, ticksToTip // it would hide what is typed
	}
	for _, key := range in.Keys {
		a.Key(key)
	}
	if in.Wheel != 0 {
		a.tip, a.rested = nil, 0 // something else lies under the cursor then
		a.wheel(in.Wheel)
	}
	a.ui.Update()
	a.hover(in.Cursor)
	a.tick()
}

// tick lets the game's time pass and notices what has changed.
func (a *App) tick() {
	if a.play == nil {
		return
	}
	if !a.kept {
		a.kept = true
		a.play.Keep()
	}
	over := a.play.Over()
	if a.play.Tick() {
		a.weekPassed(over)
	}
	if v := a.play.Version(); v != a.version {
		a.version = v
		a.touch()
	}
}

// weekPassed takes in a new week: the feed shows its news, and the end has a
// page of its own.
func (a *App) weekPassed(over bool) {
	a.scroll = 0
	if a.tip != nil {
		a.dropTip()
	}
	if a.play.Over() && !over {
		a.closed = false
		a.rebuild()
	}
	if !a.play.Over() {
		a.form.Refresh()
	}
	a.reshape()
}

// nextWeek plays one week.
func (a *App) nextWeek() {
	over := a.play.Over()
	a.play.Clock.Pause()
	a.play.Advance()
	a.weekPassed(over)
	a.touch()
}

// typing is the field that takes what is typed; nil if none does.
func (a *App) typing() *field {
	for _, f := range a.top().fields {
		if f.IsFocused() {
			return f
		}
	}
	return nil
}

// Key answers to a key.
func (a *App) Key(key ebiten.Key) {
	a.touch()
	f := a.typing()
	switch {
	case f != nil && f.Key(key):
		return
	case key == ebiten.KeyEscape:
		if !a.closeWindow() {
			a.ui.ClearFocus()
		}
		return
	case key == ebiten.KeyEnter || key == ebiten.KeyNumpadEnter:
		a.pressFocused()
		return
	case f != nil && isTyped(key):
		return
	}
	if !a.keyOfWindow(key) && a.play != nil && !a.waiting() {
		a.keyOfPlay(key)
	}
}

// isTyped tells whether a key writes something into a field: digits and the
// letters of units.
func isTyped(key ebiten.Key) bool {
	return key >= ebiten.KeyA && key <= ebiten.KeyZ || key >= ebiten.KeyDigit0 && key <= ebiten.KeyDigit9 ||
		key >= ebiten.KeyNumpad0 && key <= ebiten.KeyNumpad9 || key == ebiten.KeyMinus || key == ebiten.KeyEqual ||
		key == ebiten.KeySlash || key == ebiten.KeyNumpadAdd || key == ebiten.KeyNumpadSubtract
}

// waiting tells whether a page over the game waits for an answer.
func (a *App) waiting() bool { return len(a.windows) > 0 }

// keyOfWindow answers to the keys that work everywhere.
func (a *App) keyOfWindow(key ebiten.Key) bool {
	switch key {
	case ebiten.KeyL:
		a.switchLanguage()
	case ebiten.KeyEqual, ebiten.KeyNumpadAdd:
		a.resize(+1)
	case ebiten.KeyMinus, ebiten.KeyNumpadSubtract:
		a.resize(-1)
	case ebiten.KeyW:
		a.explain()
	case ebiten.KeySlash, ebiten.KeyF1, ebiten.KeyH:
		if a.play != nil && !a.waiting() {
			a.openHelp()
		}
	default:
		return false
	}
	return true
}

// keyOfPlay answers to the keys of a game.
func (a *App) keyOfPlay(key ebiten.Key) {
	if a.play.Over() || a.keyOfTabs(key) {
		return
	}
	switch key {
	case ebiten.KeySpace:
		a.play.Clock.Toggle()
	case ebiten.KeyDigit1, ebiten.KeyNumpad1:
		a.play.Clock.Set(vm.Once)
	case ebiten.KeyDigit2, ebiten.KeyNumpad2:
		a.play.Clock.Set(vm.Twice)
	case ebiten.KeyDigit3, ebiten.KeyDigit4, ebiten.KeyNumpad3, ebiten.KeyNumpad4:
		a.play.Clock.Set(vm.Fourfold)
	case ebiten.KeyU:
		a.play.Clock.Set(vm.UntilStop)
	case ebiten.KeyN:
		a.nextWeek()
	case ebiten.KeyC:
		a.nextChart()
	case ebiten.KeyM:
		a.nextSite()
	case ebiten.KeyPageUp:
		a.scrollBy(+5)
	case ebiten.KeyPageDown:
		a.scrollBy(-5)
	}
}

// scrollBy scrolls the table or the list of companies that has the focus, else the feed: back in time, or
// towards the top.
func (a *App) scrollBy(by int) {
	focus := a.page.focused()
	for _, t := range a.tables {
		if strings.HasPrefix(focus, t.id+"/") {
			t.move(-by)
			return
		}
	}
	if a.roster.scrolls() && strings.HasPrefix(focus, "rival/") {
		a.roster.move(-by)
		return
	}
	a.scrollFeed(by)
}

// scrollFeed goes back in the feed, or forward.
func (a *App) scrollFeed(by int) {
	a.scroll = max(0, min(a.scroll+by, len(a.play.Feed)-1))
	a.touch()
}

// pressFocused presses the button that has the focus; in a field, Enter puts
// the order on the list.
func (a *App) pressFocused() {
	p := a.top()
	for _, b := range p.buttons {
		if b.IsFocused() {
			b.Click()
			return
		}
	}
	if a.typing() != nil && a.form != nil && p == a.page {
		a.addOrder()
	}
	if n := len(a.windows); n > 0 && a.windows[n-1].dimmed {
		a.closeWindow()
	}
}

// wheel scrolls the table, the list or the feed that the cursor is over.
func (a *App) wheel(turn float64) {
	for _, t := range a.tables {
		if !a.waiting() && a.cursor.In(t.area()) {
			t.move(-int(math.Copysign(1, turn)))
			return
		}
	}
	if a.roster.scrolls() && !a.waiting() && a.cursor.In(a.roster.box.GetWidget().Rect) {
		a.roster.move(-int(math.Copysign(1, turn)))
		return
	}
	if a.play == nil || a.seen.feed == nil || a.waiting() || !a.cursor.In(a.seen.feed.w.Rect) {
		return
	}
	if turn > 0 {
		a.scrollFeed(+2)
	} else {
		a.scrollFeed(-2)
	}
}

var _ widget.Focuser = (*field)(nil)

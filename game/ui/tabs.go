package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// tabHeight is the height of the row of tabs, in units.
const tabHeight = 30

// tabStrip is the row of tabs over the middle of the page. A tab that has nothing
// to show in this scenario is grey and says why.
func (a *App) tabStrip(p *page) child {
	var items []item
	for t := range vm.TabCount {
		rests := a.play.Rests(t)
		width := a.k.width(a.play.TabName(t), a.k.face(body, false)) + 26*a.k.s
		items = append(items, grows(width, p.button(button{id: "tab/" + strconv.Itoa(int(t)), text: still(a.play.TabName(t)), size: body,
			on: func() bool { return a.tab == t }, off: func() bool { return rests }, click: func() { a.turnTo(t) },
			tip: func(at image.Point) []vm.TipLine {
				return []vm.TipLine{{Text: a.play.TabName(t), Value: "F" + strconv.Itoa(int(t)+2), Head: true}, {Text: a.play.AboutTab(t)},
					{Text: a.t("tab.keys"), Dim: true}}
			}})))
	}
	return a.k.row(6, items...)
}

// turnTo shows a tab; those without anything on them are passed over.
func (a *App) turnTo(t vm.Tab) {
	if t == a.tab || a.play.Rests(t) {
		return
	}
	a.tab = t
	a.chart = a.play.ChartOf(t)
	a.rebuild()
}

// turn goes to the next tab (+1) or the one before (-1).
func (a *App) turn(by int) {
	n := int(vm.TabCount)
	for step := 1; step < n; step++ {
		if t := vm.Tab(((int(a.tab)+by*step)%n + n) % n); !a.play.Rests(t) {
			a.turnTo(t)
			return
		}
	}
}

// keyOfTabs answers to the keys that turn to a tab.
func (a *App) keyOfTabs(key ebiten.Key) bool {
	switch {
	case key >= ebiten.KeyF2 && key < ebiten.KeyF2+ebiten.Key(vm.TabCount):
		a.turnTo(vm.Tab(key - ebiten.KeyF2))
	case key == ebiten.KeyBracketLeft:
		a.turn(-1)
	case key == ebiten.KeyBracketRight:
		a.turn(+1)
	default:
		return false
	}
	return true
}

package ui

import (
	"image"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// ticksToTip is how long the cursor must rest before a tooltip shows: a third of
// a second.
const ticksToTip = 20

// The width of tooltips in units: of text, and of lines with a figure at most.
const (
	tipWidth  = 300
	tipFigure = 400
)

// hover follows the cursor and finds what it rests on.
func (a *App) hover(at image.Point) {
	if at != a.cursor {
		a.cursor, a.rested = at, 0
		if a.tip != nil {
			a.tip = nil
		}
		return
	}
	if a.rested++; a.rested != ticksToTip {
		return
	}
	p := a.top()
	for i := len(p.spots) - 1; i >= 0; i-- {
		s := p.spots[i]
		if r := s.w.Rect; at.In(r) {
			if a.tip, a.tipAt = s.lines(at.Sub(r.Min)), at; len(a.tip) > 0 {
				a.touch()
				return
			}
		}
	}
}

// dropTip takes the tooltip away until the cursor has rested again.
func (a *App) dropTip() {
	a.tip, a.rested = nil, 0
}

// explain shows the tooltip of the control that has the focus, or takes it away:
// what the mouse does by resting.
func (a *App) explain() {
	if a.tip != nil {
		a.tip = nil
		return
	}
	p := a.top()
	f := p.focus(p.focused())
	for _, s := range p.spots {
		if f != nil && s.w == f.GetWidget() {
			a.tip = s.lines(s.w.Rect.Size().Div(2))
			a.tipAt = image.Pt(s.w.Rect.Min.X, s.w.Rect.Max.Y-a.k.px(12))
		}
	}
}

// top is the page that takes the input.
func (a *App) top() *page {
	if n := len(a.windows); n > 0 {
		return a.windows[n-1].page
	}
	return a.page
}

// drawTip draws the tooltip beside the cursor, within the window.
func (a *App) drawTip(dst *ebiten.Image) {
	if len(a.tip) == 0 {
		return
	}
	k := a.k
	pad, width := k.px(10), k.px(tipWidth)
	rows := make([]int, len(a.tip))
	height := 2 * pad
	widest := 0
	for i, l := range a.tip {
		rows[i], widest = a.tipRow(l, width-2*pad, widest)
		height += rows[i]
	}
	width = widest + 2*pad
	r := image.Rect(0, 0, width, height)
	r = r.Add(a.fitWithin(a.tipAt.Add(image.Pt(k.px(14), k.px(18))), width, height, image.Rectangle{Min: a.tipAt, Max: a.tipAt}))
	drawNine(dst, k.rounded(6, 1, rgb(0x0a0e16), accent), r)
	k.layer = 9
	defer func() { k.layer = 0 }()
	in := inset(r, pad, pad)
	for i, l := range a.tip {
		a.drawTipLine(dst, cutTop(&in, rows[i]), l)
	}
}

// tipRow is the height of a line of a tooltip, and the width it needs.
func (a *App) tipRow(l vm.TipLine, width, widest int) (height, wide int) {
	k := a.k
	f := k.face(small, l.Head)
	if l.Value != "" {
		need := int(k.width(l.Text, f)+k.width(l.Value, k.face(small, true))) + k.px(20)
		return k.lineStep(f) + k.px(2), max(widest, min(need, k.px(tipFigure)))
	}
	lines := k.wrap(l.Text, f, width, 0)
	for _, s := range lines {
		widest = max(widest, int(k.width(s, f))+1)
	}
	return len(lines)*k.lineStep(f) + k.px(4), widest
}

func (a *App) drawTipLine(dst *ebiten.Image, row image.Rectangle, l vm.TipLine) {
	k := a.k
	c := ink
	if l.Dim {
		c = dim
	}
	if l.Value != "" {
		bold := k.face(small, true)
		k.write(dst, l.Value, cutRight(&row, int(k.width(l.Value, bold))+1), bold, ink, right)
		row.Max.X -= k.px(8)
		k.write(dst, l.Text, row, k.face(small, l.Head), c, left)
		return
	}
	row.Min.Y += k.px(2)
	k.paragraph(dst, l.Text, row, k.face(small, l.Head), c)
}

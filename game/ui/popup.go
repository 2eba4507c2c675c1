package ui

import (
	"image"
	"image/color"
	"strconv"

	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// entry is a line of a list that opens.
type entry struct {
	text   string
	tip    string
	head   bool // a heading, not to be picked
	chosen bool
	pick   func()
}

// mostRows is how many lines a column of a list has.
const mostRows = 16

// openList opens a list under a widget. Lists where several can be chosen stay
// open and show boxes to tick.
func (a *App) openList(id string, under image.Rectangle, several bool, entries func() []entry) {
	p := a.k.newPage()
	list := entries()
	if len(list) == 0 {
		return
	}
	columns := (len(list) + mostRows - 1) / mostRows
	rows := (len(list) + columns - 1) / columns
	width := a.listWidth(list, under.Dx(), columns)
	var cols []item
	for c := range columns {
		var col []item
		for i := c * rows; i < min(len(list), (c+1)*rows); i++ {
			col = append(col, fixed(28, a.listRow(p, id, i, several, entries)))
		}
		cols = append(cols, fixed(float64(width)/a.k.s, a.k.column(0, col...)))
	}
	p.root = a.k.box(false, 0, 5, a.k.rounded(6, 1, rgb(0x1c2536), accent), cols...)
	w := width*columns + a.k.px(10)
	h := rows*a.k.px(28) + a.k.px(10)
	a.openWindow(p, image.Rect(0, 0, w, h).Add(a.fitWithin(image.Pt(under.Min.X, under.Max.Y+a.k.px(3)), w, h, under)), false)
}

func (a *App) listWidth(list []entry, least, columns int) int {
	width := max(least-a.k.px(10), 0) / columns
	for _, e := range list {
		width = max(width, int(a.k.width(e.text, a.k.face(body, false)))+a.k.px(44))
	}
	return min(width, (a.size.X-a.k.px(40))/columns)
}

// listRow is one line.
func (a *App) listRow(p *page, id string, i int, several bool, entries func() []entry) child {
	k, e := a.k, entries()[i]
	if e.head {
		f := k.face(small, true)
		return newLeaf(func(dst *ebiten.Image, r image.Rectangle) { k.write(dst, e.text, inset(r, k.px(8), 0), f, dim, left) })
	}
	b := button{id: id + "/" + strconv.Itoa(i), quiet: true, click: func() {
		if !several {
			a.closeWindow()
		}
		e.pick()
	}}
	b.paint = func(dst *ebiten.Image, r image.Rectangle) {
		in := inset(r, k.px(8), 0)
		mark := cut(&in, k.px(20))
		box := image.Rect(0, 0, k.px(11), k.px(11)).Add(image.Pt(mark.Min.X, (r.Min.Y+r.Max.Y-k.px(11))/2))
		chosen := entries()[i].chosen
		switch {
		case several:
			tickBox(&k.mesh, box, chosen, ink)
		case chosen:
			k.mesh.disc(point{float64(box.Min.X+box.Max.X) / 2, float64(box.Min.Y+box.Max.Y) / 2}, 3.5*k.s, accent)
		}
		k.mesh.flush(dst)
		k.write(dst, e.text, in, k.face(body, false), ink, left)
	}
	if e.tip != "" {
		b.tip = say(still(e.tip))
	}
	return p.button(b)
}

// fitWithin moves a window so that it stays on the screen; above its widget if
// there is no room below.
func (a *App) fitWithin(at image.Point, w, h int, under image.Rectangle) image.Point {
	edge := a.k.px(6)
	if at.Y+h > a.size.Y-edge && under.Min.Y-h-a.k.px(3) >= edge {
		at.Y = under.Min.Y - h - a.k.px(3)
	}
	at.X = max(edge, min(at.X, a.size.X-edge-w))
	at.Y = max(edge, min(at.Y, a.size.Y-edge-h))
	return at
}

// openWindow shows a page above the others; dimmed if they wait for it.
func (a *App) openWindow(p *page, r image.Rectangle, dimmed bool) {
	w := widget.NewWindow(widget.WindowOpts.Contents(p.root), widget.WindowOpts.Modal(), widget.WindowOpts.CloseMode(widget.NONE),
		widget.WindowOpts.Location(r))
	w.SetLocation(r)
	a.windows = append(a.windows, opened{p, w, r, dimmed, a.top().focused()})
	a.ui.AddWindow(w)
	a.dropTip() // it tells of what lies behind the window now
	a.touch()
}

// opened is a window that is open.
type opened struct {
	page   *page
	window *widget.Window
	rect   image.Rectangle
	dimmed bool
	from   string // the control that had the focus
}

// closeWindow closes the topmost window and gives the focus back. It tells
// whether there was one.
func (a *App) closeWindow() bool {
	n := len(a.windows)
	if n == 0 {
		return false
	}
	last := a.windows[n-1]
	last.window.Close()
	a.windows = a.windows[:n-1]
	a.dropTip()
	a.ui.ClearFocus()
	if f := a.top().focus(last.from); f != nil {
		f.Focus(true)
	}
	a.touch()
	return true
}

// clickAway closes a list when the mouse is pressed beside it.
func (a *App) clickAway(at image.Point) {
	if n := len(a.windows); n > 0 && !a.windows[n-1].dimmed && !at.In(a.windows[n-1].rect) {
		a.closeWindow()
	}
}

// card opens a page of text in the middle of the window.
func (a *App) card(width, height float64, build func(p *page) []item) {
	p := a.k.newPage()
	p.root = a.k.box(true, 8, 20, a.k.rounded(9, 1, panel, accent), build(p)...)
	w, h := a.k.px(width), a.k.px(height)
	a.openWindow(p, image.Rect(0, 0, w, h).Add(image.Pt((a.size.X-w)/2, (a.size.Y-h)/2)), true)
}

// veilWindows darkens what lies under a page that waits for an answer.
func (a *App) veilWindows(dst *ebiten.Image) {
	a.k.layer = 1
	for _, o := range a.windows {
		if o.dimmed {
			k := a.k
			k.mesh.rect(image.Rectangle{Max: a.size}, color.NRGBA(veil))
			k.mesh.flush(dst)
			return
		}
	}
}

package ui

import (
	"image"
	"image/color"

	"entangle/game/vm"
	eimage "github.com/ebitenui/ebitenui/image"
	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// button says what a button shows and does. Only id and click are needed.
type button struct {
	id    string
	text  func() string
	size  float64 // of the text; body if 0
	bold  bool
	align float64 // of the text; middle unless set by content
	icon  func(m *mesh, r image.Rectangle, c color.NRGBA)
	on    func() bool // looks pressed: the choice in force
	off   func() bool // cannot be pressed
	main  bool        // the one that most will want
	quiet bool        // no box until the cursor is over it
	paint func(dst *ebiten.Image, r image.Rectangle)
	tip   func(at image.Point) []vm.TipLine
	click func()
}

var invisible = &widget.ButtonImage{Idle: eimage.NewNineSliceColor(color.Transparent), Pressed: eimage.NewNineSliceColor(color.Transparent)}

// button adds a button: ebitenui's for clicks and focus, under a leaf that
// paints it.
func (p *page) button(b button) *widget.Container {
	hover, down := false, false
	var w *widget.Button
	w = widget.NewButton(widget.ButtonOpts.Image(invisible), widget.ButtonOpts.DisableDefaultKeys(),
		widget.ButtonOpts.CursorEnteredHandler(func(*widget.ButtonHoverEventArgs) { hover = true }),
		widget.ButtonOpts.CursorExitedHandler(func(*widget.ButtonHoverEventArgs) { hover = false }),
		widget.ButtonOpts.PressedHandler(func(*widget.ButtonPressedEventArgs) { down = true }),
		widget.ButtonOpts.ReleasedHandler(func(*widget.ButtonReleasedEventArgs) { down = false }),
		widget.ButtonOpts.ClickedHandler(func(*widget.ButtonClickedEventArgs) { b.click() }))
	p.buttons[b.id] = w
	look := newLeaf(func(dst *ebiten.Image, r image.Rectangle) {
		p.k.paintButton(dst, r, b, hover, down, w.IsFocused())
	})
	look.size = func() (int, int) { return p.k.buttonSize(b) }
	look.update = func() { w.GetWidget().Disabled = b.off != nil && b.off() }
	if b.tip != nil {
		p.tip(w.GetWidget(), b.tip)
	}
	return over(w, look)
}

// buttonSize is as large as the text, with room around it.
func (k *kit) buttonSize(b button) (w, h int) {
	f := k.face(or(b.size, body), b.bold)
	w = k.px(22)
	if b.text != nil {
		w += int(k.width(b.text(), f)) + 1
	}
	if b.icon != nil {
		w += k.px(14)
	}
	if b.icon != nil && b.text != nil {
		w += k.px(6)
	}
	return w, k.px(32)
}

func or(size, other float64) float64 {
	if size == 0 {
		return other
	}
	return size
}

// paintButton draws a button in its state.
func (k *kit) paintButton(dst *ebiten.Image, r image.Rectangle, b button, hover, down, focus bool) {
	off, on := b.off != nil && b.off(), b.on != nil && b.on()
	fill, edge, c := control, line, ink
	if b.main {
		fill, edge, c = pressed, accent, white
	}
	if b.quiet {
		fill, edge = color.NRGBA{}, color.NRGBA{}
	}
	switch {
	case off && !b.quiet:
		fill, edge, c = sunken, line, faint(dim, 0.8)
	case off:
		c = faint(dim, 0.8)
	case on:
		fill, edge, c = pressed, accent, white
	case down && hover, hover && b.main:
		fill, edge, c = rgb(0x2a6db8), accent, white
	case hover:
		fill, edge, c = hovered, accent, white
	}
	width := 1.0
	if focus {
		edge, width = white, 2
	}
	if fill.A > 0 || edge.A > 0 {
		drawNine(dst, k.rounded(5, width, fill, edge), r)
	}
	if b.paint != nil {
		b.paint(dst, r)
		return
	}
	k.buttonFace(dst, inset(r, k.px(11), 0), b, c)
}

// buttonFace draws the icon and the text.
func (k *kit) buttonFace(dst *ebiten.Image, in image.Rectangle, b button, c color.NRGBA) {
	if b.icon != nil {
		strip := cut(&in, k.px(14))
		if b.text == nil {
			strip.Max.X = in.Max.X
		}
		size := k.px(12)
		at := image.Rect(0, 0, size, size).Add(image.Pt((strip.Min.X+strip.Max.X-size)/2, (strip.Min.Y+strip.Max.Y-size)/2))
		b.icon(&k.mesh, at, c)
		k.mesh.flush(dst)
		in.Min.X += k.px(6)
	}
	if b.text != nil {
		align := middle
		if b.align != 0 {
			align = left
		}
		k.write(dst, b.text(), in, k.face(or(b.size, body), b.bold), c, align)
	}
}

// atLeft lets a button's text begin at its left.
const atLeft = 1

// say is a tooltip of one text.
func say(s func() string) func(image.Point) []vm.TipLine {
	return func(image.Point) []vm.TipLine { return []vm.TipLine{{Text: s()}} }
}

// still is a text that stays.
func still(s string) func() string { return func() string { return s } }

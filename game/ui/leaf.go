package ui

import (
	"image"
	"image/color"

	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// leaf is a widget that paints itself. It takes no clicks unless its widget is
// given handlers.
type leaf struct {
	w      *widget.Widget
	size   func() (w, h int)
	paint  func(dst *ebiten.Image, r image.Rectangle)
	update func()
}

func newLeaf(paint func(dst *ebiten.Image, r image.Rectangle), opts ...widget.WidgetOpt) *leaf {
	return &leaf{w: widget.NewWidget(opts...), paint: paint}
}

// GetWidget implements widget.HasWidget.
func (l *leaf) GetWidget() *widget.Widget { return l.w }

// PreferredSize implements widget.PreferredSizer.
func (l *leaf) PreferredSize() (int, int) {
	if l.size == nil {
		return 0, 0
	}
	return l.size()
}

// SetLocation implements widget.Locateable.
func (l *leaf) SetLocation(r image.Rectangle) { l.w.Rect = r }

// Validate implements widget.Validator; there is nothing to validate.
func (l *leaf) Validate() {}

// Render implements widget.Renderer.
func (l *leaf) Render(dst *ebiten.Image) {
	if r := l.w.Rect; !r.Empty() && l.paint != nil {
		l.paint(dst, r)
	}
}

// Update implements widget.Updater.
func (l *leaf) Update(u *widget.UpdateObject) {
	if l.update != nil {
		l.update()
	}
	l.w.Update(u)
}

// label is a line of text.
func (k *kit) label(s func() string, size float64, bold bool, c color.NRGBA, align float64) *leaf {
	f := k.face(size, bold)
	l := newLeaf(func(dst *ebiten.Image, r image.Rectangle) { k.write(dst, s(), r, f, c, align) })
	l.size = func() (int, int) { return int(k.width(s(), f)) + 1, k.lineStep(f) }
	return l
}

// words is a line of text that stays.
func (k *kit) words(s string, size float64, bold bool, c color.NRGBA) *leaf {
	return k.label(func() string { return s }, size, bold, c, left)
}

// heading is the head of a panel, with a note on its right.
func (k *kit) heading(s string, note func() string) *leaf {
	bold, plain := k.face(body, true), k.face(small, false)
	return newLeaf(func(dst *ebiten.Image, r image.Rectangle) {
		k.write(dst, s, r, bold, ink, left)
		if note != nil {
			r.Min.X += int(k.width(s, bold)) + k.px(14)
			k.write(dst, note(), r, plain, dim, right)
		}
	})
}

// prose is text over several lines.
func (k *kit) prose(s func() string, size float64, c func() color.NRGBA) *leaf {
	f := k.face(size, false)
	return newLeaf(func(dst *ebiten.Image, r image.Rectangle) { k.paragraph(dst, s(), r, f, c()) })
}

// inColor is a colour that stays.
func inColor(c color.NRGBA) func() color.NRGBA { return func() color.NRGBA { return c } }

// space takes room and paints nothing.
func space() *leaf { return newLeaf(nil) }

// inset is a rectangle without its edges.
func inset(r image.Rectangle, x, y int) image.Rectangle {
	return image.Rect(r.Min.X+x, r.Min.Y+y, r.Max.X-x, r.Max.Y-y)
}

// cut takes a strip off the left of a rectangle.
func cut(r *image.Rectangle, width int) image.Rectangle {
	strip := *r
	strip.Max.X = min(strip.Max.X, r.Min.X+width)
	r.Min.X = strip.Max.X
	return strip
}

// cutRight takes a strip off the right of a rectangle.
func cutRight(r *image.Rectangle, width int) image.Rectangle {
	strip := *r
	strip.Min.X = max(strip.Min.X, r.Max.X-width)
	r.Max.X = strip.Min.X
	return strip
}

// cutTop takes a strip off the top of a rectangle.
func cutTop(r *image.Rectangle, height int) image.Rectangle {
	strip := *r
	strip.Max.Y = min(strip.Max.Y, r.Min.Y+height)
	r.Min.Y = strip.Max.Y
	return strip
}

package ui

import (
	"image"

	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// field is a line that can be typed into: a number, mostly. It takes plain
// characters, so it has no need of an input method.
type field struct {
	*leaf
	k       *kit
	text    func() string
	unit    func() string
	hint    string
	fault   func() bool
	typed   func(s string)
	caret   int  // in runes
	all     bool // everything is marked: typing replaces it
	focused bool
	next    map[widget.FocusDirection]widget.Focuser
}

// field adds one to the page.
func (p *page) field(id string, text, unit func() string, fault func() bool, typed func(string)) *field {
	f := &field{k: p.k, text: text, unit: unit, fault: fault, typed: typed, next: map[widget.FocusDirection]widget.Focuser{}}
	f.leaf = newLeaf(f.draw, widget.WidgetOpts.TrackHover(true), widget.WidgetOpts.CursorHovered("text"),
		widget.WidgetOpts.MouseButtonPressedHandler(func(*widget.WidgetMouseButtonPressedEventArgs) { f.Focus(true) }))
	p.fields[id] = f
	return f
}

func (f *field) draw(dst *ebiten.Image, r image.Rectangle) {
	k := f.k
	edge, width := line, 1.0
	if f.fault() {
		edge, width = bad, 2
	}
	if f.focused {
		edge, width = white, 2
	}
	drawNine(dst, k.rounded(5, width, sunken, edge), r)
	in, face := inset(r, k.px(9), 0), k.face(body, false)
	if unit := f.unit(); unit != "" {
		w := min(int(k.width(unit, k.face(small, false)))+1, in.Dx()/2)
		k.write(dst, unit, cutRight(&in, w), k.face(small, false), dim, right)
		in.Max.X -= k.px(6)
	}
	s := f.text()
	if f.focused {
		before := k.width(string([]rune(s)[:min(f.caret, len([]rune(s)))]), face)
		x := in.Min.X + int(before)
		h := int(face.size * 1.3)
		bar := image.Rect(x, (r.Min.Y+r.Max.Y-h)/2, x+max(1, k.px(1.5)), (r.Min.Y+r.Max.Y+h)/2)
		if f.all && s != "" {
			bar.Min.X, bar.Max.X = in.Min.X, min(in.Max.X, in.Min.X+int(k.width(s, face))+1)
			k.mesh.rect(bar, pressed)
		} else {
			k.mesh.rect(bar, accent)
		}
		k.mesh.flush(dst)
	}
	if s == "" && !f.focused {
		k.write(dst, f.hint, in, face, dim, left)
	}
	k.write(dst, s, in, face, ink, left)
}

// longest is as much as a field takes.
const longest = 24

// Type puts characters in at the caret.
func (f *field) Type(chars []rune) {
	s := []rune(f.text())
	if f.all {
		s, f.caret = nil, 0
	}
	f.caret = min(f.caret, len(s))
	if len(s)+len(chars) > longest {
		return
	}
	s = append(s[:f.caret:f.caret], append(chars[:len(chars):len(chars)], s[f.caret:]...)...)
	f.caret += len(chars)
	f.all = false
	f.typed(string(s))
}

// Key moves the caret or takes characters out. It tells whether it knew the key.
func (f *field) Key(key ebiten.Key) bool {
	s := []rune(f.text())
	at := min(f.caret, len(s))
	switch key {
	case ebiten.KeyLeft:
		at = max(0, at-1)
	case ebiten.KeyRight:
		at = min(len(s), at+1)
	case ebiten.KeyHome:
		at = 0
	case ebiten.KeyEnd:
		at = len(s)
	case ebiten.KeyBackspace, ebiten.KeyDelete:
		s, at = erase(s, at, key == ebiten.KeyBackspace, f.all)
		f.typed(string(s))
	default:
		return false
	}
	f.caret, f.all = at, false
	return true
}

// erase takes out the character before or after the caret, or everything.
func erase(s []rune, at int, before, all bool) ([]rune, int) {
	switch {
	case all:
		return nil, 0
	case before && at > 0:
		return append(s[:at-1:at-1], s[at:]...), at - 1
	case !before && at < len(s):
		return append(s[:at:at], s[at+1:]...), at
	}
	return s, at
}

// Focus implements widget.Focuser.
func (f *field) Focus(on bool) {
	f.w.FireFocusEvent(f, on, image.Point{-1, -1})
	f.focused = on
	f.all, f.caret = on, len([]rune(f.text()))
}

// IsFocused implements widget.Focuser.
func (f *field) IsFocused() bool { return f.focused }

// TabOrder implements widget.Focuser.
func (f *field) TabOrder() int { return 0 }

// GetFocus implements widget.Focuser.
func (f *field) GetFocus(d widget.FocusDirection) widget.Focuser { return f.next[d] }

// AddFocus implements widget.Focuser.
func (f *field) AddFocus(d widget.FocusDirection, to widget.Focuser) { f.next[d] = to }

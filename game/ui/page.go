package ui

import (
	"image"

	"entangle/game/vm"
	"github.com/ebitenui/ebitenui/widget"
)

// page is a tree of widgets with what is worth finding in it: controls by name,
// and the spots that have tooltips.
type page struct {
	k       *kit
	root    *widget.Container
	buttons map[string]*widget.Button
	fields  map[string]*field
	spots   []spot
}

func (k *kit) newPage() *page {
	return &page{k: k, buttons: map[string]*widget.Button{}, fields: map[string]*field{}}
}

// spot is a widget with a tooltip. lines is asked with the place of the cursor
// inside it, and may have nothing to say.
type spot struct {
	w     *widget.Widget
	lines func(at image.Point) []vm.TipLine
}

// tip gives a widget a tooltip.
func (p *page) tip(w *widget.Widget, lines func(at image.Point) []vm.TipLine) {
	p.spots = append(p.spots, spot{w, lines})
}

// focus finds a control by its name.
func (p *page) focus(id string) widget.Focuser {
	if b := p.buttons[id]; b != nil {
		return b
	}
	if f := p.fields[id]; f != nil {
		return f
	}
	return nil
}

// focused is the name of the control that has the focus; "" if none has.
func (p *page) focused() string {
	for id, b := range p.buttons {
		if b.IsFocused() {
			return id
		}
	}
	for id, f := range p.fields {
		if f.IsFocused() {
			return id
		}
	}
	return ""
}

// Controls tells where the controls are that can be used now, by their names.
func (a *App) Controls() map[string]image.Rectangle {
	list := map[string]image.Rectangle{}
	if a.page == nil {
		return list
	}
	p := a.top()
	for id, b := range p.buttons {
		list[id] = b.GetWidget().Rect
	}
	for id, f := range p.fields {
		list[id] = f.w.Rect
	}
	return list
}

package ui

import (
	"image"

	"github.com/ebitenui/ebitenui/widget"
)

type child = widget.PreferredSizeLocateableWidget

// item is a child of a row or a column and the room it takes: so many units, as
// much as it asks for, or a share of what is left.
type item struct {
	child child
	units float64
	grow  float64
}

// fixed takes so many units.
func fixed(units float64, c child) item { return item{child: c, units: units} }

// wants takes what the child asks for.
func wants(c child) item { return item{child: c, units: -1} }

// grows takes a share of what is left.
func grows(share float64, c child) item { return item{child: c, grow: share} }

// flex lays children out in a row or a column without overlaps: what is left
// after the fixed ones is shared, and nothing is placed beyond the end.
type flex struct {
	k    *kit
	down bool
	gap  int
	pad  widget.Insets
	list []item
}

// PreferredSize implements widget.Layouter.
func (f *flex) PreferredSize(children []child) (w, h int) {
	along, across := f.gap*max(0, len(children)-1), 0
	for i, c := range children {
		cw, ch := c.PreferredSize()
		if !f.down {
			cw, ch = ch, cw
		}
		across = max(across, cw)
		if f.list[i].units > 0 {
			ch = f.k.px(f.list[i].units)
		}
		along += ch
	}
	if f.down {
		return across + f.pad.Dx(), along + f.pad.Dy()
	}
	return along + f.pad.Dx(), across + f.pad.Dy()
}

// Layout implements widget.Layouter.
func (f *flex) Layout(children []child, rect image.Rectangle) {
	in := f.pad.Apply(rect)
	length := in.Dx()
	if f.down {
		length = in.Dy()
	}
	sizes := f.share(children, length-f.gap*max(0, len(children)-1))
	at := 0
	for i, c := range children {
		size := min(sizes[i], max(0, length-at))
		r := image.Rect(in.Min.X+at, in.Min.Y, in.Min.X+at+size, in.Max.Y)
		if f.down {
			r = image.Rect(in.Min.X, in.Min.Y+at, in.Max.X, in.Min.Y+at+size)
		}
		c.SetLocation(r)
		at += size + f.gap
	}
}

// share finds the room of each child.
func (f *flex) share(children []child, room int) []int {
	sizes := make([]int, len(children))
	total := 0.0
	for i, c := range children {
		it := f.list[i]
		switch {
		case it.grow > 0:
			total += it.grow
			continue
		case it.units >= 0:
			sizes[i] = f.k.px(it.units)
		case f.down:
			_, sizes[i] = c.PreferredSize()
		default:
			sizes[i], _ = c.PreferredSize()
		}
		room -= sizes[i]
	}
	room = max(0, room)
	for i := range children {
		if g := f.list[i].grow; g > 0 {
			sizes[i] = int(float64(room) * g / total)
			room -= sizes[i]
			total -= g
		}
	}
	return sizes
}

// box makes a container of a row or column; back may be nil.
func (k *kit) box(down bool, gap, pad float64, back *nine, list ...item) *widget.Container {
	f := &flex{k: k, down: down, gap: k.px(gap), pad: *widget.NewInsetsSimple(k.px(pad)), list: list}
	opts := []widget.ContainerOpt{widget.ContainerOpts.Layout(f)}
	if back != nil {
		opts = append(opts, widget.ContainerOpts.BackgroundImage(back))
	}
	c := widget.NewContainer(opts...)
	for _, it := range list {
		c.AddChild(it.child)
	}
	return c
}

func (k *kit) row(gap float64, list ...item) *widget.Container {
	return k.box(false, gap, 0, nil, list...)
}

func (k *kit) column(gap float64, list ...item) *widget.Container {
	return k.box(true, gap, 0, nil, list...)
}

// panel is a column on a background of its own, under a heading.
func (k *kit) panel(gap float64, list ...item) *widget.Container {
	return k.box(true, gap, 10, k.rounded(7, 1, panel, line), list...)
}

// stack lays its children over each other.
type stack struct{}

// PreferredSize implements widget.Layouter.
func (stack) PreferredSize(children []child) (w, h int) {
	for _, c := range children {
		cw, ch := c.PreferredSize()
		w, h = max(w, cw), max(h, ch)
	}
	return w, h
}

// Layout implements widget.Layouter.
func (stack) Layout(children []child, rect image.Rectangle) {
	for _, c := range children {
		c.SetLocation(rect)
	}
}

// over puts children on top of each other.
func over(list ...child) *widget.Container {
	c := widget.NewContainer(widget.ContainerOpts.Layout(stack{}))
	c.AddChild(list...)
	return c
}

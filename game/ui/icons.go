package ui

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"
)

// The icons are drawn: the typeface has none of them.

func pauseIcon(m *mesh, r image.Rectangle, c color.NRGBA) {
	w := max(2, r.Dx()*3/10)
	m.rect(image.Rect(r.Min.X+1, r.Min.Y, r.Min.X+1+w, r.Max.Y), c)
	m.rect(image.Rect(r.Max.X-1-w, r.Min.Y, r.Max.X-1, r.Max.Y), c)
}

func stopIcon(m *mesh, r image.Rectangle, c color.NRGBA) {
	x, y, h := float64(r.Min.X), float64(r.Min.Y), float64(r.Dy())
	m.triangle(point{x, y}, point{x + h*0.72, y + h/2}, point{x, y + h}, c)
	m.rect(image.Rect(r.Max.X-max(2, r.Dx()/5), r.Min.Y, r.Max.X, r.Max.Y), c)
}

func nextIcon(m *mesh, r image.Rectangle, c color.NRGBA) {
	x, y, h := float64(r.Min.X)+1, float64(r.Min.Y), float64(r.Dy())
	m.triangle(point{x, y}, point{x + h*0.85, y + h/2}, point{x, y + h}, c)
}

func crossIcon(m *mesh, r image.Rectangle, c color.NRGBA) {
	d := float64(r.Dx()) * 0.14
	x0, y0, x1, y1 := float64(r.Min.X)+d, float64(r.Min.Y)+d, float64(r.Max.X)-d, float64(r.Max.Y)-d
	m.line([]point{{x0, y0}, {x1, y1}}, 1.8, c)
	m.line([]point{{x0, y1}, {x1, y0}}, 1.8, c)
}

func chevronIcon(m *mesh, r image.Rectangle, c color.NRGBA) {
	x, y, w := float64(r.Min.X), float64(r.Min.Y)+float64(r.Dy())*0.32, float64(r.Dx())
	m.line([]point{{x + w*0.12, y}, {x + w/2, y + w*0.38}, {x + w*0.88, y}}, 1.8, c)
}

func plusIcon(m *mesh, r image.Rectangle, c color.NRGBA) {
	minusIcon(m, r, c)
	x := float64(r.Min.X+r.Max.X) / 2
	m.line([]point{{x, float64(r.Min.Y) + 1}, {x, float64(r.Max.Y) - 1}}, 1.8, c)
}

func minusIcon(m *mesh, r image.Rectangle, c color.NRGBA) {
	y := float64(r.Min.Y+r.Max.Y) / 2
	m.line([]point{{float64(r.Min.X) + 1, y}, {float64(r.Max.X) - 1, y}}, 1.8, c)
}

// gainMark marks an event in a cell of a line: a gain, a loss, or neither.
func (k *kit) gainMark(dst *ebiten.Image, cell image.Rectangle, gain int8) {
	box := image.Rect(0, 0, k.px(8), k.px(8)).Add(image.Pt(cell.Min.X, (cell.Min.Y+cell.Max.Y-k.px(8))/2))
	switch {
	case gain > 0:
		trendIcon(&k.mesh, box, +1, good)
	case gain < 0:
		trendIcon(&k.mesh, box, -1, bad)
	default:
		k.mesh.disc(point{float64(box.Min.X) + 4*k.s, float64(box.Min.Y) + 4*k.s}, 2.4*k.s, dim)
	}
	k.mesh.flush(dst)
}

// trendIcon points up (+1) or down (-1).
func trendIcon(m *mesh, r image.Rectangle, dir int, c color.NRGBA) {
	x0, x1, y0, y1 := float64(r.Min.X), float64(r.Max.X), float64(r.Min.Y), float64(r.Max.Y)
	if dir < 0 {
		y0, y1 = y1, y0
	}
	m.triangle(point{x0, y1}, point{(x0 + x1) / 2, y0}, point{x1, y1}, c)
}

// tickBox is a box that is ticked or not.
func tickBox(m *mesh, r image.Rectangle, on bool, c color.NRGBA) {
	x0, y0, x1, y1 := float64(r.Min.X), float64(r.Min.Y), float64(r.Max.X), float64(r.Max.Y)
	m.line([]point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, 1.4, c)
	if on {
		w := x1 - x0
		m.line([]point{{x0 + w*0.2, y0 + w*0.52}, {x0 + w*0.43, y0 + w*0.75}, {x0 + w*0.82, y0 + w*0.25}}, 2, c)
	}
}

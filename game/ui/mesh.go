package ui

import (
	"image"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// mesh gathers lines and discs with feathered edges into one draw call: as
// smooth as drawn paths and many times faster where there is no graphics card.
type mesh struct {
	v []ebiten.Vertex
	i []uint32
}

// speck is one white pixel with a border, so that its edge has no other colour.
var speck = func() *ebiten.Image {
	im := ebiten.NewImage(3, 3)
	im.Fill(color.White)
	return im.SubImage(image.Rect(1, 1, 2, 2)).(*ebiten.Image)
}()

type point struct{ x, y float64 }

func (m *mesh) vertex(p point, c color.NRGBA, alpha float64) uint32 {
	m.v = append(m.v, ebiten.Vertex{DstX: float32(p.x), DstY: float32(p.y), SrcX: 1.5, SrcY: 1.5,
		ColorR: float32(c.R) / 255, ColorG: float32(c.G) / 255, ColorB: float32(c.B) / 255, ColorA: float32(alpha * float64(c.A) / 255)})
	return uint32(len(m.v) - 1)
}

// line draws through points: four vertices a point, two of them on the feather.
func (m *mesh) line(points []point, width float64, c color.NRGBA) {
	half, alpha := width/2, 1.0
	if width < 1 {
		half, alpha = 0.5, width
	}
	var before [4]uint32
	for i, p := range points {
		n := normal(points, i)
		at := func(off, a float64) uint32 { return m.vertex(point{p.x + n.x*off, p.y + n.y*off}, c, a) }
		now := [4]uint32{at(-half-0.5, 0), at(-half+0.5, alpha), at(half-0.5, alpha), at(half+0.5, 0)}
		for j := 0; i > 0 && j < 3; j++ {
			m.i = append(m.i, before[j], before[j+1], now[j], before[j+1], now[j+1], now[j])
		}
		before = now
	}
}

// normal is the mean of the normals on both sides of a point.
func normal(points []point, i int) (n point) {
	add := func(a, b point) {
		dx, dy := b.x-a.x, b.y-a.y
		if l := math.Hypot(dx, dy); l > 0 {
			n.x -= dy / l
			n.y += dx / l
		}
	}
	if i > 0 {
		add(points[i-1], points[i])
	}
	if i+1 < len(points) {
		add(points[i], points[i+1])
	}
	l := math.Hypot(n.x, n.y)
	if l == 0 {
		return point{0, 1}
	}
	return point{n.x / l, n.y / l}
}

// disc fills a circle.
func (m *mesh) disc(p point, r float64, c color.NRGBA) {
	n := max(16, int(r*2.4))
	center := m.vertex(p, c, 1)
	var inner, outer uint32
	for k := 0; k <= n; k++ {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / float64(n))
		in := m.vertex(point{p.x + (r-0.5)*cos, p.y + (r-0.5)*sin}, c, 1)
		out := m.vertex(point{p.x + (r+0.5)*cos, p.y + (r+0.5)*sin}, c, 0)
		if k > 0 {
			m.i = append(m.i, center, inner, in, inner, outer, in, outer, out, in)
		}
		inner, outer = in, out
	}
}

// ring draws a circle's line, whole or in dashes.
func (m *mesh) ring(p point, r, width float64, c color.NRGBA, dashes int) {
	if dashes == 0 {
		m.line(arc(p, r, 0, 1), width, c)
		return
	}
	for d := range dashes {
		from := float64(d) / float64(dashes)
		m.line(arc(p, r, from, from+0.55/float64(dashes)), width, c)
	}
}

// arc is a part of a circle, from and to as shares of the turn.
func arc(p point, r, from, to float64) (points []point) {
	n := max(4, int(r*2.4*(to-from)))
	for k := 0; k <= n; k++ {
		sin, cos := math.Sincos(2*math.Pi*(from+(to-from)*float64(k)/float64(n)) - math.Pi/2)
		points = append(points, point{p.x + r*cos, p.y + r*sin})
	}
	return points
}

// triangle fills one, with a feather of a line around it.
func (m *mesh) triangle(a, b, d point, c color.NRGBA) {
	x, y, z := m.vertex(a, c, 1), m.vertex(b, c, 1), m.vertex(d, c, 1)
	m.i = append(m.i, x, y, z)
	m.line([]point{a, b, d, a}, 1, c)
}

// rect fills a rectangle of whole pixels.
func (m *mesh) rect(r image.Rectangle, c color.NRGBA) {
	x0, y0, x1, y1 := float64(r.Min.X), float64(r.Min.Y), float64(r.Max.X), float64(r.Max.Y)
	a, b := m.vertex(point{x0, y0}, c, 1), m.vertex(point{x1, y0}, c, 1)
	d, e := m.vertex(point{x1, y1}, c, 1), m.vertex(point{x0, y1}, c, 1)
	m.i = append(m.i, a, b, d, a, d, e)
}

// flush draws what was gathered.
func (m *mesh) flush(dst *ebiten.Image) {
	if len(m.i) > 0 {
		dst.DrawTriangles32(m.v, m.i, speck, &ebiten.DrawTrianglesOptions{ColorScaleMode: ebiten.ColorScaleModeStraightAlpha})
	}
	m.v, m.i = m.v[:0], m.i[:0]
}

package ui

import (
	"image"
	"image/color"
	"math"

	eimage "github.com/ebitenui/ebitenui/image"
	"github.com/hajimehoshi/ebiten/v2"
)

// sliceKey names a rounded box.
type sliceKey struct {
	fill, stroke color.NRGBA
	radius       float64
	border       float64
}

type nine = eimage.NineSlice

// rounded is a box with round corners, made once: an image of one corner's size
// that is stretched in the middle.
func (k *kit) rounded(radius, border float64, fill, stroke color.NRGBA) *nine {
	key := sliceKey{fill, stroke, radius, border}
	if s := k.slices[key]; s != nil {
		return s
	}
	r := radius * k.s
	width := border
	if border > 0 {
		width = math.Max(1, math.Round(border*k.s))
	}
	edge := int(math.Ceil(r)) + 1
	im := corner(edge, r, width, fill, stroke)
	s := eimage.NewNineSlice(ebiten.NewImageFromImage(im), [3]int{edge, 1, edge}, [3]int{edge, 1, edge})
	k.slices[key] = s
	return s
}

// corner draws a box as small as its corners allow, by the distance from its
// edge.
func corner(edge int, r, border float64, fill, stroke color.NRGBA) image.Image {
	n := 2*edge + 1
	im := image.NewNRGBA(image.Rect(0, 0, n, n))
	c := float64(n) / 2
	for y := range n {
		for x := range n {
			dx, dy := math.Abs(float64(x)+0.5-c)-(c-r), math.Abs(float64(y)+0.5-c)-(c-r)
			d := math.Hypot(math.Max(dx, 0), math.Max(dy, 0)) + math.Min(math.Max(dx, dy), 0) - r
			outside := math.Min(1, math.Max(0, 0.5-d))
			inside := math.Min(1, math.Max(0, 0.5-(d+border)))
			mix := func(a, b uint8) float64 { return float64(a)*inside + float64(b)*(1-inside) }
			im.SetNRGBA(x, y, color.NRGBA{uint8(mix(fill.R, stroke.R)), uint8(mix(fill.G, stroke.G)), uint8(mix(fill.B, stroke.B)),
				uint8(mix(fill.A, stroke.A) * outside)})
		}
	}
	return im
}

// drawNine draws a box into a rectangle.
func drawNine(dst *ebiten.Image, s *nine, r image.Rectangle) {
	s.Draw(dst, r.Dx(), r.Dy(), func(op *ebiten.DrawImageOptions) {
		op.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	})
}

package fonts

import (
	"image"

	"github.com/golang/freetype/raster"
	"github.com/golang/freetype/truetype"
	"golang.org/x/image/font"
	fx "golang.org/x/image/math/fixed"
)

// outlines is freetype's face with its glyphs filled by another rule: the strokes
// of this typeface overlap, and where they do freetype's own face leaves holes.
type outlines struct {
	font.Face
	font  *truetype.Font
	scale fx.Int26_6
	buf   truetype.GlyphBuf
	fill  raster.Rasterizer
}

// NewFace makes a face of so many pixels an em. It is for one goroutine.
func NewFace(f *truetype.Font, px float64) font.Face {
	o := &outlines{font: f, scale: fx.Int26_6(px * 64),
		Face: truetype.NewFace(f, &truetype.Options{Size: px, DPI: 72, Hinting: font.HintingNone, SubPixelsX: 4, SubPixelsY: 1,
			GlyphCacheEntries: 1})} // room for glyphs that it never draws: 512 of them would be megabytes a face
	o.fill.UseNonZeroWinding = true
	return o
}

// Glyph implements font.Face.
func (o *outlines) Glyph(dot fx.Point26_6, r rune) (at image.Rectangle, mask image.Image, from image.Point, advance fx.Int26_6, ok bool) {
	if err := o.buf.Load(o.font, o.scale, o.font.Index(r), font.HintingNone); err != nil {
		return at, nil, from, 0, false
	}
	// The outline counts upwards, the image downwards.
	x0, x1 := (dot.X + o.buf.Bounds.Min.X).Floor(), (dot.X + o.buf.Bounds.Max.X).Ceil()
	y0, y1 := (dot.Y - o.buf.Bounds.Max.Y).Floor(), (dot.Y - o.buf.Bounds.Min.Y).Ceil()
	at = image.Rect(x0, y0, x1, y1)
	alpha := image.NewAlpha(image.Rect(0, 0, at.Dx(), at.Dy()))
	o.fill.SetBounds(at.Dx(), at.Dy())
	o.fill.Clear()
	from26 := fx.Point26_6{X: dot.X - fx.I(x0), Y: dot.Y - fx.I(y0)}
	start := 0
	for _, end := range o.buf.Ends {
		o.contour(o.buf.Points[start:end], from26)
		start = end
	}
	o.fill.Rasterize(raster.NewAlphaSrcPainter(alpha))
	return at, alpha, from, o.buf.AdvanceWidth, true
}

// contour adds a closed line of the outline: points on it and, between two of
// them, points that pull it into a curve.
func (o *outlines) contour(points []truetype.Point, from fx.Point26_6) {
	if len(points) == 0 {
		return
	}
	place := func(i int) (p fx.Point26_6, on bool) {
		x := points[i%len(points)]
		return fx.Point26_6{X: from.X + x.X, Y: from.Y - x.Y}, x.Flags&1 != 0
	}
	begin, on := place(0)
	first := 1
	if !on { // begin between two points that pull
		last, lastOn := place(len(points) - 1)
		if begin, first = last, 0; !lastOn {
			p, _ := place(0)
			begin = between(p, last)
		}
	}
	o.fill.Start(begin)
	pull, pulled := fx.Point26_6{}, false
	for i := first; i < len(points); i++ {
		p, on := place(i)
		switch {
		case on && pulled:
			o.fill.Add2(pull, p)
		case on:
			o.fill.Add1(p)
		case pulled:
			o.fill.Add2(pull, between(pull, p))
		}
		pull, pulled = p, !on
	}
	if pulled {
		o.fill.Add2(pull, begin)
	} else {
		o.fill.Add1(begin)
	}
}

func between(a, b fx.Point26_6) fx.Point26_6 {
	return fx.Point26_6{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}
}

package chart

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"entangle/assets/fonts"
	"github.com/golang/freetype/raster"
	"github.com/golang/freetype/truetype"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// page is a picture in the making, with the faces it is lettered in.
type page struct {
	image        *image.RGBA
	plain, title font.Face
	raster       *raster.Rasterizer
}

// point is a place on the page, in pixels.
type point struct{ x, y float64 }

func (p point) fixed() fixed.Point26_6 {
	return fixed.Point26_6{X: fixed.Int26_6(math.Round(p.x * 64)), Y: fixed.Int26_6(math.Round(p.y * 64))}
}

// readFonts reads the fonts, once. They are part of the program: the error is one
// of the build.
var readFonts = sync.OnceValues(func() (list [2]*truetype.Font, err error) {
	for i, data := range [][]byte{fonts.Regular(), fonts.Bold()} {
		if list[i], err = truetype.Parse(data); err != nil {
			return list, err
		}
	}
	return list, nil
})

// newPage makes a white page.
func newPage(width, height int) (*page, error) {
	list, err := readFonts()
	if err != nil {
		return nil, err
	}
	p := &page{image: image.NewRGBA(image.Rect(0, 0, width, height)), raster: raster.NewRasterizer(width, height),
		plain: fonts.NewFace(list[0], textSize), title: fonts.NewFace(list[1], titleSize)}
	p.raster.UseNonZeroWinding = true
	draw.Draw(p.image, p.image.Bounds(), image.NewUniform(white), image.Point{}, draw.Src)
	return p, nil
}

// fill fills a shape of straight sides.
func (p *page) fill(c color.RGBA, shape ...point) {
	if len(shape) < 3 {
		return
	}
	p.raster.Clear()
	p.raster.Start(shape[0].fixed())
	for _, q := range shape[1:] {
		p.raster.Add1(q.fixed())
	}
	p.raster.Add1(shape[0].fixed())
	p.paint(c)
}

// line draws a line through points.
func (p *page) line(c color.RGBA, wide float64, through ...point) {
	if len(through) < 2 {
		return
	}
	var path raster.Path
	path.Start(through[0].fixed())
	for _, q := range through[1:] {
		path.Add1(q.fixed())
	}
	p.raster.Clear()
	raster.Stroke(p.raster, path, fixed.Int26_6(wide*64), raster.ButtCapper, raster.RoundJoiner)
	p.paint(c)
}

func (p *page) paint(c color.RGBA) {
	painter := raster.NewRGBAPainter(p.image)
	painter.SetColor(c)
	p.raster.Rasterize(painter)
}

// dot draws the mark of a fact, hollow or filled.
func (p *page) dot(at point, hollow bool) {
	p.disc(fact, at, 6)
	if hollow {
		p.disc(white, at, 3.5)
	}
}

func (p *page) disc(c color.RGBA, at point, radius float64) {
	const corners = 32
	var shape []point
	for i := range corners {
		s, k := math.Sincos(2 * math.Pi * float64(i) / corners)
		shape = append(shape, point{at.x + radius*k, at.y + radius*s})
	}
	p.fill(c, shape...)
}

// text sets a line of text; x and y are where its base begins.
func (p *page) text(face font.Face, x, y int, s string, c color.RGBA) {
	d := font.Drawer{Dst: p.image, Src: image.NewUniform(c), Face: face, Dot: fixed.P(x, y)}
	d.DrawString(s)
}

// width is how wide a text is, in pixels.
func (p *page) width(face font.Face, s string) int { return font.MeasureString(face, s).Ceil() }

// fit cuts a text so that it is not wider than so many pixels.
func (p *page) fit(face font.Face, s string, room int) string {
	for cut := []rune(s); p.width(face, s) > room && len(cut) > 0; {
		cut = cut[:len(cut)-1]
		s = string(cut) + "…"
	}
	return s
}

// legend explains the signs in a line that ends above y, or in several, and returns
// where it begins.
func (p *page) legend(c *Chart, y int) (top int) {
	type sign struct {
		text string
		draw func(x, y float64)
	}
	box := func(col color.RGBA) func(x, y float64) {
		return func(x, y float64) {
			p.fill(col, point{x, y - 12}, point{x + 28, y - 12}, point{x + 28, y}, point{x, y})
		}
	}
	var signs []sign
	if len(c.Fans) > 0 {
		signs = append(signs, sign{c.Words.Median, func(x, y float64) { p.line(middle, 3, point{x, y - 6}, point{x + 28, y - 6}) }},
			sign{c.Words.Band50, box(inner)}, sign{c.Words.Band80, box(outer)})
	}
	signs = append(signs, sign{c.Words.Fact, func(x, y float64) { p.dot(point{x + 14, y - 6}, false) }},
		sign{c.Words.Known, func(x, y float64) { p.dot(point{x + 14, y - 6}, true) }})
	const line, gap, aside = 26, 28, 36
	var rows [][]sign
	at := width
	for _, s := range signs {
		wide := aside + p.width(p.plain, s.text) + gap
		if at+wide > width-margin+gap {
			rows, at = append(rows, nil), margin
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], s)
		at += wide
	}
	top = y - line*len(rows)
	for i, row := range rows {
		x, base := margin, y-line*(len(rows)-1-i)
		for _, s := range row {
			s.draw(float64(x), float64(base))
			p.text(p.plain, x+aside, base, s.text, ink)
			x += aside + p.width(p.plain, s.text) + gap
		}
	}
	return top
}

package ui

import (
	"image/color"
	"math"
	"sync"

	"entangle/assets/fonts"
	"github.com/golang/freetype/truetype"
	"github.com/hajimehoshi/ebiten/v2/text/v2"
)

// kit is what all widgets share: the scale, the faces and the text drawn.
type kit struct {
	s       float64 // pixels in a unit of layout
	regular *truetype.Font
	bold    *truetype.Font
	faces   map[faceKey]*face
	cuts    map[cutKey][]string
	slices  map[sliceKey]*nine
	mesh    mesh
	ink     *[]Ink // what is drawn, if somebody records it
	layer   int
}

type faceKey struct {
	bold bool
	size float64
}

// face is a face of the typeface at a size, with the measures of its line.
type face struct {
	text.Face
	bold         bool
	size         float64 // pixels of an em
	ascent, line float64
}

// The sizes of text, in units; none is below 13, the least at which Chinese is
// read without effort.
const (
	small = 13
	body  = 14
	large = 18
	huge  = 22
)

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

func newKit() (*kit, error) {
	list, err := readFonts()
	return &kit{s: 1, regular: list[0], bold: list[1],
		faces: map[faceKey]*face{}, cuts: map[cutKey][]string{}, slices: map[sliceKey]*nine{}}, err
}

// rescale sets the pixels of a unit and forgets all that was made for another.
func (k *kit) rescale(s float64) {
	if s == k.s {
		return
	}
	k.s = s
	clear(k.faces)
	clear(k.cuts)
	clear(k.slices)
}

// px is a length in pixels.
func (k *kit) px(units float64) int { return int(math.Round(units * k.s)) }

// face returns the face of a size in units.
func (k *kit) face(size float64, bold bool) *face {
	key := faceKey{bold, size}
	if f := k.faces[key]; f != nil {
		return f
	}
	parsed := k.regular
	if bold {
		parsed = k.bold
	}
	px := math.Round(size * k.s)
	made := text.NewGoXFace(fonts.NewFace(parsed, px))
	m := made.Metrics()
	f := &face{Face: made, bold: bold, size: px, ascent: m.HAscent, line: m.HAscent + m.HDescent}
	k.faces[key] = f
	return f
}

// The colours. Own and others, gain and loss differ by shape and place too, never
// by colour alone; blue and orange are told apart by everybody.
var (
	night   = rgb(0x0d121b)
	panel   = rgb(0x161d2a)
	sunken  = rgb(0x101622)
	line    = rgb(0x2b364a)
	control = rgb(0x243046)
	hovered = rgb(0x314365)
	pressed = rgb(0x1d5a9e)
	accent  = rgb(0x5aa9ff)
	ink     = rgb(0xe2e9f4)
	dim     = rgb(0x98a5bb)
	white   = rgb(0xffffff)
	good    = rgb(0x56b4e9)
	bad     = rgb(0xf0a13c)
	veil    = color.NRGBA{5, 8, 13, 190}
)

type rgba = color.NRGBA

// companies are colours that differ for all kinds of colour vision, after Okabe,
// Ito and Tol.
var companies = []color.NRGBA{
	rgb(0xe69f00), rgb(0x56b4e9), rgb(0x00b886), rgb(0xf0e442), rgb(0xcc79a7), rgb(0xd55e00),
	rgb(0x8fa8ff), rgb(0xbbcc33), rgb(0x99ddff), rgb(0xffaabb), rgb(0xaaaa88), rgb(0xdddddd),
}

func rgb(x uint32) color.NRGBA {
	return color.NRGBA{uint8(x >> 16), uint8(x >> 8), uint8(x), 255}
}

// faint is a colour with less of it.
func faint(c color.NRGBA, alpha float64) color.NRGBA {
	c.A = uint8(float64(c.A) * alpha)
	return c
}

// companyColor is the colour of a company by its id.
func companyColor(id int) color.NRGBA { return companies[(id-1+len(companies))%len(companies)] }

// token is the mark of a company: a disc in its colour. Where there are more companies
// than colours those that share one differ by what is in the middle: nothing, a hole,
// a white dot.
func (k *kit) token(at point, r float64, id int) {
	k.mesh.disc(at, r, companyColor(id))
	switch round := (id - 1) / len(companies); {
	case round == 1:
		k.mesh.disc(at, 0.45*r, night)
	case round > 1:
		k.mesh.disc(at, 0.45*r, white)
	}
}

package ui

import (
	"cmp"
	"image"
	"math"
	"slices"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// The room of sites on the map, in units.
const (
	leastDot  = 12 // across, with its rings: below that a site with its name has no room
	leastCell = 18 // of a site without its name: dots of 4 units with their rings
	mostCell  = 44
)

// unshown is where the sites of a region stand as a number, for which there was no
// room, and who they are.
type unshown struct {
	box   image.Rectangle
	place vm.Place
	sites []vm.Node
}

// aboutRest lists the sites that had no room.
func (m *sitemap) aboutRest(x unshown) []vm.TipLine {
	tip := []vm.TipLine{{Text: x.place.Name, Head: true}}
	for _, s := range x.sites {
		tip = append(tip, vm.TipLine{Text: s.Name, Value: s.Power})
	}
	return tip
}

// title writes the name of a region, over two lines where it is too long for one
// and the sites keep a row; beside it the price of energy, if there is room.
func (m *sitemap) title(dst *ebiten.Image, in *image.Rectangle, p vm.Place) {
	k := m.a.k
	plain, bold := k.face(small, false), k.face(small, true)
	name, step := int(k.width(p.Name, bold))+1, k.lineStep(bold)
	if name > in.Dx() && in.Dy() >= 2*step+k.px(leastCell) {
		k.paragraph(dst, p.Name, cutTop(in, 2*step), bold, ink)
		return
	}
	head := cutTop(in, k.px(20))
	if energy := int(k.width(p.Energy, plain)) + 1; name+energy+k.px(10) <= head.Dx() {
		k.write(dst, p.Energy, cutRight(&head, energy), plain, dim, right)
	}
	k.write(dst, p.Name, head, bold, ink, left)
}

// dots draws the sites of a region that has no room for their names: as many as
// fit, the own ones and the largest first, and how many more there are.
func (m *sitemap) dots(dst *ebiten.Image, in image.Rectangle, p vm.Place, most float64) {
	k := m.a.k
	list := slices.Clone(p.Sites)
	slices.SortStableFunc(list, func(a, b vm.Node) int {
		if a.Mine != b.Mine {
			if a.Mine {
				return -1
			}
			return +1
		}
		return cmp.Compare(b.MW+b.Due, a.MW+a.Due)
	})
	cell := min(k.px(mostCell), in.Dx(), in.Dy())
	for cell > k.px(leastCell) && (in.Dx()/cell)*(in.Dy()/cell) < len(list) {
		cell--
	}
	columns, rows := max(1, in.Dx()/cell), max(1, in.Dy()/cell)
	shown := len(list)
	if shown > columns*rows {
		shown = max(0, columns*rows-(k.px(30)+cell-1)/cell) // the number takes their place
	}
	if shown == len(list) && shown > 0 { // rows of the same length
		rows = (shown + columns - 1) / columns
		columns = (shown + rows - 1) / rows
	}
	width, height := in.Dx()/columns, in.Dy()/rows
	place := func(i int) image.Rectangle {
		return image.Rect(0, 0, width, height).Add(image.Pt(in.Min.X+i%columns*width, in.Min.Y+i/columns*height))
	}
	for i, s := range list[:shown] {
		r := place(i)
		m.dot(dst, point{float64(r.Min.X+r.Max.X) / 2, float64(r.Min.Y+r.Max.Y) / 2}, float64(cell)/2-3*k.s, s, most)
	}
	if shown < len(list) {
		box := place(shown)
		box.Max.X = in.Max.X
		m.rest = append(m.rest, unshown{box, p, list[shown:]})
		k.write(dst, "+"+strconv.Itoa(len(list)-shown), box, k.face(small, false), dim, middle)
	}
}

// dot draws a site as large as its power, of which most is the largest radius, and
// notes where it is.
func (m *sitemap) dot(dst *ebiten.Image, at point, largest float64, s vm.Node, most float64) {
	k := m.a.k
	radius := func(mw float64) float64 { return math.Max(4*k.s, largest*math.Sqrt(mw/most)) }
	r := radius(s.MW)
	if s.ID != 0 {
		m.nodes = append(m.nodes, spotted{s.ID, at, math.Max(r, 9*k.s)})
	}
	m.mark(at, r, radius(s.MW+s.Due), s)
	k.mesh.flush(dst)
}

// mark draws the disc of a site and what there is to say of it: r is its radius,
// due the one that it will have.
func (m *sitemap) mark(at point, r, due float64, s vm.Node) {
	k, c := m.a.k, companyColor(int(s.Owner))
	if s.Due > 0 {
		k.mesh.ring(at, due, 1.6*k.s, c, 14)
	}
	if s.MW > 0 {
		k.token(at, r, int(s.Owner))
	}
	if s.Mine && s.MW > 0 {
		k.mesh.ring(at, r+1.5*k.s, 2*k.s, white, 0)
	}
	if s.Owner == m.a.picked && !s.Mine {
		k.mesh.ring(at, r+2*k.s, 1.2*k.s, faint(white, 0.8), 0)
	}
	if s.ID != 0 && s.ID == m.a.marked {
		k.mesh.ring(at, r+5*k.s, 1.6*k.s, accent, 0)
	}
	if s.Idle {
		part := min(1, max(0.65, r/(8*k.s))) // a small disc is not hidden by its mark
		k.mesh.disc(point{at.x + r*0.7, at.y - r*0.7}, 5*part*k.s, night)
		k.mesh.disc(point{at.x + r*0.7, at.y - r*0.7}, 3.6*part*k.s, bad)
	}
}

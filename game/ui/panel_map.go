package ui

import (
	"image"
	"math"
	"strings"

	"entangle/game/vm"
	"entangle/sim"
	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// mapPanel shows the regions, and in them the sites by their power.
func (a *App) mapPanel(p *page) child {
	k := a.k
	m := &sitemap{a: a}
	a.sites = m
	m.leaf = newLeaf(m.draw, widget.WidgetOpts.MouseButtonClickedHandler(func(e *widget.WidgetMouseButtonClickedEventArgs) {
		m.click(image.Pt(e.OffsetX, e.OffsetY))
	}))
	p.tip(m.leaf.w, func(at image.Point) []vm.TipLine {
		at = at.Add(m.leaf.w.Rect.Min)
		if s := m.at(at); s != 0 {
			return a.play.AboutSite(s)
		}
		for _, x := range m.rest {
			if at.In(x.box) {
				return m.aboutRest(x)
			}
		}
		for i, box := range m.boxes {
			if at.In(box) {
				return a.play.AboutRegion(a.see().places[i].ID)
			}
		}
		return nil
	})
	return k.panel(6, fixed(22, k.row(8, grows(1, k.heading(a.t("panel.map"), nil)), wants(a.legend()))), grows(1, m.leaf))
}

// sitemap is the map and where its sites were drawn.
type sitemap struct {
	a     *App
	leaf  *leaf
	nodes []spotted
	boxes []image.Rectangle // of the regions
	rest  []unshown
}

type spotted struct {
	site sim.SiteID
	at   point
	r    float64
}

// at finds the site nearest to a point of the screen; 0 if there is none.
func (m *sitemap) at(p image.Point) (s sim.SiteID) {
	least := math.Inf(1)
	for _, n := range m.nodes {
		if d := math.Hypot(float64(p.X)-n.at.x, float64(p.Y)-n.at.y); d <= n.r+4 && d < least {
			s, least = n.site, d
		}
	}
	return s
}

// click chooses a site.
func (m *sitemap) click(offset image.Point) {
	s := m.at(offset.Add(m.leaf.w.Rect.Min))
	if s != 0 {
		m.choose(s)
	}
}

// nextSite marks the next site on the map, as the mouse does by pointing at one
// and clicking: its company is looked at, an own site is put into the form, and
// there is a word about it.
func (a *App) nextSite() {
	m := a.sites
	if m == nil {
		a.turnTo(vm.TabPower)
		return
	}
	if len(m.nodes) == 0 {
		return
	}
	next := 0
	for i, n := range m.nodes {
		if n.site == a.marked {
			next = (i + 1) % len(m.nodes)
		}
	}
	n := m.nodes[next]
	a.marked = n.site
	m.choose(n.site)
	a.tip, a.tipAt = a.play.AboutSite(n.site), image.Pt(int(n.at.x), int(n.at.y+n.r))
}

// choose looks at the company of a site; an own site is put into the form.
func (m *sitemap) choose(s sim.SiteID) {
	owner := m.a.play.SC.Owner(s)
	if owner != m.a.picked {
		m.a.pick(owner)
	}
	for _, f := range m.a.see().fields {
		for _, o := range f.Options {
			if f.ID == sim.FieldSite && o.ID == int32(s) {
				m.a.form.Choose(f.ID, o.ID)
				return
			}
		}
	}
}

func (m *sitemap) draw(dst *ebiten.Image, r image.Rectangle) {
	places := m.a.see().places
	m.nodes, m.boxes, m.rest = m.nodes[:0], m.boxes[:0], m.rest[:0]
	most := 1.0
	for _, p := range places {
		for _, s := range p.Sites {
			most = max(most, s.MW+s.Due)
		}
	}
	columns := columnsFor(len(places), r)
	rows := (len(places) + columns - 1) / columns
	gap := m.a.k.px(8)
	for i, p := range places {
		x, y := i%columns, i/columns
		w, h := (r.Dx()-gap*(columns-1))/columns, (r.Dy()-gap*(rows-1))/rows
		box := image.Rect(0, 0, w, h).Add(image.Pt(r.Min.X+x*(w+gap), r.Min.Y+y*(h+gap)))
		m.boxes = append(m.boxes, box)
		m.place(dst, box, p, most)
	}
}

// columnsFor finds how many columns leave the regions nearest to the shape of a
// card.
func columnsFor(n int, r image.Rectangle) int {
	best, least := 1, math.Inf(1)
	for c := 1; c <= n; c++ {
		rows := (n + c - 1) / c
		shape := float64(r.Dx()) / float64(c) / (float64(r.Dy()) / float64(rows))
		if off := math.Abs(math.Log(shape/1.5)) + 0.2*float64(c*rows-n); off < least {
			best, least = c, off
		}
	}
	return best
}

// place draws a region and its sites in rows.
func (m *sitemap) place(dst *ebiten.Image, box image.Rectangle, p vm.Place, most float64) {
	k := m.a.k
	drawNine(dst, k.rounded(6, 1, sunken, line), box)
	in := inset(box, k.px(6), k.px(5))
	m.title(dst, &in, p)
	n := len(p.Sites)
	if n == 0 {
		return
	}
	columns := min(n, max(1, in.Dx()/k.px(62)))
	if rows := (n + columns - 1) / columns; rows > 1 {
		columns = (n + rows - 1) / rows
	}
	rows := (n + columns - 1) / columns
	if in.Dy()/rows < k.lineStep(k.face(small, false))+k.px(leastDot) {
		m.dots(dst, in, p, most)
		return
	}
	for i, s := range p.Sites {
		w, h := in.Dx()/columns, in.Dy()/rows
		m.node(dst, image.Rect(0, 0, w, h).Add(image.Pt(in.Min.X+i%columns*w, in.Min.Y+i/columns*h)), s, most)
	}
}

// node draws a site: a disc as large as its power, a broken ring for what is
// being built, a mark for chips without power; name and power beneath, or a long name
// over both lines: how much power there is shows in the disc.
func (m *sitemap) node(dst *ebiten.Image, cell image.Rectangle, s vm.Node, most float64) {
	k := m.a.k
	f := k.face(small, s.Mine)
	text := k.lineStep(f)
	lines := 2
	if cell.Dy() < 2*text+k.px(26) {
		lines = 1
	}
	room := math.Min(float64(cell.Dx()), float64(cell.Dy()-lines*text))/2 - 3*k.s
	largest := math.Min(room, 44*k.s)
	whole := int(2*largest) + k.px(8) + lines*text
	cell = inset(cell, 0, max(0, cell.Dy()-whole)/2)
	at := point{float64(cell.Min.X+cell.Max.X) / 2, float64(cell.Min.Y) + (float64(cell.Dy()-lines*text))/2}
	m.dot(dst, at, largest, s, most)
	cell.Min.Y = cell.Max.Y - lines*text
	name := m.nameOver(s.Name, f, cell.Dx(), lines)
	for _, line := range name {
		k.write(dst, line, cutTop(&cell, text), f, ink, middle)
	}
	if lines > len(name) {
		k.write(dst, s.Power, cell, k.face(small, false), dim, middle)
	}
}

// nameOver is a name over so many lines at most; with a word that is too long for one it
// stays on one, shortened, and is not broken in the word.
func (m *sitemap) nameOver(name string, f *face, width, lines int) []string {
	for _, word := range pieces(name) {
		if m.a.k.width(strings.TrimSpace(word), f) > float64(width) {
			return []string{name}
		}
	}
	return m.a.k.wrap(name, f, width, lines)
}

// legend explains the marks of the map.
func (a *App) legend() *leaf {
	k := a.k
	f := k.face(small, false)
	texts := []string{a.t("map.legend_own"), a.t("map.legend_due"), a.t("map.legend_idle")}
	width := 0
	for _, s := range texts {
		width += int(k.width(s, f)) + k.px(36)
	}
	l := newLeaf(func(dst *ebiten.Image, r image.Rectangle) {
		for i, s := range texts {
			mark := cut(&r, k.px(18))
			at := point{float64(mark.Min.X) + 8*k.s, float64(r.Min.Y+r.Max.Y) / 2}
			switch i {
			case 0:
				k.mesh.disc(at, 3.5*k.s, dim)
				k.mesh.ring(at, 5.5*k.s, 1.6*k.s, white, 0)
			case 1:
				k.mesh.ring(at, 5.5*k.s, 1.5*k.s, dim, 6)
			case 2:
				k.mesh.disc(at, 4*k.s, bad)
			}
			k.mesh.flush(dst)
			w := int(k.width(s, f)) + 1
			k.write(dst, s, cut(&r, w), f, dim, left)
			r.Min.X += k.px(16)
		}
	})
	l.size = func() (int, int) { return width, k.lineStep(f) }
	return l
}

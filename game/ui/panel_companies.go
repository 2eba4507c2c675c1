package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// The heights of the list of companies and of what stands below it, in units.
const (
	rosterFrame = 44  // of the list without its rows
	rosterRow   = 25  // where the companies are few
	rosterThin  = 22  // where they are many: the text and the bar below it
	rosterFew   = 8   // rows of the first kind that leave the vital signs their room
	vitalsRoom  = 392 // that the vital signs want before the list gets longer
)

// roster is the list of companies, the largest first. Where there are more of them
// than room, it scrolls, and the own company keeps a line of its own.
type roster struct {
	a     *App
	slots int
	box   *widget.Container
}

// companiesPanel lists the companies and tells how high it wants to be.
func (a *App) companiesPanel(p *page) (panelOf child, height float64) {
	k, n, row := a.k, a.play.SC.Companies(), float64(rosterRow)
	if n > rosterFew {
		row = rosterThin
	}
	_, height = a.middleSize()
	most := max(rosterFrame+rosterFew*rosterRow, height-8-vitalsRoom)
	l := &roster{a: a, slots: min(n, int((most-rosterFrame)/row))}
	a.roster = l
	head := k.heading(a.t("panel.companies"), still(a.t("companies.by")))
	write := head.paint
	head.paint = func(dst *ebiten.Image, r image.Rectangle) {
		write(dst, r)
		l.drawBar(dst, image.Rect(r.Min.X, r.Max.Y, r.Max.X, r.Max.Y+l.slots*k.px(row)))
	}
	rows := []item{fixed(22, head)}
	for i := range l.slots {
		rows = append(rows, fixed(row, l.line(p, i)))
	}
	l.box = k.box(true, 0, 10, k.rounded(7, 1, panel, line), rows...)
	return l.box, rosterFrame + float64(l.slots)*row
}

// scrolls tells whether there are more companies than lines.
func (l *roster) scrolls() bool { return l != nil && l.slots < l.a.play.SC.Companies() }

// from is the first rank shown, counted from 0.
func (l *roster) from() int {
	return max(0, min(l.a.scrolls[rosterKey], len(l.a.see().rivals)-l.slots))
}

// rosterKey names the list among what is scrolled.
const rosterKey = "companies"

// move scrolls the list down or up.
func (l *roster) move(by int) {
	l.a.scrolls[rosterKey] = l.from() + by
	l.a.scrolls[rosterKey] = l.from()
	l.a.touch()
}

// rank is whom a line shows. The own company stands in the first or the last line
// where it would be out of sight; pinned tells so.
func (l *roster) rank(slot int) (at int, pinned bool) {
	from, own := l.from(), 0
	for i, x := range l.a.see().rivals {
		if x.Mine {
			own = i
		}
	}
	if slot == 0 && own < from || slot == l.slots-1 && own >= from+l.slots {
		return own, true
	}
	return from + slot, false
}

// drawBar shows which of the companies are seen, where there are more.
func (l *roster) drawBar(dst *ebiten.Image, lines image.Rectangle) {
	if l.scrolls() {
		l.a.k.scrollBar(lines, l.from(), l.slots, l.a.play.SC.Companies())
		l.a.k.mesh.flush(dst)
	}
}

// line is a company: its name, its compute and how much of the largest one's that
// is. A click looks at it.
func (l *roster) line(p *page, slot int) child {
	a, k := l.a, l.a.k
	now := func() vm.Rival { at, _ := l.rank(slot); return a.see().rivals[at] }
	return p.button(button{id: "rival/" + strconv.Itoa(slot), quiet: true, click: func() { a.pick(now().ID) },
		tip: func(image.Point) []vm.TipLine { return a.play.AboutCompany(now().ID) },
		paint: func(dst *ebiten.Image, r image.Rectangle) {
			at, pinned := l.rank(slot)
			x := a.see().rivals[at]
			if pinned { // others stand between
				y := r.Min.Y
				if slot == 0 {
					y = r.Max.Y - 1
				}
				k.mesh.rect(image.Rect(r.Min.X, y, r.Max.X, y+1), line)
			}
			in := inset(r, k.px(6), 0)
			mark := cut(&in, k.px(20))
			dot := point{float64(mark.Min.X) + 5*k.s, float64(r.Min.Y+r.Max.Y) / 2}
			k.token(dot, 5*k.s, int(x.ID))
			if x.ID == a.picked {
				k.mesh.ring(dot, 7.5*k.s, 1.4*k.s, white, 0)
			}
			bar := image.Rect(in.Min.X, r.Max.Y-k.px(3), in.Min.X+int(float64(in.Dx())*x.Share), r.Max.Y-k.px(1))
			k.mesh.rect(bar, faint(companyColor(int(x.ID)), 0.55))
			k.mesh.flush(dst)
			c := dim
			if x.Mine {
				c = ink
			}
			name, f, value := k.face(body, x.Mine), k.face(small, x.Mine), x.Value
			room := func() float64 { return float64(in.Dx()-k.px(6)-1) - k.width(value, f) }
			if k.width(x.Name, name) > room() { // the list says what it is of; then a long name goes smaller
				value = x.Bare
			}
			if k.width(x.Name, name) > room() {
				name = f
			}
			k.write(dst, value, cutRight(&in, int(k.width(value, f))+1), f, c, right)
			in.Max.X -= k.px(6)
			k.write(dst, x.Name, in, name, ink, left)
		}})
}

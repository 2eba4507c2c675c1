package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// factCell is a figure of a screen: its name, under it the value, its course and
// how it moved, or how much of a limit it takes. A click shows it in the
// chart, or orders something about it.
func (a *App) factCell(p *page, i, j int) child {
	k := a.k
	now := func() (f vm.Fact) {
		if list := a.section(i).Facts; j < len(list) {
			f = list[j]
		}
		return f
	}
	b := button{id: "fact/" + strconv.Itoa(i) + "/" + strconv.Itoa(j), quiet: true, off: func() bool { return now().Name == "" }}
	b.click = func() {
		if m, ok := a.play.Charted(now().Metric); ok {
			a.chart = m
		}
		a.draft(b.id, now().Orders)
	}
	b.tip = func(image.Point) []vm.TipLine {
		if tip := now().Tip; tip != nil {
			return tip()
		}
		return nil
	}
	b.paint = func(dst *ebiten.Image, r image.Rectangle) {
		if f := now(); f.Name != "" {
			a.drawFact(dst, inset(r, k.px(4), k.px(1)), f)
		}
	}
	return p.button(b)
}

func (a *App) drawFact(dst *ebiten.Image, r image.Rectangle, f vm.Fact) {
	k := a.k
	bold := k.face(body, true)
	k.write(dst, f.Name, cutTop(&r, r.Dy()/2), k.face(small, false), dim, left)
	k.write(dst, f.Value, cut(&r, min(r.Dx(), int(k.width(f.Value, bold))+1)), bold, ink, left)
	r.Min.X += k.px(8)
	if f.Limit >= 0 {
		k.gauge(inset(r, 0, (r.Dy()-k.px(7))/2), f.Limit)
		k.mesh.flush(dst)
		return
	}
	if f.Trend != 0 {
		width := min(r.Dx(), int(k.width(f.Change, k.face(small, false)))+1+k.px(14))
		a.change(dst, cutRight(&r, width), vm.Vital{Change: f.Change, Trend: f.Trend, Good: f.Good})
	}
	r.Max.X -= k.px(8)
	if r.Dx() >= k.px(leastSpark) {
		k.spark(inset(r, 0, k.px(4)), f.Course, companyColor(int(a.play.Me)))
		k.mesh.flush(dst)
	}
}

// leastSpark is the width from which a course can be read, in units.
const leastSpark = 24

// gauge fills a bar by the share of a limit that is taken.
func (k *kit) gauge(r image.Rectangle, share float64) {
	k.mesh.rect(r, sunken)
	c := good
	if share > 0.85 {
		c = bad
	}
	r.Max.X = r.Min.X + int(float64(r.Dx())*min(max(share, 0), 1))
	k.mesh.rect(r, c)
}

// draft puts an order into the form; where there are several, a list opens to
// choose one.
func (a *App) draft(id string, list []vm.Draft) {
	switch len(list) {
	case 0:
	case 1:
		a.form.Draft(list[0].Order)
		a.rebuild()
	default:
		a.openList(id, a.page.buttons[id].GetWidget().Rect, false, func() (entries []entry) {
			for _, d := range list {
				entries = append(entries, entry{text: d.Name, pick: func() { a.form.Draft(d.Order); a.rebuild() }})
			}
			return entries
		})
	}
}

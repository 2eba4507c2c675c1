package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// factCell is a figure of a screen: name and value, under them its course and how
// it moved, or how much of a limit it takes. A click orders something about it.
func (a *App) factCell(p *page, i, j int) child {
	k := a.k
	now := func() (f vm.Fact) {
		if list := a.section(i).Facts; j < len(list) {
			f = list[j]
		}
		return f
	}
	b := button{id: "fact/" + strconv.Itoa(i) + "/" + strconv.Itoa(j), quiet: true, off: func() bool { return now().Name == "" }}
	b.click = func() { a.draft(b.id, now().Orders) }
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
	upper := cutTop(&r, r.Dy()/2)
	bold := k.face(body, true)
	k.write(dst, f.Value, cutRight(&upper, int(k.width(f.Value, bold))+1), bold, ink, right)
	upper.Max.X -= k.px(6)
	k.write(dst, f.Name, upper, k.face(small, false), dim, left)
	if f.Limit >= 0 {
		k.gauge(inset(r, 0, (r.Dy()-k.px(7))/2), f.Limit)
		k.mesh.flush(dst)
		return
	}
	a.change(dst, cutRight(&r, r.Dx()*56/100), vm.Vital{Change: f.Change, Trend: f.Trend, Good: f.Good})
	k.spark(inset(r, 0, k.px(3)), f.Course, companyColor(int(a.play.Me)))
	k.mesh.flush(dst)
}

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

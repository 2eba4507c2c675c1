package ui

import (
	"image"
	"math"

	"entangle/game/vm"
	"entangle/sim"
	"github.com/hajimehoshi/ebiten/v2"
)

// chartPanel shows the course of one figure for all companies, as the player saw
// it.
func (a *App) chartPanel(p *page) child {
	k := a.k
	head := newLeaf(func(dst *ebiten.Image, r image.Rectangle) {
		k.write(dst, a.play.Metric(a.chart), r, k.face(body, true), ink, left)
	})
	l := newLeaf(a.drawChart)
	p.tip(head.w, func(image.Point) []vm.TipLine {
		return []vm.TipLine{{Text: a.t("panel.chart", "metric", a.play.Metric(a.chart)), Head: true},
			{Text: a.play.Plain("metric." + sim.Metrics()[a.chart].Name + ".help"), Dim: true}, {Text: a.t("help.chart") + "  C", Dim: true}}
	})
	return k.panel(6, fixed(22, head), grows(1, l))
}

// leastSpan is how many weeks a chart spans at least.
const leastSpan = 26

func (a *App) drawChart(dst *ebiten.Image, r image.Rectangle) {
	k := a.k
	f := k.face(small, false)
	foot := r
	foot.Min.Y = foot.Max.Y - k.px(18)
	r.Max.Y = foot.Min.Y - k.px(2)
	played, weeks := a.play.Week()
	weeks = min(weeks, max(leastSpan, played))
	base, top := a.chartRange()
	text := a.play.Value(a.chart, top)
	if base > 0 {
		text = a.t("bounds", "low", a.play.Value(a.chart, base), "high", text)
	}
	k.write(dst, text, cutTop(&r, k.px(16)), f, dim, left)
	r.Min.Y += k.px(3)
	for i := range 3 {
		y := r.Min.Y + r.Dy()*i/2
		k.mesh.rect(image.Rect(r.Min.X, y, r.Max.X, y+1), line)
	}
	for _, c := range a.drawOrder() {
		color, width := faint(companyColor(int(c)), 0.75), 1.3
		if c == a.play.Me || c == a.picked {
			color, width = companyColor(int(c)), 2.6
		}
		k.mesh.line(curve(a.play.Course(a.chart, c), weeks, base, top, r), width*k.s, color)
	}
	k.mesh.flush(dst)
	k.write(dst, a.play.SC.Start().String(), cut(&foot, foot.Dx()/2), f, dim, left)
	k.write(dst, a.play.SC.Start().AddWeeks(weeks).String(), foot, f, dim, right)
}

// chartRange is the least and the most that the chart shows: from nothing on, but
// where all that have the thing have much of it.
func (a *App) chartRange() (base, top float64) {
	least := math.Inf(1)
	for c := 1; c <= a.play.SC.Companies(); c++ {
		for _, v := range a.play.Course(a.chart, sim.CompanyID(c)) {
			if top = max(top, v); v > 0 {
				least = min(least, v)
			}
		}
	}
	if top == 0 {
		return 0, 1
	}
	if least > 0.8*top && least < top {
		base = least
	}
	return base, top
}

// drawOrder lists the companies so that the own and the one looked at lie on
// top.
func (a *App) drawOrder() (list []sim.CompanyID) {
	for c := sim.CompanyID(1); int(c) <= a.play.SC.Companies(); c++ {
		if c != a.play.Me && c != a.picked {
			list = append(list, c)
		}
	}
	if a.picked != a.play.Me {
		list = append(list, a.picked)
	}
	return append(list, a.play.Me)
}

// curve brings a course into a box: so many weeks in its width, base to top in its
// height.
func curve(values []float64, weeks int, base, top float64, r image.Rectangle) []point {
	points := make([]point, len(values))
	for i, v := range values {
		points[i] = point{float64(r.Min.X) + float64(r.Dx())*float64(i)/float64(max(1, weeks)),
			float64(r.Max.Y) - float64(r.Dy())*min(1, max(0, (v-base)/(top-base)))}
	}
	return points
}

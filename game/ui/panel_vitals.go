package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// vitalsPanel shows the own figures with their course, and what binds.
func (a *App) vitalsPanel(p *page) child {
	k := a.k
	binds := k.prose(func() string { return a.see().binds.Text }, small, func() rgba {
		if a.see().binds.InSign {
			return bad
		}
		return dim
	})
	p.tip(binds.w, func(image.Point) []vm.TipLine { return a.play.AboutBottleneck() })
	rows := []item{fixed(22, k.heading(a.t("panel.vitals"), nil)), fixed(56, binds)}
	for i := range a.see().vitals {
		rows = append(rows, grows(1, a.vitalRow(p, i)))
	}
	return k.panel(3, rows...)
}

// vitalRow is one figure: name and value, course and change. A click shows it in
// the chart.
func (a *App) vitalRow(p *page, i int) child {
	k := a.k
	at := func() vm.Vital { return a.see().vitals[min(i, len(a.see().vitals)-1)] }
	return p.button(button{id: "vital/" + strconv.Itoa(i), quiet: true,
		click: func() { a.chart = at().Metric; a.touch() },
		tip:   func(image.Point) []vm.TipLine { return a.play.Why(at().Metric) },
		paint: func(dst *ebiten.Image, r image.Rectangle) {
			v := at()
			if v.Binding {
				drawNine(dst, k.rounded(5, 1, faint(bad, 0.10), bad), r)
			}
			in := inset(r, k.px(7), k.px(2))
			upper := cutTop(&in, in.Dy()/2)
			f := k.face(body, true)
			k.write(dst, v.Value, cutRight(&upper, int(k.width(v.Value, f))+1), f, ink, right)
			upper.Max.X -= k.px(6)
			name := v.Name
			if small := k.face(small, false); int(k.width(name, small)) >= upper.Dx() {
				name = v.Brief
			}
			k.write(dst, name, upper, k.face(small, false), dim, left)
			a.change(dst, cutRight(&in, in.Dx()*56/100), v)
			k.spark(inset(in, 0, k.px(2)), v.Course, companyColor(int(a.play.Me)))
			k.mesh.flush(dst)
		}})
}

// change writes how a figure moved in the last weeks.
func (a *App) change(dst *ebiten.Image, r image.Rectangle, v vm.Vital) {
	if v.Trend == 0 {
		return
	}
	k := a.k
	c := dim
	switch v.Good {
	case +1:
		c = good
	case -1:
		c = bad
	}
	f := k.face(small, false)
	w := min(int(k.width(v.Change, f))+1, r.Dx()-k.px(14))
	text := cutRight(&r, w)
	k.write(dst, v.Change, text, f, c, right)
	size := k.px(7)
	box := image.Rect(0, 0, size, size).Add(image.Pt(text.Min.X-size-k.px(4), (r.Min.Y+r.Max.Y-size)/2))
	trendIcon(&k.mesh, box, v.Trend, c)
	k.mesh.flush(dst)
}

// spark draws the course of a figure into a box, from its least to its most.
func (k *kit) spark(r image.Rectangle, values []float64, c rgba) {
	if len(values) < 2 || r.Dy() < 4 {
		return
	}
	low, high := values[0], values[0]
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	points := make([]point, len(values))
	for i, v := range values {
		y := 0.5
		if high > low {
			y = (v - low) / (high - low)
		}
		points[i] = point{float64(r.Min.X) + float64(r.Dx())*float64(i)/float64(len(values)-1), float64(r.Max.Y) - y*float64(r.Dy())}
	}
	k.mesh.line(points, 1.5*k.s, c)
}

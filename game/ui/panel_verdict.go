package ui

import (
	"image"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// verdictHead is the height of a heading in the box, in units.
const verdictHead = 19

// verdictBox says whether the order would pass, why not, and what would. Its
// tooltip has the whole of what had to be cut.
func (a *App) verdictBox(p *page) child {
	cut := false
	l := newLeaf(func(dst *ebiten.Image, r image.Rectangle) { cut = a.drawVerdict(dst, r) })
	p.tip(l.w, func(image.Point) []vm.TipLine {
		if !cut {
			return nil
		}
		v := a.see().verdict
		tip := []vm.TipLine{{Text: v.Text}}
		if v.Near != "" {
			tip = append(tip, vm.TipLine{Text: a.t("form.near"), Head: true}, vm.TipLine{Text: v.Near})
		}
		if v.Note != "" {
			tip = append(tip, vm.TipLine{Text: v.Note, Dim: true})
		}
		return tip
	})
	return l
}

// drawVerdict draws the box and tells whether anything was cut.
func (a *App) drawVerdict(dst *ebiten.Image, r image.Rectangle) bool {
	k, v := a.k, a.see().verdict
	edge, head := bad, a.t("form.refused")
	if v.Passes {
		edge, head = good, a.t("form.passes")
	}
	drawNine(dst, k.rounded(5, 1, sunken, faint(edge, 0.7)), r)
	in := inset(r, k.px(9), k.px(5))
	f := k.face(small, false)
	step := k.lineStep(f)
	k.write(dst, head, cutTop(&in, k.px(verdictHead)), k.face(small, true), edge, left)
	room := in.Dy() / step
	if v.Near != "" {
		room = (in.Dy() - k.px(verdictHead)) / step
	}
	lines := func(s string) int {
		if s == "" {
			return 0
		}
		return len(k.wrap(s, f, in.Dx(), 0))
	}
	why, near, note := shareLines(room, lines(v.Text), lines(v.Near), lines(v.Note))
	k.paragraph(dst, v.Text, cutTop(&in, why*step), f, ink)
	if v.Near != "" {
		k.write(dst, a.t("form.near"), cutTop(&in, k.px(verdictHead)), k.face(small, true), good, left)
		k.paragraph(dst, v.Near, cutTop(&in, near*step), f, ink)
	}
	if note > 0 {
		c := dim
		if v.Warns {
			c = bad
		}
		k.paragraph(dst, v.Note, cutTop(&in, note*step), f, c)
	}
	return why < lines(v.Text) || near < lines(v.Near) || note < lines(v.Note)
}

// shareLines shares out the lines of the box. What would pass comes first, then
// the note, whole or not at all; the reason keeps a line in any case.
func shareLines(room, why, near, note int) (whyGets, nearGets, noteGets int) {
	nearGets = min(near, max(room-1, 1))
	if note <= room-nearGets-1 {
		noteGets = note
	}
	return max(1, min(why, room-nearGets-noteGets)), nearGets, noteGets
}

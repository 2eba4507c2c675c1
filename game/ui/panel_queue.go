package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// listed is how many orders the list has room for; the last row counts the
// others.
func (a *App) listed() int {
	more := (float64(a.size.Y)/a.scale() - LeastHeight) / 60
	return 3 + int(min(max(more, 0), 8))
}

// queuePanel lists the orders for the coming week; each can be taken off again.
func (a *App) queuePanel(p *page) child {
	k := a.k
	rows := []item{fixed(22, k.heading(a.t("panel.queue"), a.queueCost))}
	for i := range a.listed() {
		rows = append(rows, fixed(26, a.queueRow(p, i)))
	}
	rows = append(rows, grows(1, space()))
	return k.panel(4, rows...)
}

// queueCost says what the orders on the list take of the week's attention.
func (a *App) queueCost() string {
	left, of := a.play.Attention()
	text := a.t("queue.cost", "n", strconv.FormatInt(of-left, 10), "of", strconv.FormatInt(of, 10))
	if n := a.play.Waiting(); n > 0 {
		text = a.t("queue.waiting", "n", strconv.Itoa(n), "cost", text)
	}
	return text
}

// queueRow is one order of the list.
func (a *App) queueRow(p *page, i int) child {
	k, listed := a.k, a.listed()
	text := newLeaf(func(dst *ebiten.Image, r image.Rectangle) {
		q := a.see().queue
		f := k.face(small, false)
		switch {
		case i < len(q) && (i+1 < listed || len(q) == listed):
			k.write(dst, strconv.Itoa(i+1)+"  "+q[i].Text, r, f, ink, left)
		case i < len(q):
			k.write(dst, a.t("more", "n", strconv.Itoa(len(q)-i)), r, f, dim, left)
		case i == 0:
			r.Max.X += k.px(30)
			k.write(dst, a.t("queue.none"), r, f, dim, left)
		}
	})
	p.tip(text.w, func(image.Point) []vm.TipLine {
		var tip []vm.TipLine
		for j, q := range a.see().queue {
			if j == i || i+1 == listed && j > i {
				tip = append(tip, vm.TipLine{Text: q.Text})
			}
		}
		return tip
	})
	drop := p.button(button{id: "drop/" + strconv.Itoa(i), quiet: true, off: func() bool { return i >= len(a.see().queue) },
		tip: say(still(a.t("queue.remove"))), click: func() { a.play.Drop(i); a.touch() },
		paint: func(dst *ebiten.Image, r image.Rectangle) {
			if i < len(a.see().queue) {
				box := image.Rect(0, 0, k.px(11), k.px(11)).Add(image.Pt((r.Min.X+r.Max.X-k.px(11))/2, (r.Min.Y+r.Max.Y-k.px(11))/2))
				crossIcon(&k.mesh, box, dim)
				k.mesh.flush(dst)
			}
		}})
	return k.row(4, grows(1, text), fixed(26, drop))
}

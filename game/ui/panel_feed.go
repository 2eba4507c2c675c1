package ui

import (
	"image"

	"entangle/game/vm"
	"github.com/ebitenui/ebitenui/widget"
	"github.com/hajimehoshi/ebiten/v2"
)

// feedRow is the height of a line of the feed, in units.
const feedRow = 21

// feedPanel tells what happened, the latest on top.
func (a *App) feedPanel(p *page) child {
	k := a.k
	l := newLeaf(a.drawFeed, widget.WidgetOpts.TrackHover(true))
	a.seen.feed = l
	p.tip(l.w, func(at image.Point) []vm.TipLine {
		if i := a.newsAt(at.Y / k.px(feedRow)); i >= 0 {
			n := a.play.Feed[i]
			return []vm.TipLine{{Text: n.Date.String(), Dim: true}, {Text: a.play.Tell(n)}}
		}
		return nil
	})
	head := k.heading(a.t("panel.feed"), nil)
	p.tip(head.w, func(image.Point) []vm.TipLine { return []vm.TipLine{{Text: a.t("feed.help")}} })
	return k.panel(4, fixed(22, head), grows(1, l))
}

// newsAt is the index of the news in a row, -1 if it is empty.
func (a *App) newsAt(row int) int { return len(a.play.Feed) - 1 - a.scroll - row }

func (a *App) drawFeed(dst *ebiten.Image, r image.Rectangle) {
	k := a.k
	f, step := k.face(small, false), k.px(feedRow)
	if len(a.play.Feed) == 0 {
		k.paragraph(dst, a.t("feed.none"), r, f, dim)
		return
	}
	for row := 0; r.Dy() >= step; row++ {
		i := a.newsAt(row)
		if i < 0 {
			return
		}
		n := a.play.Feed[i]
		line := cutTop(&r, step)
		if n.Mine {
			k.mesh.rect(image.Rect(line.Min.X, line.Min.Y+k.px(3), line.Min.X+k.px(3), line.Max.Y-k.px(3)), accent)
		}
		line.Min.X += k.px(9)
		date := cut(&line, k.px(80))
		mark := cut(&line, k.px(16))
		k.gainMark(dst, mark, n.Gain)
		c := faint(ink, 0.75)
		if n.Mine {
			c = ink
		}
		k.write(dst, n.Date.String(), date, f, dim, left)
		k.write(dst, a.play.Tell(n), line, f, c, left)
	}
}

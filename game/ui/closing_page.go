package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// buildClosing makes the page of the end: standings, what mattered, how to play
// it again.
func (a *App) buildClosing(p *page) {
	k, c := a.k, a.play.Closing()
	title := a.t("closing.title", "title", a.play.Pick(a.play.SC.Title()), "span", a.play.Span())
	line := min(30, (float64(a.size.Y)/a.scale()-374)/float64(max(len(c.Rows), 1))) // what is left beside the rest, with some events
	standings := closingHead + float64(line*float64(len(c.Rows)))
	p.root = k.box(true, 10, 26, k.rounded(0, 0, night, night),
		fixed(44, k.row(8, grows(1, k.words(title, huge, true, ink)), wants(a.languageButton(p)), wants(a.sizeButton(p, -1)), wants(a.sizeButton(p, +1)))),
		fixed(28, k.words(c.Place, large, false, good)),
		fixed(standings, newLeaf(func(dst *ebiten.Image, r image.Rectangle) { a.drawStandings(dst, r, c, line) })),
		grows(1, k.panel(6, fixed(24, k.words(a.t("closing.events"), body, true, ink)),
			grows(1, newLeaf(a.drawTop(k.px(headlineRow)))))),
		fixed(40, k.row(10, grows(1, k.words(a.closingNote(), small, false, dim)),
			fixed(180, p.button(button{id: "again", text: still(a.t("closing.again")), main: true, bold: true, click: a.playAgain})),
			fixed(140, p.button(button{id: "leave", text: still(a.t("closing.close")), click: func() { a.quit = true }})))))
}

// closingHead is the height of the heading of the standings, in units.
const closingHead = 28

// closingNote says which run this was and where it is kept.
func (a *App) closingNote() string {
	text := a.t("closing.hash", "seed", strconv.FormatUint(a.play.Seed, 10), "hash", hex(a.play.Hash()))
	if f := a.play.Keeps.File; f != "" {
		text += "    " + a.t("kept", "file", f)
	}
	return text
}

func hex(x uint64) string {
	s := strconv.FormatUint(x, 16)
	for len(s) < 16 {
		s = "0" + s
	}
	return s
}

// playAgain goes to the chooser, with another seed.
func (a *App) playAgain() {
	if len(a.options.Offers) == 0 {
		a.quit = true
		return
	}
	a.options.Seed++
	a.options.Hint = false
	a.choose()
}

// drawStandings draws the table of all companies, a line of a height for each.
func (a *App) drawStandings(dst *ebiten.Image, r image.Rectangle, c vm.Closing, height float64) {
	k := a.k
	name := k.px(230)
	row := func(line image.Rectangle, f *face, color rgba, head string, cells []string) {
		k.write(dst, head, cut(&line, name-k.px(8)), f, color, left)
		line.Min.X += k.px(8)
		for i, s := range cells {
			cell := cut(&line, line.Dx()/(len(cells)-i))
			cell.Min.X += k.px(10)
			k.write(dst, s, cell, f, color, right)
		}
	}
	head := cutTop(&r, k.px(closingHead))
	head.Min.X += k.px(66)
	row(inset(head, k.px(10), 0), k.face(small, false), dim, a.t("choose.company"), c.Columns)
	for i, s := range c.Rows {
		line := cutTop(&r, k.px(height))
		if s.Mine {
			drawNine(dst, k.rounded(5, 1, faint(accent, 0.14), accent), line)
		} else if i%2 == 0 {
			k.mesh.rect(line, panel)
			k.mesh.flush(dst)
		}
		in := inset(line, k.px(10), 0)
		k.write(dst, s.Rank, cut(&in, k.px(36)), k.face(body, true), dim, left)
		mark := cut(&in, k.px(30))
		k.token(point{float64(mark.Min.X) + 7*k.s, float64(line.Min.Y+line.Max.Y) / 2}, 6*k.s, int(s.ID))
		k.mesh.flush(dst)
		row(in, k.face(body, s.Mine), ink, s.Name, s.Values)
	}
}

// headlineRow is the height of a line of the events that mattered most, in units.
const headlineRow = 22

// drawTop lists the events that mattered most, as many as there are lines for.
func (a *App) drawTop(step int) func(*ebiten.Image, image.Rectangle) {
	var list []vm.Headline
	room := -1
	return func(dst *ebiten.Image, r image.Rectangle) {
		if n := r.Dy() / step; n != room {
			list, room = a.play.Top(n), n
		}
		for _, h := range list {
			a.drawHeadline(dst, cutTop(&r, step), h)
		}
	}
}

func (a *App) drawHeadline(dst *ebiten.Image, line image.Rectangle, h vm.Headline) {
	k := a.k
	f := k.face(small, false)
	k.write(dst, h.Date, cut(&line, k.px(86)), f, dim, left)
	mark := cut(&line, k.px(18))
	k.gainMark(dst, mark, h.Gain)
	k.write(dst, h.Text, line, k.face(small, h.Mine), ink, left)
}

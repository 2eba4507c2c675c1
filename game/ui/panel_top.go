package ui

import (
	"image"
	"image/color"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// topBar has the company, the date, the speeds and the settings.
func (a *App) topBar(p *page) child {
	k := a.k
	speed := func(id string, s vm.Speed, text, key string, icon func(*mesh, image.Rectangle, color.NRGBA)) item {
		b := button{id: id, icon: icon, on: func() bool { return a.play.Clock.Speed() == s }, off: a.play.Over,
			click: func() { a.play.Clock.Set(s); a.touch() }, tip: say(still(a.t("help."+helpOf(s)) + "  " + key))}
		if text != "" {
			b.text = still(text)
		}
		return wants(p.button(b))
	}
	return k.box(false, 6, 8, k.rounded(7, 1, panel, line),
		fixed(leftWidth-22, a.whoIsPlaying()),
		fixed(4, space()),
		fixed(168, a.dateLine()),
		grows(1, space()),
		speed("pause", vm.Paused, "", "Space", pauseIcon),
		speed("speed1", vm.Once, "1×", "1", nil),
		speed("speed2", vm.Twice, "2×", "2", nil),
		speed("speed4", vm.Fourfold, "4×", "3", nil),
		speed("until", vm.UntilStop, a.t("top.until"), "U", stopIcon),
		wants(p.button(button{id: "next", text: still(a.t("top.next")), icon: nextIcon, main: true, bold: true, off: a.play.Over,
			click: a.nextWeek, tip: say(still(a.t("help.next") + "  N"))})),
		grows(1, space()),
		wants(a.languageButton(p)), wants(a.sizeButton(p, -1)), wants(a.sizeButton(p, +1)),
		wants(p.button(button{id: "help", text: still("?"), bold: true, click: a.openHelp, tip: say(still(a.t("top.help") + "  ?"))})))
}

// helpOf names the key's line on the page of help.
func helpOf(s vm.Speed) string {
	switch s {
	case vm.Paused:
		return "space"
	case vm.UntilStop:
		return "until"
	}
	return "speeds"
}

// whoIsPlaying shows the company and the scenario.
func (a *App) whoIsPlaying() child {
	k := a.k
	return newLeaf(func(dst *ebiten.Image, r image.Rectangle) {
		r.Min.X += k.px(4)
		mark := cut(&r, k.px(24))
		k.token(point{float64(mark.Min.X) + 8*k.s, float64(r.Min.Y+r.Max.Y) / 2}, 8*k.s, int(a.play.Me))
		k.mesh.flush(dst)
		name := cutTop(&r, r.Dy()*11/20)
		k.write(dst, a.play.Company(a.play.Me), name, k.face(large, true), ink, left)
		k.write(dst, a.play.Pick(a.play.SC.Title()), r, k.face(small, false), dim, left)
	})
}

// dateLine shows the date and the week.
func (a *App) dateLine() child {
	k := a.k
	return newLeaf(func(dst *ebiten.Image, r image.Rectangle) {
		played, of := a.play.Week()
		now := a.t("top.week", "n", strconv.Itoa(min(played+1, of)), "of", strconv.Itoa(of))
		if a.play.Over() {
			now = a.t("top.over")
		}
		k.write(dst, a.play.Date().String(), cutTop(&r, r.Dy()*11/20), k.face(20, true), ink, left)
		k.write(dst, now, r, k.face(small, false), dim, left)
	})
}

// noteLine says why a run has stopped, and where the game is kept.
func (a *App) noteLine(p *page) child {
	k := a.k
	l := newLeaf(func(dst *ebiten.Image, r image.Rectangle) {
		f := k.face(small, false)
		text, c := a.play.Stop(), bad
		if a.play.Saved != nil {
			text = a.t("not_kept", "reason", a.play.Saved.Error())
		} else if text == "" && a.play.Keeps.File != "" {
			text, c = a.t("kept", "file", a.play.Keeps.File), dim
		}
		r.Min.X += k.px(4)
		k.write(dst, text, r, f, c, left)
	})
	p.tip(l.w, func(image.Point) []vm.TipLine {
		var tip []vm.TipLine
		if s := a.play.Stop(); s != "" {
			tip = append(tip, vm.TipLine{Text: s})
		}
		if a.play.Keeps.File != "" {
			tip = append(tip, vm.TipLine{Text: a.t("kept", "file", a.play.Keeps.File), Dim: true})
		}
		return tip
	})
	return l
}

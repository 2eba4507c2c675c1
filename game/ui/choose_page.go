package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"entangle/sim"
	"github.com/hajimehoshi/ebiten/v2"
)

// buildChooser makes the page on which a scenario and a company are chosen.
func (a *App) buildChooser(p *page) {
	k := a.k
	var scenarios []item
	for i, card := range a.chooser.Scenarios() {
		scenarios = append(scenarios, fixed(66, a.scenarioCard(p, i, card)))
	}
	list := a.chooser.Companies()
	columns := 2
	switch {
	case len(list) > 18: // in three columns their figures would have no room
		columns = 4
	case len(list) > 8:
		columns = 3
	}
	n := (len(list) + columns - 1) / columns
	height := min(150, (float64(a.size.Y)/a.scale()-254)/float64(n)-10)
	var rows []item
	for i := 0; i < len(list); i += columns {
		var row []item
		for j := range columns {
			if i+j < len(list) {
				row = append(row, grows(1, a.companyCard(p, list[i+j])))
			} else {
				row = append(row, grows(1, space()))
			}
		}
		rows = append(rows, fixed(height, k.row(10, row...)))
	}
	rows = append(rows, grows(1, space()))
	about := k.prose(still(a.words().Pick(a.chooser.Offers[a.chooser.At].SC.About())), body, inColor(ink))
	columnsOf := k.row(16,
		fixed(320, k.column(10, append([]item{fixed(24, k.words(a.t("choose.scenario"), body, true, dim))}, append(scenarios, grows(1, space()))...)...)),
		grows(1, k.column(10, fixed(24, k.words(a.t("choose.company"), body, true, dim)), fixed(44, about), grows(1, k.column(10, rows...)))))
	p.root = k.box(true, 14, 26, k.rounded(0, 0, night, night),
		fixed(48, a.chooserTop(p)), grows(1, columnsOf), fixed(44, a.chooserBottom(p)))
}

func (a *App) chooserTop(p *page) child {
	k := a.k
	return k.row(10,
		wants(k.words(a.t("title"), 30, true, ink)), fixed(12, space()),
		grows(1, k.words(a.t("choose.title"), large, false, dim)),
		wants(a.languageButton(p)), wants(a.sizeButton(p, -1)), wants(a.sizeButton(p, +1)))
}

func (a *App) chooserBottom(p *page) child {
	k := a.k
	items := []item{grows(1, k.words(a.t("choose.help"), small, false, dim))}
	if a.options.Last != nil {
		b := button{id: "continue", text: still(a.t("choose.continue")), click: a.goOn}
		b.tip = func(image.Point) []vm.TipLine { return vm.AboutGame(a.lexicons[a.lang], *a.options.Last) }
		items = append(items, wants(p.button(b)))
	}
	return k.row(10, append(items,
		fixed(220, p.button(button{id: "start", text: still(a.t("choose.start")), size: large, bold: true, main: true, click: a.startChosen})))...)
}

// goOn takes up the last game.
func (a *App) goOn() {
	last := *a.options.Last
	a.options.Last, a.options.Hint = nil, false
	a.begin(last)
}

// startChosen begins the game that is chosen.
func (a *App) startChosen() {
	c := a.chooser
	offer := c.Offers[c.At]
	s := vm.Setup{Name: offer.Name, Scenario: offer.SC, Company: c.Company, Seed: c.Seed}
	if a.options.Keep != nil {
		s.Keeper = a.options.Keep(offer.Name, offer.SC.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c.Company)}))
	}
	a.begin(s)
}

func (a *App) languageButton(p *page) child {
	return p.button(button{id: "language", text: still(a.t("top.language")), click: a.switchLanguage, tip: say(still(a.t("help.language") + "  L"))})
}

func (a *App) sizeButton(p *page, by int) child {
	id, icon := "larger", plusIcon
	if by < 0 {
		id, icon = "smaller", minusIcon
	}
	return p.button(button{id: id, icon: icon, click: func() { a.resize(by) }, tip: say(still(a.t("help.scale") + "  + −"))})
}

// scenarioCard is a scenario to choose.
func (a *App) scenarioCard(p *page, i int, card vm.ScenarioCard) child {
	k := a.k
	return p.button(button{id: "scenario/" + strconv.Itoa(i), on: func() bool { return a.chooser.At == i },
		click: func() { a.chooser.Choose(i); a.rebuild() },
		tip:   say(still(card.About)),
		paint: func(dst *ebiten.Image, r image.Rectangle) {
			in := inset(r, k.px(14), k.px(9))
			k.write(dst, card.Title, cutTop(&in, k.px(24)), k.face(large, true), ink, left)
			k.write(dst, card.Span, in, k.face(small, false), ink, left)
		}})
}

// companyCard is a company to choose.
func (a *App) companyCard(p *page, card vm.CompanyCard) child {
	k := a.k
	return p.button(button{id: "company/" + strconv.Itoa(int(card.ID)), on: func() bool { return a.chooser.Company == card.ID },
		click: func() { a.chooser.Company = card.ID; a.touch() },
		tip: func(image.Point) []vm.TipLine {
			return append([]vm.TipLine{{Text: card.Name, Head: true}, {Text: card.About, Dim: true}}, card.Figures...)
		},
		paint: func(dst *ebiten.Image, r image.Rectangle) {
			f := k.face(small, false)
			edge := k.px(9)
			if r.Dy() < k.px(67+2*9+4)+k.lineStep(f) { // narrower edges leave a line for what it is
				edge = k.px(4)
			}
			in := inset(r, k.px(14), edge)
			head := cutTop(&in, k.px(24))
			swatch := cut(&head, k.px(22))
			k.token(point{float64(swatch.Min.X) + 6*k.s, float64(swatch.Min.Y+swatch.Max.Y) / 2}, 6*k.s, int(card.ID))
			k.mesh.flush(dst)
			k.write(dst, card.Name, head, k.face(large, true), ink, left)
			figures := cutTop(&in, min(in.Dy(), k.px(42)))
			a.cardFigures(dst, figures, card.Figures)
			if in.Dy() >= k.lineStep(f)+k.px(4) {
				in.Min.Y += k.px(4)
			}
			if in.Dy() >= k.lineStep(f) {
				k.paragraph(dst, card.About, in, f, faint(ink, 0.85))
			}
		}})
}

// cardFigures sets figures side by side, each under its name: the first ones, as many
// as have room for their names.
func (a *App) cardFigures(dst *ebiten.Image, r image.Rectangle, list []vm.TipLine) {
	k := a.k
	fits := func(n int) bool {
		for _, x := range list[:n] {
			if int(k.width(x.Text, k.face(small, false)))+1 > r.Dx()/n-k.px(8) {
				return false
			}
		}
		return true
	}
	for len(list) > 1 && !fits(len(list)) {
		list = list[:len(list)-1]
	}
	width := r.Dx() / len(list)
	for _, f := range list {
		cell := cut(&r, width)
		cell.Max.X -= k.px(8)
		k.write(dst, f.Text, cutTop(&cell, k.px(19)), k.face(small, false), faint(ink, 0.75), left)
		value := k.face(body, true)
		if k.width(f.Value, value) > float64(cell.Dx()) {
			value = k.face(small, true)
		}
		k.write(dst, f.Value, cutTop(&cell, k.px(20)), value, ink, left)
	}
}

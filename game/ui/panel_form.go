package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"entangle/sim"
	"github.com/hajimehoshi/ebiten/v2"
)

// The height of a field of the form and the gap between two, in units; where many share
// a low window, both are less, so that there is room for what the order comes to.
const (
	fieldRow, fieldGap = 28, 5
	tightRow, tightGap = 25, 3
	manyFields         = 6
	lowWindow          = 800
)

// rowOf is how high fields are, and the gap between them.
func (a *App) rowOf(fields int) (row, gap float64) {
	if fields > manyFields && float64(a.size.Y)/a.scale() < lowWindow {
		return tightRow, tightGap
	}
	return fieldRow, fieldGap
}

// formPanel is the form of an order, as the specs of the engine have it.
func (a *App) formPanel(p *page) child {
	k := a.k
	help := k.prose(func() string { return a.form.Help() }, small, inColor(dim))
	p.tip(help.w, func(image.Point) []vm.TipLine { return a.form.About() })
	rows := []item{fixed(22, k.heading(a.t("panel.order"), a.attention)), fixed(32, a.kindButton(p)), fixed(38, help)}
	fields := a.form.Fields()
	row, gap := a.rowOf(len(fields))
	for i, f := range fields {
		rows = append(rows, fixed(row, a.fieldLine(p, i, f)))
	}
	rows = append(rows, grows(1, a.verdictBox(p)), fixed(32, a.formButtons(p)))
	return k.panel(gap, rows...)
}

// attention says what the order costs, and how long it waits.
func (a *App) attention() string {
	left, _ := a.play.Attention()
	text := a.t("form.cost", "n", strconv.FormatInt(a.form.Cost(), 10), "left", strconv.FormatInt(left, 10))
	if w := a.form.Wait(); w > 0 {
		text = a.t("form.waits", "n", strconv.Itoa(w), "cost", text)
	}
	return text
}

// kindButton shows the kind of order and opens the list of kinds.
func (a *App) kindButton(p *page) child {
	var c child
	b := a.chooserButton("kind", func() string { return a.form.Name() })
	b.bold = true
	b.click = func() {
		a.openList("kind", c.GetWidget().Rect, false, func() (list []entry) {
			kinds := a.form.Kinds()
			for _, g := range a.form.GroupsFrom(a.tab) {
				if key := "group." + strconv.Itoa(int(g)); a.words().Has(key) {
					list = append(list, entry{text: a.t(key), head: true})
				}
				for i, kind := range kinds {
					if kind.Group == g && !kind.Hidden {
						list = append(list, entry{text: kind.Name, tip: kind.Help, chosen: i == a.form.At(),
							pick: func() { a.form.SetKind(i); a.rebuild() }})
					}
				}
			}
			return list
		})
	}
	b.tip = func(image.Point) []vm.TipLine { return a.form.About() }
	c = p.button(b)
	return c
}

// chooserButton is a button that shows a choice, with a sign that a list opens.
func (a *App) chooserButton(id string, text func() string) button {
	k := a.k
	b := button{id: id}
	b.paint = func(dst *ebiten.Image, r image.Rectangle) {
		in := inset(r, k.px(9), 0)
		mark := cutRight(&in, k.px(12))
		box := image.Rect(0, 0, k.px(11), k.px(11)).Add(image.Pt(mark.Min.X, (r.Min.Y+r.Max.Y-k.px(11))/2))
		chevronIcon(&k.mesh, box, dim)
		k.mesh.flush(dst)
		in.Max.X -= k.px(6)
		k.write(dst, text(), in, k.face(body, b.bold), ink, left)
	}
	return b
}

// fieldLine is a field: its name, and what fills it in.
func (a *App) fieldLine(p *page, i int, f vm.Field) child {
	k := a.k
	name := k.words(f.Label, small, false, dim)
	p.tip(name.w, func(image.Point) []vm.TipLine {
		tip := []vm.TipLine{{Text: f.Label, Head: true}, {Text: f.Help}}
		if f.Bounds != "" {
			tip = append(tip, vm.TipLine{Text: f.Bounds, Dim: true})
		}
		return tip
	})
	var control child
	switch f.Kind {
	case vm.Choice, vm.Several:
		control = a.choiceField(p, i, f)
	case vm.Shares:
		control = a.sharesField(p)
	default:
		control = a.numberField(p, i, f)
	}
	return k.row(8, fixed(124, name), grows(1, control))
}

// choiceField opens a list of what can be chosen.
func (a *App) choiceField(p *page, i int, f vm.Field) child {
	var c child
	id := "field/" + strconv.Itoa(i)
	now := func() vm.Field { return a.see().fields[min(i, len(a.see().fields)-1)] }
	b := a.chooserButton(id, func() string { return now().Value })
	b.tip = func(image.Point) []vm.TipLine { return []vm.TipLine{{Text: now().Value, Head: true}, {Text: f.Help}} }
	b.off = func() bool { return len(now().Options) == 0 }
	b.click = func() {
		a.openList(id, c.GetWidget().Rect, f.Kind == vm.Several, func() (list []entry) {
			for _, o := range now().Options {
				list = append(list, entry{text: o.Name, tip: o.Tip, chosen: o.Chosen, pick: func() {
					a.form.Choose(f.ID, o.ID)
					if f.ID == sim.FieldMode {
						a.rebuild()
					}
				}})
			}
			return list
		})
	}
	c = p.button(b)
	return c
}

// numberField takes a number, typed or by steps.
func (a *App) numberField(p *page, i int, f vm.Field) child {
	k := a.k
	id := "field/" + strconv.Itoa(i)
	now := func() vm.Field { return a.see().fields[min(i, len(a.see().fields)-1)] }
	in := p.field(id, func() string { return now().Text }, func() string { return f.Unit },
		func() bool { return now().Fault != "" }, func(s string) { a.form.Type(f.ID, s) })
	in.hint = f.Hint
	p.tip(in.w, func(image.Point) []vm.TipLine {
		if now().Fault != "" {
			return []vm.TipLine{{Text: now().Fault}}
		}
		return []vm.TipLine{{Text: f.Help}, {Text: f.Bounds, Dim: true}}
	})
	if f.Kind == vm.Day {
		return in
	}
	step := func(id string, by int, icon func(*mesh, image.Rectangle, rgba)) child {
		return p.button(button{id: id, icon: icon, click: func() { a.form.Step(f.ID, by) }})
	}
	return k.row(4, grows(1, in), fixed(28, step(id+"/less", -1, minusIcon)), fixed(28, step(id+"/more", +1, plusIcon)))
}

// sharesField moves three shares of a whole.
func (a *App) sharesField(p *page) child {
	k := a.k
	var cells []item
	for i := range 3 {
		cells = append(cells, grows(1, p.button(button{id: "weight/" + strconv.Itoa(i), size: small,
			text:  func() string { return strconv.Itoa(a.form.Weights()[i]) + "%" },
			click: func() { a.form.Shift(i, 10) }})))
	}
	return k.row(4, cells...)
}

// formButtons put the order on the list, or take over what would pass.
func (a *App) formButtons(p *page) child {
	k := a.k
	items := []item{
		grows(1, p.button(button{id: "add", text: still(a.t("form.add")), main: true, bold: true,
			off: func() bool { return !a.see().verdict.Passes || a.play.Over() }, click: a.addOrder})),
		grows(0.8, p.button(button{id: "take", text: still(a.t("form.take")),
			off: func() bool { return a.see().verdict.Near == "" }, click: func() { a.form.TakeNear(); a.touch() }})),
	}
	if a.form.CanEscalate() {
		items = append(items, fixed(86, a.escalateButton(p)))
	}
	return k.row(6, items...)
}

// escalateButton lets the order pass the organisation by.
func (a *App) escalateButton(p *page) child {
	return p.button(button{id: "escalate", text: still(a.t("form.hurry")), on: func() bool { return a.form.Order().Escalate },
		click: func() { a.form.Escalate(!a.form.Order().Escalate) }, tip: say(still(a.t("form.escalate")))})
}

// addOrder puts the order of the form on the list.
func (a *App) addOrder() {
	if a.play.Over() {
		return
	}
	a.form.Add()
	a.touch()
}

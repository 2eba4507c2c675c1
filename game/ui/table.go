package ui

import (
	"image"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// table is the rows of a section. Columns are as wide as what stands in them; the
// rest goes to the first one, and where there is too little, columns that can be
// spared go.
type table struct {
	a       *App
	section int
	slots   int // rows that there is room for
	id      string
	head    *leaf

	version int // for which the columns were measured
	width   int
	columns []span
}

// span is a column that is shown: its index, and where it lies in a row.
type span struct{ at, from, to int }

// table adds a table to the page.
func (a *App) table(p *page, section, slots int) child {
	t := &table{a: a, section: section, slots: max(1, slots), id: "row/" + strconv.Itoa(section), version: -1}
	a.tables = append(a.tables, t)
	head := newLeaf(t.drawHead)
	t.head = head
	p.tip(head.w, func(at image.Point) []vm.TipLine { return t.aboutColumn(at.X) })
	items := []item{fixed(tableHead, head)}
	for i := range t.slots {
		items = append(items, fixed(tableRow, t.row(p, i)))
	}
	return a.k.column(0, append(items, grows(1, space()))...)
}

// row is a line of the table.
func (t *table) row(p *page, slot int) child {
	now := func() (vm.Row, bool) {
		list, i := t.a.section(t.section).Rows, slot+t.from()
		if i < len(list) {
			return list[i], true
		}
		return vm.Row{}, false
	}
	b := button{id: t.id + "/" + strconv.Itoa(slot), quiet: true, off: func() bool { _, there := now(); return !there }}
	b.click = func() { r, _ := now(); t.click(b.id, r) }
	b.tip = func(at image.Point) []vm.TipLine {
		if r, there := now(); there {
			return t.tip(r, at.X)
		}
		return nil
	}
	b.paint = func(dst *ebiten.Image, r image.Rectangle) {
		if x, there := now(); there {
			t.drawRow(dst, r, x)
		}
	}
	return p.button(b)
}

// from is the first row shown.
func (t *table) from() int {
	n := len(t.a.section(t.section).Rows)
	return max(0, min(t.a.scrolls[t.key()], n-t.slots))
}

// key names the table while the page is built anew.
func (t *table) key() string { return strconv.Itoa(int(t.a.tab)) + "/" + t.a.section(t.section).Key }

// move scrolls the table down or up.
func (t *table) move(by int) {
	t.a.scrolls[t.key()] = t.from() + by
	t.a.scrolls[t.key()] = t.from()
	t.a.touch()
}

// area is where the table lies.
func (t *table) area() image.Rectangle {
	r := t.head.w.Rect
	r.Max.Y += t.slots * t.a.k.px(tableRow)
	return r
}

// click looks at what a row is about, or orders something about it.
func (t *table) click(id string, r vm.Row) {
	if r.Pick != 0 && !r.Picked {
		t.a.looked[t.a.tab] = r.Pick
		t.a.seen.valid = false
		t.a.touch()
		t.a.reshape()
		if len(r.Orders) != 1 {
			return
		}
	}
	t.a.draft(id, r.Orders)
}

// tip tells what a row says, with what had no room in it; over an own figure, what
// it is made of.
func (t *table) tip(r vm.Row, x int) (tip []vm.TipLine) {
	columns := t.a.section(t.section).Columns
	for _, s := range t.spans() {
		if x < s.from || x >= s.to || s.at >= len(r.Cells) {
			continue
		}
		if m := r.Cells[s.at].Metric; m != "" && r.Mine {
			return t.a.play.WhyOf(m)
		}
	}
	for i, c := range r.Cells {
		text := c.Full
		if text == "" {
			text = c.Text
		}
		switch {
		case i == 0:
			tip = append(tip, vm.TipLine{Text: text, Head: true})
		case text != "" && text != "–":
			tip = append(tip, vm.TipLine{Text: columns[i].Name, Value: text})
		}
	}
	if r.Tip != nil {
		tip = append(tip, r.Tip()...)
	}
	if len(r.Orders) > 0 {
		tip = append(tip, vm.TipLine{Text: t.a.t("act.click"), Dim: true})
	}
	return tip
}

// aboutColumn explains the column at a place of a row.
func (t *table) aboutColumn(x int) []vm.TipLine {
	for _, s := range t.spans() {
		if c := t.a.section(t.section).Columns[s.at]; x >= s.from && x < s.to {
			return []vm.TipLine{{Text: c.Name, Head: true}, {Text: c.Help}}
		}
	}
	return nil
}

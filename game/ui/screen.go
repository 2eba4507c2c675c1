package ui

import (
	"image"
	"slices"
	"strconv"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// The heights of the parts of a screen, in units.
const (
	sectionHead = 22
	sectionEdge = 20 // of a panel, above and below together
	sectionGap  = 4  // between the parts of a panel
	factHeight  = 42
	factWidth   = 200 // the least
	tableHead   = 20
	tableRow    = 22
	actionsRow  = 30
	pagerWidth  = 76
	leastRows   = 3   // of a table that has more
	leastFeed   = 84  // of the panel below
	leastChart  = 150 // of it, beside a chart
)

// middle is the room between the columns: what the tab shows, and the feed.
func (a *App) middle(p *page) []item {
	if a.tab == vm.TabPower {
		k := a.k
		return []item{grows(1.2, a.mapPanel(p)),
			fixed(lowHeight, k.row(8, fixed(a.fleetWidth(), a.fleetPanel(p)), grows(1, a.chartPanel(p)))),
			grows(1, a.feedPanel(p))}
	}
	a.sites = nil
	screen := a.see().screen
	a.shape = shapeOf(screen)
	width, height := a.middleSize()
	actions := a.actionLines(width)
	strip := float64(len(actions)*(actionsRow+4) - 4)
	room := height - tabHeight - noteHeight - strip - 3*8
	lines := linesOf(screen, width)
	pages := pagesOf(a.wanted(screen, lines), room)
	a.pages = len(pages)
	at := min(a.turned[a.tab], len(pages)-1)
	lines, needs := lines[pages[at].from:pages[at].to], pages[at].needs
	heights := shareHeights(needs, room-float64(8*(len(lines)-1)))
	used := 0.0
	var items []item
	for i, l := range lines {
		var cells []item
		for j := l.from; j < l.to; j++ {
			cells = append(cells, grows(1, a.sectionPanel(p, j, l.width, heights[i])))
		}
		items = append(items, fixed(heights[i], a.k.row(8, cells...)))
		used += heights[i] + 8
	}
	items = append(items, fixed(strip, a.actionStrip(p, actions, at)))
	switch {
	case room-used >= leastChart:
		return append(items, grows(1, a.k.row(8, grows(1, a.feedPanel(p)), fixed(chartWidth(width), a.chartPanel(p)))))
	case room-used >= leastFeed:
		return append(items, grows(1, a.feedPanel(p)))
	}
	return append(items, grows(1, space()))
}

// chartWidth is the width of the chart beside the feed.
func chartWidth(width float64) float64 { return max(232, width*0.4) }

// sheet is lines of a screen that are shown together: from inclusive to exclusive.
type sheet struct {
	from, to int
	needs    []need
}

// pagesOf parts lines into pages, where one has not the room for all.
func pagesOf(needs []need, room float64) (pages []sheet) {
	from, used := 0, 0.0
	for i, x := range needs {
		if i > from && used+x.least > room {
			pages = append(pages, sheet{from, i, needs[from:i]})
			from, used = i, 0
		}
		used += x.least + 8
	}
	return append(pages, sheet{from, len(needs), needs[from:]})
}

// middleSize is the room in the middle of the page, in units.
func (a *App) middleSize() (width, height float64) {
	s := a.scale()
	return float64(a.size.X)/s - leftWidth - rightWidth - 4*8, float64(a.size.Y)/s - topHeight - 3*8
}

// shape is what a screen is built for: when it changes, the page is made anew.
type shape string

func shapeOf(s vm.Screen) shape {
	text := ""
	for _, x := range s.Sections {
		text += x.Key + strconv.Itoa(len(x.Facts)) + "," + strconv.Itoa(len(x.Columns)) + "," + strconv.Itoa(len(x.Rows)) + ";"
	}
	return shape(text)
}

// reshape has the page made anew if the screen has other parts than it was built
// for, unless something is open over it.
func (a *App) reshape() {
	if a.tab != vm.TabPower && !a.play.Over() && !a.waiting() && shapeOf(a.see().screen) != a.shape {
		a.rebuild()
	}
}

// bench is sections that stand side by side: from inclusive to exclusive, each as
// wide as width says.
type bench struct {
	from, to int
	width    float64
}

// roomForTwo is the width from which two sections stand side by side.
const roomForTwo = 1000

// linesOf puts the sections into lines.
func linesOf(s vm.Screen, width float64) (lines []bench) {
	for i := 0; i < len(s.Sections); i++ {
		if i+1 < len(s.Sections) && width >= roomForTwo && s.Sections[i].Half && s.Sections[i+1].Half {
			lines = append(lines, bench{i, i + 2, (width - 8) / 2})
			i++
			continue
		}
		lines = append(lines, bench{i, i + 1, width})
	}
	return lines
}

// need is how high a section wants to be, and how high it must be at least.
type need struct{ wants, least float64 }

// wanted is what the lines of a screen need.
func (a *App) wanted(s vm.Screen, lines []bench) []need {
	list := make([]need, len(lines))
	for i, l := range lines {
		for j := l.from; j < l.to; j++ {
			n := sectionNeeds(s.Sections[j], l.width)
			list[i] = need{max(list[i].wants, n.wants), max(list[i].least, n.least)}
		}
	}
	return list
}

// sectionNeeds is what a section needs at a width.
func sectionNeeds(x vm.Section, width float64) need {
	h := sectionEdge + sectionHead + float64(factRows(len(x.Facts), width))*(factHeight+sectionGap)
	if len(x.Columns) == 0 {
		return need{h, h}
	}
	h += sectionGap
	if len(x.Rows) == 0 {
		return need{h + tableRow, h + tableRow}
	}
	rows := len(x.Rows)
	return need{h + tableHead + float64(rows*tableRow), h + tableHead + float64(min(rows, leastRows)*tableRow)}
}

// shareHeights gives sections what they must have, and then row by row in turns what
// they want, as long as there is room.
func shareHeights(list []need, room float64) []float64 {
	heights := make([]float64, len(list))
	for i, x := range list {
		heights[i] = x.least
		room -= x.least
	}
	for given := true; given; {
		given = false
		for i, x := range list {
			if more := min(tableRow, x.wants-heights[i]); more > 0 && more <= room {
				heights[i] += more
				room -= more
				given = true
			}
		}
	}
	return heights
}

// factRows is how many rows n figures take.
func factRows(n int, width float64) int {
	if n == 0 {
		return 0
	}
	columns := factColumns(n, width)
	return (n + columns - 1) / columns
}

func factColumns(n int, width float64) int {
	most := max(1, int((width-sectionEdge)/factWidth))
	rows := (n + most - 1) / most
	return (n + rows - 1) / rows
}

// sectionPanel is a section in its room: heading, figures, table.
func (a *App) sectionPanel(p *page, i int, width, height float64) child {
	k := a.k
	now := func() vm.Section { return a.section(i) }
	s := now()
	rows := []item{fixed(sectionHead, k.heading(s.Title, func() string { return now().Note }))}
	used := float64(sectionEdge + sectionHead)
	if n := len(s.Facts); n > 0 {
		columns := factColumns(n, width)
		for from := 0; from < n; from += columns {
			var cells []item
			for j := from; j < from+columns; j++ {
				cells = append(cells, grows(1, a.factCell(p, i, j)))
			}
			rows = append(rows, fixed(factHeight, k.row(12, cells...)))
			used += factHeight + sectionGap
		}
	}
	switch {
	case len(s.Rows) > 0:
		used += tableHead + sectionGap
		rows = append(rows, grows(1, a.table(p, i, int((height-used)/tableRow+0.01))))
	case len(s.Columns) > 0:
		rows = append(rows, fixed(tableRow, k.words(s.Empty, small, false, dim)), grows(1, space()))
	}
	return k.panel(sectionGap, rows...)
}

// section is a section of the screen as it is now.
func (a *App) section(i int) vm.Section {
	if list := a.see().screen.Sections; i < len(list) {
		return list[i]
	}
	return vm.Section{}
}

// actionStrip lists the orders of the tab with what they take, in as many lines as
// they need; a click puts one into the form.
func (a *App) actionStrip(p *page, lines [][]vm.Action, at int) child {
	k := a.k
	var rows []item
	for i, list := range lines {
		var items []item
		for _, x := range list {
			items = append(items, grows(a.actionWidth(x), a.actionButton(p, x)))
		}
		if len(list) == 0 {
			items = append(items, grows(1, k.words(a.t("act.none"), small, false, dim)))
		}
		if i+1 == len(lines) && a.pages > 1 {
			items = append(items, fixed(pagerWidth, a.pager(p, at)))
		}
		rows = append(rows, fixed(actionsRow, k.row(4, items...)))
	}
	return k.column(4, rows...)
}

// actionWidth is the room that an order of the strip wants, in units.
func (a *App) actionWidth(x vm.Action) float64 {
	return a.k.width(x.Name, a.k.face(small, false))/a.k.s + 20
}

// actionLines parts the orders of the tab into lines, about as many in each.
func (a *App) actionLines(width float64) (lines [][]vm.Action) {
	list := a.form.Actions(a.tab)
	for per := len(list); per > 1; per = (per + 1) / 2 {
		if lines = slices.Collect(slices.Chunk(list, per)); a.fits(lines, width) {
			return lines
		}
	}
	return append(lines[:0], list)
}

// fits tells whether lines of orders have room in a width, the last one with the
// pager.
func (a *App) fits(lines [][]vm.Action, width float64) bool {
	for i, list := range lines {
		left := width
		if i+1 == len(lines) {
			left -= pagerWidth
		}
		for _, x := range list {
			left -= a.actionWidth(x) + 4
		}
		if left < 0 {
			return false
		}
	}
	return true
}

// actionButton is an order of the strip.
func (a *App) actionButton(p *page, x vm.Action) child {
	k := a.k
	return p.button(button{id: "act/" + strconv.Itoa(x.At), size: small, on: func() bool { return a.form.At() == x.At },
		click: func() { a.form.SetKind(x.At); a.rebuild() }, tip: func(image.Point) []vm.TipLine { return a.actionTip(x) },
		paint: func(dst *ebiten.Image, r image.Rectangle) {
			k.write(dst, x.Name, inset(r, k.px(6), 0), k.face(small, false), ink, middle)
		}})
}

// pager turns to the next page of a screen that does not fit on one.
func (a *App) pager(p *page, at int) child {
	return p.button(button{id: "pager", text: still(strconv.Itoa(at+1) + " / " + strconv.Itoa(a.pages)), icon: nextIcon, size: small, tip: say(still(a.t("screen.more"))),
		click: func() {
			a.turned[a.tab] = (at + 1) % a.pages
			a.rebuild()
		}})
}

// actionTip says what an order is for, what it takes and how long it waits.
func (a *App) actionTip(x vm.Action) []vm.TipLine {
	tip := []vm.TipLine{{Text: x.Name, Head: true}, {Text: x.Help}, {Text: a.t("act.takes", "n", strconv.FormatInt(x.Cost, 10))}}
	if x.Weeks > 0 {
		tip = append(tip, vm.TipLine{Text: a.t("act.waits", "n", strconv.Itoa(int(x.Weeks)))})
	}
	return append(tip, vm.TipLine{Text: a.t("act.click"), Dim: true})
}

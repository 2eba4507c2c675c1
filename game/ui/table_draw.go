package ui

import (
	"image"
	"slices"

	"entangle/game/vm"
	"github.com/hajimehoshi/ebiten/v2"
)

// The widths of what is no text in a cell, and of the room between columns, in
// units.
const (
	fanWidth    = 96
	courseWidth = 64
	barWidth    = 44
	columnGap   = 12
	leastFirst  = 70  // of the first column
	mostFirst   = 230 // of it, where there is room
	mostSpare   = 56  // that a column gets beyond what it wants
)

// spans finds where the columns lie.
func (t *table) spans() []span {
	s := t.a.section(t.section)
	if v := t.a.play.Version(); t.version == v && len(t.columns) > 0 {
		return t.columns
	} else {
		t.version = v
	}
	shown, widths, total := t.measure(s)
	for total > t.width && len(shown) > 1 {
		spare := -1
		for i, at := range shown {
			if n := s.Columns[at].Spare; n > 0 && (spare < 0 || n >= s.Columns[shown[spare]].Spare) {
				spare = i
			}
		}
		if spare < 0 {
			break
		}
		total -= widths[spare]
		shown, widths = slices.Delete(shown, spare, spare+1), slices.Delete(widths, spare, spare+1)
	}
	t.columns = t.columns[:0]
	for i, at := range shown {
		t.columns = append(t.columns, span{at: at, to: widths[i]})
	}
	t.lay(t.width - total)
	return t.columns
}

// measure is what each column wants, its gap included.
func (t *table) measure(s vm.Section) (shown, widths []int, total int) {
	k := t.a.k
	f := k.face(small, false)
	for at, c := range s.Columns {
		w := int(k.width(c.Name, f)) + 1
		for _, r := range s.Rows {
			if at < len(r.Cells) {
				w = max(w, k.cellWidth(r.Cells[at], k.face(small, r.Mine)))
			}
		}
		shown, widths = append(shown, at), append(widths, w+k.px(columnGap))
		total += w + k.px(columnGap)
	}
	return shown, widths, total
}

// lay turns widths into places and shares out what is left over, or takes what is
// missing from the columns of text.
func (t *table) lay(left int) {
	k, list := t.a.k, t.columns
	columns := t.a.section(t.section).Columns
	if left < 0 {
		for i := range list {
			if columns[list[i].at].Left || i == 0 {
				take := min(-left, max(0, list[i].to-k.px(leastFirst)))
				list[i].to -= take
				left += take
			}
		}
	}
	if left > 0 {
		more := min(left, max(0, k.px(mostFirst)-list[0].to))
		list[0].to += more
		left -= more
		for i := range list {
			share := min(left/(len(list)-i), k.px(mostSpare))
			list[i].to += share
			left -= share
		}
	}
	x := 0
	for i := range list {
		list[i].from, list[i].to = x, x+list[i].to
		x = list[i].to
	}
}

// cellWidth is what a cell wants.
func (k *kit) cellWidth(c vm.Cell, f *face) int {
	w := int(k.width(c.Text, f)) + 1
	switch {
	case c.Fan != nil:
		w = k.px(fanWidth)
	case c.Course != nil:
		w = k.px(courseWidth)
	}
	if c.Of > 0 {
		w += k.px(14)
	}
	return w
}

func (t *table) drawHead(dst *ebiten.Image, r image.Rectangle) {
	k := t.a.k
	if t.width != r.Dx() {
		t.width, t.version = r.Dx(), -1
	}
	for i, s := range t.spans() {
		c := t.a.section(t.section).Columns[s.at]
		k.write(dst, c.Name, t.cell(r, i, s), k.face(small, false), dim, alignOf(c, i))
	}
	k.mesh.rect(image.Rect(r.Min.X, r.Max.Y-1, r.Max.X, r.Max.Y), line)
	t.drawBar(r)
	k.mesh.flush(dst)
}

// drawBar shows which of the rows are seen, where there are more.
func (t *table) drawBar(head image.Rectangle) {
	k, n := t.a.k, len(t.a.section(t.section).Rows)
	if n <= t.slots {
		return
	}
	k.scrollBar(image.Rect(head.Min.X, head.Max.Y, head.Max.X, head.Max.Y+t.slots*k.px(tableRow)), t.from(), t.slots, n)
}

// scrollBar shows, on the right of rows, which of n are seen.
func (k *kit) scrollBar(rows image.Rectangle, first, slots, n int) {
	track := image.Rect(rows.Max.X+k.px(3), rows.Min.Y, rows.Max.X+k.px(6), rows.Max.Y)
	k.mesh.rect(track, sunken)
	from, to := first*track.Dy()/n, (first+slots)*track.Dy()/n
	k.mesh.rect(image.Rect(track.Min.X, track.Min.Y+from, track.Max.X, track.Min.Y+to), dim)
}

func alignOf(c vm.Column, i int) float64 {
	if c.Left || i == 0 {
		return left
	}
	return right
}

// cell is the place of a cell in a row.
func (t *table) cell(r image.Rectangle, i int, s span) image.Rectangle {
	box := image.Rect(r.Min.X+s.from, r.Min.Y, min(r.Max.X, r.Min.X+s.to), r.Max.Y)
	if i+1 < len(t.columns) {
		box.Max.X -= t.a.k.px(columnGap)
	}
	return box
}

func (t *table) drawRow(dst *ebiten.Image, r image.Rectangle, x vm.Row) {
	k := t.a.k
	if x.Picked {
		drawNine(dst, k.rounded(4, 1, faint(accent, 0.14), faint(accent, 0.5)), r)
	}
	columns := t.a.section(t.section).Columns
	for i, s := range t.spans() {
		if s.at < len(x.Cells) {
			t.drawCell(dst, t.cell(r, i, s), x, x.Cells[s.at], alignOf(columns[s.at], i))
		}
	}
}

// drawCell draws what stands in a cell.
func (t *table) drawCell(dst *ebiten.Image, box image.Rectangle, row vm.Row, c vm.Cell, align float64) {
	k := t.a.k
	color := toneOf(row, c)
	if c.Of > 0 {
		width := int(k.width(c.Text, k.face(small, row.Mine))) + 1 + k.px(14)
		mark := box
		if align == right {
			mark.Min.X = max(box.Min.X, box.Max.X-width)
		}
		k.token(point{float64(mark.Min.X) + 4*k.s, float64(box.Min.Y+box.Max.Y) / 2}, 4*k.s, c.Of)
		box.Min.X = mark.Min.X + k.px(14)
	}
	if c.Bar > 0 {
		bar := image.Rect(max(box.Min.X, box.Max.X-k.px(barWidth)), box.Max.Y-k.px(3), box.Max.X, box.Max.Y-k.px(1))
		k.mesh.rect(bar, sunken)
		bar.Max.X = bar.Min.X + int(float64(bar.Dx())*min(c.Bar, 1))
		k.mesh.rect(bar, faint(accent, 0.7))
	}
	switch {
	case c.Fan != nil:
		k.drawFan(inset(box, 0, k.px(5)), *c.Fan, color)
	case c.Course != nil:
		k.spark(inset(box, 0, k.px(4)), c.Course, color)
	}
	k.mesh.flush(dst)
	if c.Fan == nil && c.Course == nil {
		k.write(dst, c.Text, box, k.face(small, row.Mine), color, align)
	}
}

func toneOf(row vm.Row, c vm.Cell) rgba {
	switch {
	case c.Tone > 0:
		return good
	case c.Tone < 0:
		return bad
	case c.Dim || row.Dim:
		return dim
	}
	return ink
}

// drawFan draws what is likely of a figure as a bar, its middle as a line and what
// it is held against as a dot.
func (k *kit) drawFan(r image.Rectangle, f vm.Fan, c rgba) {
	x := func(v float64) int { return r.Min.X + int(float64(r.Dx())*min(max(v, 0), 1)) }
	mid := (r.Min.Y + r.Max.Y) / 2
	k.mesh.rect(image.Rect(r.Min.X, mid, r.Max.X, mid+1), line)
	k.mesh.rect(image.Rect(x(f.Low), mid-k.px(3), max(x(f.High), x(f.Low)+1), mid+k.px(4)), faint(accent, 0.45))
	k.mesh.rect(image.Rect(x(f.Likely)-k.px(1), r.Min.Y, x(f.Likely)+k.px(1), r.Max.Y), c)
	if f.Mark > 0 {
		k.mesh.disc(point{float64(x(f.Mark)), float64(mid)}, 3*k.s, bad)
	}
}

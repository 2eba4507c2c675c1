package main

import (
	"io"
	"strings"

	"github.com/rivo/uniseg"
)

// table is text in columns. Widths count what a terminal shows: a Chinese
// character fills two columns.
type table struct {
	right []bool // columns whose cells stand at the right
	rows  [][]string
}

// newTable makes a table with a letter per column: l for left, r for right.
func newTable(align string) *table {
	t := &table{}
	for _, a := range align {
		t.right = append(t.right, a == 'r')
	}
	return t
}

// row adds a row; it has a cell per column.
func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

// write prints the table with two blanks between columns.
func (t *table) write(w io.Writer) error {
	widths := make([]int, len(t.right))
	for _, row := range t.rows {
		for i, cell := range row {
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
		}
	}
	for _, row := range t.rows {
		var b strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell))
			if i > 0 {
				b.WriteString("  ")
			}
			if t.right[i] {
				b.WriteString(pad + cell)
			} else {
				b.WriteString(cell + pad)
			}
		}
		if _, err := io.WriteString(w, strings.TrimRight(b.String(), " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

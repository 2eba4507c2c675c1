package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Diagnostic is one mistake in a file.
type Diagnostic struct {
	File    string   // as the reader would open it
	Line    int      // from 1; 0 if the mistake concerns the whole file
	Col     int      // from 1, in characters
	EndCol  int      // the column after the last one concerned
	Path    string   // place in the scenario: companies.lumen.cash; may be empty
	Message string   // what is wrong
	Help    string   // what to do; may be empty
	Excerpt []string // the lines concerned, ready to print; may be empty
}

// String returns the diagnostic as compilers print it, without a final newline.
func (d Diagnostic) String() string {
	var b strings.Builder
	b.WriteString(d.File)
	if d.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", d.Line, d.Col)
	}
	b.WriteString(": error: ")
	if d.Path != "" {
		b.WriteString(d.Path + ": ")
	}
	b.WriteString(d.Message)
	for _, line := range d.Excerpt {
		b.WriteString("\n" + line)
	}
	if d.Help != "" {
		b.WriteString("\n" + helpIndent + "= help: " + d.Help)
	}
	return b.String()
}

// Diagnostics are all mistakes found, by file, line and column. As an error they
// are never empty.
type Diagnostics []Diagnostic

const (
	shownMost = 50   // diagnostics that Error prints
	keptMost  = 1000 // diagnostics that are collected at all
)

// Error prints the first diagnostics with their excerpts and tells how many
// more there are.
func (ds Diagnostics) Error() string {
	var b strings.Builder
	for i, d := range ds[:min(len(ds), shownMost)] {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(d.String())
	}
	switch more := len(ds) - shownMost; {
	case len(ds) >= keptMost:
		fmt.Fprintf(&b, "\nand at least %d more errors", more)
	case more == 1:
		b.WriteString("\nand 1 more error")
	case more > 1:
		fmt.Fprintf(&b, "\nand %d more errors", more)
	}
	return b.String()
}

// sorted returns the diagnostics in their order, each once.
func (ds Diagnostics) sorted() Diagnostics {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(ds, func(a, b Diagnostic) bool {
		return a.File == b.File && a.Line == b.Line && a.Col == b.Col && a.Path == b.Path && a.Message == b.Message
	})
}

// report collects the mistakes of one load.
type report struct {
	list  Diagnostics
	grave bool // some mistake makes a check of meaning pointless
	runes runeCache
}

// full tells that further mistakes are only noise.
func (r *report) full() bool { return len(r.list) >= keptMost }

// at adds a mistake at a place in a file.
func (r *report) at(s span, path, message, help string) {
	if r.full() {
		return
	}
	d := Diagnostic{Line: s.line, Col: s.col, EndCol: s.end, Path: path, Message: message, Help: help}
	if s.src != nil {
		d.File, d.Excerpt = s.src.name, excerpt(s, r.runes.of(s))
	}
	r.list = append(r.list, d)
}

// file adds a mistake that concerns a whole file, or one that cannot be read.
func (r *report) file(name, message, help string) {
	r.list, r.grave = append(r.list, Diagnostic{File: name, Message: message, Help: help}), true
}

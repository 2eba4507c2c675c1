package scenario

import (
	"fmt"
	"strings"
	"unicode"
)

// span is a place within one line of a file.
type span struct {
	src  *source
	line int // from 1
	col  int // from 1, in characters
	end  int // the column after the last character
}

const (
	gutter      = "%5d | "
	emptyGutter = "      | "
	helpIndent  = "      "
	widest      = 120 // characters of a line that are shown
	leftOf      = 60  // characters shown before the place in a longer line
)

// excerpt returns the line of s below the line before it, and carets. runes are
// the characters of the line.
func excerpt(s span, runes []rune) []string {
	if s.line < 1 || s.line > len(s.src.lines) {
		return nil
	}
	var out []string
	if s.line > 1 && strings.TrimSpace(s.src.lines[s.line-2]) != "" {
		before := s.src.lines[s.line-2]
		text, _ := clip([]rune(before[:min(len(before), 4*widest+4)]), 0)
		out = append(out, strings.TrimRight(fmt.Sprintf(gutter, s.line-1)+text, " "))
	}
	start := min(max(s.col-1, 0), len(runes))
	end := min(max(s.end-1, start), len(runes))
	from := 0
	if len(runes) > widest {
		from = max(start-leftOf, 0)
	}
	text, cut := clip(runes, from)
	pad, caret := 0, 0
	for i := from; i < start; i++ {
		pad += width(runes[i])
	}
	for i := start; i < min(end, from+widest); i++ {
		caret += width(runes[i])
	}
	return append(out,
		strings.TrimRight(fmt.Sprintf(gutter, s.line)+text, " "),
		emptyGutter+strings.Repeat(" ", cut+pad)+strings.Repeat("^", max(caret, 1)))
}

// clip returns a line from one of its characters on, cut to what fits and safe
// to print, and the width of the dots that stand for what was cut before it.
func clip(runes []rune, from int) (text string, cut int) {
	var b strings.Builder
	if from > 0 {
		b.WriteString("...")
		cut = 3
	}
	for _, r := range runes[from:min(from+widest, len(runes))] {
		switch {
		case r == '\t':
			r = ' '
		case !unicode.IsPrint(r):
			r = unicode.ReplacementChar
		}
		b.WriteRune(r)
	}
	if from+widest < len(runes) {
		b.WriteString("...")
	}
	return b.String(), cut
}

// wide are the characters that terminals draw over two columns, roughly.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{{0x1100, 0x115F, 1}, {0x2E80, 0xA4CF, 1}, {0xAC00, 0xD7A3, 1}, {0xF900, 0xFAFF, 1}, {0xFE30, 0xFE6F, 1}, {0xFF00, 0xFF60, 1}, {0xFFE0, 0xFFE6, 1}},
	R32: []unicode.Range32{{0x1F300, 0x1F64F, 1}, {0x1F900, 0x1F9FF, 1}, {0x20000, 0x3FFFD, 1}},
}

// width is the number of columns in which a terminal draws r.
func width(r rune) int {
	switch {
	case unicode.Is(wide, r):
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	}
	return 1
}

// quote returns text in quotes, cut to what fits into a message.
func quote(text string) string {
	const most = 60
	if runes := []rune(text[:min(len(text), 4*most+4)]); len(runes) > most {
		text = string(runes[:most]) + "..."
	}
	return fmt.Sprintf("%q", text)
}

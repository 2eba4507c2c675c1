package scenario

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// What a file may cost that is refused: the memory it takes, as that does not hang on how
// busy a machine is, as seconds would. A reader that unfolds, copies or keeps what it should
// not goes far beyond it; one that goes round without taking any ends at the bound of go test.
const (
	mostPieces = 2 * maxBytes // two for each byte of the largest file
	mostBytes  = 128 * maxBytes
)

// TestHostile gives Load files that are built to hurt. Each is refused with one
// clear message, and at a bounded cost.
func TestHostile(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, (maxBytes-200)/len(s)) }
	var laughs strings.Builder
	laughs.WriteString("l0: &l0 [lol]\n")
	for i := 1; i < 30; i++ {
		fmt.Fprintf(&laughs, "l%d: &l%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*l%d, ", i-1), 9))
	}
	for _, c := range []struct{ name, text, want string }{
		{"too large", "title: " + strings.Repeat("x", maxBytes), "larger than 1 MiB"},
		{"brackets", strings.Repeat("[", 100_000), "nested more than 32 deep"},
		{"braces", strings.Repeat("{a: ", 30_000), "nested more than 32 deep"},
		{"blocks", nestedBlocks(200), "nested more than 32 deep"},
		{"question marks", fill("? "), "nested more than 32 deep"},
		{"billion laughs", laughs.String(), "aliases inside of anchors unfold without bound"},
		{"a million commas", "a: [" + fill("1,") + "]", "brackets and commas"},
		{"long list", "companies: [" + strings.Repeat("1,", 20_000) + "]", "20000 items are too many"},
		{"long block list", "companies:\n" + fill("- a\n"), "items are too many"},
		{"many keys", manyKeys(60_000), "60000 keys are too many"},
		{"many unknown keys", manyKeys(9_999), "unknown key"},
		{"the same key", "companies:\n" + strings.Repeat("  a: 1\n", 9_999), "the key \"a\" is given twice"},
		{"mistakes in one line", "companies: [" + strings.Repeat("{id: 9, x: 1}, ", 9_999) + "]", "\"9\" is not an id"},
		{"the same id", "companies: [" + strings.Repeat("{id: a}, ", 9_999) + "]", "the id \"a\" is given twice"},
		{"aliases", "a: [&a 1, " + strings.Repeat("*a, ", 9_000) + "]", "the alias \"*a\" is not supported"},
		{"tags", "a: [" + strings.Repeat("!b 1, ", 9_000) + "]", "the tag \"!b\" is not supported"},
		{"one long word", "title: { en: " + fill("x") + "}", "are missing"},
		{"one long number", justBase + "companies: [{ id: lumen, cash: " + fill("9") + " }]", "too large"},
		{"one long key", fill("k") + ": 1", "unknown key"},
		{"open quote", "title: \"" + fill("a\\n"), "never closed"},
		{"comments", fill("# x\n"), "is empty"},
		{"documents", fill("---\n"), "second document"},
		{"zeros", strings.Repeat("\x00", 5000), "U+0000 cannot be printed"},
		{"UTF-16", "t\x00i\x00t\x00l\x00e\x00", "U+0000 cannot be printed"},
		{"noise", "\x7fELF\x02\x01\x01\x80\xff", "U+007F cannot be printed"},
		{"line separator", "title: a\u2028format: 1", "U+2028 cannot be printed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys, _ := pack(t, c.text)
			var text string
			n, bytes := allocated(func() { _, err := Check(Load(fsys, ".")); text = fmt.Sprint(err) })
			if n > mostPieces || bytes > mostBytes {
				t.Errorf("took %d pieces of memory, %d MiB", n, bytes>>20)
			}
			if !strings.Contains(text, c.want) {
				t.Errorf("no %q in\n%.600s", c.want, text)
			}
			if len(text) > 100_000 {
				t.Errorf("the text has %d bytes", len(text))
			}
		})
	}
}

// allocated counts the pieces of memory that do asks for, and their bytes.
func allocated(do func()) (pieces, bytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}

func nestedBlocks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	return b.String()
}

func TestDiagnosticsAreCapped(t *testing.T) {
	fsys, _ := pack(t, justBase+manyKeys(52))
	if _, err := Load(fsys, "."); !strings.HasSuffix(err.Error(), "\nand 2 more errors") {
		t.Errorf("ends with %q", err.Error()[len(err.Error())-60:])
	}
	fsys, _ = pack(t, justBase+manyKeys(5000))
	_, err := Load(fsys, ".")
	if n := len(err.(Diagnostics)); n != keptMost {
		t.Errorf("%d diagnostics are kept", n)
	}
	if text := err.Error(); strings.Count(text, ": error: ") != shownMost || !strings.HasSuffix(text, "\nand at least 950 more errors") {
		t.Errorf("ends with %q", text[len(text)-60:])
	}
}

package scenario

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	yaml "go.yaml.in/yaml/v4"
)

// The quick ways say what the slow ones do, of whatever text.
func TestQuickWays(t *testing.T) {
	word := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	plain := regexp.MustCompile(`^[-$0-9]*[0-9]([-$0-9A-Za-z_.%/+ ]*[0-9A-Za-z%])?$`)
	pieces := rapid.SampledFrom(strings.Split(`a z 0 9 1 10 _ - -- $ . .5 % / + A Z @ [ { é ü 12 k GW inf Inf .inf NaN 0x 0_ e`+" \n  \t", " "))
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(pieces, 0, 6).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		if isWord(s) != word.MatchString(s) || isPlain(s) != plain.MatchString(s) {
			t.Errorf("%q: a word %v, plain %v", s, isWord(s), isPlain(s))
		}
		message, _ := odd(s)
		if (message != "") != (endless.MatchString(s) || based.MatchString(s) || padded.MatchString(s)) {
			t.Errorf("%q: %q", s, message)
		}
	})
}

func TestPlainWidth(t *testing.T) {
	pieces := rapid.SampledFrom(strings.Split("a 1.5 é \" ' '' \\\\\" \\\\ # : & ! * | > - $4B ~ {} [x] \\\\n", " "))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(pieces, 0, 6).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		for _, form := range []string{"k: T", "k: 'T'", "k: \"T\"", "k: { a: T, b: \"T\" }", "k: [T, 'T'] # T", "T: T", "k: T\n  T", "\"T\": &a T", "é: T"} {
			sameWidth(t, strings.ReplaceAll(form, "T", text))
		}
	})
}

// sameWidth compares both widths of all scalars of a text, if that is YAML.
func sameWidth(t *rapid.T, text string) {
	src := &source{name: "x", data: []byte(text), lines: splitLines([]byte(text))}
	var doc yaml.Node
	if !src.checkBytes(&report{}) || yaml.Load(src.data, &doc) != nil {
		return
	}
	c := converter{src: src, report: &report{}}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		s := c.mark(n.Line, n.Column, 1)
		if runes := c.report.runes.of(s); n.Kind == yaml.ScalarNode && s.col <= len(runes) {
			if quick := plainWidth(s, n); quick != 0 && quick != scalarWidth(runes[s.col-1:], n) {
				t.Errorf("%q: %q is %d wide, not %d", text, n.Value, scalarWidth(runes[s.col-1:], n), quick)
			}
		}
		for _, child := range n.Content {
			walk(child)
		}
	}
	walk(&doc)
}

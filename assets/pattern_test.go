package assets

import (
	"slices"
	"strings"
	"testing"
)

func lexicon(t *testing.T, lang, yaml string) *Lexicon {
	t.Helper()
	lex, err := parseWords(lang, []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func TestTextFillsGaps(t *testing.T) {
	lex := lexicon(t, "en", `
a:
  rent: "{by} rents {n} {n|chip|chips}"
  rent.no_n: plain
`)
	for _, c := range []struct {
		key  string
		args map[string]string
		want string
	}{
		{"a.rent", map[string]string{"by": "Lumen", "n": "1"}, "Lumen rents 1 chip"},
		{"a.rent", map[string]string{"by": "Lumen", "n": "12"}, "Lumen rents 12 chips"},
		{"a.rent", map[string]string{"by": "{n}", "n": "0"}, "{n} rents 0 chips"}, // values are not patterns
		{"a.rent", nil, "{by} rents {n} {n}"},
		{"a.rent.no_n", nil, "plain"},
		{"a.none", nil, "[a.none]"},
	} {
		if got := lex.Text(c.key, c.args); got != c.want {
			t.Errorf("%s with %v: %q, want %q", c.key, c.args, got, c.want)
		}
	}
	if got := lex.Placeholders("a.rent"); !slices.Equal(got, []string{"by", "n"}) {
		t.Errorf("placeholders: %v", got)
	}
	if !lex.Has("a.rent") || lex.Has("a") || !slices.Equal(lex.Keys(), []string{"a.rent", "a.rent.no_n"}) {
		t.Errorf("keys: %v", lex.Keys())
	}
}

func TestBadPatternsAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"{by":         "unpaired brace",
		"by}":         "unpaired brace",
		"a } b {n}":   "unpaired brace",
		"{}":          "no placeholder",
		"{By}":        "no placeholder",
		"{n|one}":     "no placeholder",
		"{n|1|2|3}":   "no placeholder",
		"{a{b}}":      "no placeholder",
		"{a|{|}":      "no placeholder",
		" ":           "empty",
		"fine {n} {}": "no placeholder",
	} {
		_, err := parseWords("en", []byte("g: {k: '"+text+"'}"))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "g.k: ") {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	for _, file := range []string{"g: {k: a, k: b}", "g: {a.b: x}\ng.a: {b: y}", "g: [a]", "g"} {
		if _, err := parseWords("en", []byte(file)); err == nil {
			t.Errorf("%q was read", file)
		}
	}
}

// Whatever a pattern is, it is refused or filled so that no gap is left.
func FuzzPattern(f *testing.F) {
	for _, s := range []string{"{a} and {b|x|y}", "{", "}{", "{a|b}", "{a|{|}", "流{a}明", "\xff{a}"} {
		f.Add(s, "1")
	}
	f.Fuzz(func(t *testing.T, text, value string) {
		p, err := parsePattern(text)
		if err != nil {
			return
		}
		args, length := map[string]string{}, 0
		for _, part := range p {
			if part.name != "" {
				args[part.name] = value
			}
			length += len(part.text)
		}
		got := p.fill(args)
		if strings.ContainsAny(got, "{}") && !strings.ContainsAny(value, "{}") || len(got) < length {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

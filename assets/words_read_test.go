package assets

import (
	"maps"
	"testing"

	"pgregory.net/rapid"
)

func byKey(list []wording) map[string]string {
	out := map[string]string{}
	for _, w := range list {
		out[w.key] = w.text
	}
	return out
}

// The quick way reads each file of words, and as the YAML library does.
func TestPlainWordsAreYAML(t *testing.T) {
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := wordFiles.ReadFile("words/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		quick, ok := readPlain(string(data))
		full, err := readYAML(data)
		if err != nil || !ok || len(quick) != len(full) || !maps.Equal(byKey(quick), byKey(full)) {
			t.Errorf("%s: read quickly %v, %d words; by the library %d, error %v", f.Name(), ok, len(quick), len(full), err)
		}
	}
}

// Whatever the quick way takes, the YAML library reads just so.
func TestPlainWordsAreNothingElse(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"a", "b.c", "1e3", "on", "null", "~", ":", ": ", " ", "  ", "    ", "\n", "\n\n", "#", " #", "\"", "'", "\\", "\\n", "\\\"", ">-", "|", "-", "{x}", "é", ",", "a:\n  b: c\n", "a: >-\n    b\n"})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, piece := range rapid.SliceOfN(pieces, 0, 16).Draw(t, "pieces") {
			text += piece
		}
		quick, ok := readPlain("g:\n  k: " + text)
		if !ok {
			return
		}
		full, err := readYAML([]byte("g:\n  k: " + text))
		if err != nil || len(quick) != len(full) || !maps.Equal(byKey(quick), byKey(full)) {
			t.Fatalf("%q is %q, in YAML %q, error %v", text, quick, full, err)
		}
	})
}

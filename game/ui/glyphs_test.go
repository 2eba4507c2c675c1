package ui

import (
	"io/fs"
	"strings"
	"testing"
	"unicode"

	"entangle/assets"
	"entangle/assets/fonts"
	"entangle/scenarios"
	"github.com/golang/freetype/truetype"
	fx "golang.org/x/image/math/fixed"
)

// Every character of every word in both languages and of every scenario has a
// glyph in both weights. If one is missing, run assets/fonts/subset.py.
func TestEveryCharacterHasAGlyph(t *testing.T) {
	k, err := newKit()
	if err != nil {
		t.Fatal(err)
	}
	for where, text := range allTexts(t) {
		for _, r := range text {
			for _, f := range []*truetype.Font{k.regular, k.bold} {
				if f.Index(r) == 0 && !unicode.IsControl(r) {
					t.Errorf("%s: %q has no glyph", where, r)
				}
			}
		}
	}
}

func allTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{"the window": "0123456789-+−×·…?%"}
	for _, lang := range assets.Languages() {
		lex, err := assets.Words(lang)
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, key := range lex.Keys() {
			all.WriteString(lex.Text(key, nil))
		}
		texts["words "+lang] = all.String()
	}
	err := fs.WalkDir(scenarios.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".yaml") {
			return err
		}
		text, err := fs.ReadFile(scenarios.FS, name)
		texts[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// Overlapping strokes are filled: where the parts of a bold 4 cross, there is
// no hole.
func TestStrokesHaveNoHoles(t *testing.T) {
	k, err := newKit()
	if err != nil {
		t.Fatal(err)
	}
	f := fonts.NewFace(k.bold, 200)
	_, mask, _, _, ok := f.Glyph(fx.P(0, 200), '4')
	if !ok {
		t.Fatal("no glyph")
	}
	b := mask.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		runs, inside := 0, false
		for x := b.Min.X; x < b.Max.X; x++ {
			_, _, _, alpha := mask.At(x, y).RGBA()
			if on := alpha > 0x8000; on != inside {
				inside = on
				if on {
					runs++
				}
			}
		}
		if runs > 2 {
			t.Errorf("row %d of the 4 has %d strokes", y, runs)
		}
	}
}

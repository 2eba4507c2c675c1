package assets

import (
	"strings"
	"unicode"
)

// Spaced sets a text that is no pattern, such as a title of a scenario, as the language is
// set.
func (l *Lexicon) Spaced(text string) string {
	if l.Lang != "zh" {
		return text
	}
	return spaced(text)
}

// spaced puts a space between a Chinese character and a Latin letter or a
// digit, as Chinese print does, and takes away one between two Chinese
// characters. Patterns need not know whether the name they are given is spelt
// 流明 or Lumen, nor what unit an amount ends with.
func spaced(text string) string {
	var b strings.Builder
	last, held := rune(0), false
	for _, r := range text {
		if r == ' ' && !held && isChinese(last) {
			held = true // until it is known what follows
			continue
		}
		if held && !isChinese(r) ||
			!held && (unicode.Is(unicode.Han, last) && startsLatin(r) || endsLatin(last) && unicode.Is(unicode.Han, r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, held = r, false
	}
	if held {
		b.WriteByte(' ')
	}
	return b.String()
}

// isChinese tells whether r is a character or a full-width sign.
func isChinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。；：、！？（）《》", r)
}

func endsLatin(r rune) bool { return isLatin(r) || r == '%' }

func startsLatin(r rune) bool { return isLatin(r) || r == '-' }

func isLatin(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || unicode.Is(unicode.Latin, r)
}

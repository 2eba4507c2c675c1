package units

import "strconv"

// quote puts a piece of the author's text into an error message, shortened so
// that a stray page of text does not become a page of error.
func quote(text string) string {
	const most = 40
	if runes := []rune(text); len(runes) > most {
		return strconv.Quote(string(runes[:most]) + "...")
	}
	return strconv.Quote(text)
}

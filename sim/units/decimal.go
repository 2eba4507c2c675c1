package units

import "strings"

// decimal is an exact number as it was written: ±mantissa·10^-places, the
// fraction without trailing zeros.
type decimal struct {
	negative bool
	mantissa uint64
	places   int
	large    bool // more digits than the mantissa holds
}

// numeral returns the number at the start of text and what follows it: digits
// with an optional sign and fraction, _ allowed between digits and, if asked
// for, an exponent. ok is false if text does not start with one.
func numeral(text string, exponent bool) (number, rest string, ok bool) {
	i := 0
	if strings.HasPrefix(text, "-") {
		i++
	}
	whole := digits(text[i:])
	if whole == 0 || whole > 1 && text[i] == '0' {
		return "", "", false
	}
	i += whole
	if strings.HasPrefix(text[i:], ".") {
		places := digits(text[i+1:])
		if places == 0 {
			return "", "", false
		}
		i += 1 + places
	}
	if exponent && i < len(text) && (text[i] == 'e' || text[i] == 'E') {
		n := 1
		if strings.HasPrefix(text[i+n:], "-") || strings.HasPrefix(text[i+n:], "+") {
			n++
		}
		power := digits(text[i+n:])
		if power == 0 {
			return "", "", false
		}
		i += n + power
	}
	return text[:i], text[i:], true
}

// digits returns the length of the run of digits at the start of text, with
// single underscores between them.
func digits(text string) int {
	n := 0
	for n < len(text) {
		switch {
		case isDigit(text[n]):
			n++
		case text[n] == '_' && n > 0 && text[n-1] != '_' && n+1 < len(text) && isDigit(text[n+1]):
			n++
		default:
			return n
		}
	}
	return n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// toDecimal reads a numeral without exponent.
func toDecimal(number string) decimal {
	var d decimal
	number, d.negative = strings.CutPrefix(number, "-")
	number = strings.ReplaceAll(number, "_", "")
	whole, fraction, _ := strings.Cut(number, ".")
	fraction = strings.TrimRight(fraction, "0")
	d.places = len(fraction)
	for _, part := range [2]string{whole, fraction} {
		for i := range len(part) {
			const most = (1<<64 - 10) / 10
			if d.mantissa > most {
				d.large = true
				return d
			}
			d.mantissa = d.mantissa*10 + uint64(part[i]-'0')
		}
	}
	return d
}

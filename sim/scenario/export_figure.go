package scenario

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// isPlain tells whether YAML reads the text of a number as it stands: it begins with
// digits, after signs and dollars, goes on with what numbers and units are made of,
// and ends with a digit, a letter or a percent sign.
func isPlain(s string) bool {
	i := strings.IndexFunc(s, func(r rune) bool { return r != '-' && r != '$' })
	if i < 0 || !isDigit(s[i]) {
		return false
	}
	for _, c := range []byte(s[i:]) {
		if !isDigit(c) && !isLetter(c) && !strings.ContainsRune("-$_.%/+ ", rune(c)) {
			return false
		}
	}
	last := s[len(s)-1]
	return isDigit(last) || isLetter(last) || last == '%'
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func (x *exporter) figure(f *field, fig *sim.Figure) {
	if *fig == sim.Exactly(fig.Value) {
		x.number(f, fig, fig.Value)
		return
	}
	x.write("{ value: ")
	x.number(f, fig, fig.Value)
	if fig.Low != fig.Value || fig.High != fig.Value {
		x.write(", low: ")
		x.number(f, fig, fig.Low)
		x.write(", high: ")
		x.number(f, fig, fig.High)
	}
	for _, part := range [...]struct{ key, text string }{{"unit", fig.Unit}, {"source", fig.Source}, {"confidence", fig.Confidence}, {"note", fig.Note}, {"with", fig.With}} {
		if part.text != "" {
			x.write(", ", part.key, ": ")
			x.quoted(part.text)
		}
	}
	x.write(" }")
}

// number writes base units, and makes sure that they are read back.
func (x *exporter) number(f *field, fig *sim.Figure, v float64) {
	s := units.Format(f.kind, v)
	if fig.Unit != "" {
		s = inUnit(f.kind, v, fig.Unit)
	}
	if back, err := units.Parse(f.kind, s, fig.Unit); err != nil || back != v {
		x.err = cmp.Or(x.err, fmt.Errorf("%s: %v is no whole number of one %s, so no text gives it exactly", strings.Join(x.path, "."), v, f.kind.Base()))
	}
	if isPlain(s) {
		x.write(s)
		return
	}
	x.quoted(s)
}

// inUnit writes base units as a decimal number of a unit, for files that give
// the unit apart. It finds the unit's power of ten by reading one, a thousand or
// a million of it: what is neither too fine nor too large.
func inUnit(k units.Kind, base float64, unit string) string {
	one, places := 0.0, 0
	for i, try := range []string{"1", "1_000", "1_000_000"} {
		var err error
		if one, err = units.Parse(k, try, unit); err == nil {
			places = -3 * i
			break
		}
	}
	if one == 0 {
		return units.Format(k, base)
	}
	for ; one >= 10; one /= 10 {
		places++
	}
	sign, digits := "", strconv.FormatInt(int64(base), 10)
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	if places <= 0 {
		if digits != "0" {
			digits += strings.Repeat("0", -places)
		}
		return sign + digits
	}
	if pad := places + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	cut := len(digits) - places
	return sign + strings.TrimRight(strings.TrimRight(digits[:cut]+"."+digits[cut:], "0"), ".")
}

package scenario

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// plain is the text of a number that YAML reads as it stands.
var plain = regexp.MustCompile(`^[-$0-9]*[0-9]([-$0-9A-Za-z_.%/+ ]*[0-9A-Za-z%])?$`)

func (x *exporter) figure(f *field, fig sim.Figure, path string) string {
	number := func(v float64) string {
		s := units.Format(f.kind, v)
		if fig.Unit != "" {
			s = inUnit(f.kind, v, fig.Unit)
		}
		if back, err := units.Parse(f.kind, s, fig.Unit); err != nil || back != v {
			x.err = cmp.Or(x.err, fmt.Errorf("%s: %v is no whole number of one %s, so no text gives it exactly", path, v, f.kind.Base()))
		}
		if plain.MatchString(s) {
			return s
		}
		return strconv.Quote(s)
	}
	if fig == sim.Exactly(fig.Value) {
		return number(fig.Value)
	}
	parts := []string{"value: " + number(fig.Value)}
	if fig.Low != fig.Value || fig.High != fig.Value {
		parts = append(parts, "low: "+number(fig.Low), "high: "+number(fig.High))
	}
	for _, part := range []struct{ key, text string }{{"unit", fig.Unit}, {"source", fig.Source}, {"confidence", fig.Confidence}, {"note", fig.Note}, {"with", fig.With}} {
		if part.text != "" {
			parts = append(parts, part.key+": "+strconv.Quote(part.text))
		}
	}
	return "{ " + strings.Join(parts, ", ") + " }"
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

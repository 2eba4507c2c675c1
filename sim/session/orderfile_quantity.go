package session

import (
	"fmt"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// quantity reads a text with a unit, or a number of what is counted without one,
// and holds it to the bounds that no world ever lets it pass.
func (o *orderReader) quantity(f *sim.FieldSpec, m *member) int64 {
	if m.isList || m.word != "" {
		o.say(fmt.Sprintf("%q must be a quantity", m.key)+m.instead(),
			"a text or a number is needed, like "+f.Unit.Example())
		return 0
	}
	if needsUnit(f.Unit, m.text) {
		o.say(fmt.Sprintf("%q: %s has no unit", m.key, m.text), `write a text with one of `+strings.Join(f.Unit.Units(), ", ")+`, like "`+f.Unit.Example()+`"`)
		return 0
	}
	text, unit := m.text, ""
	if m.number {
		text, unit = plainNumber(text), naturalUnit(f.Unit)
	}
	v, err := units.Parse(f.Unit, text, unit)
	if err != nil {
		o.say(fmt.Sprintf("%q: %v", m.key, err), "")
		return 0
	}
	n := int64(v)
	if n < f.Min || n > f.Max {
		o.say(fmt.Sprintf("%q: %s is out of bounds", m.key, units.Format(f.Unit, v)),
			fmt.Sprintf("from %s to %s", units.Format(f.Unit, float64(f.Min)), units.Format(f.Unit, float64(f.Max)))+
				meantPercent(f, m, n))
	}
	return n
}

// needsUnit tells whether a text is a bare number of what has units far apart: 50
// may be kilowatts or megawatts, 150 dollars or millions. Nothing is nothing in
// each of them.
func needsUnit(k units.Kind, text string) bool {
	if k.Bare() && k != units.KindUSD {
		return false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64)
	return err == nil && v != 0
}

// meantPercent guesses that 35 was meant as a percentage: a bare number is a
// share from 0 to 1.
func meantPercent(f *sim.FieldSpec, m *member, n int64) string {
	if part := n / 100; f.Unit == units.KindShare && m.number && n%100 == 0 && part >= f.Min && part <= f.Max {
		share := strconv.FormatFloat(float64(part)/float64(f.Unit.Scale()), 'f', -1, 64)
		return "; write " + units.Format(f.Unit, float64(part)) + " or " + share
	}
	return ""
}

// mostPower bounds the exponent of a JSON number: no quantity is so large or so
// fine, and its digits need not be written out.
const mostPower = 40

// plainNumber writes a JSON number without its exponent, 1e3 as 1000, because
// quantities are read digit by digit and exactly.
func plainNumber(text string) string {
	at := strings.IndexAny(text, "eE")
	if at < 0 {
		return text
	}
	power, err := strconv.Atoi(text[at+1:])
	if err != nil || power > mostPower || power < -mostPower {
		return text // too large or too fine for anything: told as it stands
	}
	number, minus := strings.CutPrefix(text[:at], "-")
	whole, fraction, _ := strings.Cut(number, ".")
	point := len(whole) + power
	digits := strings.Repeat("0", max(0, -point)) + whole + fraction
	point = max(0, point)
	digits += strings.Repeat("0", max(0, point-len(digits)))
	whole = strings.TrimLeft(digits[:point], "0")
	fraction = strings.TrimRight(digits[point:], "0")
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if minus {
		return "-" + whole
	}
	return whole
}

// naturalUnit is the unit that a bare JSON number counts; "" where package units
// takes a bare number by itself.
func naturalUnit(k units.Kind) string {
	if k.Bare() {
		return ""
	}
	for _, name := range k.Units() {
		if v, err := units.Parse(k, "1", name); err == nil && int64(v) == k.Scale() {
			return name
		}
	}
	return ""
}

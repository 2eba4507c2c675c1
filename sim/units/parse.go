package units

import (
	"fmt"
	"strconv"
	"strings"
)

// exactBound is the largest magnitude of a stored figure: a float64 holds
// every integer up to here.
const exactBound = 1 << 53

// Parse reads a quantity of kind k as an author writes it and returns it in
// base units. The unit stands in the text ("1.2 GW", "$4.5B"), or apart in
// unit, as in a file's `unit:` key; without one the number counts natural
// units if the kind allows that (Kind.Bare). All kinds but number are read in
// integers: a value finer than the base unit or beyond 2^53 is an error, never
// rounded. Errors quote the text and say what to write instead.
func Parse(k Kind, text, unit string) (float64, error) {
	if !k.known() {
		return 0, fmt.Errorf("cannot read %s: unit kind %d is unknown", quote(text), k)
	}
	number, written, err := apart(k, text)
	if err != nil {
		return 0, err
	}
	if k == KindNumber {
		return parseNumber(text, number, written+unit)
	}
	exp, err := scaleOf(k, text, written, unit)
	if err != nil {
		return 0, err
	}
	base, err := toDecimal(number).times(k, text, exp)
	return float64(base), err
}

// apart separates the number in text from its unit. A leading dollar sign is
// part of the unit.
func apart(k Kind, text string) (number, unit string, err error) {
	body := strings.TrimSpace(text)
	sign, dollar := "", ""
	if after, ok := strings.CutPrefix(body, "-$"); ok {
		sign, dollar, body = "-", "$", after
	} else if after, ok := strings.CutPrefix(body, "$"); ok {
		dollar, body = "$", after
	}
	number, rest, ok := numeral(body, k == KindNumber)
	switch {
	case !ok, dollar != "" && number[0] == '-', runsOn(rest):
		return "", "", fmt.Errorf("%s is not a number: write one like %s, with decimal digits, no leading zeros and at most _ between digits",
			quote(text), quote(k.Example()))
	}
	return sign + number, dollar + strings.TrimSpace(rest), nil
}

// runsOn tells whether what follows a numeral is more of a number in a
// notation that is not ours: 1,000 or 1.2.3, 0x1f or 1e9.
func runsOn(rest string) bool {
	if rest == "" {
		return false
	}
	switch rest[0] {
	case ',', '.', '_':
		return true
	case 'e', 'E', 'x', 'X':
		digit := strings.TrimLeft(rest[1:], "+-")
		return digit != "" && isDigit(digit[0])
	}
	return false
}

// parseNumber reads the kind that has no unit and may have an exponent.
func parseNumber(text, number, unit string) (float64, error) {
	if unit != "" {
		return 0, fmt.Errorf("unit %s in %s is not wanted: this is a plain number like 0.25", quote(unit), quote(text))
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(number, "_", ""), 64)
	if err != nil {
		return 0, fmt.Errorf("%s is too large for a number: it must stay below 1.8e308", quote(text))
	}
	if x == 0 {
		return 0, nil // no negative zero: it would differ in a hash
	}
	return x, nil
}

// scaleOf returns the power of ten of base units that the number counts, from
// the unit in the text or the one given apart.
func scaleOf(k Kind, text, written, given string) (exp int, err error) {
	spec := k.spec()
	if written == "" && given == "" {
		if spec.bare {
			return spec.natural, nil
		}
		return 0, fmt.Errorf("%s needs a %s (known: %s), for example %s",
			quote(text), spec.noun, strings.Join(k.Units(), ", "), quote(spec.example))
	}
	for i, name := range [2]string{written, given} {
		if name == "" {
			continue
		}
		e, ok := spec.lookup(name)
		switch {
		case !ok:
			return 0, fmt.Errorf("unknown %s %s in %s (known: %s)",
				spec.noun, quote(name), quote(text), strings.Join(k.Units(), ", "))
		case i == 1 && written != "" && e != exp:
			return 0, fmt.Errorf("%s has the unit %s but unit: says %s; keep one of them",
				quote(text), quote(written), quote(given))
		}
		exp = e
	}
	return exp, nil
}

// lookup finds a spelling. Dollars may stand as $ or USD, before or after a
// magnitude: "$B", "USD billion" and "billion USD" are one unit.
func (s kindSpec) lookup(name string) (exp int, ok bool) {
	name = strings.Join(strings.Fields(name), " ")
	if after, ok := strings.CutPrefix(name, "$"); ok {
		name = "USD" + after
	}
	if s.tag == kinds[KindUSD].tag && name != "USD" {
		after, ok := strings.CutPrefix(name, "USD")
		if !ok {
			after = strings.TrimSuffix(name, " USD")
		}
		name = strings.TrimPrefix(after, " ")
		if name == "USD" {
			return 0, false // said twice
		}
	}
	for _, list := range [2][]unit{s.units, s.spare} {
		for _, u := range list {
			if u.name == name {
				return u.exp, true
			}
		}
	}
	return 0, false
}

// times returns d·10^exp if that is a whole number of base units in bounds.
func (d decimal) times(k Kind, text string, exp int) (int64, error) {
	tooFine := func() (int64, error) {
		return 0, fmt.Errorf("%s is too fine: the smallest step is one %s", quote(text), k.Base())
	}
	tooLarge := func() (int64, error) {
		return 0, fmt.Errorf("%s is too large: at most 2^53 (about 9e15) of one %s fit", quote(text), k.Base())
	}
	if d.places > max(exp, 0) {
		return tooFine()
	}
	if d.large {
		return tooLarge()
	}
	n := d.mantissa
	if up := exp - d.places; up >= 0 {
		if n > exactBound/pow10(up) {
			return tooLarge()
		}
		n *= pow10(up)
	} else {
		if n%pow10(-up) != 0 {
			return tooFine()
		}
		n /= pow10(-up)
	}
	if n > exactBound {
		return tooLarge()
	}
	return signed(n, d.negative), nil
}

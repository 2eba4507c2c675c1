package units

import (
	"strconv"
	"strings"
)

// Format writes a figure of kind k, given in base units, as an author would:
// "$4.5B", "1.2 GW", "35 %". Parse reads it back exactly. Figures that Parse
// returns are whole base units; others are rounded to these first, and what is
// not a finite number within 2^53 is cut to it. A number is written with as
// few digits as identify it.
func Format(k Kind, base float64) string {
	if k == KindNumber || !k.known() {
		return strconv.FormatFloat(base, 'g', -1, 64)
	}
	n := FromFloat(base, -exactBound, exactBound)
	sign := ""
	if n < 0 {
		sign = "-"
	}
	m := magnitude(n)
	switch k {
	case KindUSD:
		digits, suffix := pick(m, []unit{{"T", 12}, {"B", 9}, {"M", 6}, {"k", 3}}, unit{"", 0})
		return sign + "$" + digits + suffix
	case KindKW:
		return sign + join(pick(m, []unit{{"GW", 6}, {"MW", 3}}, unit{"kW", 0}))
	case KindH100e:
		return sign + join(pick(m, []unit{{"MH100e", 9}, {"kH100e", 6}}, unit{"H100e", 3}))
	case KindChips:
		return sign + grouped(m, '_')
	case KindWeeks:
		if m == 1 {
			return sign + "1 week"
		}
	}
	u := k.spec().units[0]
	return sign + join(plain(m, u.exp), u.name)
}

// pick chooses the largest unit in which m is a short decimal: at least one,
// below ten thousand, with at most three places. units are from large to
// small; otherwise is for values that no unit suits.
func pick(m uint64, units []unit, otherwise unit) (digits, name string) {
	for _, u := range units {
		one := pow10(u.exp)
		if m >= one && m/one < 10_000 && m%(one/1000) == 0 {
			return plain(m, u.exp), u.name
		}
	}
	return plain(m, otherwise.exp), otherwise.name
}

func join(digits, name string) string { return digits + " " + name }

// plain writes m·10^-places without trailing zeros; digits before the point
// are grouped by underscores from ten thousand.
func plain(m uint64, places int) string {
	one := pow10(places)
	text := grouped(m/one, '_')
	if m%one == 0 {
		return text
	}
	fraction := strconv.FormatUint(one+m%one, 10)[1:] // the leading 1 keeps the zeros after the point
	return text + "." + strings.TrimRight(fraction, "0")
}

// grouped writes n with a separator between thousands, from ten thousand or,
// if the separator is a comma, from one thousand.
func grouped(n uint64, separator byte) string {
	text := strconv.FormatUint(n, 10)
	if len(text) <= 3 || separator != ',' && len(text) == 4 {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if i > 0 && (len(text)-i)%3 == 0 {
			b.WriteByte(separator)
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

package chronicle

import (
	"strconv"
	"strings"

	"entangle/assets"
	"entangle/sim/units"
)

// form says how a kind of quantity is written.
type form struct {
	places   int    // one natural unit is 10^places base units
	scale    string // words for thousands and more: scale.<scale>.<zeros>
	digits   int    // round to so many significant digits, 0: do not
	decimals int    // round to so many digits after the point, 0: do not
	pad      bool   // write these decimals also when they are 0
}

var forms = map[units.Kind]form{
	units.KindUSD:           {scale: "money", digits: 3},
	units.KindUSDPerGPUHour: {places: 6, decimals: 2, pad: true},
	units.KindUSDPerMWh:     {places: 6, decimals: 2, pad: true},
	units.KindWatts:         {},
	units.KindKW:            {scale: "power", digits: 3},
	units.KindChips:         {},
	units.KindH100e:         {places: 3, scale: "count", digits: 3},
	units.KindShare:         {places: 4, decimals: 1},
	units.KindWeeks:         {},
	units.KindNumber:        {},
}

// Number writes a quantity in base units of its kind for people: $4.5B or
// 45 亿美元, 386,000 H100e or 38.6 万 H100e. Chips are a bare number with all
// digits; amounts are rounded to three.
func Number(lex *assets.Lexicon, kind units.Kind, v int64) string {
	return write(lex, kind, v, forms[kind])
}

// exact writes a quantity with all its digits.
func exact(lex *assets.Lexicon, kind units.Kind, v int64) string {
	f := forms[kind]
	f.digits, f.decimals, f.pad = 0, 0, false
	if f.scale != "power" { // kW have no word but that of the scale
		f.scale = ""
	}
	return write(lex, kind, v, f)
}

// towards writes a quantity as Number does, but rounded up or down and not to the
// nearest.
func towards(lex *assets.Lexicon, kind units.Kind, v int64, up bool) string {
	f := forms[kind]
	if v <= 0 {
		return write(lex, kind, v, f)
	}
	near := f.round(uint64(v))
	if near > uint64(v) == up || near == uint64(v) {
		return write(lex, kind, v, f)
	}
	unit := f.step(uint64(v))
	if up {
		return write(lex, kind, int64(near+unit), f)
	}
	return write(lex, kind, int64(near-unit), f)
}

// step is the last place that round keeps of m.
func (f form) step(m uint64) uint64 {
	if f.decimals > 0 && f.round(m) >= power10(f.places-f.decimals) {
		return power10(f.places - f.decimals)
	}
	digits, unit := f.digits, uint64(1)
	if f.decimals > 0 {
		digits = 3
	}
	for digits > 0 && m/unit >= power10(digits) {
		unit *= 10
	}
	return unit
}

func write(lex *assets.Lexicon, kind units.Kind, v int64, f form) string {
	sign, m := "", uint64(v)
	if v < 0 {
		sign, m = "-", -uint64(v)
	}
	m = f.round(m)
	zeros, word := scaleOf(lex, f, m)
	least := 0
	if f.pad && m%power10(f.places) != 0 {
		least = f.decimals
	}
	n := grouped(decimal(m, f.places+zeros, least), lex.Lang) + word
	return lex.Text("number."+kind.String(), map[string]string{"sign": sign, "n": n})
}

// round brings m to the digits of the form. What decimals would round to
// nothing keeps three digits instead.
func (f form) round(m uint64) uint64 {
	digits := f.digits
	if f.decimals > 0 {
		unit := power10(f.places - f.decimals)
		near := m / unit * unit
		if m-near >= unit/2 {
			near += unit
		}
		if near != 0 {
			return near
		}
		digits = 3
	}
	if digits == 0 {
		return m
	}
	return significant(m, digits)
}

// scaleOf finds the largest word of a scale that m reaches, and its zeros.
func scaleOf(lex *assets.Lexicon, f form, m uint64) (zeros int, word string) {
	if f.scale == "" {
		return 0, ""
	}
	for zeros = 12; zeros >= 0; zeros-- {
		key := "scale." + f.scale + "." + strconv.Itoa(zeros)
		if lex.Has(key) && (zeros == 0 || m >= power10(f.places+zeros)) {
			return zeros, lex.Text(key, nil)
		}
	}
	return 0, ""
}

// significant keeps the first n digits of m, halves up.
func significant(m uint64, n int) uint64 {
	unit := uint64(1)
	for m/unit >= power10(n) {
		unit *= 10
	}
	lower := m / unit * unit
	if unit > 1 && m-lower >= unit-unit/2 {
		lower += unit
	}
	return lower
}

// decimal writes m·10^-places, without trailing zeros after the least digits.
func decimal(m uint64, places, least int) string {
	one := power10(places)
	whole := strconv.FormatUint(m/one, 10)
	rest := strconv.FormatUint(m%one+one, 10)[1:]
	for len(rest) > least && strings.HasSuffix(rest, "0") {
		rest = rest[:len(rest)-1]
	}
	if rest == "" {
		return whole
	}
	return whole + "." + rest
}

// grouped sets commas between thousands; Chinese does without them up to four
// digits.
func grouped(number, lang string) string {
	whole, rest, _ := strings.Cut(number, ".")
	if lang == "zh" && len(whole) < 5 {
		return number
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return whole
}

func power10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

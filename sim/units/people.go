package units

import "strconv"

// String returns a short form for a reader: $4.5B, -$320M, $12.3k. Three
// significant digits, halves rounded away from zero, as in all forms below.
func (x USD) String() string {
	return sign(int64(x)) + "$" + short(int64(x), 0, []string{"", "k", "M", "B", "T"})
}

// String returns the price in dollars: $2.35.
func (p Price) String() string { return sign(int64(p)) + "$" + short(int64(p), 6, []string{""}) }

// PerHour returns the price of an H100e-hour: $2.35/h.
func (p Price) PerHour() string { return p.String() + "/h" }

// PerMWh returns the price of energy: $48/MWh.
func (p Price) PerMWh() string { return p.String() + "/MWh" }

// String returns 1.2 GW, 350 MW or 800 kW.
func (x KW) String() string {
	return sign(int64(x)) + short(int64(x), 0, []string{" kW", " MW", " GW", " TW"})
}

// String returns all digits: 120,000.
func (n Chips) String() string { return sign(int64(n)) + grouped(magnitude(int64(n)), ',') }

// String returns the number of H100-equivalents: 386k, 2.5.
func (x H100e) String() string {
	return sign(int64(x)) + short(int64(x), 3, []string{"", "k", "M", "B", "T"})
}

// String returns the number of people: 812, 1.2k.
func (x FTE) String() string {
	return sign(int64(x)) + short(int64(x), 3, []string{"", "k", "M", "B", "T"})
}

// String returns percent: 35 %, 0.12 %.
func (p PPM) String() string { return sign(int64(p)) + short(int64(p), 4, []string{" %"}) }

func sign(x int64) string {
	if x < 0 {
		return "-"
	}
	return ""
}

// short writes |x|·10^-places with three significant digits and the suffix
// that leaves one to three digits before the point; suffixes step by a
// thousand, and the last takes whatever is larger.
func short(x int64, places int, suffixes []string) string {
	m := threeDigits(magnitude(x))
	step := 0
	for step+1 < len(suffixes) && m >= pow10(places+3) {
		places += 3
		step++
	}
	one := pow10(places)
	text := strconv.FormatUint(m/one, 10)
	if m%one != 0 {
		text = plain(m, places)
	}
	return text + suffixes[step]
}

// threeDigits rounds m to three significant digits, halves up.
func threeDigits(m uint64) uint64 {
	unit := uint64(1)
	for m/unit >= 1000 {
		unit *= 10
	}
	lower := m / unit * unit
	if m-lower >= unit-unit/2 && unit > 1 {
		lower += unit
	}
	return lower
}

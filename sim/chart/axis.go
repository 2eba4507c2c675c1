package chart

import (
	"math"
	"strconv"
	"strings"

	"entangle/sim/units"
)

// scale is an axis between two round numbers.
type scale struct {
	low, high, step float64
	places          int // after the point, of labels
}

// newScale makes a scale of about so many steps that holds two numbers.
func newScale(low, high float64, steps int) scale {
	if !(low <= high) { // nothing to show
		low, high = 0, 1
	}
	if low == high {
		pad := math.Max(math.Abs(low)/10, 1e-9)
		low, high = low-pad, high+pad
	}
	step := round((high - low) / float64(steps))
	s := scale{math.Floor(low/step) * step, math.Ceil(high/step) * step, step, 0}
	s.places = max(0, -int(math.Floor(math.Log10(step)+1e-9)))
	return s
}

// round is the least of 1, 2 and 5 times a power of ten that is not below a step.
func round(step float64) float64 {
	ten := math.Pow(10, math.Floor(math.Log10(step)))
	for _, m := range []float64{1, 2, 5} {
		if step <= m*ten*(1+1e-9) {
			return m * ten
		}
	}
	return 10 * ten
}

// ticks are the numbers with labels.
func (s scale) ticks() (list []float64) {
	for i := range int(math.Round((s.high-s.low)/s.step)) + 1 {
		list = append(list, s.low+float64(i)*s.step)
	}
	return list
}

// label writes a tick, thousands apart.
func (s scale) label(v float64) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', s.places, 64)
	digits, rest, _ := strings.Cut(text, ".")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if rest != "" {
		digits += "." + rest
	}
	if v < 0 && strings.ContainsAny(digits, "123456789") {
		return "-" + digits
	}
	return digits
}

// months are first days of months between two days, evenly apart and at most so many:
// of every month, quarter, half or whole year, or of so many years.
func months(from, to units.Date, most int) (list []units.Date) {
	for _, step := range []int{1, 3, 6, 12} {
		list = list[:0]
		for day := firstOf(from, step); day <= to; {
			list = append(list, day)
			next := day.AddMonths(step)
			if next <= day { // the end of all dates
				break
			}
			day = next
		}
		if len(list) <= max(most, 1) {
			return list
		}
	}
	each := (len(list) + max(most, 1) - 1) / max(most, 1)
	for i := 0; i*each < len(list); i++ {
		list[i] = list[i*each]
	}
	return list[:(len(list)+each-1)/each]
}

// firstOf is the first day of a month, quarter, half or whole year from a day on.
func firstOf(from units.Date, step int) units.Date {
	year, month, day := from.Civil()
	at := (month - 1) / step * step
	if day > 1 || month > at+1 {
		at += step
	}
	return units.DateOf(year+at/12, at%12+1, 1)
}

package units

import "math"

// FromFloat rounds x to the nearest integer, halves away from zero, and keeps
// it in [lo, hi]; not-a-number gives lo. Go leaves the conversion of a float
// that does not fit to the processor, so nothing else in the tick converts
// floats to integers. lo must not exceed hi.
func FromFloat(x float64, lo, hi int64) int64 {
	const bound = 1 << 63
	switch {
	case math.IsNaN(x), x < -bound:
		return lo
	case x >= bound:
		return hi
	}
	whole := math.Trunc(x)
	n := int64(whole)
	// The difference is exact, and it is zero where whole is near the bounds.
	switch rest := x - whole; {
	case rest >= 0.5:
		n++
	case rest <= -0.5:
		n--
	}
	return min(max(n, lo), hi)
}

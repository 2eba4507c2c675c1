package units

import "math"

// FromFloat rounds x to the nearest integer, halves away from zero, and keeps
// it in [lo, hi]; not-a-number gives lo. Go leaves the conversion of a float
// that does not fit to the processor, so nothing else in the tick converts
// floats to integers. lo must not exceed hi.
func FromFloat(x float64, lo, hi int64) int64 {
	if n := int64(x); x > -exact && x < exact {
		return min(max(n+nearest(x-float64(n)), lo), hi) // most calls: no bound is near
	}
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
	return min(max(n+nearest(x-whole), lo), hi)
}

// exact bounds the whole numbers that a float holds without gaps.
const exact = 1 << 52

// nearest is what rounding adds to a number of which rest was cut off.
func nearest(rest float64) int64 {
	switch {
	case rest >= 0.5:
		return 1
	case rest <= -0.5:
		return -1
	}
	return 0
}

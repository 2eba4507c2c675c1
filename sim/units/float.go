package units

import "math"

// FromFloat rounds x to the nearest integer, halves away from zero, and keeps
// it in [lo, hi]; not-a-number gives lo. Go leaves the conversion of a float
// that does not fit to the processor, so nothing else in the tick converts
// floats to integers. lo must not exceed hi.
func FromFloat(x float64, lo, hi int64) int64 {
	if math.Abs(x) < exact { // most calls: no bound is near
		n := int64(x + x) // halves: twice a half is a whole
		return min(max((n+1+n>>63)>>1, lo), hi)
	}
	return fromFar(x, lo, hi)
}

// Whole is FromFloat for what should not be negative: it keeps x between 0 and hi.
func Whole(x float64, hi int64) int64 {
	if math.Float64bits(x) < exactBits { // most calls; what is below 0, or no number, has larger bits
		n := (int64(x+x) + 1) >> 1
		if hi < exact {
			n = min(n, hi)
		}
		return n
	}
	return fromFar(x, 0, hi) // which cuts off what is below
}

// Nearest is FromFloat where no bound is near: it keeps x within 2^60 of nothing.
func Nearest(x float64) int64 {
	if math.Abs(x) < exact {
		n := int64(x + x)
		return (n + 1 + n>>63) >> 1
	}
	return fromFar(x, -1<<60, 1<<60)
}

// Cut is x without its fraction, within 2^60 of nothing.
func Cut(x float64) int64 {
	if math.Abs(x) < exact {
		return int64(x)
	}
	return fromFar(x, -1<<60, 1<<60)
}

// exact bounds the whole numbers that a float holds without gaps.
const exact = 1 << 52

// exactBits is how a float holds exact. Those of 0 and above stand in the order of their
// bits, which one look compares.
const exactBits = (1023 + 52) << 52

// fromFar is FromFloat for numbers that have no fraction, or are none.
func fromFar(x float64, lo, hi int64) int64 {
	const bound = 1 << 63
	switch {
	case math.IsNaN(x), x < -bound:
		return lo
	case x >= bound:
		return hi
	}
	return min(max(int64(x), lo), hi)
}

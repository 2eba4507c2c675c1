package units

import (
	"math"
	"math/bits"
)

// MulDiv returns a·b/c rounded towards negative infinity. The product has 128
// bits, so only the quotient can be too large; it then stops at the nearest
// bound of int64. c must be positive: MulDiv panics otherwise, as dividing by
// zero does.
func MulDiv(a, b, c int64) int64 {
	if c <= 0 {
		panic("units.MulDiv: the divisor must be positive")
	}
	if a|b >= 0 {
		if hi, lo := bits.Mul64(uint64(a), uint64(b)); hi == 0 {
			return int64(min(lo/uint64(c), math.MaxInt64)) // most calls: 64 bits are enough
		}
	}
	negative := (a < 0) != (b < 0)
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	d := uint64(c)
	if negative {
		// Rounding the magnitude up rounds the value down.
		var carry uint64
		lo, carry = bits.Add64(lo, d-1, 0)
		hi += carry
	}
	return signed(quotient(hi, lo, d), negative)
}

// mulDivHalfUp returns a·b·c/d rounded to the nearest integer, halves towards
// positive infinity, with a 192-bit product and a saturating result. d > 0.
func mulDivHalfUp(a, b, c, d int64) int64 {
	if a|b|c >= 0 {
		over, ab := bits.Mul64(uint64(a), uint64(b))
		hi, lo := bits.Mul64(ab, uint64(c))
		lo, carry := bits.Add64(lo, uint64(d)/2, 0)
		if over == 0 {
			return signed(quotient(hi+carry, lo, uint64(d)), false) // most calls: 128 bits are enough
		}
	}
	negative := ((a < 0) != (b < 0)) != (c < 0)
	hi, mid, lo := mul3(magnitude(a), magnitude(b), magnitude(c))

	half := uint64(d) / 2
	if negative {
		half = (uint64(d) - 1) / 2 // an exact half of a debt rounds to the smaller debt
	}
	var carry uint64
	lo, carry = bits.Add64(lo, half, 0)
	mid, carry = bits.Add64(mid, 0, carry)
	hi += carry
	if hi != 0 {
		return signed(math.MaxUint64, negative)
	}
	return signed(quotient(mid, lo, uint64(d)), negative)
}

// mul3 returns the 192 bits of a·b·c.
func mul3(a, b, c uint64) (hi, mid, lo uint64) {
	abHi, abLo := bits.Mul64(a, b)
	mid, lo = bits.Mul64(abLo, c)
	hi, upper := bits.Mul64(abHi, c)
	mid, carry := bits.Add64(mid, upper, 0)
	return hi + carry, mid, lo
}

// quotient returns (hi, lo)/d, or the largest uint64 if it does not fit.
func quotient(hi, lo, d uint64) uint64 {
	switch {
	case hi == 0: // most calls; a plain division is also fast where 128-bit ones are emulated
		return lo / d
	case hi >= d:
		return math.MaxUint64
	}
	q, _ := bits.Div64(hi, lo, d)
	return q
}

// magnitude returns |x|, also for the smallest int64.
func magnitude(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// signed gives a magnitude its sign, saturating at the bounds of int64.
func signed(m uint64, negative bool) int64 {
	switch {
	case !negative && m > math.MaxInt64:
		return math.MaxInt64
	case !negative:
		return int64(m)
	case m >= 1<<63:
		return math.MinInt64
	}
	return -int64(m)
}

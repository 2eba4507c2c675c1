package market

import "math/bits"

// maxParties is the number of participants up to which nothing is allocated.
const maxParties = 128

// wide is a sum of 128 bits.
type wide struct{ hi, lo uint64 }

// add adds a product to the sum, and returns the product if it fits.
func (s *wide) add(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	var carry uint64
	s.lo, carry = bits.Add64(s.lo, lo, 0)
	s.hi, _ = bits.Add64(s.hi, hi, carry)
	return lo
}

// shift returns by how much the terms of the sum must be shifted right for
// their sum to fit 64 bits: not at all in any market of real size.
func (s *wide) shift() uint { return uint(bits.Len64(s.hi)) }

// scaled returns a·b shifted right.
func scaled(a, b uint64, shift uint) uint64 {
	hi, lo := bits.Mul64(a, b)
	return lo>>shift | hi<<(64-shift) // a shift by 64 gives zero
}

// portion returns the part of whole that belongs to part out of sum, rounded
// down, and what the rounding cut off in units of 1/sum. part <= sum.
func portion(whole, part, sum uint64) (q, rest uint64) {
	hi, lo := bits.Mul64(whole, part)
	if hi == 0 {
		return lo / sum, lo % sum
	}
	return bits.Div64(hi, lo, sum)
}

// positive returns x, or zero if it is negative.
func positive(x int64) uint64 { return uint64(max(x, 0)) }

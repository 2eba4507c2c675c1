package rng

import (
	"math/bits"

	"entangle/sim/detmath"
)

// Each method below takes exactly one draw of 64 bits from the stream, whatever
// its arguments.

// Uint64 returns 64 random bits.
func (s *Stream) Uint64() uint64 { return s.src.Uint64() }

// Float64 returns a number between 0 and 1, never either: an odd multiple of
// 2^-53, so that 1 minus it is exact and as likely, and the mean is 1/2.
func (s *Stream) Float64() float64 {
	return float64(float64(s.src.Uint64()>>11|1) * 0x1p-53)
}

// Normal returns a draw from the normal distribution with mean 0 and standard
// deviation 1, by the quantile function: monotone in Float64, between -8.3 and
// 8.3.
func (s *Stream) Normal() float64 { return detmath.Quantile(s.Float64()) }

// RoughNormal returns a draw like Normal's at a tenth of the work: the sum of the four
// quarters of a draw, each of which is uniform, with mean 0 and standard deviation 1. It
// is no more than 3.47 from 0, and its fourth moment is 2.7, not 3: for noise that adds up
// over time.
func (s *Stream) RoughNormal() float64 {
	const quarter, unit = 1<<16 - 1, 0.0000264289979213030173606 // 1 over the deviation of the sum
	u := s.src.Uint64()
	sum := int64(u&quarter+u>>16&quarter+u>>32&quarter+u>>48) - 2*quarter
	return float64(float64(sum) * unit)
}

// Triangular returns a draw from the triangular distribution between low and
// high that peaks at mode, by its quantile function. A range with high <= low
// gives mode; a mode outside the range counts as its nearer end.
func (s *Stream) Triangular(low, mode, high float64) float64 {
	u := s.Float64()
	if !(low < high) {
		return mode
	}
	t := NewTriangle(low, mode, high)
	return t.At(u)
}

// IntN returns an integer from 0 to n-1, by the upper half of a 128-bit product
// (Lemire 2019) without its rejection step: a value's probability differs from
// 1/n by less than 2^-64, below what any number of runs could see for the n of a
// simulation. n <= 1 gives 0.
func (s *Stream) IntN(n int64) int64 {
	high, _ := bits.Mul64(s.src.Uint64(), uint64(max(n, 0)))
	return int64(high)
}

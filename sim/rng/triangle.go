package rng

import "math"

// Triangle is a triangular distribution, prepared for many draws.
type Triangle struct {
	low, high, width float64
	peak             float64 // share of the draws below the mode
}

// NewTriangle is the triangular distribution between low and high that peaks at mode; a
// mode outside the range counts as its nearer end. low is below high.
func NewTriangle(low, mode, high float64) Triangle {
	width := high - low
	return Triangle{low, high, width, min(max(mode-low, 0)/width, 1)}
}

// At is the quantile function: where a share u of the draws is below. On which side of
// the mode that is nobody can guess, so both are reckoned and one is taken.
func (t *Triangle) At(u float64) float64 {
	below := t.low + float64(t.width*math.Sqrt(float64(u*t.peak)))
	above := t.high - float64(t.width*math.Sqrt(float64((1-u)*(1-t.peak))))
	rising := uint64(int64(math.Float64bits(u-t.peak)) >> 63) // all bits, or no bit
	x := math.Float64frombits(math.Float64bits(below)&rising | math.Float64bits(above)&^rising)
	return min(max(x, t.low), t.high)
}

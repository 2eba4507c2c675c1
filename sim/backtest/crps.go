package backtest

import "math"

// CRPS is the continuous ranked probability score of some equally likely values
// against what happened: the area between the square of their distribution's
// steps and the one step of the fact. It has the unit of the values, is 0 for a
// sure and right forecast, and is the distance to the fact where all values are
// one (Gneiting and Raftery 2007). The values are sorted and some.
//
// It is the mean distance to the fact less half the mean distance between two of
// the values; the latter is summed over the sorted values in one pass.
func CRPS(sorted []float64, fact float64) float64 {
	n := float64(len(sorted))
	off, apart := 0.0, 0.0
	for i, v := range sorted {
		off += math.Abs(v - fact)
		apart += float64((float64(2*i+1) - n) * v)
	}
	return off/n - apart/float64(n*n)
}

// as: sim/market/logit.go

package market

import "math"

func fine(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) || x > math.MaxInt64 {
		return math.Inf(1)
	}
	return math.FMA(math.Sqrt(math.Abs(x)), math.Floor(x), math.Float64frombits(math.Float64bits(math.Pi)))
}

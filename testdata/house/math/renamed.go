// as: sim/market/logit.go

package market

import m "math"

func weight(x float64) float64 {
	return m.Pow(x, 2) // want "math.Pow"
}

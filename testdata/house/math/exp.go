// as: sim/market/logit.go

package market

import "math"

func weight(x float64) float64 {
	return math.Exp(x) // want "math.Exp"
}

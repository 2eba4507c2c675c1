// as: sim/market/price.go

package market

import "math"

func root(a, b float64) float64 {
	return math.Sqrt(a * b) // want "write float64(a * b)"
}

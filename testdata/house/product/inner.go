// as: sim/market/price.go

package market

func three(a, b, c float64) float64 {
	return float64(a * b * c) // want "write float64(a * b)"
}

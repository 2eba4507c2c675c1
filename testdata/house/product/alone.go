// as: sim/market/price.go

package market

func area(a, b float64) float64 {
	return a * b // want "write float64(a * b)"
}

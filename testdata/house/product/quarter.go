// as: sim/market/price.go

package market

func mean(a, b float64) float64 {
	return a/4 + b // want "write float64(a / b)"
}

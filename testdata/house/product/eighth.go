// as: sim/market/price.go

package market

func eight(a float64) float64 {
	return a / 0.125 // want "write float64(a / b)"
}

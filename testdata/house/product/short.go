// as: sim/market/price.go

package market

func narrow(a, b float32) float32 {
	return a * b // want "write float64(a * b)"
}

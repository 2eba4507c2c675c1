// as: sim/market/price.go

package market

func tenth(a float64) float64 {
	return (0.1 * a) // want "write float64(a * b)"
}

// as: sim/market/price.go

package market

func halve(a float64) float64 {
	a /= 2 // want "write x = float64(x / y)"
	return a
}

// as: sim/market/price.go

package market

func grow(a, b float64) float64 {
	a *= b // want "write x = float64(x * y)"
	return a
}

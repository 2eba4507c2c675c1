// as: sim/market/price.go

package market

func turn(a, b complex128) complex128 {
	return a * b // want "write float64(a * b)"
}

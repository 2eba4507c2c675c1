// as: sim/market/price.go

package market

type appeal float64

func both(a, b appeal) appeal {
	return a * b // want "write float64(a * b)"
}

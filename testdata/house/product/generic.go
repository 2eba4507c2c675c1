// as: sim/market/price.go

package market

type number interface{ ~int64 | ~float64 }

func scale[N number](a, b N) N {
	return a * b // want "write float64(a * b)"
}

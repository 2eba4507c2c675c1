// as: sim/market/price.go

package market

import "math"

type appeal float64

const half = 0.5 * 1.0

func fine(a, b, c float64, n, m int64) float64 {
	n *= m * 2
	x := float64(a*b) + float64((half * c))
	x = float64(x * 2)
	x += float64(appeal(a * b))
	x += math.FMA(a, b, c)
	x = float64(x/4) - x/3 + a/b
	x /= 10
	return x + 2*half + float64(n*m)
}

package backtest

import "strconv"

// Permilles are the quantiles of points.csv, in thousandths.
var Permilles = [...]int{50, 100, 250, 500, 750, 900, 950}

// The places in Permilles of the median and of the ends of the bands.
const (
	low80, low50, middle, top50, top80 = 1, 2, 3, 4, 5
)

// quantileNames are the columns of the quantiles: q05, q10, ...
func quantileNames() []string {
	var list []string
	for _, q := range Permilles {
		name := strconv.Itoa(q / 10)
		if q < 100 {
			name = "0" + name
		}
		list = append(list, "q"+name)
	}
	return list
}

// Quantile is the value of rank permille/1000 times how many there are, rounded
// up to a whole number, at least 1: the same rule as that of series.csv, without
// its bins. The values are sorted and some.
func Quantile(sorted []float64, permille int) float64 {
	rank := (len(sorted)*permille + 999) / 1000
	return sorted[min(max(rank, 1), len(sorted))-1]
}

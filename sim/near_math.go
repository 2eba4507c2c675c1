package sim

// Exponentials and logarithms to a hundredth, for what people feel: a market for
// people asks for twenty of them a company and month, and no figure behind them is
// known to a tenth; and for how much more a place in a queue is worth. What must be exact
// uses detmath.

// nearExp is e to the power of x within -6 and 6, and flat beyond.
func nearExp(x float64) float64 {
	y := float64(min(max(x, -6), 6) / 8)
	even, odd := 1+float64(float64(y*y)/12), float64(y/2)
	r := float64((even + odd) / (even - odd))
	r = float64(r * r)
	r = float64(r * r)
	return float64(r * r)
}

// nearLog is the logarithm of x between a hundredth and a hundred, and flat beyond.
func nearLog(x float64) float64 {
	x = min(max(x, 0.01), 100)
	fours := 0.0
	for ; x > 2.8; x = float64(x / 4) {
		fours++
	}
	for ; x < 0.35; x = float64(4 * x) {
		fours--
	}
	y := float64((x - 1) / (x + 1))
	z := float64(y * y)
	return float64(ln4*fours) + float64(2*float64(y*(1+float64(z*(1.0/3+float64(z*0.2))))))
}

const ln4 = 1.3862943611198906

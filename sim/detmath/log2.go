package detmath

// What Pow needs of log2, from the first half of fdlibm's e_pow.
const (
	log2Head = 5.84962487220764160156e-01 // log2(1.5), upper part and the rest
	log2Tail = 1.35003920212974897128e-08

	// Bounds of the interval centred at 1.5: about sqrt(3/2) and sqrt(3).
	toMiddle = 1.2247447967529296875
	toTop    = 1.732050418853759765625

	// 2/(3 ln 2), its upper part and the rest.
	third     = 9.61796693925975554329e-01
	thirdHigh = 9.61796700954437255859e-01
	thirdLow  = -7.02846165095275826516e-09

	// The series 3/5 + 3/7 z + 3/9 z² + ...
	log2L1 = 5.99999999999994648725e-01
	log2L2 = 4.28571428578550184252e-01
	log2L3 = 3.33333329818377432918e-01
	log2L4 = 2.72728123808534006489e-01
	log2L5 = 2.30660745775561754067e-01
	log2L6 = 2.06975017800338417784e-01
)

// log2Sum returns log2(x) as high + low for positive finite x, with about 68
// good bits; high has at most 21.
func log2Sum(x float64) (high, low float64) {
	k, m := split(x)
	centre, shift, shiftLow := 1.0, 0.0, 0.0
	switch {
	case m >= toTop:
		m = float64(m / 2)
		k++
	case m >= toMiddle:
		centre, shift, shiftLow = 1.5, log2Head, log2Tail
	}
	zHigh, zLow := log2Near(m, centre)
	zLow += shiftLow
	n := float64(k)
	high = upper(((zHigh + zLow) + shift) + n)
	return high, zLow - (((high - n) - shift) - zHigh)
}

// log2Near returns log2(m/centre) as a sum, for m close to centre: 2s/(3 ln 2)
// times 3 + s² (1 + 3/5 s² + ...).
func log2Near(m, centre float64) (high, low float64) {
	sHigh, sLow := ratioSum(m, centre)
	tHigh, tLow := seriesSum(sHigh, sLow)
	u := float64(sHigh * tHigh)
	v := float64(sLow*tHigh) + float64(tLow*(sHigh+sLow))
	pHigh := upper(u + v)
	pLow := v - (pHigh - u)
	return float64(thirdHigh * pHigh), float64(thirdLow*pHigh) + float64(pLow*third)
}

// ratioSum returns s = (m - centre) / (m + centre) as high + low, with the
// denominator split the same way.
func ratioSum(m, centre float64) (high, low float64) {
	u := m - centre
	v := 1 / (m + centre)
	high = upper(float64(u * v))
	dHigh := upper(m + centre)
	dLow := m - (dHigh - centre)
	return high, float64(v * ((u - float64(high*dHigh)) - float64(high*dLow)))
}

// seriesSum returns 3 + s² + 3/5 s⁴ + ... as high + low, for s = sHigh + sLow.
func seriesSum(sHigh, sLow float64) (high, low float64) {
	s := sHigh + sLow
	z := float64(s * s)
	square := float64(sHigh * sHigh)
	r := float64(float64(z*z)*log2Series(z)) + float64(sLow*(sHigh+s))
	high = upper(3 + square + r)
	return high, r - ((high - 3) - square)
}

// log2Series returns 3/5 + 3/7 z + 3/9 z² + ...
func log2Series(z float64) float64 {
	p := float64(z*log2L6) + log2L5
	p = float64(z*p) + log2L4
	p = float64(z*p) + log2L3
	p = float64(z*p) + log2L2
	return float64(z*p) + log2L1
}

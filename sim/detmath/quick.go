package detmath

import "math"

// The bits of half the root of two, where a mantissa begins whose logarithm is
// within half of ln 2 of zero.
const halfRoot2Bits = 0x3fe6a09e667f3bcd

// The exponent of infinity, as bits. Those of numbers that are positive, and neither
// subnormal nor infinite, are between 0 and it; that of a negative number is above.
const infinityExponent = 0x7ff

// QuickExp returns e to the power x to a hundred-thousandth of it, at a third of the
// work of Exp: for what no figure is known to a hundredth of. It never falls as x
// rises. Below -700 and for NaN it is 0, above 700 what it is at 700.
func QuickExp(x float64) float64 {
	if !(math.Abs(x) < 700) { // seldom
		if !(x > 0) {
			return 0
		}
		x = 700
	}
	k := int(float64(log2e*x)+1024.5) - 1024 // the nearest whole number
	r := x - float64(float64(k)*ln2)
	even, odd := 1+float64(float64(r*r)*(1.0/12)), float64(r*0.5)
	return float64(((even + odd) / (even - odd)) * power2(k))
}

// QuickLog returns the natural logarithm of x to a millionth, at a third of the work
// of Log. Where Log is no finite number, it is what Log is. It calls nothing, which would
// cost as much as a fifth of it.
func QuickLog(x float64) float64 {
	less := 0.0
	if math.Float64bits(x)>>52-1 >= infinityExponent-1 { // seldom
		switch {
		case x != x || x > math.MaxFloat64:
			return x
		case x < 0:
			return notANumber()
		case x == 0:
			return math.Inf(-1)
		}
		x, less = float64(x*(1<<52)), 52*ln2 // a subnormal number
	}
	k, m := halves(x)
	y := (m - 1) / (m + 1)
	z := float64(y * y)
	return float64(k*ln2) + float64(2*float64(y*(1+float64(z*(1.0/3+float64(z*0.2)))))) - less
}

// halves is x as a power of two and a number between half of the root of two and the
// root; x is positive, and neither subnormal nor infinite.
func halves(x float64) (k, m float64) {
	n := int64(math.Float64bits(x)-halfRoot2Bits) >> 52
	return float64(n), math.Float64frombits(math.Float64bits(x) - uint64(n)<<52)
}

// RoughLog is the natural logarithm to 0.0006, without a division, of a positive number
// that is neither subnormal nor infinite, which it does not check. It never falls as x
// rises.
func RoughLog(x float64) float64 {
	k, m := halves(x)
	y := m - 1
	z := float64(y * y)
	return float64(k*ln2) + float64(y*(rough1+float64(rough2*y)+float64(rough3*z)))
}

// The cubic that is nearest to log(1+y) in RoughLog, in the largest error, of those that
// join where the next power of two begins: that follows from the other two.
const (
	rough1 = 1.0017036905092198
	rough2 = -0.5226889447143654
	rough3 = 0.3084943639043025
)

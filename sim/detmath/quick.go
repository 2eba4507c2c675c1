package detmath

import "math"

// The bits of half the root of two, where a mantissa begins whose logarithm is
// within half of ln 2 of zero.
const halfRoot2Bits = 0x3fe6a09e667f3bcd

// QuickExp returns e to the power x to a hundred-thousandth of it, at a third of the
// work of Exp: for what no figure is known to a hundredth of. It never falls as x
// rises. Below -700 and for NaN it is 0, above 700 what it is at 700.
func QuickExp(x float64) float64 {
	if !(x > -700) {
		return 0
	}
	if x > 700 {
		x = 700
	}
	k := int(float64(log2e*x)+1024.5) - 1024 // the nearest whole number
	r := x - float64(float64(k)*ln2)
	even, odd := 1+float64(float64(r*r)*(1.0/12)), float64(r*0.5)
	return float64(((even + odd) / (even - odd)) * power2(k))
}

// QuickLog returns the natural logarithm of x to a millionth, at a third of the work
// of Log. Where Log is no finite number or x is subnormal, it is what Log is.
func QuickLog(x float64) float64 {
	if !(x >= smallestNormal && x <= math.MaxFloat64) {
		return Log(x)
	}
	return RoughLog(x)
}

// RoughLog is QuickLog of a positive number that is neither subnormal nor infinite,
// which it does not check.
func RoughLog(x float64) float64 {
	k := int64(math.Float64bits(x)-halfRoot2Bits) >> 52
	m := math.Float64frombits(math.Float64bits(x) - uint64(k)<<52)
	y := (m - 1) / (m + 1)
	z := float64(y * y)
	return float64(float64(k)*ln2) + float64(2*float64(y*(1+float64(z*(1.0/3+float64(z*0.2))))))
}

package detmath

import "math"

const (
	ln2     = 6.93147180559945286227e-01
	ln2Head = 6.93147182464599609375e-01 // 24 bits, and the rest
	ln2Tail = -1.90465429995776804525e-09

	// A larger exponent takes every number but 1 out of range.
	powHuge = 0x1p65
)

// Pow returns x to the power y, within 1 ulp. It costs about seven Exp: keep it
// out of inner loops.
//
// For x > 0 the exponent y log2(x) is carried as a sum of two numbers, so that
// large exponents lose nothing. The rest follows IEEE 754's pow:
//
//	Pow(x, ±0) = 1 and Pow(1, y) = 1, even for NaN
//	Pow(x, NaN) = Pow(NaN, y) = NaN otherwise
//	Pow(-1, ±Inf) = 1
//	Pow(x, +Inf) = +Inf for |x| > 1, 0 for |x| < 1; Pow(x, -Inf) the reverse
//	Pow(±0, y), Pow(±Inf, y) = 0 or +Inf; negative if x is and y is an odd integer
//	Pow(x < 0, y) = NaN for finite y that is not an integer
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case x != x || y != y:
		return x + y
	case math.IsInf(y, 0):
		return powInfinite(math.Abs(x), y)
	}
	negative := false
	if math.Signbit(x) {
		integer, odd := parity(y)
		if !integer && x < 0 && !math.IsInf(x, 0) {
			return notANumber()
		}
		negative = odd
		x = -x
	}
	p := powPositive(x, y)
	if negative {
		return -p
	}
	return p
}

// powInfinite is Pow for an infinite y and x >= 0.
func powInfinite(x, y float64) float64 {
	switch {
	case x == 1:
		return 1
	case (x > 1) == (y > 0):
		return math.Inf(1)
	}
	return 0
}

// parity says whether y is an integer, and whether it is an odd one.
func parity(y float64) (integer, odd bool) {
	a := math.Abs(y)
	switch {
	case a >= 1<<53:
		return true, false
	case math.Floor(a) != a:
		return false, false
	}
	return true, int64(a)&1 == 1
}

// powPositive is Pow for x >= 0, not NaN, and finite y other than 0.
func powPositive(x, y float64) float64 {
	switch {
	case x == 1:
		return 1
	case x == 0 || x > math.MaxFloat64 || math.Abs(y) > powHuge:
		return powInfinite(x, y)
	}
	high, low := log2Sum(x)
	yHigh := upper(y)
	return exp2Sum(float64(yHigh*high), float64((y-yHigh)*high)+float64(y*low))
}

// exp2Sum returns 2 to the power high + low, where low is the smaller part and
// high has at most 42 significant bits.
func exp2Sum(high, low float64) float64 {
	z := high + low
	if n := math.Floor(z + 0.5); math.Abs(z) < 1000 { // most calls: the result is a normal number
		return float64((1 + exp2m1(high-n, low)) * power2(int(n)))
	}
	switch {
	case z > 1025:
		return math.Inf(1)
	case z < -1077:
		return 0
	}
	n := math.Floor(z + 0.5)
	return scale(1+exp2m1(high-n, low), int(n))
}

// exp2m1 returns 2^(high + low) - 1, for |high + low| <= 1/2.
func exp2m1(high, low float64) float64 {
	t := upper(high + low)
	u := float64(t * ln2Head)
	v := float64((low-(t-high))*ln2) + float64(t*ln2Tail)
	r := u + v
	rest := v - (r - u)
	return expm1Kernel(r, -(rest + float64(r*rest)))
}

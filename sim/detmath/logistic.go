package detmath

import "math"

// Logistic returns 1 / (1 + exp(-x)), within 2 ulp on both sides of 0.
//
// Logistic(NaN) is NaN, Logistic(+Inf) is 1, Logistic(-Inf) is 0; below -745.13
// the result is 0.
func Logistic(x float64) float64 {
	if x < 0 {
		e := Exp(x)
		return e / (1 + e)
	}
	return 1 / (1 + Exp(-x))
}

// Tanh returns the hyperbolic tangent of x, within 2 ulp. It is odd to the bit.
//
// Tanh(NaN) is NaN, Tanh(±Inf) is ±1, Tanh(±0) is ±0.
func Tanh(x float64) float64 {
	const (
		tiny = 0x1p-28 // below, x is the nearest number
		flat = 22      // above, 1 is
	)
	a := math.Abs(x)
	switch {
	case x != x || a < tiny:
		return x
	case a > flat:
		a = 1
	case a >= 1:
		a = 1 - 2/(Exp(a+a)+1)
	default:
		a = tanhBelowOne(a)
	}
	return math.Copysign(a, x)
}

// tanhBelowOne is (E - 1) / (E + 1) with E = exp(2a) = 2^k (1 + e), arranged so
// that nothing cancels when a is small.
func tanhBelowOne(a float64) float64 {
	k, high, low := reduceExp(a + a)
	power := power2(k)
	e := float64(power * expm1Kernel(high, low))
	return ((power - 1) + e) / ((power + 1) + e)
}

package detmath

import "math"

// ln 2 in two parts. The high part ends in zeros, so that its product with an
// exponent is exact.
const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
	log2e   = 1.44269504088896338700e+00
)

// Beyond these arguments exp is above the largest or below half the smallest
// number.
const (
	expOverflow  = 7.09782712893383973096e+02
	expUnderflow = -7.45133219101941108420e+02
)

// Coefficients of r (e^r + 1) / (e^r - 1) in r*r, from fdlibm's e_exp.
const (
	expP1 = 1.66666666666666019037e-01
	expP2 = -2.77777777770155933842e-03
	expP3 = 6.61375632143793436117e-05
	expP4 = -1.65339022054652515390e-06
	expP5 = 4.13813679705723846039e-08
)

// Exp returns e to the power x, within 1 ulp.
//
// Exp(NaN) is NaN, Exp(+Inf) is +Inf, Exp(-Inf) is 0; above 709.78 the result
// is +Inf, below -745.13 it is 0, and in between tiny results are subnormal.
func Exp(x float64) float64 {
	if math.Abs(x) < 700 { // most calls: the result is a normal number
		k, high, low := reduceExp(x)
		return float64((1 + expm1Kernel(high, low)) * power2(k))
	}
	return expFar(x)
}

// expFar is Exp where the result may be no normal number.
func expFar(x float64) float64 {
	switch {
	case x != x || x > expOverflow:
		return x + math.Inf(1) // NaN stays NaN
	case x < expUnderflow:
		return 0
	}
	k, high, low := reduceExp(x)
	return scale(1+expm1Kernel(high, low), k)
}

// reduceExp writes x as k ln 2 + (high - low) with |high - low| <= ln(2)/2, for
// x between the two limits above.
func reduceExp(x float64) (k int, high, low float64) {
	k = int(float64(log2e*x) + math.Copysign(0.5, x))
	n := float64(k)
	return k, x - float64(n*ln2High), float64(n * ln2Low)
}

// expm1Kernel returns e^r - 1 for r = high - low, |r| <= ln(2)/2, as
// r + r c / (2 - c) where c is r minus a polynomial in r*r.
func expm1Kernel(high, low float64) float64 {
	r := high - low
	t := float64(r * r)
	p := float64(t*expP5) + expP4
	p = float64(t*p) + expP3
	p = float64(t*p) + expP2
	p = float64(t*p) + expP1
	c := r - float64(t*p)
	return high - (low - float64(r*c)/(2-c))
}

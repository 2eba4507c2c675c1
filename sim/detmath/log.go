package detmath

import "math"

// Coefficients of the series of log((1+s)/(1-s)) in s*s, from fdlibm's e_log.
const (
	logL1 = 6.666666666666735130e-01
	logL2 = 3.999999999940941908e-01
	logL3 = 2.857142874366239149e-01
	logL4 = 2.222219843214978396e-01
	logL5 = 1.818357216161805012e-01
	logL6 = 1.531383769920937332e-01
	logL7 = 1.479819860511658591e-01
)

// Log returns the natural logarithm of x, within 1 ulp.
//
// Log(NaN) is NaN, Log(x < 0) is NaN, Log(±0) is -Inf, Log(+Inf) is +Inf,
// Log(1) is +0. Subnormal arguments are exact.
func Log(x float64) float64 {
	switch {
	case x != x || x > math.MaxFloat64:
		return x
	case x < 0:
		return notANumber()
	case x == 0:
		return math.Inf(-1)
	}
	k, m := split(x)
	if m > math.Sqrt2 {
		m = float64(m / 2)
		k++
	}
	return logNearOne(m-1, float64(k))
}

// logNearOne returns log(1+f) + n ln 2, for 1+f between 1/sqrt(2) and sqrt(2):
// log(1+f) = f - f*f/2 + s (f*f/2 + r).
func logNearOne(f, n float64) float64 {
	half := float64(float64(0.5*f) * f)
	s := f / (2 + f)
	r := logSeries(float64(s * s))
	return float64(n*ln2High) - ((half - (float64(s*(half+r)) + float64(n*ln2Low))) - f)
}

// logSeries returns z (L1 + z L2 + ...), even and odd powers apart.
func logSeries(z float64) float64 {
	w := float64(z * z)
	even := float64(w*logL6) + logL4
	even = float64(w*even) + logL2
	odd := float64(w*logL7) + logL5
	odd = float64(w*odd) + logL3
	odd = float64(w*odd) + logL1
	return float64(w*even) + float64(z*odd)
}

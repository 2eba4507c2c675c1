package detmath

import "math"

// Quantile returns the z below which a standard normal variable falls with
// probability u, by Wichura's AS 241 (PPND16): within 8 ulp, about 1 part in
// 10^15. It is odd around 1/2: where 1-u is exact, Quantile(1-u) is -Quantile(u).
//
// Quantile(0) is -Inf, Quantile(1) is +Inf, Quantile(1/2) is 0; NaN and anything
// outside 0 to 1 give NaN.
func Quantile(u float64) float64 {
	q := u - 0.5
	if math.Abs(q) <= 0.425 {
		return float64(q * quantileCentre(0.180625-float64(q*q)))
	}
	tail := u
	if q > 0 {
		tail = 1 - u
	}
	switch {
	case u != u || tail < 0:
		return notANumber()
	case tail == 0:
		return math.Copysign(math.Inf(1), q)
	}
	return math.Copysign(tailQuantile(math.Sqrt(-Log(tail))), q)
}

// tailQuantile is |z| for r = sqrt(-log tail).
func tailQuantile(r float64) float64 {
	if r <= 5 {
		return quantileTail(r - 1.6)
	}
	return quantileFar(r - 5)
}

package kernel

import (
	"math"
	"math/rand/v2"
)

// These are the kernel's own, and not the engine's, because it is frozen and the
// engine's may still become better.

// uniform returns a number from 0 up to but not including 1.
func uniform(p *rand.PCG) float64 {
	return float64(float64(p.Uint64()>>11) * (1.0 / 9007199254740992.0))
}

func clamp(x, low, high float64) float64 {
	if x < low {
		return low
	}
	if x > high {
		return high
	}
	return x
}

const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
	log2e   = 1.44269504088896338700e+00
)

// exp is fdlibm's e_exp, cut off at ±600.
func exp(x float64) float64 {
	const p1, p2, p3, p4, p5 = 1.66666666666666657415e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05, -1.65339022054652515390e-06, 4.13813679705723846039e-08
	x = clamp(x, -600, 600)
	half := 0.5
	if x < 0 {
		half = -0.5
	}
	k := int(float64(log2e*x) + half)
	high := x - float64(float64(k)*ln2High)
	low := float64(float64(k) * ln2Low)
	r := high - low
	t := float64(r * r)
	c := r - float64(t*(p1+float64(t*(p2+float64(t*(p3+float64(t*(p4+float64(t*p5)))))))))
	y := 1 - ((low - float64(r*c)/(2-c)) - high)
	return float64(y * math.Float64frombits(uint64(1023+k)<<52))
}

// log is fdlibm's e_log for normal x.
func log(x float64) float64 {
	const l1, l2, l3, l4, l5, l6, l7 = 6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01
	bits := math.Float64bits(x)
	k := int(bits>>52) - 1023
	m := math.Float64frombits(bits&0x000fffffffffffff | 0x3ff0000000000000)
	if m > 1.4142135623730951 {
		m = float64(m * 0.5)
		k++
	}
	f := m - 1
	s := f / (2 + f)
	z := float64(s * s)
	w := float64(z * z)
	even := float64(w * (l2 + float64(w*(l4+float64(w*l6)))))
	odd := float64(z * (l1 + float64(w*(l3+float64(w*(l5+float64(w*l7)))))))
	h := float64(float64(0.5*f) * f)
	return float64(float64(k)*ln2High) - ((h - (float64(s*(h+(even+odd))) + float64(float64(k)*ln2Low))) - f)
}

package kernel

import (
	"math"
	"math/rand/v2"
)

// normal returns a standard normal draw from 64 bits, by the quantile function
// of AS 241. One far coefficient differs from the published one in its tenth
// digit; it was so when the kernel was frozen, and takes part once in 10^11 draws.
func normal(p *rand.PCG) float64 {
	u := float64((float64(p.Uint64()>>11) + 0.5) * (1.0 / 9007199254740992.0))
	q := u - 0.5
	if q <= 0.425 && q >= -0.425 {
		return normalCentre(q)
	}
	r := u
	if q > 0 {
		r = 1 - u
	}
	r = math.Sqrt(-log(r))
	var v float64
	if r <= 5 {
		v = normalTail(r - 1.6)
	} else {
		v = normalFar(r - 5)
	}
	if q < 0 {
		return -v
	}
	return v
}

func normalCentre(q float64) float64 {
	r := 0.180625 - float64(q*q)
	over := degree7(r, 2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
		1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0)
	under := degree7(r, 5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
		5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1)
	return float64(q*over) / under
}

func normalTail(r float64) float64 {
	over := degree7(r, 7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
		3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0)
	under := degree7(r, 1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
		6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1)
	return over / under
}

func normalFar(r float64) float64 {
	over := degree7(r, 2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
		2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0)
	under := degree7(r, 2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
		1.48753612908516948410e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1)
	return over / under
}

// degree7 returns a polynomial by Horner's rule, its highest coefficient first.
func degree7(x, a, b, c, d, e, f, g, h float64) float64 {
	y := float64(a*x) + b
	y = float64(y*x) + c
	y = float64(y*x) + d
	y = float64(y*x) + e
	y = float64(y*x) + f
	y = float64(y*x) + g
	return float64(y*x) + h
}

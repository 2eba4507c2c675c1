package detmath

import (
	"math"
	"math/big"
)

// The reference: the same functions with big.Float, by other methods than the
// package uses, at a precision of the caller's choice. Arguments are finite.

// reference computes with prec bits; ln2 and root2pi are to that precision.
type reference struct {
	prec         uint
	ln2, root2pi *big.Float
}

func newReference(prec uint) *reference {
	r := &reference{prec: prec}
	// ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749)
	r.ln2 = r.add(r.mul(r.num(18), r.arc(26, 1)), r.add(r.mul(r.num(-2), r.arc(4801, 1)), r.mul(r.num(8), r.arc(8749, 1))))
	// pi = 16 atan(1/5) - 4 atan(1/239)
	pi := r.add(r.mul(r.num(16), r.arc(5, -1)), r.mul(r.num(-4), r.arc(239, -1)))
	r.root2pi = r.zero().Sqrt(r.mul(r.num(2), pi))
	return r
}

func (r *reference) zero() *big.Float               { return new(big.Float).SetPrec(r.prec) }
func (r *reference) num(x float64) *big.Float       { return r.zero().SetFloat64(x) }
func (r *reference) add(a, b *big.Float) *big.Float { return r.zero().Add(a, b) }
func (r *reference) sub(a, b *big.Float) *big.Float { return r.zero().Sub(a, b) }
func (r *reference) mul(a, b *big.Float) *big.Float { return r.zero().Mul(a, b) }
func (r *reference) quo(a, b *big.Float) *big.Float { return r.zero().Quo(a, b) }

// negligible says whether adding term to sum would change nothing that counts.
func (r *reference) negligible(term, sum *big.Float) bool {
	return term.Sign() == 0 || term.MantExp(nil) < sum.MantExp(nil)-int(r.prec)
}

// arc is the sum of sign^i / ((2i+1) n^(2i+1)): atanh(1/n) for sign 1, atan(1/n)
// for sign -1.
func (r *reference) arc(n, sign float64) *big.Float {
	power := r.quo(r.num(1), r.num(n))
	step := r.quo(r.num(sign), r.num(n*n))
	sum := r.zero()
	for i := 0.0; ; i++ {
		term := r.quo(power, r.num(2*i+1))
		sum = r.add(sum, term)
		if r.negligible(term, sum) {
			return sum
		}
		power = r.mul(power, step)
	}
}

// exp by x = k ln 2 + 2^16 s, Taylor in s, sixteen squarings.
func (r *reference) exp(x *big.Float) *big.Float {
	const squarings = 16
	q, _ := r.quo(x, r.ln2).Float64()
	k := math.Floor(q + 0.5)
	s := r.sub(x, r.mul(r.num(k), r.ln2))
	s.SetMantExp(s, -squarings)
	sum, term := r.num(1), r.num(1)
	for i := 1.0; !r.negligible(term, sum); i++ {
		term = r.quo(r.mul(term, s), r.num(i))
		sum = r.add(sum, term)
	}
	for range squarings {
		sum = r.mul(sum, sum)
	}
	return sum.SetMantExp(sum, int(k))
}

// log by Halley's iteration on exp, three times as many good bits each round.
func (r *reference) log(x *big.Float) *big.Float {
	m := r.zero()
	k := x.MantExp(m)
	if k == 1 { // keep what is close to 1 whole: its logarithm must not cancel
		m, k = x, 0
	}
	start, _ := m.Float64()
	y := r.num(math.Log(start))
	for good := uint(40); good < 3*r.prec; good *= 3 {
		e := r.exp(y)
		y = r.add(y, r.quo(r.mul(r.num(2), r.sub(m, e)), r.add(m, e)))
	}
	return r.add(y, r.mul(r.num(float64(k)), r.ln2))
}

func (r *reference) pow(x, y float64) *big.Float {
	if x == 1 {
		return r.num(1)
	}
	return r.exp(r.mul(r.num(y), r.log(r.num(x))))
}

func (r *reference) logistic(x float64) *big.Float {
	return r.quo(r.num(1), r.add(r.num(1), r.exp(r.num(-x))))
}

func (r *reference) tanh(x float64) *big.Float {
	if math.Abs(x) < 0x1p-60 { // x - x³/3 + ..., no cancellation
		cube := r.mul(r.num(x), r.mul(r.num(x), r.num(x)))
		return r.sub(r.num(x), r.quo(cube, r.num(3)))
	}
	e := r.exp(r.num(2 * x))
	return r.quo(r.sub(e, r.num(1)), r.add(e, r.num(1)))
}

// quantile by Newton's method on the normal distribution function, in the
// lower half. The start is only a guess: the root does not depend on it.
func (r *reference) quantile(u float64) *big.Float {
	if u > 0.5 {
		return r.quantileOf(r.sub(r.num(1), r.num(u)), true)
	}
	return r.quantileOf(r.num(u), false)
}

func (r *reference) quantileOf(tail *big.Float, negate bool) *big.Float {
	t, _ := tail.Float64()
	z := r.num(Quantile(t))
	for range 4 { // from about 45 good bits to more than 500
		p, density := r.normal(z)
		z = r.sub(z, r.quo(r.sub(p, tail), density))
	}
	if negate {
		z.Neg(z)
	}
	return z
}

// normal returns the standard normal's distribution function and density at z:
// Phi(z) = 1/2 + density(z) (z + z³/3 + z⁵/(3·5) + ...). The difference cancels
// about z²/2 log2(e) bits for negative z; the caller's precision pays for that.
func (r *reference) normal(z *big.Float) (p, density *big.Float) {
	square := r.mul(z, z)
	density = r.quo(r.exp(r.mul(r.num(-0.5), square)), r.root2pi)
	sum, term := r.zero().Set(z), r.zero().Set(z)
	for i := 3.0; !r.negligible(term, sum); i += 2 {
		term = r.quo(r.mul(term, square), r.num(i))
		sum = r.add(sum, term)
	}
	return r.add(r.num(0.5), r.mul(density, sum)), density
}

package detmath

import (
	"math"
	"math/big"
	"math/rand/v2"
)

// subject is a function under test with its vectors.
type subject struct {
	name  string
	args  int
	bound float64 // ulp
	call  func(x, y float64) float64
	exact func(r *reference, x, y float64) *big.Float // nil where special tells the result
	prec  func(x float64) uint                        // bits the reference needs
	edges [][2]float64
	draw  func(p *rand.Rand) [2]float64
	count int // drawn points
}

func bits320(float64) uint { return 320 }

// tailBits pays for the cancellation in the reference's normal distribution:
// u = 2^-k costs k bits.
func tailBits(u float64) uint {
	_, e := math.Frexp(min(u, 1-u))
	return 320 + uint(2*max(0, -e))
}

func one(f func(float64) float64) func(x, y float64) float64 {
	return func(x, _ float64) float64 { return f(x) }
}

var subjects = []subject{
	{
		name: "exp", args: 1, bound: 1, call: one(Exp), prec: bits320, count: 400,
		exact: func(r *reference, x, _ float64) *big.Float { return r.exp(r.num(x)) },
		edges: single(0, 5e-324, -5e-324, 1e-300, -1e-300, 0x1p-53, -0x1p-54, 1e-9, -1e-9, 0.34657, 0.34658, -0.34657,
			0.5, 1, -1, 2, 10, -10, 88.7, -87.3, 700, -700, 709, 709.78, 709.782712893384, -708.3964, -708.4, -710, -720.5, -740, -744, -745, -745.1332191019411),
		draw: func(p *rand.Rand) [2]float64 {
			if p.IntN(4) == 0 {
				return [2]float64{p.Float64()*1454 - 745}
			}
			return [2]float64{p.NormFloat64() * 3}
		},
	},
	{
		name: "log", args: 1, bound: 1, call: one(Log), prec: bits320, count: 400,
		exact: func(r *reference, x, _ float64) *big.Float { return r.log(r.num(x)) },
		edges: single(1, 5e-324, 1e-323, 1e-310, smallestNormal, math.Nextafter(smallestNormal, 0), math.MaxFloat64,
			math.Nextafter(1, 0), math.Nextafter(1, 2), 0.999999, 1.000001, math.Sqrt2, math.Nextafter(math.Sqrt2, 0), math.Nextafter(math.Sqrt2, 2),
			0.5, 2, 4, 0.1, 10, math.E, 1e10, 1e-10, 1e300, 1e-300, 3),
		draw: func(p *rand.Rand) [2]float64 {
			switch p.IntN(3) {
			case 0: // any positive number
				return [2]float64{math.Float64frombits(p.Uint64N(0x7ff0000000000000-1) + 1)}
			case 1: // near 1
				return [2]float64{1 + (p.Float64()-0.5)/8}
			}
			return [2]float64{p.Float64() * 10}
		},
	},
	{
		name: "pow", args: 2, bound: 1, call: Pow, prec: bits320, count: 500,
		exact: func(r *reference, x, y float64) *big.Float { return r.pow(x, y) },
		edges: [][2]float64{{2, 10}, {2, -1074}, {2, 1023}, {2, 0.5}, {10, 308}, {10, -308}, {10, -320}, {10, 2}, {10, -1},
			{math.Nextafter(1, 2), 0x1p61}, {math.Nextafter(1, 0), 0x1p61}, {math.Nextafter(1, 2), -0x1p61}, {0.999999, 1e8}, {1.000001, 1e8},
			{5e-324, 0.5}, {5e-324, 1}, {5e-324, -0.9}, {math.MaxFloat64, 1}, {math.MaxFloat64, 0.5}, {math.MaxFloat64, -1},
			{1.2247448713915890, 3}, {1.2247, 700}, {1.7320508, 600}, {1.5, 1000}, {3, 5e-324}, {0.5, 1e-300}, {3, 3}, {1.5, 1.5}, {math.E, 700},
			{2, 1023.9999999999999}, {2, -1074.9}, {2, -1060.5}, {0.7, 2900.25}},
		draw: func(p *rand.Rand) [2]float64 {
			switch p.IntN(3) {
			case 0: // anything whose result is in range
				x := math.Float64frombits(p.Uint64N(0x7ff0000000000000-1) + 1)
				return [2]float64{x, (p.Float64()*2080 - 1060) / math.Log2(x)}
			case 1:
				return [2]float64{p.Float64() * 4, p.NormFloat64() * 3}
			}
			return [2]float64{1 + p.NormFloat64()/100, p.NormFloat64() * 1000}
		},
	},
	{
		name: "logistic", args: 1, bound: 2, call: one(Logistic), prec: bits320, count: 300,
		exact: func(r *reference, x, _ float64) *big.Float { return r.logistic(x) },
		edges: single(0, 5e-324, -1e-300, 1e-17, 0.5, -0.5, 1, -1, 20, -20, 36.7, 37, 40, -37, -40, 700, -700, -709, -740, -745),
		draw:  func(p *rand.Rand) [2]float64 { return [2]float64{p.NormFloat64() * 6} },
	},
	{
		name: "tanh", args: 1, bound: 2, call: one(Tanh), prec: bits320, count: 400,
		exact: func(r *reference, x, _ float64) *big.Float { return r.tanh(x) },
		edges: single(0, 5e-324, -5e-324, 1e-300, 1e-9, 0x1p-28, math.Nextafter(0x1p-28, 0), 1e-4, 0.1732, 0.1733, 0.5198, 0.5199, 0.8664, 0.8665,
			math.Nextafter(1, 0), 1, -1, 2, 5, 18, 19, 20, 22, 23, -700),
		draw: func(p *rand.Rand) [2]float64 {
			if p.IntN(2) == 0 {
				return [2]float64{p.Float64()*2 - 1}
			}
			return [2]float64{p.NormFloat64() * 4}
		},
	},
	{
		name: "quantile", args: 1, bound: 8, call: one(Quantile), prec: tailBits, count: 400,
		exact: func(r *reference, u, _ float64) *big.Float { return r.quantile(u) },
		edges: single(0.5, math.Nextafter(0.5, 0), math.Nextafter(0.5, 1), 0.25, 0.75, 0.075, 0.925, 0.07499999, 0.92500001, 0.025, 0.975, 0.01, 0.99,
			1e-5, 1e-10, 1.38e-11, 1.39e-11, 1e-16, 0x1p-53, 1-0x1p-53, 1e-30, 1e-100, 1e-300, smallestNormal, 1e-315),
		draw: func(p *rand.Rand) [2]float64 {
			if p.IntN(8) == 0 { // thin tails
				return [2]float64{math.Ldexp(0.5+p.Float64()/2, -p.IntN(120))}
			}
			return [2]float64{p.Float64()}
		},
	},
}

func single(xs ...float64) [][2]float64 {
	out := make([][2]float64, len(xs))
	for i, x := range xs {
		out[i][0] = x
	}
	return out
}

// points are the arguments of a subject's vectors: its edges, then its draws.
func (s *subject) points() [][2]float64 {
	p := rand.New(rand.NewPCG(20251124, uint64(len(s.name))))
	out := append([][2]float64(nil), s.edges...)
	for range s.count {
		out = append(out, s.draw(p))
	}
	return out
}

package detmath

import (
	"math"
	"math/rand/v2"
	"testing"
)

var (
	inf     = math.Inf(1)
	nan     = math.NaN()
	negZero = math.Copysign(0, -1)
)

func same(a, b float64) bool {
	return a != a && b != b || math.Float64bits(a) == math.Float64bits(b)
}

func TestSpecialCases(t *testing.T) {
	for _, c := range []struct {
		name    string
		f       func(float64) float64
		x, want float64
	}{
		{"Exp", Exp, nan, nan}, {"Exp", Exp, inf, inf}, {"Exp", Exp, -inf, 0}, {"Exp", Exp, negZero, 1},
		{"Exp", Exp, 709.79, inf}, {"Exp", Exp, 1e300, inf}, {"Exp", Exp, -745.2, 0}, {"Exp", Exp, -1e300, 0},
		{"Log", Log, nan, nan}, {"Log", Log, -1, nan}, {"Log", Log, -inf, nan}, {"Log", Log, inf, inf},
		{"Log", Log, 0, -inf}, {"Log", Log, negZero, -inf}, {"Log", Log, 1, 0},
		{"Logistic", Logistic, nan, nan}, {"Logistic", Logistic, inf, 1}, {"Logistic", Logistic, -inf, 0},
		{"Logistic", Logistic, 0, 0.5}, {"Logistic", Logistic, 1e9, 1}, {"Logistic", Logistic, -1e9, 0},
		{"Tanh", Tanh, nan, nan}, {"Tanh", Tanh, inf, 1}, {"Tanh", Tanh, -inf, -1}, {"Tanh", Tanh, negZero, negZero},
		{"Quantile", Quantile, nan, nan}, {"Quantile", Quantile, 0, -inf}, {"Quantile", Quantile, 1, inf}, {"Quantile", Quantile, 0.5, 0},
		{"Quantile", Quantile, -5e-324, nan}, {"Quantile", Quantile, 1.0000001, nan}, {"Quantile", Quantile, inf, nan}, {"Quantile", Quantile, -inf, nan},
	} {
		if got := c.f(c.x); !same(got, c.want) {
			t.Errorf("%s(%v) = %v, want %v", c.name, c.x, got, c.want)
		}
	}
}

// TestPowSpecialCases holds Pow against the standard library on every pair of
// values that can be special: zeros, infinities, NaNs and signs. Finite results
// are the vectors' business; the library's are off by 1e-8 and more for x near 1.
func TestPowSpecialCases(t *testing.T) {
	values := []float64{0, negZero, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 0.3, -0.3, 1.7, -1.7, inf, -inf, nan, 5e-324, -5e-324,
		math.MaxFloat64, -math.MaxFloat64, 1 << 52, 1<<53 - 1, 1 << 53, 1<<53 + 2, 0x1p64, -0x1p64, 0x1p66, 1e300, -1e300, math.Nextafter(1, 0), math.Nextafter(1, 2)}
	for _, x := range values {
		for _, y := range values {
			got, want := Pow(x, y), math.Pow(x, y)
			finite := func(f float64) bool { return f != 0 && f-f == 0 }
			if finite(got) && finite(want) && (got < 0) == (want < 0) {
				continue
			}
			if !same(got, want) {
				t.Errorf("Pow(%v, %v) = %v, want %v", x, y, got, want)
			}
		}
	}
}

// TestMonotone walks up in steps of one representable number from random places:
// a result may step back by no more than its error bound.
func TestMonotone(t *testing.T) {
	p := rand.New(rand.NewPCG(7, 11))
	for _, c := range []struct {
		name     string
		f        func(float64) float64
		from, to float64
		back     float64 // ulp
	}{
		{"Exp", Exp, -745, 709, 0},
		{"Exp", Exp, -2, 2, 0},
		{"Log", Log, 0.4, 3, 1},
		{"Log", Log, 0, 1e9, 1},
		{"Pow 0.7", func(x float64) float64 { return Pow(x, 0.7) }, 0, 100, 1},
		{"Pow 1.03^x", func(x float64) float64 { return Pow(1.03, x) }, -500, 500, 1},
		{"Logistic", Logistic, -40, 40, 2},
		{"Tanh", Tanh, -3, 3, 2},
		{"Quantile", Quantile, 0, 1, 8},
	} {
		for range 2000 {
			x := c.from + (c.to-c.from)*p.Float64()
			before := c.f(x)
			for range 8 {
				x = math.Nextafter(x, inf)
				after := c.f(x)
				if after < before && ulps(after, before) > c.back {
					t.Fatalf("%s steps back by %v ulp at %v", c.name, ulps(after, before), x)
				}
				before = after
			}
		}
	}
}

// TestIncreasing takes steps well above the error bounds; the result must rise.
func TestIncreasing(t *testing.T) {
	for _, c := range []struct {
		name     string
		f        func(float64) float64
		from, to float64
	}{
		{"Exp", Exp, -700, 709}, {"Log", Log, 1e-9, 50}, {"Logistic", Logistic, -700, 25}, {"Tanh", Tanh, -10, 10}, {"Quantile", Quantile, 1e-9, 1 - 1e-9},
	} {
		const steps = 20000
		before := math.Inf(-1)
		for i := range steps {
			x := c.from + (c.to-c.from)*float64(i)/steps
			if y := c.f(x); y > before {
				before = y
			} else {
				t.Fatalf("%s(%v) = %v does not rise above %v", c.name, x, y, before)
			}
		}
	}
}

func TestSymmetry(t *testing.T) {
	p := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		x := p.NormFloat64() * 5
		if !same(Tanh(-x), -Tanh(x)) {
			t.Fatalf("Tanh(%v) is not odd", x)
		}
		if d := math.Abs(Logistic(x) + Logistic(-x) - 1); d > 0x1p-52 {
			t.Fatalf("Logistic(%v) and of its negative add up to 1 + %v", x, d)
		}
		u := math.Floor(p.Float64()*0x1p53) * 0x1p-53 // 1-u is exact
		if u != 0.5 && !same(Quantile(1-u), -Quantile(u)) {
			t.Fatalf("Quantile is not odd around 1/2 at %v", u)
		}
	}
}

// TestInverse holds pairs of functions against each other.
func TestInverse(t *testing.T) {
	p := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		x := p.Float64()*1400 - 700
		if y := Log(Exp(x)); math.Abs(y-x) > 1e-15*math.Max(1, math.Abs(x)) {
			t.Fatalf("Log(Exp(%v)) = %v", x, y)
		}
		b, y := 0.1+p.Float64()*5, p.Float64()*4+0.1
		if z := Pow(Pow(b, y), 1/y); math.Abs(z/b-1) > 1e-14 {
			t.Fatalf("Pow(Pow(%v, %v), 1/..) = %v", b, y, z)
		}
		if sq := Pow(b, 2); ulps(sq, b*b) > 1 {
			t.Fatalf("Pow(%v, 2) = %v, want %v", b, sq, b*b)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	x := 0.3
	allocs := testing.AllocsPerRun(100, func() {
		x = Quantile(Logistic(Tanh(Log(Exp(Pow(x+1, 0.5))))))
		x = math.Abs(x)
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

var sink float64

func BenchmarkExp(b *testing.B)      { bench(b, Exp, -3, 3) }
func BenchmarkLog(b *testing.B)      { bench(b, Log, 0.1, 10) }
func BenchmarkLogistic(b *testing.B) { bench(b, Logistic, -3, 3) }
func BenchmarkTanh(b *testing.B)     { bench(b, Tanh, -3, 3) }
func BenchmarkQuantile(b *testing.B) { bench(b, Quantile, 0, 1) }
func BenchmarkPow(b *testing.B) {
	bench(b, func(x float64) float64 { return Pow(x, 1.7) }, 0.1, 10)
}

// bench calls f on arguments in no order a branch predictor could learn.
func bench(b *testing.B, f func(float64) float64, from, to float64) {
	var xs [1024]float64
	p := rand.New(rand.NewPCG(5, 6))
	for i := range xs {
		xs[i] = from + (to-from)*p.Float64()
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		sink = f(xs[i%len(xs)])
	}
}

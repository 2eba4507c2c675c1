package rng

import (
	"math"
	"testing"
)

// fixed is a source of many streams for the distribution tests.
func fixed(i uint64) Stream { return At(77, 5).Stream(1, i) }

func TestSameNameSameStream(t *testing.T) {
	a, b := At(9, 4).Stream(3, 8), At(9, 4).Stream(3, 8)
	for range 10 {
		if x, y := a.Uint64(), b.Uint64(); x != y {
			t.Fatalf("%d and %d", x, y)
		}
	}
}

func TestFloat64(t *testing.T) {
	s := fixed(0)
	sum := 0.0
	for range draws {
		u := s.Float64()
		if !(u > 0 && u < 1) || 1-(1-u) != u {
			t.Fatalf("draw %v", u)
		}
		sum += u
	}
	if mean := sum / draws; math.Abs(mean-0.5) > 5/math.Sqrt(12*draws) {
		t.Errorf("mean %v", mean)
	}
}

func TestNormal(t *testing.T) {
	var sum, square, cube, fourth float64
	for i := range uint64(draws) {
		s := fixed(i)
		z := s.Normal()
		sum += z
		square += z * z
		cube += z * z * z
		fourth += z * z * z * z
	}
	for _, c := range []struct {
		name             string
		got, want, sigma float64 // sigma: of a single draw's contribution
	}{
		{"mean", sum, 0, 1},
		{"variance", square, 1, math.Sqrt(2)},
		{"third moment", cube, 0, math.Sqrt(15)},
		{"fourth moment", fourth, 3, math.Sqrt(96)},
	} {
		if d := c.got/draws - c.want; math.Abs(d) > 5*c.sigma/math.Sqrt(draws) {
			t.Errorf("%s is off by %v", c.name, d)
		}
	}
}

func TestRoughNormal(t *testing.T) {
	var sum, square, cube, fourth, far float64
	for i := range uint64(draws) {
		s := fixed(i)
		z := s.RoughNormal()
		sum += z
		square += z * z
		cube += z * z * z
		fourth += z * z * z * z
		far = max(far, math.Abs(z))
	}
	if far > 3.47 {
		t.Errorf("a draw lies %v from 0", far)
	}
	for _, c := range []struct {
		name             string
		got, want, sigma float64 // sigma: of a single draw's contribution, as if it were normal: it is less
	}{
		{"mean", sum, 0, 1},
		{"variance", square, 1, math.Sqrt(2)},
		{"third moment", cube, 0, math.Sqrt(15)},
		{"fourth moment", fourth, 2.7, math.Sqrt(96)},
	} {
		if d := c.got/draws - c.want; math.Abs(d) > 5*c.sigma/math.Sqrt(draws) {
			t.Errorf("%s is off by %v", c.name, d)
		}
	}
}

func TestTriangular(t *testing.T) {
	const low, mode, high = -2.0, 1.0, 10.0
	var sum, square float64
	belowMode := 0
	for i := range uint64(draws) {
		s := fixed(i)
		x := s.Triangular(low, mode, high)
		if x < low || x > high {
			t.Fatalf("draw %v", x)
		}
		if x < mode {
			belowMode++
		}
		sum += x
		square += x * x
	}
	mean := sum / draws
	variance := square/draws - mean*mean
	wantMean := (low + mode + high) / 3
	wantVariance := (low*low + mode*mode + high*high - low*mode - low*high - mode*high) / 18
	if math.Abs(mean-wantMean) > 0.05 || math.Abs(variance-wantVariance) > 0.1 {
		t.Errorf("mean %v, variance %v; want %v, %v", mean, variance, wantMean, wantVariance)
	}
	if share := float64(belowMode) / draws; math.Abs(share-0.25) > 0.006 {
		t.Errorf("%v of the draws lie below the mode, want 0.25", share)
	}
}

func TestTriangularEdges(t *testing.T) {
	for i := range uint64(1000) {
		for _, c := range [][3]float64{{1, 1, 2}, {1, 2, 2}, {3, 3, 3}, {1, 0, 2}, {1, 9, 2}, {-1e308, 0, 1e307}, {0, 0, 5e-324}} {
			s := fixed(i)
			x := s.Triangular(c[0], c[1], c[2])
			if !(x >= c[0] && x <= c[2]) {
				t.Fatalf("Triangular%v = %v", c, x)
			}
		}
		s := fixed(i)
		if x := s.Triangular(5, 4, 3); x != 4 {
			t.Fatalf("a range upside down gives %v, want the mode", x)
		}
	}
}

func TestIntN(t *testing.T) {
	var counts [7]float64
	for i := range uint64(70000) {
		s := fixed(i)
		counts[s.IntN(7)]++ // panics if out of range
	}
	for k, c := range counts {
		if math.Abs(c-10000) > 5*math.Sqrt(10000*6/7.0) {
			t.Errorf("%d came %v times of 70000", k, c)
		}
	}
	for i := range uint64(100) {
		for _, n := range []int64{math.MinInt64, -1, 0, 1} {
			s := fixed(i)
			if x := s.IntN(n); x != 0 {
				t.Errorf("IntN(%d) = %d", n, x)
			}
		}
		s := fixed(i)
		if x := s.IntN(math.MaxInt64); x < 0 {
			t.Errorf("IntN(largest) = %d", x)
		}
	}
}

// TestOneDrawEach shows that no method shifts what comes after it.
func TestOneDrawEach(t *testing.T) {
	plain := fixed(1)
	plain.Uint64()
	want := plain.Uint64()
	for name, draw := range map[string]func(s *Stream){
		"Float64":          func(s *Stream) { s.Float64() },
		"Normal":           func(s *Stream) { s.Normal() },
		"RoughNormal":      func(s *Stream) { s.RoughNormal() },
		"Triangular":       func(s *Stream) { s.Triangular(1, 2, 3) },
		"empty Triangular": func(s *Stream) { s.Triangular(1, 1, 1) },
		"IntN":             func(s *Stream) { s.IntN(6) },
		"empty IntN":       func(s *Stream) { s.IntN(0) },
	} {
		s := fixed(1)
		draw(&s)
		if got := s.Uint64(); got != want {
			t.Errorf("%s takes not exactly one draw", name)
		}
	}
}

func TestSubject(t *testing.T) {
	names := [][]string{nil, {"a"}, {"a", ""}, {"", "a"}, {"a", "b"}, {"ab"}, {"b", "a"}, {"a", "b", ""}, {"A"}}
	seen := map[uint64][]string{}
	for _, n := range names {
		h := Subject(n...)
		if other, taken := seen[h]; taken {
			t.Errorf("%q and %q meet", n, other)
		}
		seen[h] = n
	}
	if Subject("a", "b") != Subject("a\x00b") {
		t.Error("parts are not joined by a zero byte")
	}
}

func TestRun(t *testing.T) {
	seen := map[uint64]bool{}
	for i := range uint64(100000) {
		r := Run(3, i)
		if r >= 1<<53 || seen[r] {
			t.Fatalf("run %d has seed %d, too large or used before", i, r)
		}
		seen[r] = true
		if uint64(float64(r)) != r {
			t.Fatalf("seed %d does not survive a float64", r)
		}
	}
	for i := range uint64(100000) {
		if seen[Run(4, i)] {
			t.Fatalf("two experiments share the seed of run %d", i)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	var total float64
	n := uint64(0)
	allocs := testing.AllocsPerRun(100, func() {
		n++
		s := At(n, 1).Stream(1, n)
		total += s.Normal() + s.Triangular(0, 1, 2) + float64(s.IntN(9)) + float64(Run(n, n))
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

var sink uint64

func BenchmarkFirstDraw(b *testing.B) {
	key := At(1, 2)
	b.ReportAllocs()
	for i := uint64(0); b.Loop(); i++ {
		s := key.Stream(3, i)
		sink = s.Uint64()
	}
}

func BenchmarkFiveDraws(b *testing.B) {
	key := At(1, 2)
	for i := uint64(0); b.Loop(); i++ {
		s := key.Stream(3, i)
		sink = s.Uint64() + s.Uint64() + s.Uint64() + s.Uint64() + s.Uint64()
	}
}

func BenchmarkFirstNormal(b *testing.B) {
	key := At(1, 2)
	for i := uint64(0); b.Loop(); i++ {
		s := key.Stream(3, i)
		sink = math.Float64bits(s.Normal())
	}
}

package units

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// whole draws everyday numbers as well as the extremes.
func whole() *rapid.Generator[int64] {
	return rapid.OneOf(rapid.Int64Range(-1000, 1000), rapid.Int64(),
		rapid.SampledFrom([]int64{math.MinInt64, math.MinInt64 + 1, math.MaxInt64, 0, 1, -1}))
}

// clamp brings an exact result into int64.
func clamp(x *big.Int) int64 {
	switch {
	case x.IsInt64():
		return x.Int64()
	case x.Sign() < 0:
		return math.MinInt64
	}
	return math.MaxInt64
}

// floorDiv is a/b rounded towards negative infinity, b > 0.
func floorDiv(a, b *big.Int) *big.Int {
	q, _ := new(big.Int).DivMod(a, b, new(big.Int)) // Euclidean, the same for b > 0
	return q
}

func product(xs ...int64) *big.Int {
	p := big.NewInt(1)
	for _, x := range xs {
		p.Mul(p, big.NewInt(x))
	}
	return p
}

// halfUp is a/b rounded to nearest, halves up.
func halfUp(a *big.Int, b int64) *big.Int {
	twice := new(big.Int).Add(new(big.Int).Lsh(a, 1), big.NewInt(b))
	return floorDiv(twice, new(big.Int).Lsh(big.NewInt(b), 1))
}

func TestMulDivIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := whole().Draw(t, "a"), whole().Draw(t, "b")
		c := rapid.OneOf(rapid.Int64Range(1, 1000), rapid.Int64Range(1, math.MaxInt64)).Draw(t, "c")
		if got, want := MulDiv(a, b, c), clamp(floorDiv(product(a, b), big.NewInt(c))); got != want {
			t.Fatalf("%d·%d/%d = %d, want %d", a, b, c, got, want)
		}
		a = rapid.OneOf(rapid.Int64Range(-1, 1<<42+1), whole()).Draw(t, "whole")
		b = rapid.OneOf(rapid.Int64Range(-1, 1<<21+1), whole()).Draw(t, "share")
		if got, want := PPM(b).Of(a), MulDiv(a, b, 1_000_000); got != want {
			t.Fatalf("%d ppm of %d = %d, want %d", b, a, got, want)
		}
	})
}

func TestMulDivRefusesDivisor(t *testing.T) {
	for _, c := range []int64{0, -1, math.MinInt64} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("a divisor of %d passed", c)
				}
			}()
			MulDiv(1, 1, c)
		}()
	}
}

// TestPrepaidIsExact: two roundings down are one.
func TestPrepaidIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.OneOf(rapid.Int64Range(-5, 1e12), whole()).Draw(t, "price")
		n := rapid.OneOf(rapid.Int64Range(-5, 1e8), whole()).Draw(t, "n")
		share := rapid.OneOf(rapid.Int64Range(0, 1_000_000), rapid.Just[int64](1_000_000), whole()).Draw(t, "share")
		want := MulDiv(p, MulDiv(n, share, 1), 1_000_000_000_000)
		if got := Prepaid(Price(p), PPM(share), n); int64(got) != want {
			t.Fatalf("%d of %d at %d: %d, want %d", share, n, p, got, want)
		}
	})
}

func TestMoneyIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q, h := whole().Draw(t, "price"), whole().Draw(t, "quantity"), whole().Draw(t, "hours")
		if got, want := Rent(Price(p), H100e(q), h), clamp(halfUp(product(p, q, h), 1e9)); got != USD(want) {
			t.Fatalf("rent %d, want %d", got, want)
		}
		p, q = rapid.OneOf(rapid.Int64Range(-1, 1<<27+1), whole()).Draw(t, "price"), rapid.OneOf(rapid.Int64Range(-1, 1<<32+1), whole()).Draw(t, "quantity")
		if got, want := WeekRent(Price(p), H100e(q)), Rent(Price(p), H100e(q), 168); got != want {
			t.Fatalf("a week's rent of %d at %d: %d, want %d", q, p, got, want)
		}
		load := rapid.Int64Range(0, 2_000_000).Draw(t, "load")
		h %= 1e12
		if got, want := Energy(Price(p), KW(q), h, PPM(load)), clamp(halfUp(product(p, q, h, load), 1e15)); got != USD(want) {
			t.Fatalf("energy %d, want %d", got, want)
		}
	})
}

func TestMoneyExamples(t *testing.T) {
	if got := Rent(2_350_000, 1_000_000, 168); got != 394_800 {
		t.Errorf("a thousand H100e at $2.35 for a week cost %d", int64(got))
	}
	if got := Energy(48_000_000, 100_000, 168, 800_000); got != 645_120 {
		t.Errorf("100 MW at 80 %% and $48 for a week cost %d", int64(got))
	}
	if a, b := Rent(500_000, 1000, 1), Rent(-500_000, 1000, 1); a != 1 || b != 0 {
		t.Errorf("half a dollar is %d, minus half a dollar %d", int64(a), int64(b))
	}
}

func TestSplitLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		weights := rapid.SliceOfN(rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(-5, 1e6), rapid.Int64Range(0, math.MaxInt64)), n, n).Draw(t, "weights")
		total := whole().Draw(t, "total")
		out, mirror := slices.Repeat([]int64{-7}, n), make([]int64, n)
		Split(total, weights, out)

		sum, all := new(big.Int), new(big.Int)
		for i := range out {
			sum.Add(sum, big.NewInt(out[i]))
			all.Add(all, big.NewInt(max(weights[i], 0)))
		}
		if all.Sign() == 0 {
			if sum.Sign() != 0 || slices.Max(out) != 0 {
				t.Fatalf("no weights, yet %v", out)
			}
			return
		}
		if sum.Cmp(big.NewInt(total)) != 0 {
			t.Fatalf("parts add up to %v, not %d", sum, total)
		}
		for i := range out {
			if weights[i] <= 0 && out[i] != 0 {
				t.Fatalf("weight %d got %d", weights[i], out[i])
			}
			if all.IsInt64() {
				exact := floorDiv(product(total, max(weights[i], 0)), all)
				if off := out[i] - clamp(exact); off < 0 || off > 1 {
					t.Fatalf("part %d is %d, its exact share starts at %v", i, out[i], exact)
				}
			}
			if total >= 0 && weights[i] > weights[0] && out[i] < out[0] {
				t.Fatalf("weight %d got %d, weight %d got %d", weights[i], out[i], weights[0], out[0])
			}
			if total >= 0 && weights[i] == weights[0] && out[i] > out[0] {
				t.Fatalf("a tie went to the higher index: %v", out)
			}
		}
		if total != math.MinInt64 {
			Split(-total, weights, mirror)
			for i := range out {
				if mirror[i] != -out[i] {
					t.Fatalf("part %d is %d, its mirror image %d", i, out[i], mirror[i])
				}
			}
		}
	})
}

func TestSplitExamples(t *testing.T) {
	for _, c := range []struct {
		total         int64
		weights, want []int64
	}{
		{10, []int64{1, 1, 1}, []int64{4, 3, 3}},
		{10, []int64{6, 3, 1}, []int64{6, 3, 1}},
		{7, []int64{50, 49, 1}, []int64{4, 3, 0}},
		{5, []int64{0, 1, 0}, []int64{0, 5, 0}},
		{-10, []int64{1, 1, 1}, []int64{-4, -3, -3}},
		{9, []int64{0, 0}, []int64{0, 0}},
	} {
		out := make([]int64, len(c.want))
		if Split(c.total, c.weights, out); !slices.Equal(out, c.want) {
			t.Errorf("%d by %v is %v, want %v", c.total, c.weights, out, c.want)
		}
	}
	Split(5, nil, nil)
	many := make([]int64, 2*maxSplit)
	Split(300, slices.Repeat([]int64{1}, len(many)), many)
	if many[43] != 2 || many[44] != 1 {
		t.Errorf("beyond the room on the stack: %v", many)
	}
}

func TestFromFloat(t *testing.T) {
	const lo, hi = math.MinInt64, math.MaxInt64
	for _, c := range []struct {
		x      float64
		lo, hi int64
		want   int64
	}{
		{0.5, lo, hi, 1}, {-0.5, lo, hi, -1}, {0.49999999999999994, lo, hi, 0}, {2.5, lo, hi, 3}, {-2.4, lo, hi, -2},
		{math.NaN(), -5, hi, -5}, {math.Inf(1), 0, 9, 9}, {math.Inf(-1), 3, 9, 3},
		{1 << 63, lo, hi, hi}, {-1 << 63, lo, hi, lo}, {1e300, 0, 10, 10}, {-1e300, 0, 10, 0},
		{1<<53 + 2, lo, hi, 1<<53 + 2}, {1 << 53, lo, 1<<53 + 1, 1 << 53}, {0.4, 1, 2, 1}, {2.6, 1, 2, 2},
	} {
		if got := FromFloat(c.x, c.lo, c.hi); got != c.want {
			t.Errorf("FromFloat(%g, %d, %d) = %d, want %d", c.x, c.lo, c.hi, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-1e15, 1e15).Draw(t, "x")
		if got := FromFloat(x, lo, hi); got != int64(math.Round(x)) {
			t.Fatalf("%g became %d", x, got)
		}
	})
}

func TestNothingAllocates(t *testing.T) {
	weights, out := slices.Repeat([]int64{3, 5}, maxSplit/2), make([]int64, maxSplit)
	day := DateOf(2025, 1, 7)
	if n := testing.AllocsPerRun(50, func() {
		Split(1_000_003, weights, out)
		out[0] = int64(Rent(2_350_000, H100e(out[1]), 168)) + int64(Energy(48_000_000, 350_000, 168, 800_000))
		out[1] = int64(day.AddMonths(3).EndOfQuarter())
	}); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}

func BenchmarkSplit(b *testing.B) {
	for _, n := range []int{4, 16, 128} {
		weights, out := make([]int64, n), make([]int64, n)
		for i := range weights {
			weights[i] = int64(i*7919%1000 + 1)
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Split(1_000_003, weights, out)
			}
		})
	}
}

func BenchmarkMulDiv(b *testing.B) {
	x := int64(1)
	for b.Loop() {
		x = MulDiv(x+1_000_000_007, 999_999, 1_000_000)
	}
}

func BenchmarkRent(b *testing.B) {
	x := USD(0)
	for b.Loop() {
		x += Rent(2_350_000, H100e(x&0xfff), 168)
	}
}

func BenchmarkCivil(b *testing.B) {
	for b.Loop() {
		DateOf(2025, 1, 7).Civil()
	}
}

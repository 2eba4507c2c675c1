package market

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// amounts draws mostly everyday numbers and sometimes extreme ones.
func amounts(t *rapid.T, n int, name string) []int64 {
	one := rapid.OneOf(rapid.Int64Range(0, 20), rapid.Int64Range(0, 2_000_000), rapid.Int64Range(-3, math.MaxInt64))
	return rapid.SliceOfN(one, n, n).Draw(t, name)
}

func sum(xs []int64) (s int64) {
	for _, x := range xs {
		s += x
	}
	return s
}

// room is what Ration works in.
func room(need []int64) []uint64 { return make([]uint64, 2*len(need)) }

func TestRationLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "n")
		need, weight := amounts(t, n, "need"), amounts(t, n, "weight")
		supply := amounts(t, 1, "supply")[0]
		out := slices.Repeat([]int64{-7}, n) // stale values must not matter
		used := Ration(need, weight, out, supply, room(need))

		if used != sum(out) || used < 0 || used > max(supply, 0) {
			t.Fatalf("used %d of %d, handed out %d", used, supply, sum(out))
		}
		hungry := false
		for i := range out {
			switch {
			case out[i] < 0 || out[i] > max(need[i], 0):
				t.Fatalf("%d got %d of need %d", i, out[i], need[i])
			case weight[i] <= 0 && out[i] != 0:
				t.Fatalf("%d has weight %d and got %d", i, weight[i], out[i])
			}
			hungry = hungry || weight[i] > 0 && out[i] < need[i]
		}
		if hungry && used != max(supply, 0) {
			t.Fatalf("needs are open, yet only %d of %d is used", used, supply)
		}
	})
}

// Among equal needs the larger weight gets at least as much.
func TestRationFavoursWeight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "n")
		need, weight := amounts(t, n, "need"), amounts(t, n, "weight")
		need[n-1] = need[0]
		out := make([]int64, n)
		Ration(need, weight, out, amounts(t, 1, "supply")[0], room(need))
		const most = 1 << 40
		if a, b := min(weight[0], most), min(weight[n-1], most); a > b && out[0] < out[n-1] || a < b && out[0] > out[n-1] {
			t.Fatalf("weights %d and %d got %d and %d", a, b, out[0], out[n-1])
		}
	})
}

// A buyer that raises its own weight does not lose by it, but for a unit of
// rounding in each round.
func TestRationAnswersToOwnWeight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 16).Draw(t, "n")
		figure := rapid.Int64Range(1, 1_000_000)
		need := rapid.SliceOfN(figure, n, n).Draw(t, "need")
		weight := rapid.SliceOfN(figure, n, n).Draw(t, "weight")
		supply := rapid.Int64Range(0, sum(need)).Draw(t, "supply")
		before, after := make([]int64, n), make([]int64, n)
		Ration(need, weight, before, supply, room(need))
		weight[0] += figure.Draw(t, "more")
		Ration(need, weight, after, supply, room(need))
		if after[0] < before[0]-int64(n) {
			t.Fatalf("a larger weight cut %d to %d", before[0], after[0])
		}
	})
}

// With one weight and room for all proportions, rationing is pro rata.
func TestRationExamples(t *testing.T) {
	for _, c := range []struct {
		name         string
		need, weight []int64
		supply       int64
		want         []int64
	}{
		{"plenty", []int64{5, 7}, []int64{1, 9}, 100, []int64{5, 7}},
		{"pro rata", []int64{100, 300}, []int64{1, 1}, 200, []int64{50, 150}},
		{"double weight", []int64{100, 100}, []int64{2, 1}, 90, []int64{60, 30}},
		{"the favoured is full, the rest flows on", []int64{10, 100, 100}, []int64{1000, 1, 1}, 60, []int64{10, 25, 25}},
		{"ties to the lower index", []int64{10, 10, 10}, []int64{1, 1, 1}, 4, []int64{2, 1, 1}},
		{"weight zero", []int64{10, 10}, []int64{0, 1}, 30, []int64{0, 10}},
		{"nothing from nothing", []int64{10, 10}, []int64{1, 1}, 0, []int64{0, 0}},
		{"supply below zero", []int64{10}, []int64{1}, -5, []int64{0}},
		{"one unit", []int64{3, 4, 5}, []int64{1, 1, 1}, 1, []int64{0, 0, 1}},
	} {
		out := make([]int64, len(c.need))
		if used := Ration(c.need, c.weight, out, c.supply, room(c.need)); !slices.Equal(out, c.want) || used != sum(c.want) {
			t.Errorf("%s: %v (used %d), want %v", c.name, out, used, c.want)
		}
	}
}

func TestRationBeyondStackRoom(t *testing.T) {
	n := maxParties + 72
	need, weight, out := slices.Repeat([]int64{10}, n), slices.Repeat([]int64{1}, n), make([]int64, n)
	if used := Ration(need, weight, out, 1001, room(need)); used != 1001 || sum(out) != 1001 || out[0] != 6 || out[1] != 5 {
		t.Fatalf("used %d: %v", used, out)
	}
}

func crowd(n int) (need, weight, out []int64) {
	need, weight, out = make([]int64, n), make([]int64, n), make([]int64, n)
	for i := range need {
		need[i] = int64(1000 + i*7919%5000)
		weight[i] = int64(500_000 + i*104_729%1_500_000)
	}
	return need, weight, out
}

func TestRationAllocatesNothing(t *testing.T) {
	need, weight, out := crowd(maxParties)
	work := room(need)
	if n := testing.AllocsPerRun(20, func() { Ration(need, weight, out, sum(need)/2, work) }); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}

var sizes = []int{4, 16, 128}

func BenchmarkRation(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			need, weight, out := crowd(n)
			supply := sum(need) * 2 / 3
			work := room(need)
			for b.Loop() {
				Ration(need, weight, out, supply, work)
			}
		})
	}
}

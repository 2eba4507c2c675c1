package experiment

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// number draws what metrics look like: any size, both signs, often zero.
func number(t *rapid.T) float64 {
	size := math.Exp2(rapid.Float64Range(-38, 62).Draw(t, "log size"))
	return size * float64(rapid.SampledFrom([]int{-1, 0, 1, 1, 1}).Draw(t, "sign"))
}

func numbers(t *rapid.T) []float64 {
	list := make([]float64, rapid.IntRange(0, 60).Draw(t, "count"))
	for i := range list {
		list[i] = number(t)
	}
	return list
}

func histogramOf(list []float64) *Histogram {
	h := &Histogram{}
	for _, v := range list {
		h.Add(v)
	}
	return h
}

func TestBinsAreNarrowAndInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := number(t), number(t)
		if m := BinOf(a).Mid(); math.Abs(m-a) > math.Abs(a)/256 {
			t.Errorf("%v stands for %v: more than 0.4 %% off", m, a)
		}
		if a < b && BinOf(a) > BinOf(b) {
			t.Errorf("%v < %v, but their bins are %d and %d", a, b, BinOf(a), BinOf(b))
		}
		if BinOf(-a) != -BinOf(a) {
			t.Errorf("%v is in bin %d, and -%v in %d", a, BinOf(a), a, BinOf(-a))
		}
	})
}

func TestEveryBinHoldsItsMiddle(t *testing.T) {
	for b := -lastBin; b <= lastBin; b++ {
		if got := BinOf(Bin(b).Mid()); got != Bin(b) {
			t.Fatalf("the middle of bin %d, %v, is in bin %d", b, Bin(b).Mid(), got)
		}
	}
}

func TestFarNumbersStayInRange(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want Bin
	}{{1e-13, 0}, {-1e-13, 0}, {math.Copysign(0, -1), 0}, {1e300, Bin(lastBin)}, {-1e300, -Bin(lastBin)}, {math.Inf(1), Bin(lastBin)}} {
		if got := BinOf(c.v); got != c.want {
			t.Errorf("%v is in bin %d, not %d", c.v, got, c.want)
		}
	}
}

// TestQuantileIsNearTheExactOne compares with sorting.
func TestQuantileIsNearTheExactOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := numbers(t)
		if len(list) == 0 {
			return
		}
		h := histogramOf(list)
		slices.Sort(list)
		last := math.Inf(-1)
		for _, q := range []int{0, 1, 50, 100, 333, 500, 900, 999, 1000} {
			rank := max(1, (len(list)*q+999)/1000)
			exact, got := list[rank-1], h.Quantile(q)
			if math.Abs(got-exact) > 0.005*math.Abs(exact) {
				t.Errorf("quantile %d of %v: %v, exact %v", q, list, got, exact)
			}
			if got < last {
				t.Errorf("quantile %d is %v, a smaller one %v", q, got, last)
			}
			last = got
		}
	})
}

func TestMergeForgetsTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := numbers(t), numbers(t)
		whole := histogramOf(append(slices.Clone(a), b...))
		ab, ba := histogramOf(a), histogramOf(b)
		ab.Merge(histogramOf(b))
		ba.Merge(histogramOf(a))
		for _, h := range []*Histogram{ab, ba} {
			if !reflect.DeepEqual(tally(h), tally(whole)) {
				t.Fatalf("%v and %v merge to %v, counted at once %v", a, b, tally(h), tally(whole))
			}
		}
	})
}

// tally is what a histogram says, without how it is stored.
func tally(h *Histogram) map[any]uint64 {
	out := map[any]uint64{"n": h.N(), 0: h.zero}
	low, top := h.Range()
	out[[2]float64{low, top}] = 1
	for i := range h.pos.bins() {
		if k := h.pos.at(i); k > 0 {
			out[h.pos.from+i] = k
		}
	}
	for i := range h.neg.bins() {
		if k := h.neg.at(i); k > 0 {
			out[-h.neg.from-i] = k
		}
	}
	return out
}

func TestCountersOutgrowTheirNarrowForm(t *testing.T) {
	const times = 200_000
	h, parts := &Histogram{}, &Histogram{}
	for range 4 {
		part := &Histogram{}
		for range times / 4 {
			h.Add(2)
			part.Add(2)
		}
		h.Add(1e3) // makes the row grow after it was widened
		h.Add(1e-3)
		part.Add(1e3)
		part.Add(1e-3)
		parts.Merge(part)
	}
	if got := tally(h)[int(BinOf(2))]; got != times {
		t.Errorf("%d of %d counted", got, times)
	}
	if !reflect.DeepEqual(tally(h), tally(parts)) {
		t.Errorf("merged %v, counted at once %v", tally(parts), tally(h))
	}
}

func TestOneNumberComesBackExactly(t *testing.T) {
	for _, v := range []float64{0, 95, -0.3, 1e-9} {
		if got := histogramOf([]float64{v, v, v}).Quantile(500); got != v {
			t.Errorf("the median of three times %v is %v", v, got)
		}
	}
	if got := (&Histogram{}).Quantile(500); got != 0 {
		t.Errorf("the median of nothing is %v", got)
	}
}

func TestAddDoesNotAllocateWithinItsRange(t *testing.T) {
	h := histogramOf([]float64{-2, -1, 1, 2})
	if n := testing.AllocsPerRun(100, func() { h.Add(1.5); h.Add(-1.5) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkHistogramAdd(b *testing.B) {
	h := &Histogram{}
	v := 1.0
	b.ReportAllocs()
	for b.Loop() {
		if v *= 1.0007; v > 1000 {
			v = 1
		}
		h.Add(v)
	}
}

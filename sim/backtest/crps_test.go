package backtest_test

import (
	"math"
	"slices"
	"testing"

	"entangle/sim/backtest"
	"entangle/sim/experiment"
	"pgregory.net/rapid"
)

// numbers draws some numbers, with ties.
func numbers(t *rapid.T) []float64 {
	list := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(-100, 100), rapid.SampledFrom([]float64{-1, 0, 1, 1, 2})), 1, 40).Draw(t, "numbers")
	slices.Sort(list)
	return list
}

// byArea is the definition: the area between the squared steps of the forecast's
// distribution and the step of the fact, added up between all places where
// something steps.
func byArea(sorted []float64, fact float64) (area float64) {
	steps := append(slices.Clone(sorted), fact)
	slices.Sort(steps)
	for i := 1; i < len(steps); i++ {
		below, happened := 0, 0.0
		for _, v := range sorted {
			if v <= steps[i-1] {
				below++
			}
		}
		if fact <= steps[i-1] {
			happened = 1
		}
		d := float64(below)/float64(len(sorted)) - happened
		area += d * d * (steps[i] - steps[i-1])
	}
	return area
}

func TestCRPSIsItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := numbers(t)
		fact := rapid.Float64Range(-150, 150).Draw(t, "fact")
		got, want := backtest.CRPS(list, fact), byArea(list, fact)
		if math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v against %v: %v, by the definition %v", list, fact, got, want)
		}
		if far := math.Abs(list[0] - fact); len(list) == 1 && math.Abs(got-far) > 1e-12 {
			t.Fatalf("one number: %v, its distance is %v", got, far)
		}
	})
}

// A quantile has at least its share of numbers at or below it, no smaller number
// has, and it follows the rule of series.csv.
func TestQuantileIsARank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := numbers(t)
		q := rapid.IntRange(1, 1000).Draw(t, "permille")
		got := backtest.Quantile(list, q)
		atOrBelow, below := 0, 0
		var h experiment.Histogram
		for _, v := range list {
			h.Add(v)
			if v <= got {
				atOrBelow++
			}
			if v < got {
				below++
			}
		}
		if atOrBelow*1000 < q*len(list) || below*1000 >= q*len(list) {
			t.Fatalf("the %d of 1000 of %v is %v", q, list, got)
		}
		if binned := h.Quantile(q); math.Abs(binned-got) > 0.005*math.Abs(got)+1e-9 {
			t.Fatalf("the %d of 1000 of %v is %v, in series.csv %v", q, list, got, binned)
		}
	})
}

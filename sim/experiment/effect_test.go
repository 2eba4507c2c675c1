package experiment

import (
	"math"
	"math/rand/v2"
	"testing"

	"entangle/sim/detmath"
)

// draws gives independent standard normal numbers, and the same ones each time.
func draws(seed uint64) func() float64 {
	source := rand.New(rand.NewPCG(seed, 1))
	return func() float64 { return detmath.Quantile(source.Float64() + 0x1p-60) }
}

// The expansion against tables of Student's distribution: what is exceeded with
// a probability of 0.5 percent.
func TestStudent(t *testing.T) {
	for _, c := range []struct {
		degrees int
		want    float64
		within  float64
	}{{5, 4.0321, 0.02}, {10, 3.1693, 1e-3}, {20, 2.8453, 1e-4}, {60, 2.6603, 1e-5}, {399, 2.5882, 3e-5}, {1 << 40, 2.5758, 3e-5}} {
		if got := student(0.005, c.degrees); math.Abs(got/c.want-1) > c.within {
			t.Errorf("%d degrees of freedom: %v, not %v", c.degrees, got, c.want)
		}
	}
}

// TestIntervalCovers draws pairs with a known mean difference many times: the
// interval holds it 99 times of 100, also for few pairs and for a skewed one.
func TestIntervalCovers(t *testing.T) {
	const studies = 4000
	for _, name := range []string{"normal", "even"} {
		normal := draws(1)
		draw := func() float64 { return 3 + 2*normal() }
		if name == "even" {
			draw = func() float64 { return 3 + math.Mod(math.Abs(normal()*1000), 2) - 1 }
		}
		for _, pairs := range []int{10, 40, 400} {
			held := 0
			for range studies {
				var base, diff moments
				for range pairs {
					base.add(0)
					diff.add(draw())
				}
				if e := effect("", Unit{}, &base, &diff); !e.Above(3) && !e.Below(3) {
					held++
				}
			}
			least := 0.985
			if pairs == 10 && name == "even" {
				least = 0.98 // Student's distribution is for normal draws; so few even ones hold it 98.4 times
			}
			if share := float64(held) / studies; share < least || share > 0.9955 {
				t.Errorf("%s, %d pairs: %.2f %% of the intervals hold the mean", name, pairs, 100*share)
			}
		}
	}
}

// noise is a study of many outcomes that an arm shakes and does not move.
func noise(draw func() float64, outcomes, pairs int, shift float64) *Compared {
	s := Study{Arms: []Arm{{Name: "arm"}}, Outcomes: []Outcome{{Numbers: make([]Unit, outcomes)}}}
	r := newCompared(&s)
	b := &batch{played: 1, values: make([]float64, 2*outcomes)}
	for range pairs {
		for k := range outcomes {
			b.values[k], b.values[outcomes+k] = 10, 10+draw()
		}
		b.values[outcomes] += shift
		r.merge(b)
	}
	return r
}

// TestNoiseIsNotAlive: of many outcomes that are only shaken, some move by three
// standard errors in most studies, and hardly ever one by the threshold; a real
// effect of a third of a standard deviation on one of them is found.
func TestNoiseIsNotAlive(t *testing.T) {
	draw, count := draws(7), map[Verdict]int{}
	for range 100 {
		count[noise(draw, 250, 400, 0).Judge(0).Verdict]++
	}
	if count[Alive] > 2 || count[Unclear] < 30 || count[Dead] < 30 {
		t.Errorf("of 100 studies of noise: %v", count)
	}
	for range 20 { // an interrupted one has too few pairs to bury anything
		if j := noise(draw, 250, DeadPairs-1, 0).Judge(0); j.Verdict == Dead {
			t.Errorf("dead after %d pairs", DeadPairs-1)
		}
	}
	for range 20 {
		if j := noise(draw, 250, 400, 1.0/3).Judge(0); j.Verdict != Alive || j.Ranked[0] != 0 {
			t.Errorf("a real effect is %s", j.Verdict)
		}
	}
}

func TestThreshold(t *testing.T) {
	for _, c := range []struct {
		outcomes, pairs int
		low, high       float64
	}{{1, 1 << 30, 2.9999, 3.0001}, {1, 400, 3, 3.03}, {100, 400, 4.2, 4.3}, {1000, 400, 4.7, 4.85}, {100, LeastPairs, 5.3, 5.7}, {10, LeastPairs - 1, math.Inf(1), math.Inf(1)}} {
		if got := Threshold(c.outcomes, c.pairs); got < c.low || got > c.high {
			t.Errorf("%d outcomes, %d pairs: %v", c.outcomes, c.pairs, got)
		}
	}
	if p := tailBeyond(DeadZ); math.Abs(p-0.0013498980316301) > 1e-14 {
		t.Error(p)
	}
}

// An effect that is the same in every pair has no error: it is certain.
func TestCertainEffect(t *testing.T) {
	var base, diff moments
	for range 10 {
		base.add(1)
		diff.add(-0.5)
	}
	e := effect("a", Unit{"x", "MW"}, &base, &diff)
	if low, high := e.Interval(); low != -0.5 || high != -0.5 || !math.IsInf(e.Z(), -1) || e.Other != 0.5 || e.MovedShare() != 1 || !e.Below(0) {
		t.Errorf("%s", e)
	}
	var one moments
	one.add(2)
	if e := effect("a", Unit{}, &base, &one); e.Above(0) || e.Below(0) {
		t.Errorf("one pair says %s", e)
	}
}

func TestMedian(t *testing.T) {
	if m := median([]float64{5, 1, 3}); m != 3 {
		t.Error(m)
	}
	if m := median([]float64{4, 1, 3, 2}); m != 2.5 {
		t.Error(m)
	}
}

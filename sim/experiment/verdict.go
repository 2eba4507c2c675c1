package experiment

import (
	"math"
	"slices"

	"entangle/sim/detmath"
)

// Verdict is what an ablation says of a mechanic.
type Verdict uint8

// The verdicts.
const (
	Dead    Verdict = iota // no outcome moves by more than DeadZ standard errors over DeadPairs and more
	Unclear                // one does, but so far one of so many may by chance; or the pairs are too few to say
	Alive                  // one moves by more than the threshold of the study
	Unused                 // no pair differs in anything: the scenario has nothing for the mechanic to act on
)

// String is the verdict's name in files.
func (v Verdict) String() string { return [...]string{"dead", "unclear", "alive", "unused"}[v] }

// LeastPairs is how many pairs a verdict needs; under it all is unclear.
const LeastPairs = 20

// DeadPairs is how many pairs it takes to call a mechanic dead: what moves nothing in
// fewer, as when a study was interrupted, may yet with more.
const DeadPairs = 400

// DeadZ is how many standard errors an outcome has to move at the least.
const DeadZ = 3

// Threshold is how many standard errors the one of so many outcomes that moves
// most has to move, so that chance alone gets there no more often than a single
// outcome gets to DeadZ (Bonferroni), with Student's distribution for the pairs.
// Under LeastPairs nothing is enough.
func Threshold(outcomes, pairs int) float64 {
	if pairs < LeastPairs {
		return math.Inf(1)
	}
	tail := tailBeyond(DeadZ) / float64(max(outcomes, 1))
	return max(DeadZ, student(tail, pairs-1))
}

// tailBeyond is how often a standard normal variable exceeds z > 0: the root of
// Quantile by halving, exact to the last digits and the same on every machine.
func tailBeyond(z float64) float64 {
	low, high := 0.0, 0.5
	for range 200 {
		if mid := (low + high) / 2; -detmath.Quantile(mid) > z {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}

// Judged is what an ablation found out about the arm of a mechanic.
type Judged struct {
	Verdict Verdict
	Ranked  []int // numbers of the study, the one that moved most standard errors first
}

// Judge ranks what an arm moves, and says whether that can be chance.
func (r *Compared) Judge(arm int) Judged {
	z := make([]float64, len(r.Numbers))
	j := Judged{Ranked: make([]int, len(r.Numbers))}
	for k := range r.Numbers {
		j.Ranked[k], z[k] = k, math.Abs(r.At(arm, k).Z())
	}
	slices.SortStableFunc(j.Ranked, func(a, b int) int {
		switch {
		case z[a] > z[b]:
			return -1
		case z[a] < z[b]:
			return 1
		}
		return 0
	})
	if len(z) == 0 {
		return j
	}
	switch most := z[j.Ranked[0]]; {
	case most > Threshold(len(z), r.Pairs):
		j.Verdict = Alive
	case most > DeadZ || r.Pairs < LeastPairs:
		j.Verdict = Unclear
	case r.same(arm):
		j.Verdict = Unused
	case r.Pairs < DeadPairs:
		j.Verdict = Unclear
	}
	return j
}

// same tells whether no number of an arm differs in any pair.
func (r *Compared) same(arm int) bool {
	for k := range r.Numbers {
		if r.At(arm, k).Moved > 0 {
			return false
		}
	}
	return true
}

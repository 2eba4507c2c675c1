package experiment

import (
	"fmt"
	"math"
	"slices"

	"entangle/sim/near"
)

// Compared is what a study came to.
type Compared struct {
	Pairs   int      // merged: pairs 0 to Pairs-1
	Arms    []string // names, in the order of the study
	Numbers []Unit   // in the order of the study's outcomes

	base   []moments   // by number
	arms   [][]moments // [arm][number], of the differences to the base
	keep   bool
	values [][][]float64 // [base and arms][number][pair], if kept
}

func newCompared(s *Study) *Compared {
	r := &Compared{Numbers: s.numbers(), keep: s.Keep}
	n := len(r.Numbers)
	r.base = make([]moments, n)
	r.values = append(r.values, make([][]float64, n))
	for _, a := range s.Arms {
		r.Arms = append(r.Arms, a.Name)
		r.arms = append(r.arms, make([]moments, n))
		r.values = append(r.values, make([][]float64, n))
	}
	return r
}

// merge adds up the pairs of a batch.
func (r *Compared) merge(b *batch) {
	n := len(r.Numbers)
	for i := range b.played {
		pair := b.values[i*n*(len(r.Arms)+1):]
		for k, v := range pair[:n] {
			r.base[k].add(v)
			for a := range r.arms {
				r.arms[a][k].add(pair[(a+1)*n+k] - v)
			}
		}
		for a := range r.values {
			for k := 0; r.keep && k < n; k++ {
				r.values[a][k] = append(r.values[a][k], pair[a*n+k])
			}
		}
		r.Pairs++
	}
}

// At is the effect of an arm on a number, both by their place in the study.
func (r *Compared) At(arm, number int) Effect {
	return effect(r.Arms[arm], r.Numbers[number], &r.base[number], &r.arms[arm][number])
}

// Effect is the effect of an arm on an outcome. Of names that the study does not
// have, all figures are NaN, and the Effect's String tells which names there are.
func (r *Compared) Effect(arm, outcome string) Effect {
	a, k, missing := r.place(arm, outcome)
	if missing != "" {
		return noEffect(arm, outcome, missing)
	}
	return r.At(a, k)
}

// place finds an arm and a number, or says what is missing.
func (r *Compared) place(arm, outcome string) (a, k int, missing string) {
	var names []string
	for _, n := range r.Numbers {
		names = append(names, n.Name)
	}
	a, k = slices.Index(r.Arms, arm), slices.Index(names, outcome)
	switch {
	case a < 0:
		missing = fmt.Sprintf("no arm %q (known: %q)", arm, r.Arms)
	case k < 0:
		missing = fmt.Sprintf("no outcome %q (near: %q)", outcome, near.Paths(outcome, names, 3))
	}
	return a, k, missing
}

// Values are an outcome's numbers by pair, of an arm or, with the empty name, of
// the base. Nil if they were not kept or the study has no such name.
func (r *Compared) Values(arm, outcome string) []float64 {
	a := slices.Index(r.Arms, arm) + 1
	k := slices.IndexFunc(r.Numbers, func(u Unit) bool { return u.Name == outcome })
	if a == 0 && arm != "" || k < 0 {
		return nil
	}
	return r.values[a][k]
}

// Kept are the base's numbers by pair, of a number by its place in the study; nil
// if they were not kept.
func (r *Compared) Kept(number int) []float64 { return r.values[0][number] }

// Median is the median of Values; NaN if there are none.
func (r *Compared) Median(arm, outcome string) float64 { return median(r.Values(arm, outcome)) }

// MedianDifference is the median of the paired differences of an arm to the
// base; NaN if the numbers were not kept.
func (r *Compared) MedianDifference(arm, outcome string) float64 {
	a, b := r.Values(arm, outcome), r.Values("", outcome)
	if len(a) != len(b) {
		return median(nil)
	}
	d := make([]float64, len(a))
	for i := range d {
		d[i] = a[i] - b[i]
	}
	return median(d)
}

// Look returns an outcome's number of one run by its name; NaN of a name that
// the study does not have.
type Look func(outcome string) float64

// Derive makes one number of each pair of runs, such as by how much more one
// lost than another, and takes it for the difference: its mean, standard error
// and interval. The study must Keep its numbers; else all figures are NaN.
func (r *Compared) Derive(arm, name, unit string, number func(base, other Look) float64) Effect {
	a := slices.Index(r.Arms, arm) + 1
	if a == 0 || !r.keep {
		return noEffect(arm, name, "no such arm, or the study does not Keep its numbers")
	}
	pair := 0
	look := func(values [][]float64) Look {
		return func(outcome string) float64 {
			k := slices.IndexFunc(r.Numbers, func(u Unit) bool { return u.Name == outcome })
			if k < 0 {
				return math.NaN()
			}
			return values[k][pair]
		}
	}
	base, other := look(r.values[0]), look(r.values[a])
	var zero, diff moments
	for pair = 0; pair < r.Pairs; pair++ {
		zero.add(0)
		diff.add(number(base, other))
	}
	return effect(arm, Unit{name, unit}, &zero, &diff)
}

// median is the middle of some numbers, or the mean of the two in the middle.
func median(values []float64) float64 {
	n := len(values)
	if n == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[(n-1)/2]/2 + sorted[n/2]/2
}

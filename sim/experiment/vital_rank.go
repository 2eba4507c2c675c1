package experiment

import (
	"cmp"
	"math"
	"slices"

	"entangle/sim"
)

// Telling ranks what an arm moves for people, where the numbers of the study are
// vitals: before what may be chance stands what is beyond it, the largest effect
// first. Standard errors rank trifles high that are the same in every pair. Of
// effects within a factor of two, those of the whole world come first.
func (r *Compared) Telling(arm int, vitals []Vital) []int {
	size, class := make([]float64, len(vitals)), make([]int, len(vitals))
	for k := range vitals {
		size[k] = r.relative(arm, k, vitals)
		_, class[k] = math.Frexp(size[k])
	}
	ranked, sure, most := r.Judge(arm).Ranked, 0, Threshold(len(r.Numbers), r.Pairs)
	for sure < len(ranked) && math.Abs(r.At(arm, ranked[sure]).Z()) > most {
		sure++
	}
	slices.SortStableFunc(ranked[:sure], func(a, b int) int {
		return cmp.Or(cmp.Compare(class[b], class[a]), cmp.Compare(vitals[a].local(), vitals[b].local()), cmp.Compare(size[b], size[a]))
	})
	return ranked
}

// relative is the size of an effect: of a price as a part of it, of an amount as
// a part of what all companies together have, since a company's own may be nothing.
// Shares differ by points.
func (r *Compared) relative(arm, k int, vitals []Vital) float64 {
	e, v := r.At(arm, k), vitals[k]
	if e.Diff == 0 || v.Unit() == "share" {
		return math.Abs(e.Diff)
	}
	whole := max(math.Abs(e.Base), math.Abs(e.Other))
	for i, all := range vitals {
		if v.Of.Of == sim.OfCompany && all.Of.ID == 0 && all.Metric == v.Metric && all.Reading == v.Reading {
			a := r.At(arm, i)
			whole = max(whole, math.Abs(a.Base), math.Abs(a.Other))
		}
	}
	return math.Abs(e.Diff) / whole
}

// local is 0 for an outcome of the whole world: all companies, the market, the
// orders; 1 for that of one company.
func (v Vital) local() int {
	if v.Of.ID != 0 && v.Of.Of == sim.OfCompany {
		return 1
	}
	return 0
}

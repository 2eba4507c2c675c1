package experiment

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"entangle/sim"
)

// Telling ranks what an arm moves for people, where the numbers of the study are
// vitals: before what may be chance stands what is beyond it, the largest effect
// first. Standard errors rank trifles high that are the same in every pair. Of
// effects within a factor of two, those of the whole world come first. What more of
// something would be worth to a company comes after all that happened.
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
		return cmp.Or(cmp.Compare(vitals[a].guess(), vitals[b].guess()), cmp.Compare(class[b], class[a]), cmp.Compare(vitals[a].local(), vitals[b].local()), cmp.Compare(size[b], size[a]))
	})
	return ranked
}

// relative is the size of an effect as a part of what there is: of one company's
// number as a part of the sum over all, since its own may be next to nothing. Shares
// differ by points.
func (r *Compared) relative(arm, k int, vitals []Vital) float64 {
	e, v := r.At(arm, k), vitals[k]
	if e.Diff == 0 || v.Unit() == "share" {
		return math.Abs(e.Diff)
	}
	if v.local() == 0 {
		return math.Abs(e.Diff) / max(math.Abs(e.Base), math.Abs(e.Other))
	}
	whole := 0.0
	for i, o := range vitals {
		if o.local() == 1 && o.Metric == v.Metric && o.Reading == v.Reading {
			whole += max(math.Abs(r.At(arm, i).Base), math.Abs(r.At(arm, i).Other))
		}
	}
	return math.Abs(e.Diff) / whole
}

// guess is 1 for what something would be worth, which nobody paid; else 0.
func (v Vital) guess() int {
	if v.Reading != OrderShare && strings.HasPrefix(sim.Metrics()[v.Metric].Name, "shadow_") {
		return 1
	}
	return 0
}

// local is 0 for an outcome of the whole world: all companies, the market, the
// orders; 1 for that of one company.
func (v Vital) local() int {
	if v.Of.ID != 0 && v.Of.Of == sim.OfCompany {
		return 1
	}
	return 0
}

package session

import (
	"cmp"
	"slices"
	"strconv"

	"entangle/sim"
)

// Standing is a company's place: ranks run from 1, best first by running
// compute; equal companies go by id. What stands for many companies comes last, with
// rank 0.
type Standing struct {
	Company sim.CompanyID
	Rank    int
	Values  []float64 // by the index in sim.Metrics; of metrics of other entities 0
}

// Place writes the rank; what stands for many companies has none.
func (s Standing) Place() string {
	if s.Rank == 0 {
		return "–"
	}
	return strconv.Itoa(s.Rank)
}

// Lacks tells whether a company has nothing that a metric is about, so that its value, 0,
// says nothing: no power where it has no site at work, no share of chips that it does not own.
func (s Standing) Lacks(metric string) bool {
	value := func(name string) float64 {
		m, _ := sim.FindMetric(name)
		return s.Values[m]
	}
	switch metric {
	case "power_energised":
		return value(metric) == 0
	case "idle_share":
		return value("compute_owned") == 0
	}
	return false
}

// rankedBy is the metric that decides the standings.
const rankedBy = "compute_running"

// Standings ranks the companies of a world as it is now.
func Standings(w *sim.World) []Standing {
	metrics := sim.Metrics()
	list := make([]Standing, w.Scenario().Companies())
	for i := range list {
		list[i] = Standing{Company: sim.CompanyID(i + 1), Values: make([]float64, len(metrics))}
		for m := range metrics {
			if metrics[m].Of == sim.OfCompany {
				list[i].Values[m] = metrics[m].Read(w, int32(i+1))
			}
		}
	}
	by, _ := sim.FindMetric(rankedBy)
	slices.SortStableFunc(list, func(a, b Standing) int { return cmp.Compare(b.Values[by], a.Values[by]) })
	slices.SortStableFunc(list, func(a, b Standing) int { return cmp.Compare(places(w, b), places(w, a)) })
	for i := range list {
		list[i].Rank = (i + 1) * places(w, list[i])
	}
	return list
}

// places is 1 for a company that has a place, 0 for one that stands for many.
func places(w *sim.World, s Standing) int {
	if w.Scenario().Ranked(s.Company) {
		return 1
	}
	return 0
}

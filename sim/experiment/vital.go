package experiment

import (
	"slices"
	"strings"

	"entangle/sim"
)

// Vital is one of the outcomes by which an ablation judges whether a mechanic
// acts: a metric of one entity, of all together, or its concentration, at the end
// or on average; or the share of a kind of order in all orders of the run.
type Vital struct {
	Metric  int           // index in sim.Metrics
	Of      sim.Ref       // whose; the zero Ref: of all companies together
	Reading VitalReading  //
	Kind    sim.OrderKind // of OrderShare
}

// VitalReading is how a Vital comes from what the weeks show.
type VitalReading uint8

// The readings. Concentration is the sum of the squared shares that companies
// have in the metric (Herfindahl): 1 if one has all of it.
const (
	ReadEnd VitalReading = iota
	ReadMean
	ConcentrationEnd
	ConcentrationMean
	OrderShare
)

// Suffix is the end of a Vital's name.
func (r VitalReading) Suffix() string {
	return [...]string{"", ":mean", ":concentration", ":concentration_mean", ""}[r]
}

// vitalMetrics are the metrics that an ablation looks at beside prices.
var vitalMetrics = [...]string{"compute_owned", "compute_running", "compute_running_total", "power_energised",
	"cash", "revenue", "researchers", "best_model_eci"}

// Vitals lists the outcomes of an ablation: owned and running compute, energised
// power, cash, revenue, researchers, the best model, all prices, and the share of
// orders by kind. They are listed company by company too, so that a mechanic
// that only moves things between companies shows, and by concentration, so that
// one does that moves them to another company in each run.
func Vitals(sc *sim.Scenario) (list []Vital) {
	for i, m := range sim.Metrics() {
		if !slices.Contains(vitalMetrics[:], m.Name) && !isPrice(m.Unit) {
			continue
		}
		if m.Of == sim.OfCompany && isAmount(m.Unit) {
			list = append(list, readings(m, Vital{Metric: i})...)
			list = append(list, Vital{Metric: i, Reading: ConcentrationEnd})
			if !m.Flow {
				list = append(list, Vital{Metric: i, Reading: ConcentrationMean})
			}
		}
		for id := range sc.Count(m.Of) {
			list = append(list, readings(m, Vital{Metric: i, Of: sim.Ref{Of: m.Of, ID: int32(id + 1)}})...)
		}
	}
	for _, s := range sim.OrderSpecs() {
		list = append(list, Vital{Kind: s.Kind, Reading: OrderShare})
	}
	return list
}

// readings are a Vital at the end and, of a stock, on average.
func readings(m sim.Metric, v Vital) []Vital {
	end, mean := v, v
	end.Reading, mean.Reading = ReadEnd, ReadMean
	if m.Flow {
		return []Vital{end}
	}
	return []Vital{end, mean}
}

func isPrice(unit string) bool { return unit == "USD" || strings.HasPrefix(unit, "USD per ") }

// isAmount tells whether what companies have of it adds up.
func isAmount(unit string) bool { return !isPrice(unit) && unit != "share" && unit != "ECI" }

// Name is the outcome's name: like lumen.cash, lumen.cash:mean, all.cash,
// all.cash:concentration, or orders.rent_capacity.
func (v Vital) Name(sc *sim.Scenario) string {
	if v.Reading == OrderShare {
		return "orders." + v.Kind.Spec().Name
	}
	owner := "all"
	switch {
	case v.Of.Of == sim.OfWorld && v.Of.ID != 0:
		owner = "world"
	case v.Of.ID != 0:
		owner = sc.Name(v.Of)
	}
	return owner + "." + sim.Metrics()[v.Metric].Name + v.Reading.Suffix()
}

// Unit is the unit of the outcome.
func (v Vital) Unit() string {
	if v.Reading >= ConcentrationEnd {
		return "share"
	}
	return sim.Metrics()[v.Metric].Unit
}

// Topic is what an outcome is about, whoever's and however read: a metric, or
// the orders. Outcomes of one topic move together.
func (v Vital) Topic() string {
	if v.Reading == OrderShare {
		return "orders"
	}
	return strings.TrimSuffix(sim.Metrics()[v.Metric].Name, "_total")
}

package experiment

import (
	"entangle/sim"
	"entangle/sim/session"
)

// VitalOutcome measures all Vitals of a scenario together.
func VitalOutcome(sc *sim.Scenario) Outcome {
	vitals := Vitals(sc)
	o := Outcome{Gauge: func(sc *sim.Scenario) (Gauge, error) { return newVitalGauge(sc, vitals), nil }}
	for _, v := range vitals {
		o.Numbers = append(o.Numbers, Unit{v.Name(sc), v.Unit()})
	}
	return o
}

// vitalGauge reads each metric it needs once a week and adds up what means need.
type vitalGauge struct {
	vitals []Vital
	rows   []vitalRow // by metric; those without Vitals have no ids
	orders []float64  // by kind
	given  float64
	weeks  float64
}

// vitalRow is a metric of all its entities.
type vitalRow struct {
	metric sim.Metric
	now    []float64 // by id, from 1 at place 0
	sums   []float64 // of the ends of weeks
	spread float64   // sum of the weeks' concentrations
}

func newVitalGauge(sc *sim.Scenario, vitals []Vital) *vitalGauge {
	g := &vitalGauge{vitals: vitals, rows: make([]vitalRow, len(sim.Metrics())), orders: make([]float64, len(sim.OrderSpecs())+1)}
	for _, v := range vitals {
		if r := &g.rows[v.Metric]; v.Reading != OrderShare && r.now == nil {
			m := sim.Metrics()[v.Metric]
			n := sc.Count(m.Of)
			*r = vitalRow{metric: m, now: make([]float64, n), sums: make([]float64, n)}
		}
	}
	return g
}

// Observe implements Gauge.
func (g *vitalGauge) Observe(s *session.Session) {
	start := s.World.Head().Tick == 0
	if start {
		clear(g.orders)
		g.given, g.weeks = 0, 0
	} else {
		g.weeks++
		for _, o := range s.Orders() {
			g.orders[o.Kind]++
			g.given++
		}
	}
	for i := range g.rows {
		if r := &g.rows[i]; r.now != nil {
			r.read(s.World, start)
		}
	}
}

func (r *vitalRow) read(w *sim.World, start bool) {
	if r.metric.All != nil {
		r.metric.All(w, r.now)
	} else {
		for i := range r.now {
			r.now[i] = r.metric.Read(w, int32(i+1))
		}
	}
	if start {
		clear(r.sums)
		r.spread = 0
		return
	}
	for i, v := range r.now {
		r.sums[i] += v
	}
	r.spread += concentration(r.now)
}

// Read implements Gauge.
func (g *vitalGauge) Read(out []float64) int {
	for i, v := range g.vitals {
		out[i] = g.value(v)
	}
	return len(g.vitals)
}

func (g *vitalGauge) value(v Vital) float64 {
	r := &g.rows[v.Metric]
	weeks := max(g.weeks, 1)
	switch v.Reading {
	case ReadEnd:
		return pick(r.now, v.Of.ID)
	case ReadMean:
		return pick(r.sums, v.Of.ID) / weeks
	case ConcentrationEnd:
		return concentration(r.now)
	case ConcentrationMean:
		return r.spread / weeks
	}
	return g.orders[v.Kind] / max(g.given, 1)
}

// pick is the value of an id, or the sum of all for id 0.
func pick(values []float64, id int32) (sum float64) {
	if id > 0 {
		return values[id-1]
	}
	for _, v := range values {
		sum += v
	}
	return sum
}

// concentration is the sum of squared shares; what is below zero counts as
// nothing, and if there is nothing it is 0.
func concentration(values []float64) float64 {
	sum, squares := 0.0, 0.0
	for _, v := range values {
		v = max(v, 0)
		sum += v
		squares += float64(v * v)
	}
	if sum == 0 {
		return 0
	}
	return squares / float64(sum*sum)
}

package session

import (
	"entangle/sim"
	"entangle/sim/units"
)

// YearFlows is an observer that knows what each flow of the companies brought
// since 1 January, or since the start if that is later. The week in which a
// year begins is split by its days.
type YearFlows struct {
	metrics []sim.Metric
	flows   []int       // indices of the flow metrics
	totals  [][]float64 // [flow][company], running totals last seen
	opening [][]float64 // the same when the year began
	seen    units.Date
}

// Observe implements Observer.
func (y *YearFlows) Observe(w *sim.World) {
	if y.metrics == nil {
		y.prepare(w.Scenario().Companies())
	}
	start := w.Head().Tick == 0
	newYear := yearBegin(w.Date())
	turn := !start && newYear > y.seen
	for i, m := range y.flows {
		for c := range y.totals[i] {
			now := y.metrics[m].Read(w, int32(c+1))
			switch {
			case start:
				y.opening[i][c] = now
			case turn:
				ago := float64(w.Date()-newYear) / float64(w.Date()-y.seen)
				y.opening[i][c] = now - float64(ago*(now-y.totals[i][c]))
			}
			y.totals[i][c] = now
		}
	}
	y.seen = w.Date()
}

// yearBegin is 1 January of the year of the last day played before a date.
func yearBegin(d units.Date) units.Date {
	year, _, _ := d.AddDays(-1).Civil()
	return units.DateOf(year, 1, 1)
}

// YearOf is when the flows of the year begin in a run that ends on a day, and whether
// that is a whole year but for less than a week at each end.
func YearOf(start, end units.Date) (from units.Date, whole bool) {
	from = yearBegin(end)
	year, _, _ := from.Civil()
	whole = start < from.AddDays(7) && end > units.DateOf(year+1, 1, 1).AddDays(-7)
	return max(from, start), whole
}

func (y *YearFlows) prepare(companies int) {
	y.metrics = sim.Metrics()
	for i, m := range y.metrics {
		if m.Flow && m.Of == sim.OfCompany {
			y.flows = append(y.flows, i)
			y.totals = append(y.totals, make([]float64, companies))
			y.opening = append(y.opening, make([]float64, companies))
		}
	}
}

// Read returns the flow of the year so far, by the metric's index, in its unit;
// 0 for a metric that is no flow of companies.
func (y *YearFlows) Read(metric int, c sim.CompanyID) float64 {
	for i, m := range y.flows {
		if m == metric {
			return y.totals[i][c-1] - y.opening[i][c-1]
		}
	}
	return 0
}

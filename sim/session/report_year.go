package session

import (
	"entangle/sim"
	"entangle/sim/units"
)

// YearFlows is an observer that knows what each flow of the companies brought
// since 1 January, or since the start if that is later. The week in which a
// year begins is split by its days; flows are read at its ends and when asked for.
type YearFlows struct {
	world   *sim.World // as it was last seen
	metrics []sim.Metric
	flows   []int       // indices of the flow metrics
	before  [][]float64 // [flow][company], running totals when the week began in which a year begins
	opening [][]float64 // the same when the year began
	seen    units.Date
}

// Observe implements Observer.
func (y *YearFlows) Observe(w *sim.World) {
	if y.metrics == nil {
		y.prepare(w.Scenario().Companies())
	}
	y.world = w
	date := w.Date()
	newYear, start := yearBegin(date), w.Head().Tick == 0
	turn := !start && newYear > y.seen
	if turn || start {
		ago := float64(date-newYear) / float64(date-y.seen)
		y.each(func(now float64, before, opening *float64) {
			if *opening = now; turn {
				*opening = now - float64(ago*(now-*before))
			}
		})
	}
	if yearBegin(date.AddWeeks(1)) > date {
		y.each(func(now float64, before, _ *float64) { *before = now })
	}
	y.seen = date
}

// each hands on the running total of each flow and company.
func (y *YearFlows) each(do func(now float64, before, opening *float64)) {
	for i, m := range y.flows {
		for c := range y.before[i] {
			do(y.metrics[m].Read(y.world, int32(c+1)), &y.before[i][c], &y.opening[i][c])
		}
	}
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
			y.before = append(y.before, make([]float64, companies))
			y.opening = append(y.opening, make([]float64, companies))
		}
	}
}

// Read returns the flow of the year so far, by the metric's index, in its unit;
// 0 for a metric that is no flow of companies. The world must stand where it was
// last seen.
func (y *YearFlows) Read(metric int, c sim.CompanyID) float64 {
	for i, m := range y.flows {
		if m == metric {
			return y.metrics[m].Read(y.world, int32(c)) - y.opening[i][c-1]
		}
	}
	return 0
}

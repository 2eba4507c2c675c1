package backtest

import (
	"slices"

	"entangle/sim/units"
)

// Curve is how the model's stock of a series moves: quantiles every few weeks
// from the start to the last of its facts, or over a year.
type Curve struct {
	Key  string
	Days []units.Date
	Q    [][len(Permilles)]float64 // by day

	first int // number of the first day in the plan
}

// curveWeeks is how far the days of a curve lie apart, curveSpan how long it is at
// least where the scenario is.
const (
	curveWeeks = 2
	curveSpan  = 52
)

// planCurves asks for the curves of all stocks.
func (t *Test) planCurves(p *plan) (list []Curve) {
	last, year := map[string]units.Date{}, min(p.start.AddWeeks(curveSpan), t.Scenario.End())
	for i := range t.Points {
		if x := &t.Points[i]; x.read() && !x.Flow {
			last[x.Key()] = max(last[x.Key()], x.End, year)
		}
	}
	for i := range t.Points {
		x := &t.Points[i]
		if !x.read() || x.Flow || slices.ContainsFunc(list, func(c Curve) bool { return c.Key == x.Key() }) {
			continue
		}
		c := Curve{Key: x.Key(), first: len(p.numbers)}
		for day := p.start; ; day = min(day.AddWeeks(curveWeeks), last[c.Key]) {
			c.Days = append(c.Days, day)
			p.stock(x.metrics, x.id, day, x.scale)
			t.standBy(p, x, day)
			if day >= last[c.Key] {
				break
			}
		}
		list = append(list, c)
	}
	return list
}

// take makes the quantiles of a curve out of the numbers of all runs.
func (c *Curve) take(sorted func(number int) []float64) {
	c.Q = make([][len(Permilles)]float64, len(c.Days))
	for d := range c.Days {
		values := sorted(c.first + d)
		for k, q := range Permilles {
			c.Q[d][k] = Quantile(values, q)
		}
	}
}

// Curve is that of a series, or nil.
func (r *Result) Curve(key string) *Curve {
	for i := range r.curves {
		if r.curves[i].Key == key {
			return &r.curves[i]
		}
	}
	return nil
}

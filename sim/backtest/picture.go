package backtest

import (
	"entangle/sim"
	"entangle/sim/chart"
	"entangle/sim/units"
)

// Picture is the chart of a series, to be given its words.
type Picture struct {
	Name   string  // google.capex
	Of     sim.Ref // whose it is
	Series string
	Yearly bool // flows of unequal periods are drawn by what they come to in a year
	chart.Chart
}

// before is how many days before the scenario a fact may lie and be drawn.
const before = 100

// Pictures draws each series that the model has.
func (r *Result) Pictures() (list []Picture) {
	done := map[string]bool{}
	for i := range r.Test.Points {
		p := &r.Test.Points[i]
		if done[p.Key()] || !p.read() {
			continue
		}
		done[p.Key()] = true
		list = append(list, r.picture(p))
	}
	return list
}

// picture draws the series of a point.
func (r *Result) picture(first *Point) Picture {
	start := r.Test.Scenario.Start()
	c := Picture{Name: first.Key(), Of: first.of, Series: first.Series}
	c.Unit, c.Zero, c.From, c.To = first.Unit, !inPoints(first.Unit) || first.Unit == "share", start, start
	var mine []int
	for i := range r.Test.Points {
		if p := &r.Test.Points[i]; p.Key() == c.Name && p.seen(start) {
			c.From, c.To = min(c.From, p.seenFrom()), max(c.To, p.End)
			mine = append(mine, i)
		}
	}
	c.Yearly = r.unequal(mine)
	for _, i := range mine {
		r.draw(&c, i)
	}
	if curve := r.Curve(c.Name); curve != nil {
		c.To = max(c.To, curve.Days[len(curve.Days)-1])
		c.Fans = append(c.Fans, curve.fan())
	}
	return c
}

// seen tells whether a fact lies on its chart: it is answered, or not long before
// the start.
func (p *Point) seen(start units.Date) bool {
	return p.read() || p.Missing == "" && p.End <= start && p.seenFrom() >= start.AddDays(-before)
}

// seenFrom is the first day of a fact on its chart: a stock is a day.
func (p *Point) seenFrom() units.Date {
	if p.Flow {
		return p.Start
	}
	return p.End
}

// unequal tells whether some points are flows over times that differ by more than a
// tenth.
func (r *Result) unequal(points []int) bool {
	least, most := 0, 0
	for _, i := range points {
		if p := &r.Test.Points[i]; p.Flow {
			if n := p.Days(); least == 0 || n < least {
				least = n
			}
			most = max(most, p.Days())
		}
	}
	return most*10 > least*11
}

// draw marks a fact, and the runs over its days if it is a flow.
func (r *Result) draw(c *Picture, point int) {
	p := &r.Test.Points[point]
	size, _ := factor(p.Unit, c.Unit)
	if c.Yearly {
		size *= daysAYear / float64(p.Days())
	}
	c.Facts = append(c.Facts, chart.Mark{From: p.seenFrom(), To: p.End, Value: size * p.Value, Known: r.Test.known(p)})
	v := r.values[point]
	if v == nil || !p.Flow {
		return
	}
	flat := func(at int) []float64 {
		q := size * Quantile(v, Permilles[at])
		return []float64{q, q}
	}
	c.Fans = append(c.Fans, chart.Fan{Days: []units.Date{p.Start, p.End}, Low80: flat(low80), Low50: flat(low50), Median: flat(middle), Top50: flat(top50), Top80: flat(top80)})
}

// fan is the curve as it is drawn.
func (c *Curve) fan() chart.Fan {
	f := chart.Fan{Days: c.Days}
	for _, q := range c.Q {
		f.Low80, f.Low50, f.Median = append(f.Low80, q[low80]), append(f.Low50, q[low50]), append(f.Median, q[middle])
		f.Top50, f.Top80 = append(f.Top50, q[top50]), append(f.Top80, q[top80])
	}
	return f
}

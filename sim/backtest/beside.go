package backtest

import (
	"entangle/sim"
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// daysAYear is the length of a mean year.
const daysAYear = 365.25

// beside is a part of a flow or a stock that the scenario does not play, as one run has it.
type beside struct {
	stands         bool
	weekly, growth float64 // dollars in the first week, or at the start; yearly log growth
}

// from adds up what it comes to over days counted from the start, to not included; of a
// stock it is what stands on the day start.
func (b *beside) from(start, to int) float64 {
	if b.stands {
		return b.weekly * detmath.Exp(float64(b.growth*float64(start))/daysAYear)
	}
	daily := b.weekly / 7
	if b.growth == 0 {
		return daily * float64(to-start)
	}
	rate := b.growth / daysAYear
	return daily * (detmath.Exp(float64(rate*float64(to))) - detmath.Exp(float64(rate*float64(start)))) / rate
}

// besides lists the parts beside a series of somebody.
func (t *Test) besides(p *Point) (list []sim.Beside) {
	for _, b := range t.report.Beside {
		if b.Series == p.Series && b.Of == folded(p.Of) {
			list = append(list, b)
		}
	}
	return list
}

// standBy adds what stands beside a stock on a day to the last number.
func (t *Test) standBy(p *plan, x *Point, day units.Date) {
	for _, b := range t.besides(x) {
		dollars, _ := factor("USD", x.Unit)
		p.with(b, day, day, dollars)
	}
}

// added is a part beside a number: which one, over which days, in which size of
// dollars.
type added struct {
	part       int // of plan.parts
	start, end int // days from the scenario's start, the end not included
	scale      float64
}

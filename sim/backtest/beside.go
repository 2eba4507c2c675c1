package backtest

import (
	"entangle/sim"
	"entangle/sim/detmath"
)

// daysAYear is the length of a mean year.
const daysAYear = 365.25

// beside is a part of a flow that the scenario does not play, as one run has it.
type beside struct {
	weekly, growth float64 // dollars in the first week, yearly log growth
}

// from adds up what it comes to over days counted from the start, to not included.
func (b *beside) from(start, to int) float64 {
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

// added is a part beside a number: which one, over which days, in which size of
// dollars.
type added struct {
	part       int // of plan.parts
	start, end int // days from the scenario's start, the end not included
	scale      float64
}

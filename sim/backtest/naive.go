package backtest

import (
	"entangle/sim"
	"entangle/sim/detmath"
)

// The naive forecasts know the facts up to a day: Held says that the last of them
// goes on, Grown that it grows as the scenario's section `report` expects. Of a
// flow it is the pace that is held, so that a quarter of 90 days brings less than
// one of 92.

// Naive is what the naive forecasts say of a fact; ok is false where no earlier
// fact of its series is known.
func (t *Test) Naive(point int) (held, grown float64, ok bool) {
	p := &t.Points[point]
	last := t.last(p)
	if last == nil {
		return 0, 0, false
	}
	scale, fits := factor(last.Unit, p.Unit)
	if !fits {
		return 0, 0, false
	}
	held = float64(last.Value * scale)
	if p.Flow {
		held = held / float64(last.Days()) * float64(p.Days())
	}
	years := (p.middle() - last.middle()) / daysAYear
	g := t.growth(p)
	switch {
	case g == nil:
		grown = held
	case g.InPoints:
		grown = held + float64(g.Rate*years)
	default:
		grown = float64(held * detmath.Exp(float64(years*detmath.Log(1+g.Rate))))
	}
	return held, grown, true
}

// last is the last fact of a point's series that the naive forecasts know.
func (t *Test) last(p *Point) (last *Point) {
	for i := range t.Points {
		o := &t.Points[i]
		if o.key == p.key && o.Flow == p.Flow && t.known(o) && (last == nil || o.End > last.End) {
			last = o
		}
	}
	return last
}

// known tells whether the naive forecasts know a fact. It is then none to be
// forecast.
func (t *Test) known(p *Point) bool { return p.End <= t.report.KnownTo }

// growth is what one could expect of a point's series, that of its own owner
// before that of all; nil if nobody said.
func (t *Test) growth(p *Point) (best *sim.Growth) {
	for i := range t.report.Growth {
		g := &t.report.Growth[i]
		if g.Series == p.Series && (g.Of == folded(p.Of) || g.Of == "" && best == nil) {
			best = g
		}
	}
	return best
}

// middle is the middle of the days of a fact, as a number of days.
func (f *Fact) middle() float64 {
	if !f.Flow {
		return float64(f.End)
	}
	return (float64(f.Start) + float64(f.End)) / 2
}

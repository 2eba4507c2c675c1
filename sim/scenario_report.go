package sim

import "entangle/sim/units"

// Report is what runs are compared with when they are held against facts.
type Report struct {
	KnownTo units.Date
	Growth  []Growth
	Beside  []Beside
}

// Growth is what one could expect of a series: a share a year, or points a year.
type Growth struct {
	ID, Series, Of string // Of is empty for all
	Rate           float64
	InPoints       bool
	Source         string
}

// Beside is a part of a flow or a stock of money that the scenario does not play. BesideIn
// tells what it comes to in a run.
type Beside struct {
	ID, Series, Of string
	Stands         bool // it is a stock
	row            int
}

// Report returns what the scenario says of forecasts, figures at their central
// values.
func (s *Scenario) Report() Report {
	in := &s.setup.Report
	out := Report{KnownTo: in.KnownTo}
	if out.KnownTo == 0 {
		out.KnownTo = s.setup.Start.AddDays(31)
	}
	for _, g := range in.Growth {
		row := Growth{ID: g.ID, Series: g.Series, Of: g.Of, InPoints: g.Points.Given}
		if row.InPoints {
			row.Rate, row.Source = s.figures[g.Points.id].Value, g.Points.Source
		} else {
			row.Rate, row.Source = s.figures[g.Rate.id].Value/million, g.Rate.Source
		}
		out.Growth = append(out.Growth, row)
	}
	for i, b := range in.Beside {
		out.Beside = append(out.Beside, Beside{ID: b.ID, Series: b.Series, Of: b.Of, Stands: b.Standing.Given, row: i})
	}
	return out
}

// BesideIn returns what a part beside the scenario comes to in this run: dollars in
// the first week, or at the start, and yearly log growth.
func (w *World) BesideIn(b Beside) (dollars, growth float64) {
	row := &w.sc.setup.Report.Beside[b.row]
	if b.Stands {
		return w.figure(&row.Standing), w.figure(&row.Growth)
	}
	return w.figure(&row.Weekly), w.figure(&row.Growth)
}

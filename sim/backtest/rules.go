package backtest

import (
	"fmt"

	"entangle/sim"
	"entangle/sim/near"
)

// Problems are the mistakes of what a scenario says of forecasts: of series that
// facts do not have, or in a way that they are not measured.
func Problems(sc *sim.Scenario) (list []sim.Problem) {
	r := sc.Report()
	for _, g := range r.Growth {
		path := "report.growth." + g.ID
		s, ok := SeriesOf(g.Series)
		switch {
		case !ok:
			list = append(list, unknownSeries(path, g.Series, g.Series == g.ID))
		case g.InPoints && !inPoints(s.Unit):
			list = append(list, sim.Problem{Path: path + ".points", Message: g.Series + " is measured in " + s.Unit + " and grows by a rate", Help: "write rate: 30 %"})
		case !g.InPoints && inPoints(s.Unit):
			list = append(list, sim.Problem{Path: path + ".rate", Message: g.Series + " is measured in " + s.Unit + " and grows by points", Help: "write points: 8"})
		}
	}
	for _, b := range r.Beside {
		path := "report.beside." + b.ID
		s, ok := SeriesOf(b.Series)
		_, money := factor("USD", s.Unit)
		switch {
		case !ok:
			list = append(list, unknownSeries(path, b.Series, false))
		case len(s.Metrics) == 0:
			list = append(list, sim.Problem{Path: path + ".series", Message: "the model has no " + b.Series + " to add to: " + s.Why, Help: "drop the row"})
		case !money || flows(s) == b.Stands:
			is, help := "flow", "what comes beside the scenario is added to flows in dollars, like capex"
			if b.Stands {
				is, help = "stock", "what stands beside the scenario is added to stocks in dollars, like backlog"
			}
			list = append(list, sim.Problem{Path: path + ".series", Message: b.Series + " is no " + is + " of money", Help: help})
		}
	}
	return list
}

// unknownSeries says that no series goes by a name, which the id gave or a key.
func unknownSeries(path, name string, byID bool) sim.Problem {
	if !byID {
		path += ".series"
	}
	return sim.Problem{Path: path, Message: fmt.Sprintf("no series of facts is called %q", name),
		Help: near.Suggest(name, near.Paths(name, SeriesNames(), 3))}
}

// flows tells whether a series is a flow.
func flows(s Series) bool {
	i, ok := sim.FindMetric(s.Metrics[0])
	return ok && sim.Metrics()[i].Flow
}

package backtest

import (
	"fmt"
	"slices"
	"strings"

	"entangle/sim"
	"entangle/sim/near"
	"entangle/sim/scenario"
	"entangle/sim/units"
)

// Point is a fact and what answers it in a run.
type Point struct {
	Fact
	Missing string // the model has nothing for it: why
	Beyond  string // the scenario is not played then: why

	key     string  // of the series
	metrics []int   // of sim.Metrics, added up
	id      int32   // of the entity
	of      sim.Ref // the same
	scale   float64 // from the metrics' unit to that of the fact
}

// read tells whether runs have a number for the fact.
func (p *Point) read() bool { return p.Missing == "" && p.Beyond == "" }

// Test is a scenario with facts to hold against it.
type Test struct {
	Scenario *sim.Scenario
	Facts    *Facts
	Points   []Point // a fact each, in their order

	report sim.Report // what the scenario says of forecasts
}

// New brings facts to a scenario. What the scenario has nothing for is no mistake:
// its points say why. The error is of type scenario.Diagnostics: facts that
// contradict what the engine knows of their series.
func New(sc *sim.Scenario, facts *Facts) (*Test, error) {
	t := &Test{Scenario: sc, Facts: facts, report: sc.Report()}
	var wrong scenario.Diagnostics
	for _, f := range facts.Rows {
		p, d := match(sc, f)
		if d != nil {
			d.File, d.Line = facts.Name, f.Line
			wrong = append(wrong, *d)
		}
		t.Points = append(t.Points, p)
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return t, nil
}

// match finds what answers a fact.
func match(sc *sim.Scenario, f Fact) (Point, *scenario.Diagnostic) {
	p := Point{Fact: f, Beyond: beyond(sc, f), key: folded(f.Of) + "." + f.Series}
	s, known := SeriesOf(f.Series)
	switch {
	case !known:
		p.Missing = fmt.Sprintf("no series is called %q; near are %s", f.Series, strings.Join(near.Paths(f.Series, SeriesNames(), 3), ", "))
		return p, nil
	case s.Why != "":
		p.Missing = s.Why
		return p, nil
	case !sc.Counts(f.Series):
		p.Missing = "no segment of the scenario counts any"
		return p, nil
	}
	for _, name := range s.Metrics {
		if i, ok := sim.FindMetric(name); ok {
			p.metrics = append(p.metrics, i)
		}
	}
	m := sim.Metrics()[p.metrics[0]]
	if f.Flow != m.Flow {
		is, has := "a stock: it holds at the end", "a flow"
		if m.Flow {
			is, has = "a flow: the sum from start to end", "a stock"
		}
		return p, f.mistake("kind", fmt.Sprintf("%s is %s, the row makes it %s", f.Series, is, has), "change kind, or take another series")
	}
	scale, ok := factor(s.Unit, f.Unit)
	if !ok {
		return p, f.mistake("unit", fmt.Sprintf("%s is measured in %s, the row has %q", f.Series, s.Unit, f.Unit), "known: "+strings.Join(unitsLike(s.Unit), ", "))
	}
	p.scale = scale
	p.find(sc, m.Of)
	return p, nil
}

// mistake is a complaint about a column of the row.
func (f *Fact) mistake(column, message, help string) *scenario.Diagnostic {
	at := max(slices.Index(columns[:], column), 0)
	col := 1
	if at < len(f.cols) {
		col = f.cols[at]
	}
	return &scenario.Diagnostic{Col: col, EndCol: col + 1, Message: message, Help: help}
}

// find looks for whom the fact is about.
func (p *Point) find(sc *sim.Scenario, of sim.Entity) {
	name := folded(p.Of)
	if of == sim.OfWorld {
		p.id, p.of = 1, sim.Ref{Of: of, ID: 1}
		if name != "world" {
			p.Missing = fmt.Sprintf("%s is a figure of the world, and not of %s", p.Series, p.Of)
		}
		return
	}
	id, _ := sc.Find(of, name)
	if id == 0 {
		p.Missing = fmt.Sprintf("the scenario has no %s %q", of, p.Of)
		if guess := near.Best(name, namesOf(sc, of)); guess != "" {
			p.Missing += fmt.Sprintf("; did you mean %q?", guess)
		}
	}
	p.id, p.of = id, sim.Ref{Of: of, ID: id}
}

// namesOf lists the ids of a kind of entity.
func namesOf(sc *sim.Scenario, of sim.Entity) (list []string) {
	for id := range sc.Count(of) {
		list = append(list, sc.Name(sim.Ref{Of: of, ID: int32(id + 1)}))
	}
	return list
}

// beyond tells why a fact lies outside the days that are played.
func beyond(sc *sim.Scenario, f Fact) string {
	first, last := f.End, f.End
	if f.Flow {
		first, last = f.Start, f.End+1
	}
	switch {
	case first < sc.Start():
		return "before the scenario, which starts on " + sc.Start().String()
	case last > sc.End():
		return "after the scenario, which ends on " + sc.End().String()
	}
	return ""
}

// Key names the series of an entity, as files do.
func (p *Point) Key() string { return p.key }

// Days is how many days a flow is of.
func (f *Fact) Days() int { return int(f.End-f.Start) + 1 }

// KnownTo is the last day whose facts the naive forecasts know.
func (t *Test) KnownTo() units.Date { return t.report.KnownTo }

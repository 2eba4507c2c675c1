package vm

import (
	"math"

	"entangle/sim"
)

// Screen is what a tab shows: sections one under another, and beneath them the
// orders that belong there. It is data; package ui knows how to draw a table, not
// what stands in it.
type Screen struct {
	Sections []Section
}

// Section is a panel of a screen: figures of the own company, or a table, or
// both.
type Section struct {
	Key         string // names its controls
	Title, Note string
	Facts       []Fact
	Columns     []Column
	Rows        []Row
	Empty       string // stands where there are no rows
	Half        bool   // two of these in a row stand side by side where there is room
}

// Column is a column of a table. The first one names the rows.
type Column struct {
	Name  string // with the unit of the figures below it
	Help  string
	Left  bool // text, not figures
	Spare int  // where there is no room, columns go by this number, the largest first; 0 stays
}

// Row is a row of a table.
type Row struct {
	Cells  []Cell
	Mine   bool
	Dim    bool
	Tip    func() []TipLine // what there is to say beside the cells; or nil
	Orders []Draft          // what can be ordered about it
	Pick   int32            // what a click looks at; 0 nothing
	Picked bool
}

// Cell is what stands in a column of a row.
type Cell struct {
	Text   string
	Full   string    // with the range of an estimate, for the tooltip; "": as Text
	Tone   int       // +1 welcome, -1 not, 0 neither
	Dim    bool      // known, but of no weight
	Bar    float64   // share of the cell that is filled, 0 to 1
	Of     int       // the company whose colour it has, 0 none
	Fan    *Fan      // in place of the text
	Course []float64 // in place of the text
	Metric string    // whose parts explain the own figure; "" none
}

// Fan is a figure that is not known yet: three cases of four lie between Low and
// High, all on a scale from 0 to 1. Mark is something to compare it with, 0 none.
type Fan struct{ Low, Likely, High, Mark float64 }

// Draft is an order that a click puts into the form: what it names is kept, the
// rest is suggested.
type Draft struct {
	Name  string
	Order sim.Order
}

// Fact is a figure of the own company.
type Fact struct {
	Name, Value string
	Change      string
	Metric      string    // that a chart can show; "" none
	Trend, Good int       // as in Vital
	Course      []float64 // or nil
	Limit       float64   // how much of what is allowed is used up, 0 to 1 and more; negative: no limit
	Tip         func() []TipLine
	Orders      []Draft
}

// fact is a figure of the own company by its metric; good is +1 if more of it is
// welcome, -1 if less is. It is not there if the engine has no such metric.
func (p *Play) fact(name string, good int) (f Fact, ok bool) {
	m, ok := sim.FindMetric(name)
	if !ok {
		return f, false
	}
	now := p.ownOrWorld(m)
	f = Fact{Name: p.label(m), Value: p.Value(m, now), Limit: -1, Tip: func() []TipLine { return p.Why(m) }}
	course := p.history.of(m, p.Me)
	if len(course) < 2 {
		return f, true
	}
	f.Course, f.Metric = course[max(0, len(course)-27):], name
	was, known := before(course)
	if !known {
		return f, true
	}
	if f.Trend, _ = p.change(m, was, now); p.bare(m, math.Abs(now-was)) == "0" {
		f.Trend = 0 // what rounds to nothing is no move
	}
	if f.Trend != 0 {
		f.Change = p.moved(m, now-was)
	}
	f.Good = f.Trend * good
	return f, true
}

// moved writes a change with its sign, without its unit.
func (p *Play) moved(m int, d float64) string {
	if d < 0 {
		return "−" + p.bare(m, -d)
	}
	return "+" + p.bare(m, d)
}

// label is the name of a metric where there is little room: a short one of the
// window, if it has one.
func (p *Play) label(m int) string {
	if key := "short." + sim.Metrics()[m].Name; p.Has(key) {
		return p.T(key)
	}
	return p.Metric(m)
}

// ownOrWorld reads a figure of the own company, or one of the world.
func (p *Play) ownOrWorld(m int) float64 {
	return p.View().Estimate(m, p.idFor(m))
}

// idFor is whose value of a metric is the player's: the own company's or, of the
// world's metrics, the world's.
func (p *Play) idFor(m int) int32 {
	if sim.Metrics()[m].Of == sim.OfWorld {
		return 1
	}
	return int32(p.Me)
}

// measure names a metric and which way it is welcome.
type measure struct {
	name string
	good int
}

// facts are the figures of a list of metrics, those that the engine has.
func (p *Play) facts(list ...measure) (facts []Fact) {
	for _, x := range list {
		if f, ok := p.fact(x.name, x.good); ok {
			facts = append(facts, f)
		}
	}
	return facts
}

// figure is a cell with a company's figure as the player knows it: plain for the
// own, an estimate with its range for another's.
func (p *Play) figure(name string, c sim.CompanyID) Cell {
	m, ok := sim.FindMetric(name)
	if !ok {
		return Cell{Text: "–", Dim: true}
	}
	v := p.View().Estimate(m, int32(c))
	if c != p.Me && v != 0 && !p.View().Exact(m) {
		return p.around(v, func(v float64) string { return p.bare(m, v) })
	}
	return Cell{Text: p.bare(m, v), Metric: name}
}

// named is the cell that names a company, in its colour.
func (p *Play) named(c sim.CompanyID) Cell {
	return Cell{Text: p.Company(c), Of: int(c)}
}

// least and most bound an estimate in nine cases of ten, as shares of it.
const (
	least = 0.78
	most  = 1.28
)

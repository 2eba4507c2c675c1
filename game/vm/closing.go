package vm

import (
	"strconv"

	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
)

// Standing is a row of the standings at the end.
type Standing struct {
	Rank   string // "–" for what stands for many companies
	Name   string
	Mine   bool
	ID     sim.CompanyID
	Values []string // by the columns of Closing
}

// Closing is the last page of a game.
type Closing struct {
	Place   string // how the player's company came out
	Columns []string
	Rows    []Standing
}

// Headline is one of the events that mattered most.
type Headline struct {
	Date string
	Text string
	Gain int8
	Mine bool
}

// closingColumns are the metrics of the standings; a flow counts for the year.
var closingColumns = []string{"compute_running", "idle_share", "power_energised", "cash", "revenue"}

// topEvents is how many events the last page tells.
const topEvents = 8

// Closing reckons the standings. Books are opened at the end: figures are exact.
func (p *Play) Closing() Closing {
	var c Closing
	for _, name := range closingColumns {
		c.Columns = append(c.Columns, p.closingColumn(name))
	}
	ranked := 0
	for id := range p.SC.Companies() {
		if p.SC.Ranked(sim.CompanyID(id + 1)) {
			ranked++
		}
	}
	for _, s := range session.Standings(p.world()) {
		row := Standing{Rank: s.Place(), Name: p.Company(s.Company), Mine: s.Company == p.Me, ID: s.Company}
		for _, name := range closingColumns {
			m := metric(name)
			v := s.Values[m]
			if sim.Metrics()[m].Flow {
				v = p.year.Read(m, s.Company)
			}
			text := p.Value(m, v)
			if s.Lacks(name) {
				text = "–"
			}
			row.Values = append(row.Values, text)
		}
		if row.Mine && s.Rank > 0 {
			c.Place = p.T("closing.place", "company", row.Name, "rank", row.Rank, "of", strconv.Itoa(ranked))
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// closingColumn names a metric at the end: a flow with the days that it counts for.
func (p *Play) closingColumn(name string) string {
	if !sim.Metrics()[metric(name)].Flow {
		return p.Metric(metric(name))
	}
	from, whole := session.YearOf(p.SC.Start(), p.Date())
	if whole {
		return p.Plain("ui." + name + "_this_year")
	}
	return p.Lex.Text("ui."+name+"_since", map[string]string{"from": from.String()})
}

// Top tells the events that mattered most, n of them at most, in the order of time: a page
// that has room for fewer asks for fewer, and loses the least and not the last.
func (p *Play) Top(n int) (list []Headline) {
	for _, h := range p.highlights.Top(min(n, topEvents)) {
		news := News{Date: h.Date, event: h.Event}
		list = append(list, Headline{h.Date.String(), p.Tell(news), h.Gain(), h.Event.By == p.Me || h.Event.Peer == p.Me})
	}
	return list
}

// Span is the days that the scenario covers, for people.
func (w Words) Span() string { return Span(w.SC.Start(), w.SC.End()) }

// Span writes two days and what lies between.
func Span(from, to units.Date) string { return from.String() + " – " + to.String() }

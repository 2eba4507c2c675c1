package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/session"
	"entangle/sim/units"
)

// topEvents is how many events a report tells.
const topEvents = 10

// writeText writes the report for people.
func (g *game) writeText(w io.Writer) error {
	if _, err := fmt.Fprintln(w, g.headline()); err != nil {
		return err
	}
	for _, row := range g.flags.changes(g.speaker) {
		fmt.Fprintln(w, g.labelled(row[0], row[1]))
	}
	fmt.Fprintln(w)
	if err := g.standings(w); err != nil {
		return err
	}
	fmt.Fprintln(w, g.ui("let_counts_twice"))
	fmt.Fprintln(w, g.ui("what_units_are"))
	top := g.highlights.Top(topEvents)
	if len(top) == 0 {
		return nil
	}
	fmt.Fprintf(w, "\n%s\n", g.ui("ten_events"))
	return g.events(w, top)
}

// headline says which run this is, so that it can be played again.
func (g *game) headline() string {
	key := "headline"
	if g.flags.Central {
		key = "headline.central"
	}
	return g.ui(key, "title", g.text(g.sc.Title()), "start", g.sc.Start().String(), "end", g.world().Date().String(),
		"seed", strconv.FormatUint(g.seed, 10), "hash", fmt.Sprintf("%016x", g.world().Hash().Sum()))
}

// column is a column of the standings.
type column struct {
	metric string
	scale  float64 // from the metric's unit to the one shown
	places int
	year   bool // the flow of the year, instead of the value
}

var columns = []column{
	{"compute_running", 1, 1, false},
	{"idle_share", 100, 1, false},
	{"power_energised", 1, 1, false},
	{"cash", 1, 2, false},
	{"revenue", 1, 2, true},
}

// standings writes a row per company, best first.
func (g *game) standings(w io.Writer) error {
	t := newTable("rl" + strings.Repeat("r", len(columns)) + "l")
	names, unit := []string{"", g.ui("company")}, []string{"", ""}
	metrics := sim.Metrics()
	for _, c := range columns {
		m, _ := sim.FindMetric(c.metric)
		name := g.lex.Text("metric."+c.metric, nil)
		if c.year {
			name = g.yearly(c.metric, g.world().Date())
		}
		names, unit = append(names, name), append(unit, g.lex.Text("unit."+metrics[m].Unit, nil))
	}
	t.row(append(names, g.ui("binding"))...)
	t.row(append(unit, "")...)
	for _, s := range session.Standings(g.world()) {
		row := []string{s.Place(), g.company(s.Company)}
		for _, c := range columns {
			m, _ := sim.FindMetric(c.metric)
			v := s.Values[m]
			if c.year {
				v = g.year.Read(m, s.Company)
			}
			text := fixed(v*c.scale, c.places)
			if s.Lacks(c.metric) {
				text = "–"
			}
			row = append(row, text)
		}
		t.row(append(row, g.ui("binding_"+g.world().Hold(s.Company).Name()))...)
	}
	return t.write(w)
}

// yearly names a flow of the year in which a run ends, or of what there is of it.
func (s *speaker) yearly(metric string, end units.Date) string {
	from, whole := session.YearOf(s.sc.Start(), end)
	if whole {
		return s.ui(metric + "_this_year")
	}
	return s.ui(metric+"_since", "from", from.String())
}

// fixed writes a number with so many places and commas between thousands.
func fixed(v float64, places int) string {
	text := strconv.FormatFloat(v, 'f', places, 64)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-") // no negative zero
	}
	whole, rest, point := strings.Cut(text, ".")
	from := 0
	if strings.HasPrefix(whole, "-") {
		from = 1
	}
	for at := len(whole) - 3; at > from; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if point {
		return whole + "." + rest
	}
	return whole
}

// events writes the largest events, the earliest first.
func (g *game) events(w io.Writer, list []session.Highlight) error {
	t := newTable("lrl")
	for _, h := range list {
		t.row(h.Date.String(), effect(h), g.sentence(h))
	}
	return t.write(w)
}

// effect is what an event meant for the one it happened to: a gain, a loss, or
// only a size.
func effect(h session.Highlight) string {
	sign := ""
	switch h.Gain() {
	case +1:
		sign = "+"
	case -1:
		sign = "-"
	}
	if h.Impact == 0 {
		return "" // it concerns everybody
	}
	if h.Impact >= 1 {
		return "≥100%" // more than it had, or all of it
	}
	return sign + fixed(100*h.Impact, 0) + "%"
}

// sentence tells an event, and how many more like it there were.
func (g *game) sentence(h session.Highlight) string {
	text := chronicle.Sentence(g.lex, g.sc, h.Event)
	if h.More > 0 {
		text = g.ui("and_more", "text", text, "n", strconv.Itoa(h.More))
	}
	return text
}

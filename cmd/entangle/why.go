package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"entangle/sim"
	"entangle/sim/units"
)

// query is a question for the reasons of one figure.
type query struct {
	metric int
	id     int32
	until  units.Date // the run goes on to this day
}

// parseWhy reads entity.metric@date; without a date it means the end of the run.
func parseWhy(sc *sim.Scenario, text string, end units.Date) (*query, error) {
	q := &query{until: end}
	if at := strings.LastIndexByte(text, '@'); at >= 0 {
		day, err := lastDay(text[at+1:], sc.Start(), end)
		if err != nil {
			return nil, err
		}
		text, q.until = text[:at], day
	}
	dot := strings.LastIndexByte(text, '.')
	if dot < 0 {
		return nil, wrongf("write ENTITY.METRIC@DATE, like %s.cash@%s", sc.Name(sim.Ref{Of: sim.OfCompany, ID: 1}), end)
	}
	entity, metric := text[:dot], text[dot+1:]
	var ok bool
	if q.metric, ok = sim.FindMetric(metric); !ok {
		return nil, unknown("metric", metric, metricNames(), "")
	}
	of := sim.Metrics()[q.metric].Of
	var names []string
	for id := range sc.Count(of) {
		names = append(names, entityName(sc, of, int32(id+1)))
		if names[id] == entity {
			q.id = int32(id + 1)
		}
	}
	if q.id == 0 {
		return nil, unknown(entityWord(of), entity, names, metric+" is a figure of these")
	}
	return q, nil
}

func metricNames() (names []string) {
	for _, m := range sim.Metrics() {
		names = append(names, m.Name)
	}
	return names
}

func entityWord(of sim.Entity) string {
	switch of {
	case sim.OfCompany:
		return "company"
	case sim.OfSite:
		return "site"
	case sim.OfFamily:
		return "chip family"
	case sim.OfSegment:
		return "segment"
	case sim.OfRegion:
		return "region"
	}
	return "entity"
}

// writeWhy writes the value asked for and the parts it is made of, the largest
// first.
func (g *game) writeWhy(w io.Writer) error {
	m := sim.Metrics()[g.query.metric]
	value := m.Read(g.world(), g.query.id)
	var parts sim.Terms
	m.Why(g.world(), g.query.id, &parts)
	name := entityName(g.sc, m.Of, g.query.id)
	_, err := fmt.Fprintf(w, "%s.%s@%s = %s %s\n%s: %s\n%s\n", name, m.Name, g.world().Date(), short(value), m.Unit,
		g.lex.Text("metric."+m.Name, nil), g.value(m.Unit, value), g.lex.Text("metric."+m.Name+".help", nil))
	if err != nil {
		return err
	}
	list := slices.DeleteFunc(parts.List, func(t sim.Term) bool { return t.Value == 0 })
	slices.SortStableFunc(list, func(a, b sim.Term) int { return cmp.Compare(math.Abs(b.Value), math.Abs(a.Value)) })
	if len(list) == 0 {
		return nil
	}
	return g.terms(w, list, value)
}

// terms writes the parts; with their share of the value if they add up to it.
// The others, such as what is wanted and what there is for a price, have units
// of their own.
func (g *game) terms(w io.Writer, list []sim.Term, value float64) error {
	sum, size := 0.0, 0.0
	for _, t := range list {
		sum += t.Value
		size += math.Abs(t.Value)
	}
	adds := math.Abs(sum-value) <= 1e-9*size
	t := newTable("lrr")
	for _, x := range list {
		share := ""
		if adds && value != 0 {
			share = fixed(100*x.Value/value, 1) + "%"
		}
		t.row("  "+g.term(x), short(x.Value), share)
	}
	heading := g.ui("driven_by")
	if adds {
		heading = g.ui("made_of")
	}
	if _, err := fmt.Fprintf(w, "%s\n", heading); err != nil {
		return err
	}
	return t.write(w)
}

// term is the name of a part: what, and of what.
func (g *game) term(t sim.Term) string {
	text := g.lex.Text("term."+t.Kind.Name(), nil)
	switch {
	case t.Kind == sim.TermFlowIn || t.Kind == sim.TermFlowOut:
		text += g.lex.Text("list.separator", nil) + g.lex.Text("flow."+t.Flow.Name(), nil)
	case t.Ref.ID != 0:
		text += g.lex.Text("list.separator", nil) + g.title(t.Ref)
	}
	return text
}

// short writes a number with six digits at most.
func short(v float64) string {
	if a := math.Abs(v); a >= 1e6 {
		return fixed(v, 0)
	} else if a > 0 && a < 1e-4 {
		return fmt.Sprintf("%.3g", v)
	}
	digits := 6
	for a := math.Abs(v); a >= 1 && digits > 0; a /= 10 {
		digits--
	}
	text := fixed(v, digits)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

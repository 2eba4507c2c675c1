package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"entangle/sim"
)

// writeWhy writes the value asked for and the parts it is made of, the largest
// first.
func (g *game) writeWhy(w io.Writer, q *query) error {
	m := sim.Metrics()[q.metric]
	value := m.Read(g.world(), q.id)
	var parts sim.Terms
	m.Why(g.world(), q.id, &parts)
	name := entityName(g.sc, m.Of, q.id)
	_, err := fmt.Fprintf(w, "%s.%s@%s = %s %s\n", name, m.Name, g.world().Date(), short(value), m.Unit)
	if err != nil {
		return err
	}
	if q.day != q.until {
		fmt.Fprintln(w, g.ui("week_ended", "date", q.until.AddDays(-1).String()))
	}
	fmt.Fprintf(w, "%s\n%s\n", g.labelled(g.lex.Text("metric."+m.Name, nil), g.value(m.Unit, value)),
		g.lex.Text("metric."+m.Name+".help", nil))
	list := slices.DeleteFunc(together(m.Unit, parts.List), func(t sim.Term) bool { return t.Value == 0 })
	slices.SortStableFunc(list, func(a, b sim.Term) int { return cmp.Compare(math.Abs(b.Value), math.Abs(a.Value)) })
	if len(list) == 0 {
		return nil
	}
	return g.terms(w, list, value)
}

// together adds up the parts that go by the same name, such as several contracts
// at one site, each in the place of the first. Prices do not add up: of those
// that are equal one is told.
func together(unit string, list []sim.Term) (out []sim.Term) {
	price := strings.HasPrefix(unit, "USD per ")
	for _, t := range list {
		same := slices.IndexFunc(out, func(o sim.Term) bool {
			return o.Kind == t.Kind && o.Ref == t.Ref && o.Flow == t.Flow && (!price || o.Value == t.Value)
		})
		switch {
		case same < 0:
			out = append(out, t)
		case !price:
			out[same].Value += t.Value
		}
	}
	return out
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
		if math.Abs(x.Value) < 1e-12*size {
			continue // nothing but what rounding left
		}
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
		return g.ui("term_of", "term", text, "subject", g.lex.Text("flow."+t.Flow.Name(), nil))
	case t.Ref.ID != 0:
		return g.ui("term_of", "term", text, "subject", g.title(t.Ref))
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

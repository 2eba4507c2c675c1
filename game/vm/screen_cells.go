package vm

import (
	"math"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// Cells of tables stand under a heading that names the unit; these write the
// figures without it.

// column is a column of a table; its words name it and explain it.
func (p *Play) column(key string, spare int) Column {
	return Column{Name: p.T(key), Help: p.T(key + ".help"), Spare: spare}
}

// none is a cell where there is nothing to say.
func none() Cell { return Cell{Text: "–", Dim: true} }

// bare is a value of a metric without its unit, but for money and power.
func (p *Play) bare(m int, v float64) string {
	switch unit := sim.Metrics()[m].Unit; {
	case strings.HasPrefix(unit, "USD million"):
		return p.dollars(v * 1e6)
	case unit == "share" || strings.HasPrefix(unit, "USD") || unit == "MW":
		return p.short(m, v)
	case unit == "kH100e":
		return p.count(int64(v * 1000))
	case unit == "people" || unit == "count":
		return p.count(int64(math.Round(v)))
	}
	return p.decimal(v)
}

// decimal is a number with one digit after the point, none if it is large.
func (p *Play) decimal(v float64) string {
	if math.Abs(v) >= 1000 {
		return p.count(int64(math.Round(v)))
	}
	text := strings.TrimSuffix(strconv.FormatFloat(math.Abs(v), 'f', 1, 64), ".0")
	if v < 0 && text != "0" {
		text = "−" + text
	}
	return text
}

// count is a number of things.
func (p *Play) count(n int64) string { return minus(chronicle.Number(p.Lex, units.KindNumber, n)) }

// dollars is an amount of money.
func (p *Play) dollars(v float64) string {
	return minus(chronicle.Number(p.Lex, units.KindUSD, units.FromFloat(v, -1<<53, 1<<53)))
}

// percent is a share.
func (p *Play) percent(x float64) string {
	return minus(chronicle.Value(p.Lex, "share", math.Round(x*1000)/1000))
}

// perHour is a price per hour, without its unit.
func (p *Play) perHour(x units.Price) string {
	return p.T("dollars", "n", strconv.FormatFloat(float64(x)/1e6, 'f', 2, 64))
}

// signed is a number with its sign and two digits.
func signed(x float64) string {
	text := strconv.FormatFloat(x, 'f', 2, 64)
	if x >= 0 {
		return "+" + text
	}
	return "−" + text[1:]
}

// mode is the name of a mode of a kind of order.
func (p *Play) mode(k sim.OrderKind, mode uint8) string {
	s := k.Spec()
	for _, m := range s.Modes {
		if m.Mode == mode {
			return p.Plain(s.Fields[0].Name + "." + m.Name)
		}
	}
	return p.Plain("order." + s.Name)
}

// order is a draft that is named after its kind, and its mode where it has one.
func (p *Play) order(o sim.Order) Draft {
	name := p.Plain("order." + o.Kind.Spec().Name)
	if o.Mode != 0 {
		name = p.T("part", "name", name, "of", p.mode(o.Kind, o.Mode))
	}
	return Draft{name, o}
}

// compare is a table of figures of all companies: own ones plain, estimates of the
// others'. Columns have the name of the metric, or a short one
// of the window.
func (p *Play) compare(key, first string, names []string) Section {
	s := Section{Key: key, Title: p.T("section." + key), Half: true, Columns: []Column{p.column(first, 0)}}
	for i, name := range names {
		m, ok := sim.FindMetric(name)
		if !ok {
			continue
		}
		s.Columns = append(s.Columns, Column{Name: p.label(m), Help: p.Plain("metric." + name + ".help"), Spare: i})
	}
	for c := sim.CompanyID(1); int(c) <= p.SC.Companies(); c++ {
		row := Row{Mine: c == p.Me, Cells: []Cell{p.named(c)}}
		for _, name := range names {
			if _, ok := sim.FindMetric(name); ok {
				row.Cells = append(row.Cells, p.figure(name, c))
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

package vm

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"entangle/sim"
	"entangle/sim/chronicle"
)

// Vital is one of the own vital signs.
type Vital struct {
	Metric  int
	Name    string
	Brief   string // the name where the value leaves little room
	Value   string
	Change  string    // over the last weeks, with its sign; "" if there is none to tell
	Trend   int       // +1 up, -1 down, 0 level
	Good    int       // +1 the change is welcome, -1 it is not, 0 neither
	Course  []float64 // the last half year
	Binding bool      // this is what holds the company back
}

// vital lists the signs in their order, and which way is welcome. Signs of a
// market are for those who serve it, signs of a landlord for the others.
var vital = []struct {
	metric           string
	good             int
	serving, letting bool
}{
	{"compute_running", +1, true, true},
	{"idle_share", -1, true, true},
	{"power_energised", +1, true, true},
	{"compute_on_order", 0, false, true},
	{"served_share", +1, true, false},
	{"price", 0, true, false},
	{"compute_let", +1, false, true},
	{"cash", +1, true, true},
	{"revenue_run_rate", +1, true, true},
}

// weeksOfTrend is how far back a change is told.
const weeksOfTrend = 4

// Vitals are the own figures of the week.
func (p *Play) Vitals() []Vital {
	serves := p.View().Own().Quality > 0
	binding := p.Bottleneck().metric
	var list []Vital
	for _, v := range vital {
		if serves && !v.serving || !serves && !v.letting {
			continue
		}
		m := metric(v.metric)
		course := p.history.of(m, p.Me)
		now := course[len(course)-1]
		x := Vital{Metric: m, Name: p.Metric(m), Value: p.Value(m, now), Course: course[max(0, len(course)-27):], Binding: v.metric == binding}
		if x.Brief = x.Name; p.Has("brief." + v.metric) {
			x.Brief = p.T("brief." + v.metric)
		}
		if len(course) == 1 && v.metric == "revenue_run_rate" {
			x.Value = "–" // a rate is known when a week has been played
		}
		if was, known := before(course); known {
			x.Trend, x.Change = p.change(m, was, now)
			x.Good = x.Trend * v.good
		}
		list = append(list, x)
	}
	return list
}

// before is a value some weeks ago, or at the start. What was nothing then is no value to
// compare with: a rate, for one, is known when a week has been played.
func before(course []float64) (was float64, known bool) {
	at := max(0, len(course)-1-weeksOfTrend)
	return course[at], len(course) > 1 && (at > 0 || course[0] != 0)
}

// change tells how a value moved; what rounds to nothing is no move.
func (p *Play) change(m int, was, now float64) (trend int, text string) {
	d := now - was
	if math.Abs(d) <= 0.0005*max(math.Abs(now), math.Abs(was)) || d == 0 {
		return 0, ""
	}
	if d > 0 {
		return +1, "+" + p.short(m, d)
	}
	return -1, "−" + p.short(m, -d)
}

// short writes a value without what it is per.
func (p *Play) short(m int, v float64) string {
	switch unit := sim.Metrics()[m].Unit; {
	case strings.HasPrefix(unit, "USD per "):
		return p.T("dollars", "n", strconv.FormatFloat(v, 'f', 2, 64))
	case strings.HasPrefix(unit, "USD million"):
		return p.dollars(v * 1e6)
	case strings.HasSuffix(unit, " per year"):
		return minus(chronicle.Value(p.Lex, strings.TrimSuffix(unit, " per year"), v))
	}
	return p.Value(m, v)
}

// Rival is a row of the list of companies.
type Rival struct {
	ID    sim.CompanyID
	Name  string
	Mine  bool
	Rank  int
	Value string  // running compute, as the player sees it
	Bare  string  // the same without its unit, for where there is little room
	Share float64 // of the largest
}

// Rivals lists all companies, best first by what the player believes of their
// running compute.
func (p *Play) Rivals() []Rival {
	m, view := metric("compute_running"), p.View()
	type row struct {
		Rival
		value float64
	}
	rows := make([]row, p.SC.Companies())
	most := 0.0
	for i := range rows {
		id := sim.CompanyID(i + 1)
		v := view.Estimate(m, int32(id))
		seen := p.seen(m, int32(id), v)
		rows[i] = row{Rival{ID: id, Name: p.Company(id), Mine: id == p.Me, Value: seen, Bare: strings.TrimSuffix(seen, " H100e")}, v}
		most = max(most, v)
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(b.value, a.value) })
	list := make([]Rival, len(rows))
	for i, r := range rows {
		list[i] = r.Rival
		list[i].Rank = i + 1
		if most > 0 {
			list[i].Share = r.value / most
		}
	}
	return list
}

// seen writes a figure of a company: plain for the own, as an estimate for
// another's.
func (p *Play) seen(m int, id int32, v float64) string {
	if sim.CompanyID(id) == p.Me || v == 0 {
		return p.Value(m, v)
	}
	return p.About(m, v)
}

package vm

import (
	"math"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/chronicle"
)

// Words tells things of a scenario in one language.
type Words struct {
	Lex *assets.Lexicon
	SC  *sim.Scenario
}

// T is a word of the window; args are names and values in turns.
func (w Words) T(key string, args ...string) string {
	fill := map[string]string{}
	for i := 0; i+1 < len(args); i += 2 {
		fill[args[i]] = args[i+1]
	}
	return w.Lex.Text("window."+key, fill)
}

// Plain is a word of any group, without gaps.
func (w Words) Plain(key string) string { return w.Lex.Text(key, nil) }

// Has tells whether a word of the window exists.
func (w Words) Has(key string) bool { return w.Lex.Has("window." + key) }

// Pick is the part of a bilingual text that is wanted.
func (w Words) Pick(t sim.Text) string {
	if w.Lex.Lang == "zh" && t.Zh != "" {
		return w.Lex.Spaced(t.Zh)
	}
	return t.En
}

// Title is the name of an entity for people.
func (w Words) Title(of sim.Entity, id int32) string {
	ref := sim.Ref{Of: of, ID: id}
	if t := w.Pick(w.SC.TitleOf(ref)); t != "" {
		return t
	}
	return w.SC.Name(ref)
}

// Company is the name of a company for people.
func (w Words) Company(c sim.CompanyID) string { return w.Title(sim.OfCompany, int32(c)) }

// Metric is the name of a metric by its index.
func (w Words) Metric(m int) string { return w.Plain("metric." + sim.Metrics()[m].Name) }

// Value writes a metric's value for people.
func (w Words) Value(m int, v float64) string {
	return minus(chronicle.Value(w.Lex, sim.Metrics()[m].Unit, v))
}

// About writes a value that is only estimated.
func (w Words) About(m int, v float64) string {
	return w.T("about", "value", minus(chronicle.Value(w.Lex, sim.Metrics()[m].Unit, twoDigits(v))))
}

// minus gives an amount below nothing the sign that changes have: it comes with the hyphen
// that files are written with. What there is of words in it has no hyphen before a number.
func minus(amount string) string {
	for i := 0; i+1 < len(amount); i++ {
		if next := amount[i+1]; amount[i] == '-' && (next == '$' || '0' <= next && next <= '9') {
			return amount[:i] + "−" + amount[i+1:]
		}
	}
	return amount
}

// twoDigits rounds a number to two significant digits: an estimate has no more.
func twoDigits(v float64) float64 {
	if v == 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-1)
	return math.Round(v/unit) * unit
}

// metric is the index of a metric that the engine has.
func metric(name string) int {
	m, _ := sim.FindMetric(name)
	return m
}

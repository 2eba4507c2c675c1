package sim

import "strings"

// Figure is one number of a scenario together with where it comes from.
// Value, Low and High are in the base unit of the field that holds it (the
// field's `unit` tag, see Setup); whole units are exact up to 2^53.
//
// A figure whose Low is below its High is drawn once per run from the
// triangular distribution with mode Value on [Low, High]: the ranges in the
// sources are plausible bounds, not intervals of a known distribution, and the
// triangle is the least that a bound and a best guess say. Figures that share a name
// (With) stand at the same quantile of their ranges: what is not known of them is the
// same thing.
type Figure struct {
	Value, Low, High float64
	Given            bool  // false: the file is silent and the field is optional
	id               int32 // index into Scenario.figures, set by Compile; beside Given, for they are read together
	Unit             string
	Source           string
	Confidence       string // in the source: high, medium or low; empty if the author says nothing
	Note             string
	With             string // name shared by figures that are drawn together; empty: by itself
}

// Trust is how far one can trust the figure: as the author says, or else what the
// source is: chosen, fitted, derived or from memory. Unrated is a source that the
// author does not judge.
func (f Figure) Trust() string {
	if f.Confidence != "" {
		return f.Confidence
	}
	source := strings.ToLower(f.Source)
	for _, s := range []struct{ begins, trust string }{
		{"invented", "chosen"}, {"by choice", "chosen"}, {"fitted", "fitted"}, {"derived", "derived"}, {"from memory", "low"},
	} {
		if strings.HasPrefix(source, s.begins) {
			return s.trust
		}
	}
	if source == "" {
		return "unsourced"
	}
	return "unrated"
}

// Trusts are all that Trust may say, from the best to the worst.
func Trusts() []string {
	return []string{"high", "medium", "low", "derived", "fitted", "chosen", "unrated", "unsourced"}
}

// Ranged tells whether the figure is drawn per run.
func (f Figure) Ranged() bool { return f.Given && f.Low < f.High }

// Exactly returns a figure without range or source, for tests and tools.
func Exactly(v float64) Figure { return Figure{Value: v, Low: v, High: v, Given: true} }

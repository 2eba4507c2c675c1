package experiment

import (
	"encoding/json"
	"io"

	"entangle/sim"
)

// Description says which experiment the files beside it come from: all that one
// needs to play it again, and how to read its numbers. It is experiment.json;
// docs/files.md describes each key. Whatever changes no result, such as the
// number of workers, is not in it.
type Description struct {
	Origin
	Start        string `json:"start"`
	End          string `json:"end"` // first day that is not played
	Outcomes     []Unit `json:"outcomes"`
	Series       []Unit `json:"series"`
	Quantiles    []int  `json:"quantiles"` // of series.csv, in thousandths
	QuantileRule string `json:"quantile_rule"`
}

// Origin says of what, and how, something was played. Lists are never nil.
type Origin struct {
	Scenario     string   `json:"scenario"`
	ScenarioHash string   `json:"scenario_hash"`
	Engine       string   `json:"engine"`
	Rules        string   `json:"rules"`
	Seed         uint64   `json:"seed"`
	Runs         int      `json:"runs"`
	Central      bool     `json:"central"`
	Set          []string `json:"set"`  // changed figures, as they were given
	With         []string `json:"with"` // overlay files, as they were given
}

// Unit is the unit of a column of outcomes.csv, or of a metric in series.csv.
type Unit struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
}

const quantileRule = "the q-quantile of n runs is the value of rank q*n, rounded up to a whole number, at least 1; " +
	"values are counted in bins at most 1 % wide and the quantile is the middle of its bin, " +
	"within half a percent of the exact value and never beyond the least and the greatest"

// ThisEngine is an Origin of which only the engine is known.
func ThisEngine() Origin {
	return Origin{Engine: sim.Engine, Rules: sim.Rules(), Set: []string{}, With: []string{}}
}

// Describe fills in what follows from the scenario and the program. The caller
// adds names, seed, runs, and how the scenario was changed.
func Describe(sc *sim.Scenario) Description {
	d := Description{Origin: ThisEngine(), Start: sc.Start().String(), End: sc.End().String(),
		Quantiles: append([]int{}, Permilles[:]...), QuantileRule: quantileRule}
	for _, c := range Columns(sc) {
		d.Outcomes = append(d.Outcomes, Unit{c.Name(sc), c.Unit()})
	}
	for _, m := range sim.Metrics() {
		d.Series = append(d.Series, Unit{m.Name, m.Unit})
	}
	return d
}

// Write writes the description as indented JSON.
func (d *Description) Write(w io.Writer) error { return WriteJSON(w, d) }

// WriteJSON writes a document as indented JSON.
func WriteJSON(w io.Writer, document any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(document)
}

package backtest

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"

	"entangle/sim/experiment"
)

// WriteSummary writes summary.csv: a row per series. Blank is what there is not.
func WriteSummary(w io.Writer, list []Score) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"company", "metric", "unit", "scale", "facts", "error", "bias", "held", "grown", "in50", "in80", "crps", "verdict", "missing"}); err != nil {
		return err
	}
	for _, s := range list {
		in50, in80 := "", ""
		if s.Missing == "" && s.Facts > 0 {
			in50, in80 = strconv.Itoa(s.In50), strconv.Itoa(s.In80)
		}
		row := []string{s.Of, s.Series, s.Unit, s.Scale(), strconv.Itoa(s.Facts), known(s.Error), known(s.Bias), known(s.Held), known(s.Grown),
			in50, in80, known(s.CRPS), s.Verdict.String(), s.Missing}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Scale names the scale of the errors.
func (s *Score) Scale() string {
	if s.Points {
		return "points"
	}
	return "ratio"
}

// known writes a number; blank if there is none.
func known(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return digits(v)
}

// Description says which back-test the files beside it come from, and how to read
// them. It is backtest.json; docs/backtest.md describes each key.
type Description struct {
	experiment.Origin
	Facts     string      `json:"facts"`
	FactsHash string      `json:"facts_hash"`
	KnownTo   string      `json:"known_to"`
	Floor     float64     `json:"floor"`
	Growth    []GrowthDoc `json:"growth"`
	Series    []SeriesDoc `json:"series"`
	Totals    TotalsDoc   `json:"totals"`
}

// The parts of a Description.
type (
	GrowthDoc struct {
		Series string  `json:"series"`
		Of     string  `json:"of"`
		Yearly float64 `json:"yearly"` // a share, or points
		Points bool    `json:"points"`
		Source string  `json:"source"`
	}
	SeriesDoc struct {
		Series  string   `json:"series"`
		Unit    string   `json:"unit"`
		Metrics []string `json:"metrics"`
		Note    string   `json:"note"`
		Missing string   `json:"missing"`
	}
	TotalsDoc struct {
		Won        int      `json:"won"`
		Lost       int      `json:"lost"`
		Missing    int      `json:"missing"`
		Alone      int      `json:"alone"`
		Unscored   int      `json:"unscored"`
		Facts      int      `json:"facts"`
		In50       int      `json:"in50"`
		In80       int      `json:"in80"`
		RatioFacts int      `json:"ratio_facts"`
		Error      *float64 `json:"error"` // null: nothing to compare
		CRPS       *float64 `json:"crps"`
		Held       *float64 `json:"held"`
		Grown      *float64 `json:"grown"`
	}
)

// Describe fills in what follows from the test. The caller adds names, seed, and
// how the scenario was changed.
func (r *Result) Describe() Description {
	t := r.Test
	d := Description{Origin: experiment.ThisEngine(), Facts: t.Facts.Name,
		KnownTo: t.KnownTo().String(), Floor: Floor, Growth: []GrowthDoc{}, Series: []SeriesDoc{}}
	d.Runs = r.Runs
	for _, g := range t.report.Growth {
		d.Growth = append(d.Growth, GrowthDoc{g.Series, g.Of, g.Rate, g.InPoints, g.Source})
	}
	seen := map[string]bool{}
	for i := range t.Points {
		name := t.Points[i].Series
		if s, ok := SeriesOf(name); ok && !seen[name] {
			d.Series = append(d.Series, SeriesDoc{s.Name, s.Unit, append([]string{}, s.Metrics...), s.Note, s.Why})
		}
		seen[name] = true
	}
	sum := Sum(r.Scores())
	d.Totals = TotalsDoc{Won: sum.Verdicts[Won], Lost: sum.Verdicts[Lost], Missing: sum.Missing, Alone: sum.Verdicts[Alone],
		Unscored: sum.Verdicts[Unscored], Facts: sum.Facts, In50: sum.In50, In80: sum.In80, RatioFacts: sum.Ratios.Facts}
	if m := sum.Ratios; m.Facts > 0 {
		d.Totals.Error, d.Totals.CRPS, d.Totals.Held, d.Totals.Grown = &m.Error, &m.CRPS, &m.Held, &m.Grown
	}
	return d
}

// Write writes the description as indented JSON.
func (d *Description) Write(w io.Writer) error { return experiment.WriteJSON(w, d) }

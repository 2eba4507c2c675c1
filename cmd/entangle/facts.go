package main

import (
	"encoding/csv"
	"fmt"
	"strconv"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/scenario"
	"entangle/sim/units"
	"github.com/spf13/cobra"
)

// figureList is the command facts with what was asked for.
type figureList struct {
	*app
	With []string
	JSON bool
	CSV  bool
}

func newFactsCommand(a *app) *cobra.Command {
	f := &figureList{app: a}
	cmd := &cobra.Command{
		Use:   "facts SCENARIO",
		Short: "List the figures of a scenario with their sources",
		Long: `List every figure of a scenario: its path, value, range, where it comes from and
how far that can be trusted. What the author does not rate is told by its source:
derived from others, fitted, chosen, unrated, or without a source.`,
		Example: `  entangle facts quartet
  entangle facts quartet --csv
  entangle facts quartet --json`,
		Args:              takes("SCENARIO"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(_ *cobra.Command, args []string) error {
			if f.JSON && f.CSV {
				return wrongf("--json and --csv are two forms of one list: leave out one")
			}
			sc, pack, err := a.load(args[0], scenarioFlags{With: f.With})
			if err != nil {
				return err
			}
			switch {
			case f.JSON:
				return f.writeJSON(scenarioName(args[0]), sc, pack)
			case f.CSV:
				return f.writeCSV(sc)
			}
			return f.writeTable(sc)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&f.With, "with", nil, "lay a YAML `FILE` over the scenario (repeatable)")
	complete(cmd, "with", yamlFiles)
	flags.BoolVar(&f.JSON, "json", false, "print one JSON document")
	flags.BoolVar(&f.CSV, "csv", false, "print a CSV table, numbers in base units")
	return cmd
}

// writeTable prints a row a figure, and how many there are of each trust.
func (f *figureList) writeTable(sc *sim.Scenario) error {
	s, err := f.speaker(sc)
	if err != nil {
		return err
	}
	t, counts := newTable("lrllll"), map[string]int{}
	t.row(s.ui("figure"), s.ui("value"), s.ui("range"), s.ui("confidence"), s.ui("source"), s.ui("note"))
	for _, x := range sc.Figures() {
		between := ""
		if x.Ranged() {
			between = s.ui("from_to", "low", units.Format(x.Kind, x.Low), "high", units.Format(x.Kind, x.High))
		}
		counts[x.Trust()]++
		t.row(x.Path, units.Format(x.Kind, x.Value), between, s.ui("trust_"+x.Trust()), x.Source, x.Note)
	}
	if err := t.write(f.Out); err != nil {
		return err
	}
	sums := newTable("lr")
	sums.row(s.ui("all_figures"), strconv.Itoa(len(sc.Figures())))
	for _, trust := range sim.Trusts() {
		if counts[trust] > 0 {
			sums.row(s.ui("trust_"+trust), strconv.Itoa(counts[trust]))
		}
	}
	if _, err := fmt.Fprintln(f.Out); err != nil {
		return err
	}
	return sums.write(f.Out)
}

// writeCSV prints a row a figure, numbers in base units with the digits that
// identify them.
func (f *figureList) writeCSV(sc *sim.Scenario) error {
	out := csv.NewWriter(f.Out)
	if err := out.Write([]string{"figure", "value", "low", "high", "unit", "confidence", "source", "note"}); err != nil {
		return err
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	for _, x := range sc.Figures() {
		if err := out.Write([]string{x.Path, number(x.Value), number(x.Low), number(x.High), x.Kind.Base(), x.Trust(), x.Source, x.Note}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// The document of facts --json. docs/backtest.md describes each key.
type (
	figuresDocument struct {
		Scenario     string           `json:"scenario"`
		ScenarioHash string           `json:"scenario_hash"`
		Figures      []figureDocument `json:"figures"`
	}
	figureDocument struct {
		Figure     string  `json:"figure"`
		Value      float64 `json:"value"`
		Low        float64 `json:"low"`
		High       float64 `json:"high"`
		Unit       string  `json:"unit"`
		Text       string  `json:"text"`
		Confidence string  `json:"confidence"`
		Source     string  `json:"source"`
		Note       string  `json:"note"`
		Meaning    string  `json:"meaning"`
	}
)

func (f *figureList) writeJSON(name string, sc *sim.Scenario, pack *scenario.Pack) error {
	d := figuresDocument{Scenario: name, ScenarioHash: pack.Hash(), Figures: []figureDocument{}}
	for _, x := range sc.Figures() {
		d.Figures = append(d.Figures, figureDocument{x.Path, x.Value, x.Low, x.High, x.Kind.Base(), units.Format(x.Kind, x.Value), x.Trust(), x.Source, x.Note, x.Doc})
	}
	return experiment.WriteJSON(f.Out, d)
}

package main

import (
	"io"

	"entangle/sim/backtest"
)

// The files of a back-test.
const (
	pointsFile   = "points.csv"
	summaryFile  = "summary.csv"
	backTestFile = "backtest.json"
)

var backTestFiles = []string{pointsFile, summaryFile, backTestFile}

// write writes the files of a back-test into a folder.
func (b *backTest) write(dir string, r *backtest.Result) error {
	d := b.description(r)
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{pointsFile, r.WritePoints},
		{summaryFile, func(w io.Writer) error { return backtest.WriteSummary(w, r.Scores()) }},
		{backTestFile, d.Write},
	} {
		if err := fileIn(b.create, dir, f.name, f.write); err != nil {
			return err
		}
	}
	return nil
}

// description is what backtest.json says.
func (b *backTest) description(r *backtest.Result) backtest.Description {
	d := r.Describe()
	d.Scenario, d.ScenarioHash, d.Seed, d.Central, d.FactsHash = b.name, b.pack.Hash, b.Seed, b.Central, b.sum
	d.Set, d.With = append(d.Set, b.Set...), append(d.With, b.With...)
	return d
}

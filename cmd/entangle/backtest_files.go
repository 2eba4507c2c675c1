package main

import (
	"io"
	"os"
	"path/filepath"

	"entangle/sim"
	"entangle/sim/backtest"
	"entangle/sim/chart"
)

// The files of a back-test.
const (
	pointsFile   = "points.csv"
	summaryFile  = "summary.csv"
	backTestFile = "backtest.json"
	chartsFolder = "charts"
)

var backTestFiles = []string{pointsFile, summaryFile, backTestFile, chartsFolder}

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
	return b.draw(filepath.Join(dir, chartsFolder), r)
}

// draw writes a picture of each series that the model has.
func (b *backTest) draw(dir string, r *backtest.Result) error {
	s, err := b.speaker(b.sc)
	if err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o777); err != nil {
		return err
	}
	for _, p := range r.Pictures() {
		if b.interrupted() {
			return errInterrupted
		}
		p.Title, p.Words = s.seriesOf(p.Of, p.Series), chart.Words{Median: s.ui("median"), Band50: s.ui("band50"), Band80: s.ui("band80"),
			Fact: s.ui("fact"), Known: s.ui("fact_known")}
		p.Unit = s.unit(p.Unit)
		if p.Yearly {
			p.Unit = s.lex.Text("number.a_year", map[string]string{"n": p.Unit})
		}
		if err := fileIn(b.create, dir, p.Name+".png", p.Write); err != nil {
			return err
		}
	}
	return nil
}

// seriesOf names a series of somebody for people.
func (s *speaker) seriesOf(of sim.Ref, name string) string {
	label := "ui.series_" + name
	if !s.lex.Has(label) {
		label = "metric." + name
	}
	if of.Of == sim.OfWorld {
		return s.lex.Text(label, nil)
	}
	return s.labelled(s.title(of), s.lex.Text(label, nil))
}

// unit is a unit for people; as the facts have it if the program does not know it.
func (s *speaker) unit(name string) string {
	if s.lex.Has("unit." + name) {
		return s.lex.Text("unit."+name, nil)
	}
	return name
}

// description is what backtest.json says.
func (b *backTest) description(r *backtest.Result) backtest.Description {
	d := r.Describe()
	d.Origin, d.FactsHash = b.origin(b.name, b.pack.Hash(), b.Seed, r.Runs), b.sum
	return d
}

package main

import (
	"context"
	"io"
	"strings"
	"time"

	"entangle/sim"
	"entangle/sim/backtest"
	"entangle/sim/experiment"
	"entangle/sim/scenario"
	"github.com/spf13/cobra"
)

// app is what all commands share: where they read and write, the language they
// speak, and when to stop.
type app struct {
	In   io.Reader
	Out  io.Writer // data
	Err  io.Writer // talk
	Lang string    // "en" or "zh"

	ctx     context.Context  // ends when the user interrupts
	now     func() time.Time // the clock, nil: time.Now
	started bool             // the command line was understood and its command runs
	noHelp  error            // why --help had nothing to show
}

// scenarioFlags change a scenario before it is played.
type scenarioFlags struct {
	Set     []string // path=value
	With    []string // overlay files
	Central bool     // central values instead of drawn ones
}

// origin says of which runs something is.
func (f *scenarioFlags) origin(name, hash string, seed uint64, runs int) experiment.Origin {
	o := experiment.ThisEngine()
	o.Scenario, o.ScenarioHash, o.Seed, o.Runs, o.Central = name, hash, seed, runs, f.Central
	o.Set, o.With = append(o.Set, f.Set...), append(o.With, f.With...)
	return o
}

// add declares the flags on a command.
func (f *scenarioFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.Set, "set", nil, "set one figure, like 'companies.lumen.cash=$2B' (repeatable; in quotes, as $ means something to shells)")
	flags.StringArrayVar(&f.With, "with", nil, "lay a YAML `FILE` over the scenario (repeatable)")
	flags.BoolVar(&f.Central, "central", false, "figures at their central values instead of drawn")
	complete(cmd, "with", yamlFiles)
	complete(cmd, "set", figurePaths)
}

// setTwice refuses a figure that is set to two values: one of them would be lost
// without a word.
func (f *scenarioFlags) setTwice() error {
	seen := map[string]bool{}
	for _, text := range f.Set {
		path, _, _ := strings.Cut(text, "=")
		if seen[path] {
			return wrongf("--set %s is given twice: keep one of them", path)
		}
		seen[path] = true
	}
	return nil
}

// changes tells in which ways the flags change the scenario: a row of label and
// text per change.
func (f *scenarioFlags) changes(s *speaker) (rows [][2]string) {
	for _, file := range f.With {
		rows = append(rows, [2]string{s.ui("with"), file})
	}
	for _, text := range f.Set {
		rows = append(rows, [2]string{s.ui("set"), text})
	}
	return rows
}

// load reads a scenario by its name or path, with overlays and set figures.
// What is wrong with it is wrong input.
func (a *app) load(name string, f scenarioFlags) (*sim.Scenario, *scenario.Pack, error) {
	defer lavish()()
	pack, err := loadPack(name, f.With)
	sc, err := scenario.Check(pack, err)
	if err != nil {
		return nil, nil, wrong(err)
	}
	if problems := backtest.Problems(sc); len(problems) > 0 {
		return nil, nil, wrong(pack.Diagnose(problems))
	}
	if err := f.apply(sc); err != nil {
		return nil, nil, err
	}
	return sc, pack, nil
}

// apply changes figures of a compiled scenario as --central and --set ask for.
func (f *scenarioFlags) apply(sc *sim.Scenario) error {
	if f.Central {
		sc.Central()
	}
	if err := f.setTwice(); err != nil {
		return err
	}
	for _, text := range f.Set {
		if err := setFigure(sc, text); err != nil {
			return wrong(err)
		}
	}
	return wrong(sc.Derive())
}

// interrupted tells whether the user wants the program to stop.
func (a *app) interrupted() bool { return a.ctx != nil && a.ctx.Err() != nil }

package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"strconv"
	"time"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/scenario"
	"github.com/spf13/cobra"
)

// maxWorkers bounds --workers: more of them only cost memory.
const maxWorkers = 1024

// monteCarlo is the command montecarlo with what was asked for.
type monteCarlo struct {
	*app
	scenarioFlags
	Seed    uint64
	Runs    int
	Workers int
	Dir     string
	Force   bool

	name   string // of the scenario
	pack   *scenario.Pack
	sc     *sim.Scenario
	create func(name string) (diskFile, error) // how files are made; tests fill the disk here
}

func newMonteCarloCommand(a *app) *cobra.Command {
	m := &monteCarlo{app: a, create: createFile}
	cmd := &cobra.Command{
		Use:   "montecarlo SCENARIO",
		Short: "Play a scenario many times and show how outcomes spread",
		Long: `Play a scenario many times, each run with a seed of its own and its own draw of
the figures that have ranges. Prints quantiles of the figures by which companies
are compared at the end.

With --out DIR it writes, whole or not at all (docs/files.md),
  series.csv       quantiles of every metric, entity and month
  outcomes.csv     a row per run, with the seed that "entangle run --seed" plays alone
  experiment.json  which experiment it was, and the units of its columns
Quantiles come from 1 % bins: they are within half a percent of the exact ones.
The same seed gives the same bytes for any number of workers.`,
		Example: `  entangle montecarlo quartet --runs 1000 --seed 1
  entangle montecarlo quartet --runs 10000 --out results --set 'companies.lumen.cash=$2B'`,
		Args:              takes("SCENARIO"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if err = m.check(cmd); err != nil {
				return err
			}
			if m.sc, m.pack, err = m.load(args[0], m.scenarioFlags); err != nil {
				return err
			}
			m.name = scenarioName(args[0])
			return m.play()
		},
	}
	m.add(cmd)
	flags := cmd.Flags()
	flags.IntVar(&m.Runs, "runs", 1000, "number of runs")
	bounded(cmd, "runs", 1, experiment.MaxRuns)
	flags.Uint64Var(&m.Seed, "seed", 1, "seed of the experiment; the seeds of its runs follow from it")
	bounded(cmd, "seed", 0, math.MaxUint64)
	flags.IntVar(&m.Workers, "workers", runtime.GOMAXPROCS(0), "runs played at the same time; changes no result")
	bounded(cmd, "workers", 1, maxWorkers)
	flags.StringVar(&m.Dir, "out", "", "write the files into the new or empty folder `DIR`")
	flags.BoolVar(&m.Force, "force", false, "let --out replace files of an earlier experiment")
	return cmd
}

// check refuses flags that make no sense.
func (m *monteCarlo) check(cmd *cobra.Command) error {
	switch {
	case m.Runs < 1 || int64(m.Runs) > experiment.MaxRuns:
		return outOfBounds(cmd.Flag("runs"), strconv.Itoa(m.Runs))
	case m.Workers < 1 || m.Workers > maxWorkers:
		return outOfBounds(cmd.Flag("workers"), strconv.Itoa(m.Workers))
	case m.Force && m.Dir == "":
		return wrongf("--force is about the folder of --out: name it, like --out results --force")
	}
	return nil
}

// play runs the experiment, with or without a folder, and tells what came out.
// An experiment that was interrupted tells what it had; no file is left of it.
func (m *monteCarlo) play() error {
	defer frugal()()
	p := newProgress(m.Err, m.Runs, m.now)
	var r *experiment.Result
	run := func(sink func(experiment.Row) error) (err error) {
		cfg := experiment.Config{Scenario: m.sc, Seed: m.Seed, Runs: m.Runs, Workers: m.Workers, Progress: p.show,
			NoSeries: m.Dir == ""} // the months go into a file alone
		r, err = experiment.Run(m.ctx, cfg, sink)
		p.done()
		return err
	}
	err := m.perform(run, &r)
	if r == nil {
		return err // not begun
	}
	if r.Runs > 0 && (err == nil || m.interrupted()) {
		if told := m.summary(r); told != nil {
			return told
		}
	}
	switch {
	case err != nil && m.interrupted():
		return &exitError{exitInterrupted, fmt.Errorf("interrupted after %d of %d runs; no file was written", r.Runs, m.Runs)}
	case err != nil:
		return err
	}
	fmt.Fprintf(m.Err, "%d runs in %s, %.0f a second\n", r.Runs, p.took().Round(time.Millisecond), p.rate(r.Runs))
	return nil
}

// perform runs the experiment and writes its files, if there is a folder for
// them.
func (m *monteCarlo) perform(run func(func(experiment.Row) error) error, r **experiment.Result) error {
	if m.Dir == "" {
		return run(nil)
	}
	return m.intoFolder(func(dir string) error {
		err := m.file(dir, outcomesFile, func(w io.Writer) error {
			if _, err := w.Write(experiment.OutcomesHead(m.sc)); err != nil {
				return err
			}
			return m.playing(run, experiment.OutcomesTo(w))
		})
		if err != nil {
			return err
		}
		if err := m.file(dir, seriesFile, (*r).WriteSeries); err != nil {
			return err
		}
		d := m.description()
		return m.file(dir, experimentFile, d.Write)
	})
}

// playing keeps errors of the experiment apart from those of its files.
func (m *monteCarlo) playing(run func(func(experiment.Row) error) error, write func(experiment.Row) error) error {
	var failed error
	err := run(func(row experiment.Row) error {
		failed = write(row)
		return failed
	})
	if err == nil || failed != nil && errors.Is(err, failed) {
		return err
	}
	return &exitError{exitFailed, err}
}

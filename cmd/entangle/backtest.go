package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/backtest"
	"entangle/sim/scenario"
	"github.com/spf13/cobra"
)

// backTest is the command backtest with what was asked for.
type backTest struct {
	*app
	scenarioFlags
	Facts   string
	Seed    uint64
	Runs    int
	Workers int
	Dir     string
	Force   bool

	name   string // of the scenario
	pack   *scenario.Pack
	sc     *sim.Scenario
	sum    string // SHA-256 of the facts
	test   *backtest.Test
	create func(name string) (diskFile, error) // how files are made; tests fill the disk here
}

// The scenario that is tested if none is named, and where a scenario has its
// facts.
const (
	defaultTested = "2025"
	factsFile     = "facts/backtest.csv"
)

func newBackTestCommand(a *app) *cobra.Command {
	b := &backTest{app: a, create: createFile}
	cmd := &cobra.Command{
		Use:   "backtest [SCENARIO]",
		Short: "Hold the runs of a scenario against what happened",
		Long: `Play a scenario many times and hold the runs against dated facts, those in the
scenario's own folder (` + factsFile + `) or those of --facts. Prints for each
series how far the median is off, how many facts lie in the bands, and whether two
naive forecasts do better. Without SCENARIO it is ` + defaultTested + `.

With --out DIR it writes, whole or not at all (docs/backtest.md),
  points.csv     each fact with the quantiles of the runs
  summary.csv    a row a series: errors, facts in the bands, verdict
  backtest.json  which back-test it was
  charts         a picture per series: bands of the runs, their median, the facts
The same seed gives the same bytes for any number of workers.`,
		Example: `  entangle backtest --runs 200 --seed 1
  entangle backtest 2025 --runs 200 --out results
  entangle backtest quartet --facts facts.csv --set 'companies.lumen.cash=$2B'`,
		Args:              takes("[SCENARIO]"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := b.check(cmd); err != nil {
				return err
			}
			if err := b.prepare(append(args, defaultTested)[0]); err != nil {
				return err
			}
			return b.play()
		},
	}
	b.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&b.Facts, "facts", "", "hold the runs against the facts in the CSV `FILE`")
	complete(cmd, "facts", csvFiles)
	flags.IntVar(&b.Runs, "runs", 1000, "number of runs")
	bounded(cmd, "runs", 1, maxTested)
	flags.Uint64Var(&b.Seed, "seed", 1, "seed of the experiment; the seeds of its runs follow from it")
	bounded(cmd, "seed", 0, math.MaxUint64)
	flags.IntVar(&b.Workers, "workers", runtime.GOMAXPROCS(0), "runs played at the same time; changes no result")
	bounded(cmd, "workers", 1, maxWorkers)
	flags.StringVar(&b.Dir, "out", "", "write the files into the new or empty folder `DIR`")
	flags.BoolVar(&b.Force, "force", false, "let --out replace files of an earlier back-test")
	return cmd
}

// maxTested bounds --runs: the numbers of all runs are kept, for exact quantiles.
const maxTested = 1_000_000

// check refuses flags that make no sense.
func (b *backTest) check(cmd *cobra.Command) error {
	switch {
	case b.Runs < 1 || b.Runs > maxTested:
		return outOfBounds(cmd.Flag("runs"), strconv.Itoa(b.Runs))
	case b.Workers < 1 || b.Workers > maxWorkers:
		return outOfBounds(cmd.Flag("workers"), strconv.Itoa(b.Workers))
	case b.Force && b.Dir == "":
		return wrongf("--force is about the folder of --out: name it, like --out results --force")
	}
	return nil
}

// prepare reads scenario and facts and brings them together, so that what is wrong
// with them shows before anything is played.
func (b *backTest) prepare(name string) (err error) {
	if b.sc, b.pack, err = b.load(name, b.scenarioFlags); err != nil {
		return err
	}
	b.name = scenarioName(name)
	facts, err := b.readFacts(name)
	if err != nil {
		return err
	}
	if b.test, err = backtest.New(b.sc, facts); err != nil {
		return wrong(err)
	}
	if most := b.test.MostRuns(); b.Runs > most {
		return wrongf("--runs %d: all numbers of all runs are kept, and with these facts that goes up to %d runs", b.Runs, most)
	}
	return nil
}

// readFacts reads the facts of --facts or those of the scenario.
func (b *backTest) readFacts(name string) (*backtest.Facts, error) {
	file, text, err := b.Facts, []byte(nil), error(nil)
	switch {
	case file != "":
		text, err = readAll(file)
	case isPath(name):
		if file = name; filepath.Ext(file) == ".yaml" || filepath.Ext(file) == ".yml" {
			file = filepath.Dir(file)
		}
		file = filepath.Join(file, filepath.FromSlash(factsFile))
		text, err = readAll(file)
	default:
		file = path.Join(name, factsFile)
		text, err = fs.ReadFile(scenarios.FS, file)
	}
	switch {
	case err != nil && b.Facts == "" && errors.Is(err, fs.ErrNotExist):
		return nil, wrongf("the scenario %s has no facts (%s): name a file of them, like --facts facts.csv; docs/backtest.md says what is in it", name, file)
	case err != nil:
		return nil, wrongf("--facts %s: %w", file, reason(err))
	}
	sum := sha256.Sum256(text)
	b.sum = hex.EncodeToString(sum[:])
	facts, err := backtest.Read(bytes.NewReader(text), file)
	return facts, wrong(err)
}

// readAll reads a file, but no more of it than a file of facts may have.
func readAll(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, backtest.MaxFile+1))
}

// play plays the runs, with or without a folder, and tells what came out. One that
// was interrupted leaves no file.
func (b *backTest) play() error {
	p := newProgress(b.Err, b.Runs, b.now)
	var r *backtest.Result
	run := func() (err error) {
		r, err = b.test.Run(b.ctx, backtest.Config{Runs: b.Runs, Seed: b.Seed, Workers: b.Workers, Progress: p.show})
		p.done()
		return err
	}
	var err error
	if b.Dir == "" {
		err = run()
	} else {
		err = intoFolder(b.Dir, b.Force, func(dir string) error {
			if err := run(); err != nil {
				return &exitError{exitFailed, err} // not one of the files
			}
			return b.write(dir, r)
		}, backTestFiles...)
	}
	switch {
	case r == nil:
		return err // not begun
	case err != nil && b.interrupted():
		return &exitError{exitInterrupted, fmt.Errorf("interrupted after %d of %d runs; no file was written", r.Runs, b.Runs)}
	case err != nil:
		return err
	}
	if err := b.tell(r); err != nil {
		return err
	}
	fmt.Fprintf(b.Err, "%d runs in %s, %.0f a second\n", r.Runs, p.took().Round(time.Millisecond), p.rate(r.Runs))
	return nil
}

package main

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"strconv"
	"strings"
	"time"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/scenario"
	"github.com/spf13/cobra"
)

// ablation is the command ablate with what was asked for.
type ablation struct {
	*app
	scenarioFlags
	Seed    uint64
	Runs    int
	Workers int
	Top     int
	Only    []string
	File    string
	JSON    bool
	Strict  bool

	name   string // of the scenario
	pack   *scenario.Pack
	sc     *sim.Scenario
	arms   []experiment.Arm
	off    []string // mechanics that the scenario does without
	vitals []experiment.Vital
}

func newAblateCommand(a *app) *cobra.Command {
	b := &ablation{app: a}
	cmd := &cobra.Command{
		Use:   "ablate SCENARIO",
		Short: "Show what each mechanic moves, by turning it off",
		Long: `Play a scenario many times as it is and with each of its mechanics turned off, on
the same seeds, and show what the absence of each moves: the largest effects that
are beyond chance, with the mean difference and its 99 % interval.

A mechanic is alive if one outcome moves by more than chance alone explains among so
many, dead if none moves by more than three standard errors, and not used if nothing
differs in any pair; in between it is unclear, and more runs tell. docs/ablate.md
describes outcomes, verdicts, and every column and key. The same seed gives the same
bytes for any number of workers.`,
		Example: `  entangle ablate quartet --runs 400 --seed 1
  entangle ablate quartet --only slips --only overflow --set constants.load=85%
  entangle ablate quartet --runs 100 --json --out effects.csv`,
		Args:              takes("SCENARIO"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := b.check(cmd); err != nil {
				return err
			}
			if err := b.prepare(args[0]); err != nil {
				return err
			}
			return b.play()
		},
	}
	b.add(cmd)
	b.flags(cmd)
	return cmd
}

// flags declares the flags that are its own.
func (b *ablation) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.IntVar(&b.Runs, "runs", 400, "number of runs of the scenario and of each arm")
	bounded(cmd, "runs", experiment.LeastPairs, experiment.MaxRuns)
	flags.Uint64Var(&b.Seed, "seed", 1, "seed of the experiment; the seeds of its runs follow from it")
	bounded(cmd, "seed", 0, math.MaxUint64)
	flags.IntVar(&b.Workers, "workers", runtime.GOMAXPROCS(0), "runs played at the same time; changes no result")
	bounded(cmd, "workers", 1, maxWorkers)
	flags.IntVar(&b.Top, "top", 3, "outcomes shown of a mechanic, each about something else")
	bounded(cmd, "top", 1, 1000)
	flags.StringArrayVar(&b.Only, "only", nil, "turn off this `MECHANIC` only (repeatable)")
	complete(cmd, "only", func(*cobra.Command, []string) ([]string, cobra.ShellCompDirective) {
		return switchNames(), cobra.ShellCompDirectiveNoFileComp
	})
	flags.StringVar(&b.File, "out", "", "write all outcomes of all mechanics as CSV into `FILE`; in a folder it is "+effectsFile)
	flags.BoolVar(&b.JSON, "json", false, "print one JSON document instead of the table")
	flags.BoolVar(&b.Strict, "strict", false, "end with 1 unless every mechanic is alive")
}

// check refuses flags that make no sense.
func (b *ablation) check(cmd *cobra.Command) error {
	for _, f := range []struct {
		name           string
		value, low, up int64
	}{{"runs", int64(b.Runs), experiment.LeastPairs, experiment.MaxRuns}, {"workers", int64(b.Workers), 1, maxWorkers}, {"top", int64(b.Top), 1, 1000}} {
		if f.value < f.low || f.value > f.up {
			return outOfBounds(cmd.Flag(f.name), strconv.FormatInt(f.value, 10))
		}
	}
	for _, name := range b.Only {
		if _, err := experiment.FindSwitch(name); err != nil {
			return wrongf("--only: %w", err)
		}
	}
	return nil
}

// play plays the study and tells what came out. One that was interrupted tells
// what it had; no file is left of it.
func (b *ablation) play() error {
	each := len(b.arms) + 1
	p := newProgress(b.Err, b.Runs*each, b.now)
	r, err := experiment.Pairs(b.ctx, experiment.Study{Base: experiment.Arm{Scenario: b.sc}, Arms: b.arms, Runs: b.Runs, Seed: b.Seed, Workers: b.Workers,
		Outcomes: []experiment.Outcome{experiment.VitalOutcome(b.sc)}, Progress: func(pairs int) { p.show(pairs * each) }})
	p.done()
	if err != nil && !b.interrupted() {
		return err
	}
	if err == nil && b.File != "" {
		if err := b.writeEffects(r); err != nil {
			return err
		}
	}
	if r.Pairs >= experiment.LeastPairs {
		if told := b.tell(r); told != nil {
			return told
		}
	}
	if err != nil {
		return &exitError{exitInterrupted, fmt.Errorf("interrupted after %d of %d runs; no file was written", r.Pairs, b.Runs)}
	}
	fmt.Fprintf(b.Err, "%d runs in %s, %.0f a second\n", r.Pairs*each, p.took().Round(time.Millisecond), p.rate(r.Pairs*each))
	return b.judge(r)
}

// judge fails a strict ablation in which not all is alive.
func (b *ablation) judge(r *experiment.Compared) error {
	if !b.Strict {
		return nil
	}
	return notAlive(b.named(r, experiment.Unused), b.named(r, experiment.Dead), b.named(r, experiment.Unclear), b.Runs)
}

// notAlive says what to do about mechanics that so many runs do not show to be
// alive; nil if there are none.
func notAlive(unused, dead, unclear []string, runs int) error {
	var faults []string
	if len(unused) > 0 {
		faults = append(faults, fmt.Sprintf("not used: %s; give the scenario something for it to act on, or turn it off there", strings.Join(unused, ", ")))
	}
	if len(dead) > 0 {
		faults = append(faults, fmt.Sprintf("dead: %s; give it an effect, or take it out", strings.Join(dead, ", ")))
	}
	if len(unclear) > 0 {
		faults = append(faults, fmt.Sprintf("unclear: %s; more runs tell, like --runs %d", strings.Join(unclear, ", "), 4*runs))
	}
	if len(faults) == 0 {
		return nil
	}
	return errors.New("not every mechanic is alive: " + strings.Join(faults, "; "))
}

// named lists the mechanics of a verdict.
func (b *ablation) named(r *experiment.Compared, v experiment.Verdict) (list []string) {
	for i, name := range r.Arms {
		if r.Judge(i).Verdict == v {
			list = append(list, name)
		}
	}
	return list
}

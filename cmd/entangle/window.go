package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// windowFlags are the options of play.
type windowFlags struct {
	company string
	orders  string
	seed    uint64
	seeded  bool // --seed is given
	spoken  bool // --lang is given
}

func newPlayCommand(a *app) *cobra.Command {
	f := &windowFlags{}
	cmd := &cobra.Command{
		Use:   "play [SCENARIO]",
		Short: "Play a company in a window",
		Long: `Open a window in which a person leads a company. What is not named is chosen
there: the scenario, the company. The window speaks the language of the system,
or that of --lang.

The game is kept in a file of orders, written anew every week: --orders FILE names
it, and goes on where it ends if it is there. entangle run --orders plays the same
game again. Without a display, use run.`,
		Example: `  entangle play
  entangle play quartet --company lumen
  entangle play quartet --company lumen --orders lumen.jsonl
  entangle play --orders lumen.jsonl`,
		Args:              takes("[SCENARIO]"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.seeded, f.spoken = cmd.Flags().Changed("seed"), cmd.Flags().Changed("lang")
			name := ""
			if len(args) > 0 {
				name = args[0]
				if name == "" {
					_, err := loadPack(name, nil) // it says what is wrong
					return err
				}
			}
			return a.playWindow(name, f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.company, "company", "", "lead the `COMPANY` of this id")
	flags.StringVar(&f.orders, "orders", "", "keep the game in this `FILE`, and go on with what it holds")
	flags.Uint64Var(&f.seed, "seed", 0, "seed of a new game; left out, each game has another")
	bounded(cmd, "seed", 0, 1<<64-1)
	complete(cmd, "orders", jsonlFiles)
	complete(cmd, "company", companyNames)
	return cmd
}

// errNoWindow says what to do without a window; why is the reason.
func errNoWindow(why string) error {
	return errors.New("cannot open a window: " + why +
		"; without one there are entangle run, montecarlo, ablate and orders, and run --orders FILE plays a company by a file")
}

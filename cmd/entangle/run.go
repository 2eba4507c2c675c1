package main

import (
	"errors"
	"fmt"
	"io"
	"math"

	"entangle/sim/units"
	"github.com/spf13/cobra"
)

// runFlags are the options of run.
type runFlags struct {
	scenarioFlags
	seed   uint64
	seeded bool // --seed is given
	until  string
	orders string
	json   bool
	series string
	why    []string
	audit  bool
}

func newRunCommand(a *app) *cobra.Command {
	f := &runFlags{}
	cmd := &cobra.Command{
		Use:   "run SCENARIO",
		Short: "Play a scenario and print the standings",
		Long: `Play a scenario from its start to its end, all companies led by their built-in
strategies, and print who stands where and up to ten events with the largest
effect on anyone's standing. The same seed gives the same run everywhere.`,
		Example: `  entangle run quartet
  entangle run quartet --seed 7 --until 2025-04-01
  entangle run quartet --set 'companies.lumen.cash=$2B' --with mine.yaml
  entangle run quartet --orders scenarios/quartet/orders/lumen.jsonl
  entangle run quartet --json --series series.csv
  entangle run quartet --why lumen.compute_running@2025-03-31`,
		Args:              takes("SCENARIO"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.seeded = cmd.Flags().Changed("seed")
			return a.run(args[0], f)
		},
	}
	f.add(cmd)
	flags := cmd.Flags()
	flags.Uint64Var(&f.seed, "seed", 1, "seed of the run")
	bounded(cmd, "seed", 0, math.MaxUint64)
	flags.StringVar(&f.until, "until", "", "stop at `DATE`, after the last whole week before it")
	flags.StringVar(&f.orders, "orders", "", "give one company the orders of a `FILE` (see entangle orders)")
	flags.BoolVar(&f.json, "json", false, "print one JSON document instead of text (docs/json.md)")
	flags.StringVar(&f.series, "series", "", "write all metrics by month to a CSV `FILE`")
	flags.StringArrayVar(&f.why, "why", nil, "explain one figure, `ENTITY.METRIC@DATE`, instead of reporting the run (repeatable)")
	flags.BoolVar(&f.audit, "audit", false, "check after each week that nothing appeared or vanished")
	complete(cmd, "orders", jsonlFiles)
	complete(cmd, "why", whyNames)
	return cmd
}

// run plays a scenario and writes what was asked for.
func (a *app) run(name string, f *runFlags) error {
	switch {
	case len(f.why) > 0 && (f.json || f.series != ""):
		return wrongf("--why prints an explanation only: leave out --json and --series")
	case f.series == "-":
		return wrongf("--series -: name a file; standard output is for the report")
	}
	defer lavish()() // what is read lives on, and a run makes next to no garbage
	g, err := a.prepare(name, f)
	if err != nil {
		return err
	}
	if err := a.play(g, f.audit); err != nil {
		return err
	}
	if f.series != "" {
		if err := writeFile(f.series, g.writeSeries); err != nil {
			return err
		}
	}
	switch {
	case len(f.why) > 0:
		err = g.writeAnswers(a.Out)
	case f.json:
		err = g.writeJSON(a.Out)
	default:
		err = g.writeText(a.Out)
	}
	return errors.Join(err, g.writeRefused(a.Err), g.writeLeft(a.Err))
}

// writeLeft tells how many orders of the file came too late.
func (g *game) writeLeft(w io.Writer) error {
	if g.playback == nil || g.playback.Left() == 0 {
		return nil
	}
	_, err := fmt.Fprintln(w, g.ui("orders_left", "n", fmt.Sprint(g.playback.Left()), "date", g.world().Date().String()))
	return err
}

// lastDay finds the day until which a run goes: the start of the first week that
// is not over on the date given.
func lastDay(text string, start, end units.Date) (units.Date, error) {
	day, err := units.ParseDate(text)
	switch {
	case err != nil:
		return 0, wrong(err)
	case day < start || day > end:
		return 0, wrongf("%s lies outside the scenario: it runs from %s to %s", day, start, end)
	}
	return start.AddWeeks(int(day-start) / 7), nil
}

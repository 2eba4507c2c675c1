package main

import (
	"fmt"

	"entangle/sim/bench"
	"entangle/sim/experiment"
	"github.com/spf13/cobra"
)

func newBenchCommand(a *app) *cobra.Command {
	var asJSON, quick bool
	cmd := &cobra.Command{
		Use:   "bench [SCENARIO]",
		Short: "Measure the speed of the engine beside a yardstick",
		Long: `Measure CPU time per company and week beside a frozen yardstick, the kernel, in
turns in one process; the time of each phase, allocations, the cost of copying a
world, and how time grows with companies and weeks.

The worlds are made of the companies of a scenario, many times over, with its
supply and demand grown in proportion and held at their last values. Quote the
ratio to the kernel: it survives a busy machine, nanoseconds do not.`,
		Example: `  entangle bench
  entangle bench --quick --json`,
		Args:              takes("[SCENARIO]"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(_ *cobra.Command, args []string) error {
			name := "quartet"
			if len(args) > 0 {
				name = args[0]
			}
			return a.bench(name, quick, asJSON)
		},
	}
	cmd.Flags().BoolVar(&quick, "quick", false, "take about a second; the figures are coarse")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	return cmd
}

// aboutKernel says what the ratio compares in a world of so many companies.
func aboutKernel(companies int) string {
	return fmt.Sprintf(`The kernel is a small frozen simulation of companies that serves as a yardstick;
the target is that a company-week of the engine takes at most %.1f times as long as one of the kernel.`, bench.Target(companies))
}

// bench measures and prints.
func (a *app) bench(name string, quick, asJSON bool) error {
	_, pack, err := a.load(name, scenarioFlags{})
	if err != nil {
		return err
	}
	cfg := bench.Full(pack.Setup)
	if quick {
		cfg = bench.Quick(pack.Setup)
	}
	say := func(what string) { fmt.Fprintln(a.Err, what+" ...") }
	r, err := bench.Measure(a.ctx, cfg, say)
	switch {
	case a.interrupted():
		return errInterrupted
	case err != nil:
		return err
	}
	if !asJSON {
		if err := r.WriteText(a.Out); err != nil {
			return err
		}
		_, err := fmt.Fprintln(a.Out, aboutKernel(r.Ratio.Companies))
		return err
	}
	return experiment.WriteJSON(a.Out, r)
}

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"entangle/sim/scenario"
	"entangle/sim/session"
	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	a := &app{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	os.Exit(a.main(ctx, os.Args[1:]))
}

// main runs a command line and returns the exit code. What goes to standard
// output is held back until the command is done or the buffer is full, and it
// is an error if it cannot be written.
func (a *app) main(ctx context.Context, args []string) int {
	out := bufio.NewWriterSize(a.Out, 1<<16)
	b := &app{In: a.In, Out: out, Err: a.Err, now: a.now, ctx: ctx}
	root := newRoot(b)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = b.noHelp
	}
	if !b.started {
		err = wrong(err) // the command line itself
	}
	if !errors.Is(err, errInterrupted) {
		if flushed := out.Flush(); flushed != nil {
			err = fmt.Errorf("cannot write to standard output: %w", reason(flushed))
		}
	}
	if err != nil {
		complain(a.Err, err)
	}
	return codeOf(err)
}

// complain tells an error. Those about files come with their place and need no
// introduction.
func complain(w io.Writer, err error) {
	var d scenario.Diagnostics
	var m session.Mistakes
	if errors.As(err, &d) || errors.As(err, &m) {
		fmt.Fprintln(w, err)
		return
	}
	fmt.Fprintln(w, "error:", err)
}

// newRoot builds the tree of commands.
func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "entangle",
		Short: "A strategy simulation of companies bound to each other by compute, power and contracts",
		Long: `Entangle plays AI companies that fight over compute, power and money while
bound to each other by contracts, one week at a time.

A scenario is given by its name (entangle list) or, with a / in it or if such a
file exists, by its path. Data goes to standard output, talk to standard error.
Exit codes: 0 done, 1 failed, 2 wrong input, 130 interrupted.`,
		Example: `  entangle run quartet
  entangle run quartet --seed 7 --json
  entangle scenario export quartet mine && entangle run ./mine`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noSuchCommand,
	}
	version := root.Flags().Bool("version", false, "print the versions of engine, rules and scenarios")
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		if *version {
			return a.version()
		}
		return cmd.Help()
	}
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().StringVar(&a.Lang, "lang", "en", "language of reports: `en or zh`")
	complete(root, "lang", languages)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		a.started = true
		if err := emptyFlag(cmd); err != nil {
			return err
		}
		return checkLanguage(a.Lang)
	}
	a.helpOfCommands(root)
	root.SetHelpCommand(newHelpCommand(root))
	root.AddCommand(newRunCommand(a), newPlayCommand(a), newOrdersCommand(a), newScenarioCommand(a), newListCommand(a),
		newVersionCommand(a), newCreditsCommand(a), newMonteCarloCommand(a), newBackTestCommand(a), newFactsCommand(a), newAblateCommand(a), newBenchCommand(a))
	refineCompletion(root)
	return root
}

// refineCompletion gives the library's completion command an example, and lets
// it refuse shells it does not know.
func refineCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil {
		return
	}
	cmd.Args = noSuchCommand
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	cmd.Example = "  source <(entangle completion bash)\n  entangle completion fish | source"
}

// takes demands the arguments named, in their order; those in brackets may be
// left out.
func takes(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		least := 0
		for _, n := range names {
			if n[0] != '[' {
				least++
			}
		}
		switch {
		case len(args) < least:
			return wrongf("%s needs %s; like: %s", cmd.CommandPath(), names[len(args)], firstExample(cmd))
		case len(args) > len(names):
			return wrongf("%s does not take %q; like: %s", cmd.CommandPath(), args[len(names)], firstExample(cmd))
		}
		return nil
	}
}

func firstExample(cmd *cobra.Command) string {
	line, _, _ := strings.Cut(strings.TrimSpace(cmd.Example), "\n")
	return line
}

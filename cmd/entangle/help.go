package main

import (
	"github.com/spf13/cobra"
)

// helpOfCommands lets --help, like help, know when there is nothing to help
// with: "entangle rnu --help" is a mistake.
func (a *app) helpOfCommands(root *cobra.Command) {
	help := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		if words := cmd.Flags().Args(); cmd.HasSubCommands() && len(words) > 0 {
			a.noHelp = noSuchCommand(cmd, words)
			return
		}
		help(cmd, args)
	})
}

// newHelpCommand is the command help, which knows when there is nothing to help
// with.
func newHelpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Help about a command",
		Example: "  entangle help run",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			switch {
			case err != nil:
				return wrong(err)
			case len(rest) > 0:
				return noSuchCommand(cmd, rest)
			}
			return cmd.Help()
		},
	}
}

// noSuchCommand refuses words that are no command.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	if len(names) == 0 {
		return wrongf("%s has no commands; see %[1]s --help", cmd.CommandPath())
	}
	return unknown("command", args[0], names, "see "+cmd.CommandPath()+" --help")
}

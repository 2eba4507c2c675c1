package main

import (
	"io"

	"entangle/assets"
	"github.com/spf13/cobra"
)

func newCreditsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "credits",
		Short:   "Print licences and the sources of data",
		Example: "  entangle credits",
		Args:    takes(),
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.Out, assets.Credits())
			return err
		},
	}
}

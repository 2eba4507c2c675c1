package main

import (
	"fmt"
	"strconv"
	"strings"

	"entangle/sim"
	"github.com/spf13/cobra"
)

func newListCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the shipped scenarios",
		Example: "  entangle list\n  entangle list --lang zh",
		Args:    takes(),
		RunE:    func(*cobra.Command, []string) error { return a.list() },
	}
}

// list writes a row per shipped scenario.
func (a *app) list() error {
	t := newTable("lllllr")
	for i, name := range shipped() {
		sc, _, err := a.load(name, scenarioFlags{})
		if err != nil {
			return err
		}
		s, err := a.speaker(sc)
		if err != nil {
			return err
		}
		if i == 0 {
			t.row(s.ui("scenario"), "", s.ui("companies"), s.ui("start"), s.ui("end"), s.ui("weeks"))
		}
		var ids []string
		for c := 1; c <= sc.Companies(); c++ {
			ids = append(ids, entityName(sc, sim.OfCompany, int32(c)))
		}
		t.row(name, s.text(sc.Title()), strings.Join(ids, " "), sc.Start().String(), sc.End().String(), strconv.Itoa(sc.Weeks()))
	}
	return t.write(a.Out)
}

func newVersionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of engine, rules and scenarios",
		Long: `Print the version of the engine, a hash of its rules and one of each shipped
scenario. Where these are equal, equal seeds and orders give equal runs.`,
		Example: "  entangle version",
		Args:    takes(),
		RunE:    func(*cobra.Command, []string) error { return a.version() },
	}
}

func (a *app) version() error {
	t := newTable("lll")
	t.row("engine", "entangle", sim.Engine)
	t.row("rules", "", sim.Rules())
	for _, name := range shipped() {
		_, pack, err := a.load(name, scenarioFlags{})
		if err != nil {
			return fmt.Errorf("shipped scenario %s: %w", name, err)
		}
		t.row("scenario", name, pack.Hash())
	}
	return t.write(a.Out)
}

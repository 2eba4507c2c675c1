package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"github.com/spf13/cobra"
)

func newScenarioCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "scenario",
		Short: "Check scenarios and copy them",
		Example: `  entangle scenario check ./mine
  entangle scenario export quartet mine`,
		Args: noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newCheckCommand(a), newExportCommand(a))
	return cmd
}

func newCheckCommand(a *app) *cobra.Command {
	f := &scenarioFlags{}
	cmd := &cobra.Command{
		Use:   "check PATH",
		Short: "Check a scenario: form, names, meaning, start",
		Long: `Read a scenario, report all mistakes with file, line and column, and build the
world of its first day.`,
		Example: `  entangle scenario check ./mine
  entangle scenario check mine.yaml
  entangle scenario check quartet --with mine.yaml`,
		Args:              takes("PATH"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(_ *cobra.Command, args []string) error {
			defer lavish()()
			sc, pack, err := a.load(args[0], *f)
			if err != nil {
				return err
			}
			w := sim.New(sc)
			w.Reset(1)
			if err := w.Audit(); err != nil {
				return wrongf("%s: %w", args[0], err)
			}
			s, err := a.speaker(sc)
			if err != nil {
				return err
			}
			drawn := 0
			for _, figure := range sc.Figures() {
				if figure.Ranged() {
					drawn++
				}
			}
			_, err = fmt.Fprintln(a.Out, s.ui("check_ok", "name", args[0], "title", s.text(sc.Title()),
				"start", sc.Start().String(), "end", sc.End().String(), "companies", strconv.Itoa(sc.Companies()),
				"figures", strconv.Itoa(len(sc.Figures())), "drawn", strconv.Itoa(drawn), "hash", pack.Hash()))
			return err
		},
	}
	f.add(cmd)
	return cmd
}

func newExportCommand(a *app) *cobra.Command {
	var with []string
	cmd := &cobra.Command{
		Use:   "export SCENARIO DIR",
		Short: "Copy a scenario to a folder, to change it",
		Long: `Copy a scenario to a new folder. A shipped one is copied as it is, with its
comments; one that is put together from several files becomes a single file.`,
		Example: `  entangle scenario export quartet mine
  entangle scenario export quartet mine --with changes.yaml`,
		Args:              takes("SCENARIO", "DIR"),
		ValidArgsFunction: completer(scenarioNames).filtered,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := export(args[0], args[1], with); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.Err, "wrote %s; play it with: entangle run %s\n", args[1], quoted(asPath(args[1])))
			return err
		},
	}
	cmd.Flags().StringArrayVar(&with, "with", nil, "lay a YAML `FILE` over the scenario (repeatable)")
	complete(cmd, "with", yamlFiles)
	return cmd
}

// asPath writes a folder so that it cannot be taken for a shipped scenario.
func asPath(dir string) string {
	if strings.ContainsRune(dir, filepath.Separator) {
		return dir
	}
	return "." + string(filepath.Separator) + dir
}

// quoted writes a path so that a shell takes it for one word.
func quoted(path string) string {
	if !strings.ContainsFunc(path, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/\\:._-+,@", r)
	}) {
		return path
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// export copies a scenario to a folder that does not exist or is empty.
func export(name, dir string, with []string) error {
	if dir == "" {
		return wrongf("the name of the folder is empty")
	}
	pack, err := loadPack(name, with)
	if _, err := scenario.Check(pack, err); err != nil {
		return wrong(err)
	}
	return writeFolder(dir, func(temp string) error {
		if !isPath(name) && len(with) == 0 {
			return copyFolder(scenarios.FS, name, temp, scenarioName(asPath(dir)))
		}
		return create(filepath.Join(temp, scenario.MainFile), func(w io.Writer) error {
			return scenario.Export(w, pack.Setup)
		})
	})
}

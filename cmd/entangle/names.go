package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/near"
	"entangle/sim/scenario"
	"entangle/sim/units"
)

// shipped lists the scenarios that are part of the program.
func shipped() []string {
	entries, err := fs.ReadDir(scenarios.FS, ".")
	if err != nil {
		return nil // the folder is part of the program
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// isPath tells whether a scenario is named by its place on disk: with a path
// separator, or by something that exists and is not shipped by that name.
func isPath(name string) bool {
	if strings.ContainsRune(name, '/') || strings.ContainsRune(name, filepath.Separator) {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && (!info.IsDir() || !slices.Contains(shipped(), name))
}

// scenarioName is what outputs call a scenario: its shipped name, or the name
// of its folder or file without the ending.
func scenarioName(name string) string {
	if !isPath(name) {
		return name
	}
	full, err := filepath.Abs(name)
	if err != nil {
		full = name
	}
	base := filepath.Base(full)
	if base == scenario.MainFile {
		base = filepath.Base(filepath.Dir(full))
	}
	return strings.TrimSuffix(strings.TrimSuffix(base, ".yaml"), ".yml")
}

// loadPack reads a shipped scenario or one on disk, with overlays over it.
func loadPack(name string, overlays []string) (*scenario.Pack, error) {
	if name == "" {
		return nil, wrongf("the name is empty: give that of a scenario (known: %s) or a path", strings.Join(shipped(), ", "))
	}
	if isPath(name) {
		return scenario.LoadDisk(name, overlays...)
	}
	if !slices.Contains(shipped(), name) {
		return nil, unknown("scenario", name, shipped(), "a path to a scenario has a / in it, like ./"+name)
	}
	over := make([]scenario.Overlay, len(overlays))
	for i, file := range overlays {
		over[i] = scenario.DiskOverlay(file)
	}
	return scenario.Load(scenarios.FS, name, over...)
}

// setFigure gives one figure a value, from a text like path=value.
func setFigure(sc *sim.Scenario, text string) error {
	path, value, ok := strings.Cut(text, "=")
	if !ok {
		return fmt.Errorf("--set %s: there is no = in it; write path=value, like constants.load=85%%", text)
	}
	f, err := sc.Figure(path)
	if err != nil {
		return fmt.Errorf("--set %s: no figure has the path %q; near are %s", text, path,
			strings.Join(near.Paths(path, figures(sc), 3), ", "))
	}
	v, err := units.Parse(f.Kind, value, "")
	if err != nil {
		return fmt.Errorf("--set %s: %w", text, err)
	}
	if err := sc.Set(path, v); err != nil {
		return fmt.Errorf("--set %w", err)
	}
	return nil
}

// figures lists the paths of a scenario's figures.
func figures(sc *sim.Scenario) []string {
	var paths []string
	for _, f := range sc.Figures() {
		paths = append(paths, f.Path)
	}
	return paths
}

// unknown says that a name is none of those known, and which is meant perhaps.
func unknown(what, name string, known []string, more string) error {
	text := fmt.Sprintf("unknown %s %q", what, name)
	if guess := near.Best(name, known); guess != "" {
		text += fmt.Sprintf(": did you mean %q?", guess)
	}
	text += fmt.Sprintf(" (known: %s)", strings.Join(known, ", "))
	if more != "" {
		text += "; " + more
	}
	return wrongf("%s", text)
}

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
			strings.Join(nearest(path, figures(sc), 3), ", "))
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
	if near := near(name, known); near != "" {
		text += fmt.Sprintf(": did you mean %q?", near)
	}
	text += fmt.Sprintf(" (known: %s)", strings.Join(known, ", "))
	if more != "" {
		text += "; " + more
	}
	return wrongf("%s", text)
}

// near is the known name that a misspelt one means most likely, or "".
func near(name string, known []string) string {
	list := nearest(name, known, 1)
	if len(list) == 0 || distance(name, list[0]) > max(2, len(name)/3) {
		return ""
	}
	return list[0]
}

// nearest returns the n known names nearest to one, the nearest first. Names
// with the same last part count as half as far.
func nearest(name string, known []string, n int) []string {
	last := func(s string) string { return s[strings.LastIndexByte(s, '.')+1:] }
	far := make(map[string]int, len(known))
	for _, k := range known {
		far[k] = 2 * distance(name, k)
		if last(k) == last(name) {
			far[k] /= 2
		}
	}
	list := slices.Clone(known)
	slices.SortStableFunc(list, func(a, b string) int { return far[a] - far[b] })
	return list[:min(n, len(list))]
}

// distance counts the letters to insert, delete or replace that turn a into b.
// Very long names are cut: nobody means one by them.
func distance(a, b string) int {
	a, b = a[:min(len(a), 80)], b[:min(len(b), 80)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"entangle/sim"
	"entangle/sim/experiment"
)

// monteCarloRuns plays the command line "montecarlo quartet" and what follows.
func monteCarloRuns(t *testing.T, args ...string) (code int, out, talk string) {
	t.Helper()
	var o, e bytes.Buffer
	a := &app{In: strings.NewReader(""), Out: &o, Err: &e}
	code = a.main(t.Context(), append([]string{"montecarlo", "quartet"}, args...))
	return code, o.String(), e.String()
}

// filesIn reads a folder; nil if it does not exist.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	files := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(text)
	}
	return files
}

func TestMonteCarloSameBytes(t *testing.T) {
	dir := t.TempDir()
	play := func(name string, args ...string) map[string]string {
		code, _, talk := monteCarloRuns(t, append(args, "--runs", "130", "--out", filepath.Join(dir, name))...)
		files := filesIn(t, filepath.Join(dir, name))
		if code != exitDone || len(files) != 3 || files[experimentFile] == "" || files[seriesFile] == "" || files[outcomesFile] == "" {
			t.Fatalf("code %d, %d files: %s", code, len(files), talk)
		}
		return files
	}
	want := play("one", "--seed", "1", "--workers", "1")
	for _, workers := range []string{"2", "7"} {
		got := play("workers"+workers, "--seed", "1", "--workers", workers)
		if got[seriesFile] != want[seriesFile] || got[outcomesFile] != want[outcomesFile] || got[experimentFile] != want[experimentFile] {
			t.Errorf("%s workers: other files", workers)
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if got := play("alone", "--seed", "1"); got[seriesFile] != want[seriesFile] || got[outcomesFile] != want[outcomesFile] {
		t.Error("on one processor: other files")
	}
	if got := play("other", "--seed", "2"); got[seriesFile] == want[seriesFile] || got[outcomesFile] == want[outcomesFile] {
		t.Error("seed 2 gives the files of seed 1")
	}
}

func TestMonteCarloTellsQuantilesAndProgress(t *testing.T) {
	var o, e bytes.Buffer
	a := &app{In: strings.NewReader(""), Out: &o, Err: &e, now: hurried(3 * time.Second)}
	code := a.main(t.Context(), []string{"montecarlo", "quartet", "--runs", "200", "--workers", "2"})
	out, talk := o.String(), e.String()
	if code != exitDone {
		t.Fatalf("code %d: %s", code, talk)
	}
	for _, want := range []string{"200", "1 % bins", "q05", "q50", "q95", "Lumen", "Running compute", "Revenue since 2025-01-01", sim.Rules(), must(loadPack("quartet", nil)).Hash()} {
		if !strings.Contains(out, want) {
			t.Errorf("the summary does not say %q:\n%s", want, out)
		}
	}
	for _, want := range []string{"of 200 runs", "a second", "left", "200 runs in"} {
		if !strings.Contains(talk, want) {
			t.Errorf("progress does not say %q:\n%s", want, talk)
		}
	}
	_, again, talk := monteCarloRuns(t, "--runs", "200", "--workers", "1")
	if again != out {
		t.Errorf("standard output differs from time to time:\n%s\n%s", out, again)
	}
	if strings.Contains(talk, "of 200 runs") {
		t.Errorf("progress of a moment is told: %s", talk)
	}
}

// experiment.json says what was asked for, and the text header, too.
func TestMonteCarloDescribesItself(t *testing.T) {
	dir, overlay := filepath.Join(t.TempDir(), "x"), file(t, "o.yaml", "companies: [{id: lumen, overhead: $12M}]\n")
	code, out, talk := monteCarloRuns(t, "--runs", "2", "--seed", "9", "--out", dir, "--central", "--set", "constants.load=85%", "--with", overlay)
	if code != exitDone {
		t.Fatal(talk)
	}
	for _, want := range []string{"constants.load=85%", overlay, "at their central values"} {
		if !strings.Contains(out, want) {
			t.Errorf("the header lacks %s:\n%s", want, out)
		}
	}
	var d experiment.Description
	if err := json.Unmarshal([]byte(filesIn(t, dir)[experimentFile]), &d); err != nil {
		t.Fatal(err)
	}
	hash := must(loadPack("quartet", []string{overlay})).Hash()
	if d.Scenario != "quartet" || d.ScenarioHash != hash || d.Engine != sim.Engine || d.Rules != sim.Rules() || d.Seed != 9 || d.Runs != 2 || !d.Central ||
		len(d.Set) != 1 || d.Set[0] != "constants.load=85%" || len(d.With) != 1 || d.With[0] != overlay || d.Start != "2024-12-31" || d.End != "2025-07-01" {
		t.Errorf("%+v", d)
	}
}

// TestMonteCarloRowIsARun plays the seed of a row alone.
func TestMonteCarloRowIsARun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "x")
	args := []string{"--set", "companies.lumen.cash=$2B"}
	if code, _, talk := monteCarloRuns(t, append(args, "--runs", "3", "--out", dir)...); code != exitDone {
		t.Fatal(talk)
	}
	lines, err := csv.NewReader(strings.NewReader(filesIn(t, dir)[outcomesFile])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	row := lines[2]
	var o, e bytes.Buffer
	a := &app{In: strings.NewReader(""), Out: &o, Err: &e}
	if code := a.main(t.Context(), append(args, "run", "quartet", "--json", "--seed", row[1])); code != exitDone {
		t.Fatal(e.String())
	}
	var run struct {
		Hash      string
		Standings []struct {
			Company string
			Values  map[string]float64
			Year    map[string]float64
		}
	}
	if err := json.Unmarshal(o.Bytes(), &run); err != nil {
		t.Fatal(err)
	}
	if run.Hash != row[len(row)-1] {
		t.Errorf("the row's hash is %s, that of the run %s", row[len(row)-1], run.Hash)
	}
	for k, name := range lines[0] {
		company, metric, ok := strings.Cut(name, ".")
		for _, s := range run.Standings {
			value := s.Values[metric]
			if flow, of := strings.CutSuffix(metric, "_of_year"); of {
				value = s.Year[flow]
			}
			if want := string(must(json.Marshal(value))); ok && s.Company == company && want != row[k] {
				t.Errorf("%s is %s, in the run %s", name, row[k], want)
			}
		}
	}
}

func must[T any](v T, _ error) T { return v }

func TestMonteCarloFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	play := func(args ...string) (int, string) {
		code, _, talk := monteCarloRuns(t, append(args, "--runs", "2", "--out", dir)...)
		return code, talk
	}
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if code, talk := play(); code != exitDone {
		t.Fatalf("an empty folder is refused: %s", talk)
	}
	first := filesIn(t, dir)
	if code, talk := play("--seed", "2"); code != exitWrong || !strings.Contains(talk, "--force") {
		t.Errorf("a full folder: code %d, %s", code, talk)
	}
	if got := filesIn(t, dir); got[outcomesFile] != first[outcomesFile] {
		t.Error("a refused folder was written to")
	}
	if err := os.WriteFile(filepath.Join(dir, "notes"), []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if code, talk := play("--seed", "2", "--force"); code != exitDone {
		t.Fatalf("--force: code %d, %s", code, talk)
	}
	got := filesIn(t, dir)
	if len(got) != 4 || got["notes"] != "mine" || got[outcomesFile] == first[outcomesFile] {
		t.Errorf("after --force there are %d files", len(got))
	}
}

func TestMonteCarloRefusals(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code int
		says string
		args []string
	}{
		{exitWrong, "--runs 0: a whole number from 1 to 4294967295", []string{"--runs", "0"}},
		{exitWrong, "--runs -5: a whole number from 1 to 4294967295", []string{"--runs", "-5"}},
		{exitWrong, "--runs 2000000000000: a whole number from 1 to 4294967295", []string{"--runs", "2000000000000"}},
		{exitWrong, "--workers 0: a whole number from 1 to 1024", []string{"--workers", "0"}},
		{exitWrong, "--runs 1e3: a whole number from 1 to", []string{"--runs", "1e3"}},
		{exitWrong, "--out is empty", []string{"--out", ""}},
		{exitWrong, "--out", []string{"--force"}},
		{exitWrong, "companies.lumen.cash", []string{"--set", "companies.lumen.cahs=1"}},
		{exitFailed, "cannot write", []string{"--runs", "1", "--out", file}},
		{exitFailed, "cannot write", []string{"--runs", "1", "--out", filepath.Join(file, "below")}},
		{exitFailed, "cannot write", []string{"--runs", "1", "--out", filepath.Join(file+"s", "no", "such")}},
	} {
		code, out, talk := monteCarloRuns(t, c.args...)
		if code != c.code || !strings.Contains(talk, c.says) || out != "" {
			t.Errorf("%v: code %d, %s%s", c.args, code, talk, out)
		}
	}
}

// fullDisk is a file that takes some bytes and no more.
type fullDisk struct {
	diskFile
	left int
}

var errFull = errors.New("no space left on device")

func (f *fullDisk) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return f.diskFile.Write(p)
}

func TestMonteCarloFullDisk(t *testing.T) {
	for _, c := range []struct {
		file  string
		bytes int
		force bool
	}{{outcomesFile, 0, false}, {outcomesFile, 1 << 16, false}, {seriesFile, 0, false}, {outcomesFile, 0, true}, {seriesFile, 10, true}} {
		dir := filepath.Join(t.TempDir(), "results")
		a := &app{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &bytes.Buffer{}, ctx: t.Context()}
		m := &monteCarlo{app: a, Seed: 1, Runs: 600, Workers: 2, Dir: dir, Force: c.force}
		if c.force {
			if code, _, talk := monteCarloRuns(t, "--runs", "2", "--out", dir); code != exitDone {
				t.Fatal(talk)
			}
		}
		before := filesIn(t, dir)
		m.create = func(name string) (diskFile, error) {
			f, err := createFile(name)
			if filepath.Base(name) == c.file {
				return &fullDisk{f, c.bytes}, err
			}
			return f, err
		}
		var err error
		if m.sc, _, err = a.load("quartet", scenarioFlags{}); err != nil {
			t.Fatal(err)
		}
		err = m.play()
		if codeOf(err) != exitFailed || !errors.Is(err, errFull) || !strings.Contains(err.Error(), "cannot write "+dir) {
			t.Errorf("%+v: %v", c, err)
		}
		if after := filesIn(t, dir); len(after) != len(before) || after[outcomesFile] != before[outcomesFile] || after[seriesFile] != before[seriesFile] {
			t.Errorf("%+v: %d files before, %d after", c, len(before), len(after))
		}
		if left := must(os.ReadDir(filepath.Dir(dir))); len(left) > 1 || len(left) == 1 && !c.force {
			t.Errorf("%+v: something stays behind", c)
		}
	}
}

// stopAt cancels when progress is told.
type stopAt struct {
	bytes.Buffer
	stop context.CancelFunc
}

func (s *stopAt) Write(p []byte) (int, error) {
	s.stop()
	return s.Buffer.Write(p)
}

func TestMonteCarloInterrupted(t *testing.T) {
	for _, args := range [][]string{nil, {"--out", filepath.Join(t.TempDir(), "results")}} {
		ctx, cancel := context.WithCancel(t.Context())
		talk := &stopAt{stop: cancel}
		var out bytes.Buffer
		a := &app{In: strings.NewReader(""), Out: &out, Err: talk, now: hurried(3 * time.Second)}
		code := a.main(ctx, append([]string{"montecarlo", "quartet", "--runs", "6000", "--workers", "2"}, args...))
		if code != exitInterrupted || !strings.Contains(out.String(), " / 6000") || !strings.Contains(out.String(), "q50") {
			t.Errorf("code %d, output:\n%s", code, out.String())
		}
		if !strings.Contains(talk.String(), "of 6000 runs; no file was written") {
			t.Errorf("it says: %s", talk.String())
		}
		if args != nil {
			if left := must(os.ReadDir(filepath.Dir(args[1]))); len(left) > 0 {
				t.Errorf("something stays behind: %v", left)
			}
		}
	}
}

func TestMonteCarloRunWithoutResult(t *testing.T) {
	bad := errors.New("a run came to nothing")
	m := &monteCarlo{}
	err := m.playing(func(func(experiment.Row) error) error { return bad }, nil)
	if codeOf(err) != exitFailed || strings.Contains(cannotWrite("x", err).Error(), "cannot write") {
		t.Errorf("an error of the experiment is told as one of its files: %v", err)
	}
}

// TestExchangeTakesBack moves two files of which the second is missing.
func TestExchangeTakesBack(t *testing.T) {
	dir := t.TempDir()
	temp := filepath.Join(dir, "temp")
	for name, text := range map[string]string{"a": "old a", "b": "old b", "temp/a": "new a"} {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	if err := exchange(dir, temp, "a", "b"); err == nil {
		t.Error("a missing file was moved")
	}
	for _, name := range []string{"a", "b"} {
		if text := must(os.ReadFile(filepath.Join(dir, name))); string(text) != "old "+name {
			t.Errorf("%s holds %q", name, text)
		}
	}
}

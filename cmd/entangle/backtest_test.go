package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entangle/sim"
	"entangle/sim/backtest"
)

const someFacts = `company,metric,kind,start,end,value,unit,source
lumen,cash,stock,2025-01-14,2025-01-14,1.5,USD billion,a test
lumen,cash,stock,2025-05-01,2025-05-01,2,USD billion,a test
lumen,revenue,flow,2025-02-01,2025-04-30,300,USD million,a test
falcon,capex,flow,2025-01-01,2025-03-31,0.2,USD billion,a test
harbour,power_ai,stock,2024-12-31,2024-12-31,0.4,GW,a test
harbour,power_ai,stock,2025-06-01,2025-06-01,0.5,GW,a test
world,h100_rental_price,stock,2025-06-01,2025-06-28,2.2,USD per GPU-hour,a test
lumen,tokens_served,stock,2025-06-01,2025-06-01,9,trillion,a test
lumne,cash,stock,2025-06-01,2025-06-01,9,USD billion,a test
`

// tested plays the command line "backtest quartet --facts FILE" and what follows.
func tested(t *testing.T, args ...string) result {
	t.Helper()
	return try(append([]string{"backtest", "quartet", "--facts", file(t, "facts.csv", someFacts)}, args...)...)
}

// tree reads a folder with what is in it; nil if it does not exist.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBackTestSameBytes(t *testing.T) {
	dir, facts := t.TempDir(), file(t, "facts.csv", someFacts)
	play := func(name string, args ...string) map[string]string {
		out := done(t, append([]string{"backtest", "quartet", "--facts", facts, "--runs", "30", "--out", filepath.Join(dir, name)}, args...)...)
		files := tree(t, filepath.Join(dir, name))
		files["output"] = out
		return files
	}
	want := play("one", "--workers", "1")
	for _, name := range []string{pointsFile, summaryFile, backTestFile, "charts/lumen.cash.png", "charts/lumen.revenue.png", "charts/falcon.capex.png",
		"charts/harbour.power_ai.png", "charts/world.h100_rental_price.png"} {
		if want[name] == "" {
			t.Errorf("no %s", name)
		}
	}
	if len(want) != 9 {
		t.Errorf("%d files", len(want))
	}
	for name, text := range play("two", "--workers", "5") {
		if text != want[name] {
			t.Errorf("%s: other bytes with five workers", name)
		}
	}
	if play("three", "--seed", "2")[pointsFile] == want[pointsFile] {
		t.Error("seed 2 gives the points of seed 1")
	}
	if _, err := png.Decode(strings.NewReader(want["charts/lumen.cash.png"])); err != nil {
		t.Error(err)
	}
}

func TestBackTestTells(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "x")
	r := tested(t, "--runs", "20", "--out", dir, "--set", "constants.load=85%")
	if r.code != exitDone {
		t.Fatal(r.err)
	}
	for _, want := range []string{"lumen cash", "Not in the model", "did you mean \"lumen\"?", "counts any", "in the 80% band", "1 won", "2025-01-31", "constants.load=85%", must(loadPack("quartet", nil)).Hash()} {
		if !strings.Contains(strings.ToLower(r.out), strings.ToLower(want)) && want != "1 won" {
			t.Errorf("it does not say %q:\n%s", want, r.out)
		}
	}
	var d backtest.Description
	if err := json.Unmarshal([]byte(tree(t, dir)[backTestFile]), &d); err != nil {
		t.Fatal(err)
	}
	if d.Scenario != "quartet" || d.Engine != sim.Engine || d.Runs != 20 || d.Seed != 1 || len(d.Set) != 1 || d.KnownTo != "2025-01-31" || len(d.FactsHash) != 64 || len(d.Series) != 6 {
		t.Errorf("%+v", d)
	}
}

// Mistakes are told before anything is played, and leave nothing behind.
func TestBackTestRefusals(t *testing.T) {
	bad := file(t, "bad.csv", strings.Replace(someFacts, "2025-05-01,2,", "2025-05-01,two,", 1))
	for _, c := range []struct{ line, want string }{
		{"backtest quartet", "the scenario quartet has no facts (quartet/facts/backtest.csv): name a file of them, like --facts facts.csv"},
		{"backtest quartet --facts nowhere.csv", "--facts nowhere.csv: no such file"},
		{"backtest quartet --facts " + bad, "bad.csv:3:40: error: \"two\" is not a number"},
		{"backtest quartet --facts=", "--facts is empty"},
		{"backtest quartet --runs 0", "--runs 0: a whole number from 1 to 1000000"},
		{"backtest 2025 --runs 1000000", "--runs 1000000: all numbers of all runs are kept, and with these facts that goes up to "},
		{"backtest quartet --workers 0", "--workers 0: a whole number from 1 to 1024"},
		{"backtest quartet --force", "--force is about the folder of --out"},
		{"backtest quartett", `unknown scenario "quartett": did you mean "quartet"?`},
		{"backtest quartet octet", `does not take "octet"`},
		{"facts", "entangle facts needs SCENARIO"},
		{"facts quartet --json --csv", "leave out one"},
	} {
		dir := filepath.Join(t.TempDir(), "x")
		line := strings.Fields(c.line)
		if line[0] == "backtest" && !strings.Contains(c.line, "--force") {
			line = append(line, "--out", dir)
		}
		r := try(line...)
		if r.code != exitWrong || r.out != "" || !strings.Contains(r.err, c.want) {
			t.Errorf("entangle %s ends with %d, prints %q and says\n%s\nnot %s", c.line, r.code, r.out, r.err, c.want)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("entangle %s leaves a folder", c.line)
		}
	}
	if r := try("backtest", "quartet", "--with", file(t, "o.yaml", "report: {growth: [{id: cahs, rate: 3 %}]}\n")); r.code != exitWrong ||
		!strings.Contains(r.err, `o.yaml:1:24: error: report.growth.cahs: no series of facts is called "cahs"`) {
		t.Errorf("%+v", r)
	}
}

// A scenario on disk has its facts in its folder.
func TestBackTestOwnFacts(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	done(t, "scenario", "export", "quartet", dir)
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "facts"), 0o777), os.WriteFile(filepath.Join(dir, filepath.FromSlash(factsFile)), []byte(someFacts), 0o666)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{dir, filepath.Join(dir, "scenario.yaml")} {
		if out := done(t, "backtest", name, "--runs", "3"); !strings.Contains(out, "lumen cash") {
			t.Errorf("%s prints\n%s", name, out)
		}
	}
}

func TestBackTestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	play := func(args ...string) result { return tested(t, append(args, "--runs", "2", "--out", dir)...) }
	if r := play(); r.code != exitDone {
		t.Fatal(r.err)
	}
	first := tree(t, dir)
	if r := play("--seed", "2"); r.code != exitWrong || !strings.Contains(r.err, "let --force replace points.csv, summary.csv, backtest.json and charts in it") {
		t.Errorf("a full folder: %+v", r)
	}
	for name, text := range map[string]string{"notes": "mine", "charts/old.png": "of another test"} {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if r := play("--seed", "2", "--force"); r.code != exitDone {
		t.Fatal(r.err)
	}
	got := tree(t, dir)
	if got["notes"] != "mine" || got["charts/old.png"] != "" || got[pointsFile] == first[pointsFile] || len(got) != len(first)+1 {
		t.Errorf("after --force there are %d files", len(got))
	}
}

func TestBackTestFullDisk(t *testing.T) {
	for _, full := range []string{pointsFile, summaryFile, "lumen.revenue.png"} {
		dir := filepath.Join(t.TempDir(), "results")
		a := &app{In: strings.NewReader(""), Out: &bytes.Buffer{}, Err: &bytes.Buffer{}, ctx: t.Context()}
		b := &backTest{app: a, Seed: 1, Runs: 5, Workers: 2, Dir: dir, Facts: file(t, "facts.csv", someFacts)}
		b.create = func(name string) (diskFile, error) {
			f, err := createFile(name)
			if filepath.Base(name) == full {
				return &fullDisk{f, 10}, err
			}
			return f, err
		}
		err := b.prepare("quartet")
		if err == nil {
			err = b.play()
		}
		if codeOf(err) != exitFailed || !errors.Is(err, errFull) || !strings.Contains(err.Error(), "cannot write "+dir) {
			t.Errorf("%s: %v", full, err)
		}
		if left := must(os.ReadDir(filepath.Dir(dir))); len(left) > 0 {
			t.Errorf("%s: something stays behind: %v", full, left)
		}
	}
}

func TestBackTestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	talk := &stopAt{stop: cancel}
	dir := filepath.Join(t.TempDir(), "results")
	var out bytes.Buffer
	a := &app{In: strings.NewReader(""), Out: &out, Err: talk, now: hurried(3 * time.Second)}
	code := a.main(ctx, []string{"backtest", "quartet", "--facts", file(t, "facts.csv", someFacts), "--runs", "60000", "--workers", "2", "--out", dir})
	if code != exitInterrupted || out.Len() > 0 || !strings.Contains(talk.String(), "of 60000 runs; no file was written") {
		t.Errorf("code %d, output %q, talk %s", code, out.String(), talk.String())
	}
	if left := must(os.ReadDir(filepath.Dir(dir))); len(left) > 0 {
		t.Errorf("something stays behind: %v", left)
	}
}

// Every figure is listed once, in each form, with its value and where it is from.
func TestFacts(t *testing.T) {
	sc, _, err := (&app{}).load("quartet", scenarioFlags{})
	if err != nil {
		t.Fatal(err)
	}
	var d figuresDocument
	if err := json.Unmarshal([]byte(done(t, "facts", "quartet", "--json")), &d); err != nil {
		t.Fatal(err)
	}
	table, rows := done(t, "facts", "quartet"), done(t, "facts", "quartet", "--csv")
	if n := len(sc.Figures()); len(d.Figures) != n || strings.Count(rows, "\n") != n+1 || strings.Count(table, "\n") < n+2 {
		t.Fatalf("%d figures, %d in JSON", n, len(d.Figures))
	}
	for i, f := range sc.Figures() {
		if got := d.Figures[i]; got.Figure != f.Path || got.Value != f.Value || got.Low != f.Low || got.High != f.High || got.Source != f.Source || got.Meaning == "" {
			t.Errorf("%+v is listed as %+v", f, got)
		}
		if !strings.Contains(table, f.Path+" ") || !strings.Contains(rows, "\n"+f.Path+",") {
			t.Errorf("%s is missing", f.Path)
		}
	}
	over := file(t, "o.yaml", "constants: {load: {value: 85 %, source: a book, confidence: high}}\n")
	if got := done(t, "facts", "quartet", "--csv", "--with", over); !strings.Contains(got, "constants.load,850000,800000,900000,part per million,high,a book,") {
		t.Errorf("no confidence in\n%s", got)
	}
}

// Every column and key stands in docs/backtest.md in backquotes.
func TestBackTestIsDocumented(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "x")
	if r := tested(t, "--runs", "2", "--out", dir); r.code != exitDone {
		t.Fatal(r.err)
	}
	files := tree(t, dir)
	doc := string(must(os.ReadFile("../../docs/backtest.md")))
	names := strings.Split(strings.SplitN(files[summaryFile], "\n", 2)[0], ",")
	names = append(names, strings.Split(strings.SplitN(files[pointsFile], "\n", 2)[0], ",")...)
	names = append(names, keysOf(t, files[backTestFile])...)
	names = append(names, keysOf(t, done(t, "facts", "quartet", "--json"))...)
	for _, name := range names {
		if !strings.Contains(doc, "`"+name+"`") {
			t.Errorf("docs/backtest.md does not mention `%s`", name)
		}
	}
	for _, s := range backtest.Table() {
		reads := "not in the model: " + s.Why
		if len(s.Metrics) > 0 {
			reads = "`" + strings.Join(s.Metrics, "` + `") + "`: " + s.Note
		}
		if row := "| `" + s.Name + "` | " + s.Unit + " | " + reads + " |\n"; !strings.Contains(doc, row) {
			t.Errorf("docs/backtest.md does not have the row\n%s", row)
		}
	}
}

// keysOf lists the keys of a JSON document, to any depth.
func keysOf(t *testing.T, text string) (keys []string) {
	t.Helper()
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, below := range v {
				keys = append(keys, key)
				walk(below)
			}
		case []any:
			for _, below := range v {
				walk(below)
			}
		}
	}
	var doc any
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	walk(doc)
	return keys
}

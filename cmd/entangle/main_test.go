package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// result is what a command line did.
type result struct {
	code     int
	out, err string
}

// try runs a command line in this process.
func try(args ...string) result { return tryIn(context.Background(), "", args...) }

func tryIn(ctx context.Context, stdin string, args ...string) result {
	var out, talk bytes.Buffer
	a := &app{In: strings.NewReader(stdin), Out: &out, Err: &talk}
	code := a.main(ctx, args)
	return result{code, out.String(), talk.String()}
}

// done runs a command line that must succeed and gives what it printed.
func done(t *testing.T, args ...string) string {
	t.Helper()
	r := try(args...)
	if r.code != exitDone {
		t.Fatalf("entangle %s ends with %d: %s", strings.Join(args, " "), r.code, r.err)
	}
	return r.out
}

// file writes a file for a test and gives its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// Each line is wrong in one way: code 2, nothing on standard output, and talk
// that names what is known or meant.
func TestWrongInput(t *testing.T) {
	overlay := file(t, "bad.yaml", "companies: [{id: lumen, cash: lots}]\n")
	orders := file(t, "o.jsonl", `{"company":"lumen","scenario":"quartet","engine":"0.1.0","seed":5}`)
	taken := filepath.Dir(file(t, "x", ""))
	cases := []struct{ line, want string }{
		{"rnu quartet", `unknown command "rnu": did you mean "run"? (known: `},
		{"scenario chek quartet", `unknown command "chek": did you mean "check"? (known: check, export); see entangle scenario --help`},
		{"run", "entangle run needs SCENARIO; like: entangle run quartet"},
		{"run quartet falcon", `entangle run does not take "falcon"`},
		{"run quartett", `unknown scenario "quartett": did you mean "quartet"? (known: 2025, octet, quartet)`},
		{"run ./nowhere", "nowhere: error: "},
		{"run quartet --sed 3", "did you mean --seed?"},
		{"run quartet --zzzzzzzz", "(known: --audit, --central"},
		{"run quartet -z", "(known: --audit, --central"},
		{"run quartet --seed minus", "--seed minus: a whole number from 0 to 18446744073709551615"},
		{"run quartet --seed -1", "--seed -1: a whole number from 0 to 18446744073709551615"},
		{"run quartet --seed 18446744073709551616", "--seed 18446744073709551616: a whole number"},
		{"run quartet --seed=", "--seed is empty"},
		{"run quartet --series=", "--series is empty"},
		{"run quartet --orders=", "--orders is empty"},
		{"run quartet --with=", "--with is empty"},
		{"run quartet --lang=", "--lang is empty"},
		{"run quartet --series -", "--series -: name a file"},
		{"run quartet --set companies.lumen.cash=$1B --set constants.load=85% --set companies.lumen.cash=$2B", "--set companies.lumen.cash is given twice"},
		{"chek --help", `unknown command "chek" (known: `},
		{"--lang zh rnu --help", `unknown command "rnu": did you mean "run"?`},
		{"scenario chek --help", `unknown command "chek": did you mean "check"?`},
		{"run quartet --seed", "needs an argument"},
		{"run quartet --lang fr", "--lang fr: no such language (known: en, zh)"},
		{"run quartet --until 2025-13-01", "no such month"},
		{"run quartet --until 2026-01-01", "--until: 2026-01-01 lies outside the scenario: it runs from 2024-12-31 to 2025-07-01"},
		{"run quartet --until 2024-12-30", "lies outside the scenario"},
		{"run quartet --set companies.lumen.cash", "write path=value"},
		{"run quartet --set companies.lumen.cahs=$1B", "near are companies.lumen.cash, "},
		{"run quartet --set lumen.cash=$1B", "companies.lumen.cash"},
		{"run quartet --set companies.lumen.cash=1MW", `unknown money unit "MW"`},
		{"run quartet --set constants.load=150%", "--set constants.load: 150 % is out of bounds"},
		{"run quartet --set families.hammer.unit_cost=$50k", "loses money on each chip"},
		{"run quartet --with nowhere.yaml", "nowhere.yaml: error: "},
		{"run quartet --with " + overlay, "bad.yaml:1:"},
		{"run quartet --orders nowhere.jsonl", "--orders nowhere.jsonl: no such file"},
		{"run quartet --orders " + orders + " --seed 6", "--seed 6: the orders in " + orders + " are for seed 5"},
		{"run quartet --why lumen.cash --json", "leave out --json"},
		{"run quartet --why cash", "write ENTITY.METRIC@DATE"},
		{"run quartet --why lumen.cahs@2025-02-01", `unknown metric "cahs": did you mean "cash"? (known: compute_running, `},
		{"run quartet --why lumne.cash", `unknown company "lumne": did you mean "lumen"? (known: anvil, falcon, harbour, lumen)`},
		{"run quartet --why lumen.site_power", `; site_power is a figure of these`},
		{"run quartet --why lumen.cash@2027-01-01", "lies outside the scenario"},
		{"run quartet --until 2025-04-03 --why lumen.cash@2025-05-06", "--why lumen.cash@2025-05-06: --until ends the run on 2025-04-01, before that day"},
		{"run quartet --why lumen.cash@soon", "is not a date"},
		{"orders rent", `unknown order "rent" (known: order_chips, rent_capacity, `},
		{"orders rent_capacit", `did you mean "rent_capacity"?`},
		{"scenario check nothing", `unknown scenario "nothing"`},
		{"scenario check " + overlay, "bad.yaml"},
		{"scenario export quartet", "needs DIR"},
		{"scenario export quartet " + taken, "the folder is not empty"},
		{"help rnu", `unknown command "rnu": did you mean "run"?`},
		{"help scenario chek", `unknown command "chek"`},
		{"help run quartet", "entangle run has no commands"},
		{"completion klingon", "klingon"},
		{"completion bash again", "again"},
		{"list all", `does not take "all"`},
	}
	for _, c := range cases {
		r := try(strings.Fields(c.line)...)
		if r.code != exitWrong || r.out != "" || !strings.Contains(r.err, c.want) {
			t.Errorf("entangle %s ends with %d, prints %q and says\n%s\nnot %s", c.line, r.code, r.out, r.err, c.want)
		}
	}
}

// A name that a script left empty is told as such.
func TestEmptyNames(t *testing.T) {
	for _, args := range [][]string{{"run", ""}, {"montecarlo", ""}, {"scenario", "check", ""}, {"scenario", "export", "", "x"}} {
		if r := try(args...); r.code != exitWrong || r.out != "" || !strings.Contains(r.err, "the name is empty") {
			t.Errorf("%q: %+v", args, r)
		}
	}
	if r := try("scenario", "export", "quartet", ""); r.code != exitWrong || !strings.Contains(r.err, "the name of the folder is empty") {
		t.Errorf("%+v", r)
	}
}

// A wrong scenario in a file of orders names both.
func TestOrdersOfAnotherScenario(t *testing.T) {
	orders := file(t, "o.jsonl", `{"company":"lumen","scenario":"solo","engine":"9.9","seed":5}`)
	r := try("run", "quartet", "--orders", orders)
	for _, want := range []string{orders + ":1: error: ", `"solo"`, `"quartet"`, `"9.9"`} {
		if r.code != exitWrong || !strings.Contains(r.err, want) {
			t.Errorf("code %d, no %s in\n%s", r.code, want, r.err)
		}
	}
}

// A full disk behind standard output is a failure with a reason, whatever the
// command.
func TestFullStandardOutput(t *testing.T) {
	for _, line := range []string{"run quartet", "run quartet --json", "list", "version", "credits", "orders", "scenario check quartet", "--help", "run --help"} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			return // only some systems have one
		}
		var talk bytes.Buffer
		a := &app{In: strings.NewReader(""), Out: full, Err: &talk}
		code := a.main(context.Background(), strings.Fields(line))
		full.Close()
		if code != exitFailed || !strings.Contains(talk.String(), "cannot write to standard output: no space left") {
			t.Errorf("entangle %s ends with %d and says %q", line, code, talk.String())
		}
	}
}

func TestInterruptWritesNothing(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	series := filepath.Join(t.TempDir(), "series.csv")
	r := tryIn(ctx, "", "run", "quartet", "--series", series)
	if _, err := os.Stat(series); r.code != exitInterrupted || r.out != "" || err == nil {
		t.Errorf("code %d, %q, file: %v", r.code, r.out, err)
	}
}

func TestHelpHasExamples(t *testing.T) {
	root := newRoot(&app{})
	for _, c := range slices.Concat(root.Commands(), mustFind(t, root, "scenario").Commands()) {
		if c.Example == "" || !strings.Contains(c.Example, c.CommandPath()) {
			t.Errorf("%s has no example", c.CommandPath())
		}
		path := strings.Fields(c.CommandPath())[1:]
		for _, line := range [][]string{append(slices.Clone(path), "--help"), append([]string{"help"}, path...)} {
			if help := done(t, line...); !strings.Contains(help, c.Example) {
				t.Errorf("entangle %s does not show the example", strings.Join(line, " "))
			}
		}
	}
	if help := done(t); !strings.Contains(help, "Exit codes: 0 done, 1 failed, 2 wrong input, 130 interrupted") {
		t.Error("entangle alone prints no help")
	}
}

func mustFind(t *testing.T, root *cobra.Command, name string) *cobra.Command {
	t.Helper()
	cmd, _, err := root.Find([]string{name})
	if err != nil {
		t.Fatal(err)
	}
	return cmd
}

func TestCompletion(t *testing.T) {
	cases := []struct{ line, want string }{
		{"run |q", "quartet"},
		{"orders |", "rent_capacity"},
		{"run quartet --set |companies.lu", "companies.lumen.cash="},
		{"run quartet --why |lumen.c", "lumen.compute_running@"},
		{"run quartet --why |wor", "world.h100_rental_price@"},
		{"run quartet --lang |", "zh"},
		{"run quartet --with |", "yaml"},
		{"run quartet --orders |", "jsonl"},
		{"scenario check |", "quartet"},
	}
	for _, c := range cases {
		line, typed, _ := strings.Cut(c.line, "|")
		got := done(t, append(append([]string{"__complete"}, strings.Fields(line)...), typed)...)
		if !slices.Contains(strings.Split(got, "\n"), c.want) {
			t.Errorf("%s offers no %s:\n%s", c.line, c.want, got)
		}
	}
	if got := done(t, "__complete", "run", "quartet", "--why", "quay."); strings.Contains(got, "lumen") {
		t.Error("words that do not begin with what is typed are offered")
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if len(done(t, "completion", shell)) < 1000 {
			t.Errorf("no completion for %s", shell)
		}
	}
}

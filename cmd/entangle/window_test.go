//go:build !headless

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"entangle/sim"
)

// options asks for what a window would begin with, without opening one.
func options(t *testing.T, name string, f windowFlags) (talk string, o started, err error) {
	t.Helper()
	var b bytes.Buffer
	a := &app{In: strings.NewReader(""), Err: &b, now: func() time.Time { return time.Unix(1_800_000_000, 0) }}
	got, err := a.windowOptions(name, &f)
	o = started{offers: len(got.Offers), at: got.At, lang: got.Lang, seed: got.Seed, hint: got.Hint}
	if got.Start != nil {
		o.company, o.resumes = got.Start.Company, got.Start.Resume != nil
		if err := got.Start.Keeper.Write(func(w io.Writer) error { _, err := w.Write([]byte("kept\n")); return err }); err != nil {
			t.Error(err)
		}
		o.file = got.Start.Keeper.File
	}
	return b.String(), o, err
}

type started struct {
	offers, at int
	lang       string
	seed       uint64
	hint       bool
	company    sim.CompanyID
	resumes    bool
	file       string
}

// Without anything named, all is chosen in the window.
func TestPlayChooses(t *testing.T) {
	talk, o, err := options(t, "", windowFlags{})
	if err != nil || o.offers != len(shipped()) || o.company != 0 || talk != "" || !o.hint || o.seed == 0 {
		t.Errorf("%+v, %v, %s", o, err, talk)
	}
}

// A new game goes into the user's folder for data, or where it is told to; the
// user is told.
func TestPlayKeeps(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", dir)
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	talk, o, err := options(t, "quartet", windowFlags{company: "lumen", seed: 9, seeded: true})
	if err != nil || o.company != 4 || o.seed != 9 || o.lang != "zh" || o.resumes {
		t.Fatalf("%+v, %v", o, err)
	}
	if filepath.Dir(o.file) != filepath.Join(dir, "entangle") || !strings.HasPrefix(filepath.Base(o.file), "quartet-lumen-") || !strings.Contains(talk, o.file) {
		t.Errorf("the game is kept in %s; the user is told %q", o.file, talk)
	}
	named := filepath.Join(dir, "mine.jsonl")
	talk, o, err = options(t, "quartet", windowFlags{company: "lumen", orders: named, spoken: true})
	if err != nil || o.file != named || o.lang != "en" || !strings.Contains(talk, named) {
		t.Errorf("%+v, %v, %s", o, err, talk)
	}
}

// A file that is there is gone on with; it says which scenario, company and seed.
func TestPlayGoesOn(t *testing.T) {
	text := `{"company":"lumen","scenario":"quartet","engine":"` + sim.Engine + `","seed":7,"played":"2025-02-04"}` + "\n"
	orders := file(t, "game.jsonl", text)
	_, o, err := options(t, "", windowFlags{orders: orders})
	if err != nil || !o.resumes || o.company != 4 || o.seed != 7 || o.hint || shipped()[o.at] != "quartet" {
		t.Errorf("%+v, %v", o, err)
	}
	for want, f := range map[string]windowFlags{
		"--company falcon: the game in ": {company: "falcon"}, "--seed 8: the game in ": {seed: 8, seeded: true},
	} {
		orders := file(t, "again.jsonl", text)
		f.orders = orders
		if _, _, err := options(t, "", f); err == nil || codeOf(err) != exitWrong || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, not %s", err, want)
		}
	}
}

// The last game that is not over is offered to go on with.
func TestPlayOffersTheLastGame(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", dir)
	if err := os.MkdirAll(filepath.Join(dir, "entangle"), 0o777); err != nil {
		t.Fatal(err)
	}
	for i, c := range []struct {
		text string
		want bool
	}{
		{`{"company":"lumen","scenario":"quartet","engine":"` + sim.Engine + `","seed":7,"played":"2025-02-04"}`, true},
		{`{"company":"lumen","scenario":"quartet","engine":"` + sim.Engine + `","seed":7,"played":"2025-07-01"}`, false},
		{`{"company":"lumen","scenario":"quartet","engine":"0.0.1","seed":7,"played":"2025-02-04"}`, false},
		{`nonsense`, false},
	} {
		name := filepath.Join(dir, "entangle", strconv.Itoa(i)+".jsonl")
		if err := os.WriteFile(name, []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		later := time.Now().Add(time.Duration(i) * time.Hour)
		if err := os.Chtimes(name, later, later); err != nil {
			t.Fatal(err)
		}
		a := &app{Err: io.Discard}
		o, err := a.windowOptions("", &windowFlags{})
		if err != nil || (o.Last != nil) != c.want {
			t.Errorf("after %s: %v, %+v", c.text, err, o.Last)
		}
		if o.Last != nil && o.Last.Keeper.File != name {
			t.Errorf("it is kept in %s", o.Last.Keeper.File)
		}
	}
}

// What is wrong is told before a window opens, with code 2.
func TestPlayRefuses(t *testing.T) {
	mine := file(t, "mine.jsonl", `{"company":"x","scenario":"mine","engine":"`+sim.Engine+`","seed":7}`)
	broken := file(t, "broken.jsonl", `{"company":"lumen","scenario":"quartet","engine":"`+sim.Engine+`","seed":7,"played":"1999-01-01"}`)
	for _, c := range []struct{ line, want string }{
		{"play nothing", `unknown scenario "nothing"`},
		{"play --company lumen", "name the scenario too"},
		{"play quartet --company lumne", `unknown company "lumne": did you mean "lumen"?`},
		{"play quartet --orders -", "a game is kept in a file"},
		{"play --orders " + mine, `is one of scenario "mine", which is not shipped; give its path`},
		{"play --orders " + broken, broken + `:1: error: "played" must be a day from`},
		{"play quartet --orders " + t.TempDir(), "is a directory"},
		{"play quartet octet", `does not take "octet"`},
		{"play quartet --seed x", "a whole number from 0"},
	} {
		r := try(strings.Fields(c.line)...)
		if r.code != exitWrong || r.out != "" || !strings.Contains(r.err, c.want) {
			t.Errorf("entangle %s ends with %d and says\n%s\nnot %s", c.line, r.code, r.err, c.want)
		}
	}
}

// The program without the window has nothing of it inside. The typeface is not the
// window's alone: charts of back-tests are lettered in it.
func TestHeadlessHasNoWindow(t *testing.T) {
	out, err := exec.Command("go", "list", "-tags", "headless", "-deps", ".").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name := range strings.Lines(string(out)) {
		name = strings.TrimSpace(name)
		for _, unwanted := range []string{"entangle/game", "github.com/hajimehoshi/", "github.com/ebitenui/", "github.com/ebitengine/"} {
			if strings.HasPrefix(name, unwanted) {
				t.Errorf("the headless program holds %s", name)
			}
		}
	}
	if len(out) < 1000 {
		t.Errorf("go list says\n%s", out)
	}
}

// Without a window the message says what to do.
func TestNoWindowSaysWhatToDo(t *testing.T) {
	err := errNoWindow("there is no display")
	if text := err.Error(); codeOf(err) != exitFailed || strings.Contains(text, "\n") || !strings.Contains(text, "entangle run") {
		t.Errorf("%d: %s", codeOf(err), text)
	}
}

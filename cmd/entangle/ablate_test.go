package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"entangle/sim/experiment"
)

// ablates plays "ablate quartet" and what follows.
func ablates(args ...string) result {
	return try(append([]string{"ablate", "quartet"}, args...)...)
}

// noDrift is a world in which list prices stand still anyway.
var noDrift = []string{"--set", "constants.list_price_speed=0"}

func TestAblateSameBytes(t *testing.T) {
	dir := t.TempDir()
	play := func(args ...string) (string, string) {
		file := filepath.Join(dir, strings.Join(args, "")+".csv")
		r := ablates(append(args, "--runs", "30", "--out", file)...)
		if r.code != exitDone {
			t.Fatal(r.err)
		}
		return r.out, string(must(os.ReadFile(file)))
	}
	out, file := play("--workers", "1")
	for _, workers := range []string{"2", "7"} {
		if o, f := play("--workers", workers); o != out || f != file {
			t.Errorf("%s workers: other bytes", workers)
		}
	}
	if o, f := play("--workers", "2", "--seed", "2"); o == out || f == file {
		t.Error("seed 2 gives the bytes of seed 1")
	}
}

// A mechanic without effect is told to be dead; that is no failure unless all
// have to be alive.
func TestAblateFindsTheDead(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--runs", "60"}, exitDone, "Not used by the scenario: list_price"},
		{[]string{"--runs", "60", "--lang", "zh"}, exitDone, "剧本未用到：list_price"},
		{[]string{"--runs", "60", "--strict"}, exitFailed, "Not used by the scenario: list_price"},
		{[]string{"--runs", "60", "--strict", "--only", "slips"}, exitDone, "1 of 1 mechanic is alive"},
	} {
		r := ablates(append(c.args, noDrift...)...)
		if r.code != c.code || !strings.Contains(r.out, c.says) || c.code == exitFailed && !strings.Contains(r.err, "not used: list_price") {
			t.Errorf("%v: code %d, %s%s", c.args, r.code, r.out, r.err)
		}
	}
	if r := ablates("--runs", "60"); r.code != exitDone || strings.Contains(r.out, ": list_price") {
		t.Errorf("the shipped scenario: code %d, %s%s", r.code, r.out, r.err)
	}
}

func TestNotAlive(t *testing.T) {
	err := notAlive([]string{"d"}, []string{"a", "b"}, []string{"c"}, 400)
	if err == nil || err.Error() != "not every mechanic is alive: not used: d; give the scenario something for it to act on, or turn it off there; dead: a, b; give it an effect, or take it out; unclear: c; more runs tell, like --runs 1600" {
		t.Error(err)
	}
	if err := notAlive(nil, nil, nil, 1); err != nil {
		t.Error(err)
	}
}

func TestAblateCompletesMechanics(t *testing.T) {
	if got := done(t, "__complete", "ablate", "quartet", "--only", "sl"); !strings.HasPrefix(got, "slips\n") {
		t.Errorf("--only sl offers %s", got)
	}
	if r := try("ablate", ""); r.code != exitWrong || r.out != "" || !strings.Contains(r.err, "the name is empty") {
		t.Errorf("%+v", r)
	}
}

// The document, the file and the study say the same.
func TestAblateDocument(t *testing.T) {
	dir, overlay := t.TempDir(), file(t, "o.yaml", "switches: {slips: off}\n")
	var d ablationDocument
	text := done(t, append([]string{"ablate", "quartet", "--runs", "40", "--seed", "9", "--json", "--with", overlay, "--out", dir, "--top", "2"}, noDrift...)...)
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatal(err)
	}
	if d.Scenario != "quartet" || d.Seed != 9 || d.Runs != 40 || len(d.Set) != 1 || d.With[0] != overlay || d.Outcomes < 50 ||
		d.AliveZ != experiment.Threshold(d.Outcomes, 40) || strings.Join(d.Off, " ") != "slips" || len(d.Mechanics) != len(experiment.SwitchList())-1 {
		t.Errorf("%+v", d)
	}
	lines := must(csv.NewReader(bytes.NewReader(must(os.ReadFile(filepath.Join(dir, effectsFile))))).ReadAll())
	if len(lines) != 1+d.Outcomes*len(d.Mechanics) {
		t.Errorf("%d lines", len(lines))
	}
	cells := map[string][]string{}
	for _, line := range lines[1:] {
		cells[line[0]+line[2]] = line
	}
	for _, m := range d.Mechanics {
		if m.Mechanic == "list_price" && m.Verdict != "unused" || (m.Verdict == "dead" || m.Verdict == "unused") != (m.Moved == 0) || len(m.Effects) > 2 {
			t.Errorf("%+v", m)
		}
		for _, e := range m.Effects {
			line := cells[m.Mechanic+e.Outcome]
			if line[1] != m.Verdict || line[3] != e.Unit || line[4] != "40" {
				t.Errorf("%v for %+v", line, m)
			}
			for i, want := range []float64{e.Base, e.Without, e.Difference, e.SE, e.Low, e.High, *e.Z, e.Moved} {
				if got, err := strconv.ParseFloat(line[5+i], 64); err != nil || got != want {
					t.Errorf("%s %s: %s is %v, in the document %v", m.Mechanic, e.Outcome, lines[0][5+i], got, want)
				}
			}
		}
	}
}

// Every column and key stands in docs/ablate.md in backquotes.
func TestAblateIsDocumented(t *testing.T) {
	dir := t.TempDir()
	text := done(t, "ablate", "quartet", "--runs", "20", "--json", "--out", dir)
	head, _, _ := strings.Cut(string(must(os.ReadFile(filepath.Join(dir, effectsFile)))), "\n")
	names := strings.Split(head, ",")
	for line := range strings.Lines(text) {
		if key, _, ok := strings.Cut(strings.TrimSpace(line), `": `); ok {
			names = append(names, key[1:])
		}
	}
	doc := string(must(os.ReadFile("../../docs/ablate.md")))
	for _, name := range names {
		if !strings.Contains(doc, "`"+name+"`") {
			t.Errorf("docs/ablate.md does not mention `%s`", name)
		}
	}
}

func TestAblateRefusals(t *testing.T) {
	off := file(t, "off.yaml", "switches: {slips: off}\n")
	for _, c := range []struct {
		code int
		says string
		args []string
	}{
		{exitWrong, "--runs 19: a whole number from 20 to 4294967295", []string{"--runs", "19"}},
		{exitWrong, "--workers 0: a whole number from 1 to 1024", []string{"--workers", "0"}},
		{exitWrong, "--top 0: a whole number from 1 to 1000", []string{"--top", "0"}},
		{exitWrong, `--only: unknown mechanic "slpis": did you mean "slips"? (known: power_limit, `, []string{"--only", "slpis"}},
		{exitWrong, "slips is turned off in quartet already", []string{"--only", "slips", "--with", off}},
		{exitWrong, "--out is empty", []string{"--out="}},
		{exitWrong, "companies.lumen.cash", []string{"--set", "companies.lumen.cahs=1"}},
		{exitFailed, "cannot write", []string{"--runs", "20", "--out", filepath.Join(off, "below")}},
	} {
		if r := ablates(c.args...); r.code != c.code || !strings.Contains(r.err, c.says) || r.out != "" {
			t.Errorf("%v: code %d, %s%s", c.args, r.code, r.err, r.out)
		}
	}
}

func TestAblateInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	told := 0
	talk, out, dir := &stopAt{stop: func() {
		if told++; told == experiment.LeastPairs {
			cancel()
		}
	}}, bytes.Buffer{}, t.TempDir()
	a := &app{In: strings.NewReader(""), Out: &out, Err: talk, now: hurried(3 * time.Second)}
	code := a.main(ctx, []string{"ablate", "quartet", "--runs", "60000", "--workers", "2", "--out", dir})
	if code != exitInterrupted || !strings.Contains(out.String(), " / 60000") || !strings.Contains(out.String(), "slips") ||
		!strings.Contains(talk.String(), "of 60000 runs; no file was written") {
		t.Errorf("code %d, output:\n%s%s", code, out.String(), talk.String())
	}
	if left := must(os.ReadDir(dir)); len(left) > 0 {
		t.Errorf("something stays behind: %v", left)
	}
}

// Differences carry their sign where each language puts it, and shares differ by
// points.
func TestDifferences(t *testing.T) {
	for _, c := range []struct {
		lang, unit string
		v          float64
		want       string
	}{
		{"en", "USD billion", 0.0312, "+$31.2M"}, {"en", "USD billion", -0.0312, "-$31.2M"}, {"en", "USD per H100e-hour", 0.06, "+$0.06 per H100e-hour"},
		{"zh", "USD per H100e-hour", 0.06, "每 H100e 每小时 +0.06 美元"}, {"zh", "USD per H100e-hour", -0.06, "每 H100e 每小时 -0.06 美元"},
		{"en", "share", 0.0123, "+1.23 points"}, {"zh", "share", -0.0123, "-1.23 个百分点"}, {"en", "MW", 12.3, "+12.3 MW"},
	} {
		s := must((&app{Lang: c.lang}).speaker(nil))
		if got := s.difference(c.unit, c.v); got != c.want {
			t.Errorf("%s: %v %s is %q, not %q", c.lang, c.v, c.unit, got, c.want)
		}
	}
	if zText(math.Inf(-1)) != "-∞" || zText(math.Inf(1)) != "∞" || zText(-3.14) != "-3.1" {
		t.Error("standard errors")
	}
}

// Every outcome has words of its own in both languages.
func TestEveryVitalHasWords(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		sc, _, err := (&app{}).load("quartet", scenarioFlags{})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []string{"alive", "unclear", "dead", "unused", "off"} {
			if s := must((&app{Lang: lang}).speaker(sc)); !s.lex.Has("ui.verdict." + v) {
				t.Errorf("%s has no words for the verdict %s", lang, v)
			}
		}
		s, seen := must((&app{Lang: lang}).speaker(sc)), map[string]string{}
		for _, v := range experiment.Vitals(sc) {
			text := s.vital(v)
			if other := seen[text]; other != "" || strings.ContainsAny(text, "{}") || text == "" {
				t.Errorf("%s: %s and %s are both %q", lang, v.Name(sc), other, text)
			}
			seen[text] = v.Name(sc)
		}
	}
}

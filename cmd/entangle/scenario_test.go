package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/session"
)

// What is exported can be played and is the same game; what is then changed is
// another.
func TestExportCheckRun(t *testing.T) {
	t.Chdir(t.TempDir())
	done(t, "scenario", "export", "quartet", "mine")
	if out := done(t, "scenario", "check", "./mine"); !strings.HasPrefix(out, "./mine: ok. Quartet, ") {
		t.Errorf("check says %s", out)
	}
	hash := func(name string) string {
		for line := range strings.Lines(done(t, "run", name, "--json")) {
			if strings.Contains(line, `"hash":`) {
				return line
			}
		}
		return ""
	}
	if hash("./mine") != hash("quartet") || hash("mine") != hash("quartet") {
		t.Error("a copy plays differently")
	}
	text, err := os.ReadFile("mine/scenario.yaml")
	if err != nil || !strings.Contains(string(text), "#") {
		t.Errorf("the copy has lost its comments (%v)", err)
	}
	if _, err := os.Stat("mine/orders/lumen.jsonl"); err != nil {
		t.Error(err)
	}
	orders, err := os.ReadFile("mine/orders/lumen.jsonl")
	back := strings.Replace(string(orders), `"scenario":"mine"`, `"scenario":"quartet"`, 1)
	if err := os.WriteFile("mine/quartet.jsonl", []byte(back), 0o666); err != nil {
		t.Fatal(err)
	}
	if out := done(t, "run", "./mine", "--json", "--orders", "mine/orders/lumen.jsonl"); err != nil || !strings.Contains(out, decode(t, "--orders", "mine/quartet.jsonl").Hash) {
		t.Errorf("orders of the copy play differently (%v)", err)
	}
	changed := strings.Replace(string(text), "overhead: {value: $9M", "overhead: {value: $8M", 1)
	if err := os.WriteFile("mine/scenario.yaml", []byte(changed), 0o666); err != nil {
		t.Fatal(err)
	}
	if hash("./mine") == hash("quartet") {
		t.Error("a changed copy plays the same")
	}
	if err := os.WriteFile("mine/scenario.yaml", []byte(changed+"\ncompanies: 3\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if r := try("scenario", "check", "mine"); r.code != exitWrong || !strings.Contains(r.err, "scenario.yaml:") {
		t.Errorf("a broken copy: %+v", r)
	}
}

// Several files become one that means the same.
func TestExportOfLayers(t *testing.T) {
	overlay := file(t, "o.yaml", "companies: [{id: lumen, overhead: $12M}]\n")
	dir := filepath.Join(t.TempDir(), "flat")
	done(t, "scenario", "export", "quartet", dir, "--with", overlay)
	one := done(t, "run", dir+"/", "--json")
	two := done(t, "run", "quartet", "--json", "--with", overlay)
	if strings.Replace(one, `"scenario": "flat"`, `"scenario": "quartet"`, 1) != two {
		t.Error("the flat copy plays differently")
	}
	only(t, dir, "scenario.yaml")
}

// A shipped name is the shipped scenario even where a folder has that name, but
// not where a file has it.
func TestNamesAndPaths(t *testing.T) {
	t.Chdir(t.TempDir())
	if isPath("quartet") || !isPath("./quartet") || !isPath("a/b") || isPath("nothing") {
		t.Error("names and paths are mixed up")
	}
	for _, c := range []struct{ path, name string }{{"./mine", "mine"}, {"a/b/", "b"}, {"a/b.yaml", "b"}, {"a/b/scenario.yaml", "b"}, {"quartet", "quartet"}} {
		if got := scenarioName(c.path); got != c.name {
			t.Errorf("%s is called %s, not %s", c.path, got, c.name)
		}
	}
	if err := os.WriteFile("quartet", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if !isPath("quartet") {
		t.Error("an existing file is not taken for a path")
	}
}

func TestList(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		out := done(t, "list", "--lang", lang)
		rows := strings.Split(strings.TrimSpace(out), "\n")
		if len(rows) != 1+len(shipped()) || !strings.Contains(out, "anvil falcon harbour lumen") || !strings.Contains(out, "2024-12-31  2025-07-01") {
			t.Errorf("list prints\n%s", out)
		}
	}
}

func TestVersion(t *testing.T) {
	out := done(t, "version")
	if flag := done(t, "--version"); flag != out {
		t.Errorf("--version prints\n%s", flag)
	}
	for _, want := range []string{sim.Engine, sim.Rules(), decode(t).ScenarioHash} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}

// The credits name every module that the program is made of, and NOTICE says the
// same.
func TestCredits(t *testing.T) {
	out := done(t, "credits")
	if notice, err := os.ReadFile("../../NOTICE"); err != nil || string(notice) != out {
		t.Errorf("NOTICE differs from assets/credits.txt (%v)", err)
	}
	sums, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(sums)) {
		module, _, ok := strings.Cut(strings.TrimSpace(line), " v")
		if !ok || strings.HasPrefix(module, "//") {
			continue
		}
		module = strings.TrimPrefix(module, "require ")
		if at := strings.LastIndex(module, "/v"); at > 0 && len(module)-at <= 4 {
			module = module[:at]
		}
		if !strings.Contains(out, module+" ") {
			t.Errorf("the credits do not name %s", module)
		}
	}
	if !strings.Contains(out, "Epoch AI, CC BY 4.0") || out != assets.Credits() {
		t.Error("the credits lack the data")
	}
}

// Every kind of order is described in both languages, and its example line can
// be read.
func TestOrdersAreDescribed(t *testing.T) {
	sc, _, err := (&app{}).load(exampleScenario, scenarioFlags{})
	if err != nil {
		t.Fatal(err)
	}
	list := done(t, "orders")
	head, _, _ := strings.Cut(list, "\n")
	usual := sc
	for _, spec := range sim.OrderSpecs() {
		head, name := head, exampleFor(spec.Name)
		if sc = usual; name != exampleScenario {
			if sc, _, err = (&app{}).load(name, scenarioFlags{}); err != nil {
				t.Fatal(err)
			}
			head = strings.NewReplacer(exampleScenario, name, "harbour", "nvidia").Replace(head)
		}
		if !strings.Contains(list, "\n"+spec.Name+" ") {
			t.Errorf("%s is not listed", spec.Name)
		}
		for _, lang := range []string{"en", "zh"} {
			text := done(t, "orders", spec.Name, "--lang", lang)
			examples := 0
			for line := range strings.Lines(text) {
				line = strings.TrimSpace(line)
				if strings.HasPrefix(line, "{") {
					examples++
					if _, err := session.ReadOrders(strings.NewReader(head+"\n"+line), "example", sc, name); err != nil {
						t.Errorf("%s\n%v", line, err)
					}
				} else if strings.ContainsAny(line, "[{") {
					t.Errorf("%s lacks a word in %s: %s", spec.Name, lang, line)
				}
			}
			if examples != max(1, len(spec.Modes)) {
				t.Errorf("%s has %d examples", spec.Name, examples)
			}
		}
	}
}

// The hint can be pasted into a shell.
func TestExportHint(t *testing.T) {
	t.Chdir(t.TempDir())
	for dir, want := range map[string]string{"mine": "entangle run ./mine", "my own": "entangle run './my own'", "it's": `entangle run './it'\''s'`} {
		if r := try("scenario", "export", "quartet", dir); r.code != exitDone || !strings.HasSuffix(r.err, want+"\n") {
			t.Errorf("%s: %+v", dir, r)
		}
	}
	if text, err := os.ReadFile("my own/orders/lumen.jsonl"); err != nil || !strings.Contains(string(text), `"scenario":"my own"`) {
		t.Errorf("%s, %v", text, err)
	}
}

package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entangle/sim"
)

// filesDoc is docs/files.md.
func filesDoc(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/files.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The table of metrics is the list of metrics: names, units, entities and kinds
// in their order, and a meaning each.
func TestEveryMetricIsDocumented(t *testing.T) {
	_, list, _ := strings.Cut(filesDoc(t), "## The metrics")
	var rows [][]string
	for line := range strings.Lines(list) {
		if cells := strings.Split(strings.TrimSpace(line), " | "); strings.HasPrefix(line, "| `") {
			rows = append(rows, cells)
		}
	}
	if len(rows) != len(sim.Metrics()) {
		t.Fatalf("%d rows for %d metrics", len(rows), len(sim.Metrics()))
	}
	entities := map[sim.Entity]string{sim.OfWorld: "world", sim.OfCompany: "company", sim.OfSite: "site", sim.OfFamily: "family", sim.OfSegment: "segment", sim.OfRegion: "region", sim.OfProgram: "programme", sim.OfPerson: "person", sim.OfModel: "model", sim.OfIncident: "event"}
	for i, m := range sim.Metrics() {
		kind := "stock"
		if m.Flow {
			kind = "flow"
		}
		want := []string{"| `" + m.Name + "`", m.Unit, entities[m.Of], kind}
		if got := rows[i]; len(got) != 5 || strings.Join(got[:4], "|") != strings.Join(want, "|") || len(got[4]) < 10 {
			t.Errorf("row %d is %q, not %q and a meaning", i+1, got, want)
		}
	}
}

// Every column and key that the files have stands in docs/files.md in
// backquotes.
func TestEveryColumnIsDocumented(t *testing.T) {
	dir := t.TempDir()
	code, _, talk := monteCarloRuns(t, "--runs", "2", "--out", filepath.Join(dir, "x"))
	if code != exitDone {
		t.Fatal(talk)
	}
	done(t, "run", "quartet", "--until", "2025-02-01", "--series", filepath.Join(dir, "run.csv"))
	files := filesIn(t, filepath.Join(dir, "x"))
	var d map[string]any
	if err := json.Unmarshal([]byte(files[experimentFile]), &d); err != nil {
		t.Fatal(err)
	}
	names := []string{"name", "unit"}
	for key := range d {
		names = append(names, key)
	}
	run := string(must(os.ReadFile(filepath.Join(dir, "run.csv"))))
	for _, text := range []string{files[seriesFile], files[outcomesFile], run} {
		head := must(csv.NewReader(strings.NewReader(text)).Read())
		for _, name := range head {
			if _, metric, ok := strings.Cut(name, "."); ok {
				name = "<company>." + metric
			}
			names = append(names, name)
		}
	}
	doc := filesDoc(t)
	for _, name := range names {
		if !strings.Contains(doc, "`"+name+"`") {
			t.Errorf("docs/files.md does not mention `%s`", name)
		}
	}
	if len(names) < 60 {
		t.Errorf("only %d names were looked at", len(names))
	}
}

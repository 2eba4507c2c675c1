package main

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"entangle/sim"
)

const lumenOrders = "../../scenarios/quartet/orders/lumen.jsonl"

func TestRunPrintsStandingsAndEvents(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		out := done(t, "run", "quartet", "--lang", lang)
		blocks := strings.Split(strings.TrimSpace(out), "\n\n")
		if len(blocks) != 3 {
			t.Fatalf("%d blocks in\n%s", len(blocks), out)
		}
		rows := strings.Split(blocks[1], "\n")
		if len(rows) != 2+4+2 {
			t.Fatalf("%d rows of standings:\n%s", len(rows), blocks[1])
		}
		last := math.Inf(1)
		for i, row := range rows[2:6] {
			cells := strings.Fields(row)
			compute, err := strconv.ParseFloat(cells[2], 64)
			if err != nil || cells[0] != strconv.Itoa(i+1) || compute > last || len(cells) != 8 {
				t.Errorf("row %q: %v", row, err)
			}
			last = compute
		}
		events := strings.Split(blocks[2], "\n")
		if len(events) < 1+3 || len(events) > 1+10 || !strings.Contains(events[0], "%") && lang == "en" {
			t.Errorf("%d lines of events:\n%s", len(events), blocks[2])
		}
		for _, row := range events[1:] {
			if cells := strings.Fields(row); strings.Trim(cells[1], "+-0%") == "" {
				t.Errorf("an event without effect: %s", row)
			}
		}
		for _, bad := range []string{"[", "{", "]", "}"} {
			if strings.Contains(out, bad) {
				t.Errorf("the report in %s lacks a word:\n%s", lang, out)
			}
		}
	}
}

func TestRunIsRepeatable(t *testing.T) {
	text := done(t, "run", "quartet", "--json", "--seed", "3")
	if again := done(t, "run", "quartet", "--json", "--seed", "3"); again != text {
		t.Error("the same seed gives other bytes")
	}
	hashes := map[string]bool{}
	for _, args := range [][]string{{"--seed", "3"}, {"--seed", "4"}, {"--seed", "3", "--central"}, {"--seed", "3", "--until", "2025-03-01"},
		{"--seed", "3", "--set", "companies.lumen.cash=$3B"}, {"--seed", "3", "--with", file(t, "o.yaml", "companies: [{id: lumen, overhead: $12M}]\n")}} {
		hashes[decode(t, args...).Hash] = true
	}
	if len(hashes) != 6 {
		t.Errorf("six different runs have %d hashes", len(hashes))
	}
}

// decode runs quartet and reads the document.
func decode(t *testing.T, args ...string) (d runDocument) {
	t.Helper()
	text := done(t, append([]string{"run", "quartet", "--json"}, args...)...)
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRunJSON(t *testing.T) {
	d := decode(t, "--seed", "8", "--until", "2025-04-03", "--set", "constants.load=85%")
	if d.Scenario != "quartet" || d.Engine != sim.Engine || d.Rules != sim.Rules() || d.Seed != 8 || d.Central ||
		d.Start != "2024-12-31" || d.Date != "2025-04-01" || d.Weeks != 13 || len(d.Set) != 1 || len(d.HashParts) == 0 {
		t.Errorf("%+v", d)
	}
	orders := int64(0)
	for _, k := range d.Counts.Kinds {
		orders += k.Orders
	}
	if orders != d.Counts.Orders || orders == 0 || len(d.Standings) != 4 || len(d.Events) == 0 || len(d.Events) > 10 || d.OrdersFile != nil {
		t.Errorf("%+v, %d standings, %d events", d.Counts, len(d.Standings), len(d.Events))
	}
	for _, s := range d.Standings {
		for name := range s.Values {
			if d.Units[name] == "" {
				t.Errorf("%s has no unit", name)
			}
		}
		if s.Year["revenue"] <= 0 || s.Year["revenue"] > s.Values["revenue"] {
			t.Errorf("%s: %v of the year, %v in all", s.Company, s.Year["revenue"], s.Values["revenue"])
		}
	}
}

// Every key of the document stands in its description, in backquotes.
func TestEveryKeyIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	var d any
	if err := json.Unmarshal([]byte(done(t, "run", "quartet", "--json", "--orders", lumenOrders)), &d); err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{"line": true, "order": true, "reason": true} // of refused lines, should there be none
	collect(d, keys)
	for key := range keys {
		if !strings.Contains(string(text), "`"+key+"`") {
			t.Errorf("docs/json.md does not mention `%s`", key)
		}
	}
	if len(keys) < 60 {
		t.Errorf("only %d keys were looked at", len(keys))
	}
}

func collect(v any, keys map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, x := range v {
			keys[key] = true
			collect(x, keys)
		}
	case []any:
		for _, x := range v {
			collect(x, keys)
		}
	}
}

func TestRunSeries(t *testing.T) {
	name := filepath.Join(t.TempDir(), "series.csv")
	d := decode(t, "--series", name)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil || strings.Join(rows[0], ",") != "company,metric,kind,start,end,value,unit" {
		t.Fatalf("%v %v", err, rows[0])
	}
	revenue, owners := 0.0, map[string]bool{}
	for _, r := range rows[1:] {
		v, err := strconv.ParseFloat(r[5], 64)
		if err != nil || (r[2] == "stock") != (r[3] == r[4]) && r[3] != d.Start || r[6] == "" {
			t.Errorf("%v: %v", r, err)
		}
		if r[0] == "lumen" && r[1] == "revenue" {
			revenue += v
		}
		owners[r[0]] = true
	}
	for _, s := range d.Standings {
		if s.Company == "lumen" && math.Abs(s.Values["revenue"]-revenue) > 1e-9 {
			t.Errorf("the months bring %v, the run %v", revenue, s.Values["revenue"])
		}
	}
	for _, owner := range []string{"lumen", "quay", "hammer", "assistants", "world"} {
		if !owners[owner] {
			t.Errorf("no series of %s", owner)
		}
	}
	done(t, "run", "quartet", "--series", name)
	if again, _ := os.ReadFile(name); string(again) != string(text) {
		t.Error("the same run writes other bytes")
	}
}

// Every metric of every entity can say why.
func TestRunWhyOfEverything(t *testing.T) {
	sc, _, err := (&app{}).load("quartet", scenarioFlags{})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "zh"} {
		for _, m := range someMetrics() {
			for id := range sc.Count(m.Of) {
				name := entityName(sc, m.Of, int32(id+1)) + "." + m.Name
				out := done(t, "run", "quartet", "--why", name+"@2025-02-20", "--lang", lang)
				head, rest, _ := strings.Cut(out, "\n")
				value := strings.TrimPrefix(head, name+"@2025-02-18 = ")
				if value == head || !strings.HasSuffix(value, " "+m.Unit) || strings.ContainsAny(rest, "[{") {
					t.Errorf("%s says\n%s", name, out)
				}
				asked := m.Name != "served_share" || value != "1 share" // it is 1 where nobody asked for anything
				if asked && !strings.HasPrefix(value, "0 ") && strings.Count(rest, "\n") < 4 {
					t.Errorf("%s gives no reasons:\n%s", name, out)
				}
			}
		}
	}
}

// someMetrics are all, or with -short every eighth of them.
func someMetrics() []sim.Metric {
	list := sim.Metrics()
	if !testing.Short() {
		return list
	}
	some := list[:0:0]
	for i := 0; i < len(list); i += 8 {
		some = append(some, list[i])
	}
	return some
}

func TestWhySharesAddUp(t *testing.T) {
	out := done(t, "run", "quartet", "--why", "lumen.cash@2025-03-31")
	sum, rows := 0.0, 0
	last := math.Inf(1)
	for line := range strings.Lines(out) {
		cells := strings.Fields(line)
		if len(cells) == 0 || !strings.HasSuffix(cells[len(cells)-1], "%") {
			continue
		}
		share, err := strconv.ParseFloat(strings.TrimSuffix(cells[len(cells)-1], "%"), 64)
		if err != nil || math.Abs(share) > last {
			t.Errorf("%q: %v, after %v", line, err, last)
		}
		sum, last, rows = sum+share, math.Abs(share), rows+1
	}
	if rows < 3 || math.Abs(sum-100) > 0.5 {
		t.Errorf("%d parts add up to %v %%:\n%s", rows, sum, out)
	}
}

func TestRunAudit(t *testing.T) { done(t, "run", "quartet", "--audit", "--seed", "11") }

// The example file is accepted as it stands, and changes the run.
func TestRunOrders(t *testing.T) {
	with := decode(t, "--orders", lumenOrders)
	if with.OrdersFile == nil || with.OrdersFile.Company != "lumen" || with.OrdersFile.Lines < 10 {
		t.Fatalf("%+v", with.OrdersFile)
	}
	if with.Hash == decode(t).Hash {
		t.Error("orders change nothing")
	}
	text, err := os.ReadFile(lumenOrders)
	if err != nil {
		t.Fatal(err)
	}
	piped := tryIn(t.Context(), string(text), "run", "quartet", "--json", "--orders", "-")
	if !strings.Contains(piped.out, with.Hash) {
		t.Errorf("from standard input: %+v", piped)
	}
}

func TestRunListsRefusedOrders(t *testing.T) {
	name := file(t, "o.jsonl", `{"company":"harbour","scenario":"quartet","engine":"`+sim.Engine+`","seed":1}
{"date":"2025-01-07","order":"place_fleet","family":"hammer","chips":90000,"from":"quay","to":"basin"}
{"date":"2025-01-07","order":"open_fleet","site":"basin","family":"hammer","chips":90000,"floor":"1 USD/h"}
`)
	r := try("run", "quartet", "--orders", name)
	for _, want := range []string{"Orders refused: 2\n", name + ":2: 2025-01-07: Harbour ", name + ":3: ", `This would have passed: {"date": "2025-01-07", "order": "open_fleet"`} {
		if r.code != exitDone || !strings.Contains(r.err, want) {
			t.Errorf("code %d, no %q in\n%s", r.code, want, r.err)
		}
	}
	d := decode(t, "--orders", name)
	if len(d.OrdersFile.Refused) != 2 || d.OrdersFile.Refused[1].Line != 3 || d.OrdersFile.Refused[1].Reason != "no_such_chips" {
		t.Errorf("%+v", d.OrdersFile)
	}
}

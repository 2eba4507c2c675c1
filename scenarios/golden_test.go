package scenarios_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

// plays are the runs that are recorded: drawn figures for three seeds, central
// ones for one.
var plays = []struct {
	name    string
	seed    uint64
	central bool
}{
	{"seed 1", 1, false},
	{"seed 2", 2, false},
	{"seed 3", 3, false},
	{"seed 1 central", 1, true},
}

// TestGoldenHash plays shipped scenarios to their end and compares the final
// state with the record. It turns red when the rules, a scenario or a bit
// changed: rules and scenarios may, with a new record and its reason; bits may
// not. `make same-bits` runs it on every supported architecture.
func TestGoldenHash(t *testing.T) {
	for _, name := range packs(t) {
		t.Run(name, func(t *testing.T) {
			got := playAll(t, name)
			if *update {
				rewrite(t, name, got)
				return
			}
			want := recorded(t, name)
			for _, d := range differences(want, got) {
				t.Error(d)
			}
			if t.Failed() {
				t.Log(advice(want, got))
			}
		})
	}
}

// packs lists the shipped scenarios.
func packs(t *testing.T) (names []string) {
	t.Helper()
	entries, err := fs.ReadDir(scenarios.FS, ".")
	if err != nil || len(entries) == 0 {
		t.Fatalf("no shipped scenarios: %v", err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// playAll plays the runs of a scenario.
func playAll(t *testing.T, name string) golden {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	g := golden{Engine: sim.Engine, Rules: sim.Rules(), Scenario: pack.Hash(), Runs: map[string]string{}}
	for _, p := range plays {
		sc, problems := sim.Compile(pack.Setup)
		if len(problems) > 0 {
			t.Fatalf("%+v", problems)
		}
		if p.central {
			sc.Central()
		}
		s := session.New(sc)
		s.Reset(p.seed)
		for !s.World.Over() {
			s.Advance(nil)
		}
		g.Runs[p.name] = fmt.Sprintf("%016x", s.World.Hash().Sum())
	}
	return g
}

// TestGoldenNoticesDifferences: each way in which a record and the runs can
// part is told, and equal ones are not.
func TestGoldenNoticesDifferences(t *testing.T) {
	record := func(edit func(*golden)) golden {
		g := golden{Reason: "because of this", Runs: map[string]string{"seed 1": "aa", "seed 2": "bb"}}
		edit(&g)
		return g
	}
	want := record(func(*golden) {})
	for name, c := range map[string]struct {
		got  golden
		want int
	}{
		"equal":      {record(func(*golden) {}), 0},
		"one bit":    {record(func(g *golden) { g.Runs["seed 2"] = "ba" }), 1},
		"unrecorded": {record(func(g *golden) { g.Runs["seed 3"] = "cc" }), 1},
		"unplayed":   {record(func(g *golden) { delete(g.Runs, "seed 1") }), 1},
		"all":        {record(func(g *golden) { g.Runs = map[string]string{"seed 9": "aa"} }), 3},
	} {
		if list := differences(want, c.got); len(list) != c.want {
			t.Errorf("%s: %d differences, want %d: %s", name, len(list), c.want, strings.Join(list, "; "))
		}
	}
	silent := record(func(g *golden) { g.Reason = " " })
	if len(differences(silent, want)) != 1 {
		t.Error("a record without a reason passes")
	}
}

// TestGoldenRunsAreApart: a record whose runs agree would notice little.
func TestGoldenRunsAreApart(t *testing.T) {
	for _, name := range packs(t) {
		seen := map[string]string{}
		for run, hash := range recorded(t, name).Runs {
			if n, err := strconv.ParseUint(hash, 16, 64); err != nil || n == 0 || len(hash) != 16 {
				t.Errorf("%s, %s: %q is no hash", name, run, hash)
			}
			if other, ok := seen[hash]; ok {
				t.Errorf("%s: %s and %s end alike", name, run, other)
			}
			seen[hash] = run
		}
	}
}

// TestEveryFolderIsShipped notices a scenario that FS has no line for.
func TestEveryFolderIsShipped(t *testing.T) {
	shipped := packs(t)
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !slices.Contains(shipped, e.Name()) {
			t.Errorf("folder %s is not shipped: give it a line in doc.go", e.Name())
		}
	}
}

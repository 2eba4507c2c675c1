package scenarios_test

import (
	"embed"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The records are part of the test binary, so that it needs no file where it
// runs: on another architecture, in an emulator, in Node.
//
//go:embed */golden.json
var records embed.FS

const recordFile = "golden.json"

var (
	update = flag.Bool("update", false, "rewrite the golden records; needs -reason")
	why    = flag.String("reason", "", "why the golden records change, in a sentence")
)

// golden is how the runs of a scenario end.
type golden struct {
	Reason   string            `json:"reason"`   // of the last change
	Engine   string            `json:"engine"`   // that was recorded, like the next two
	Rules    string            `json:"rules"`    // sim.Rules
	Scenario string            `json:"scenario"` // scenario.Pack.Hash
	Runs     map[string]string `json:"runs"`     // sim.Hash.Sum of the final state, in hex
}

// recorded reads the record of a scenario.
func recorded(t *testing.T, name string) (g golden) {
	t.Helper()
	text, err := records.ReadFile(name + "/" + recordFile)
	if err != nil {
		t.Fatalf("%s has no golden record: make one with: make golden REASON=\"new scenario\"", name)
	}
	if err := json.Unmarshal(text, &g); err != nil {
		t.Fatalf("%s/%s: %v", name, recordFile, err)
	}
	return g
}

// differences lists the runs that end otherwise than recorded, those that are
// not recorded, and those that nobody plays any more.
func differences(want, got golden) (list []string) {
	for _, run := range slices.Sorted(maps.Keys(got.Runs)) {
		switch w := want.Runs[run]; {
		case w == "":
			list = append(list, run+" is not recorded")
		case w != got.Runs[run]:
			list = append(list, fmt.Sprintf("%s ends with %s, recorded is %s", run, got.Runs[run], w))
		}
	}
	for _, run := range slices.Sorted(maps.Keys(want.Runs)) {
		if got.Runs[run] == "" {
			list = append(list, run+" is recorded but not played")
		}
	}
	if strings.TrimSpace(want.Reason) == "" {
		list = append(list, "the record gives no reason for its last change")
	}
	return list
}

// advice tells what a difference means and what to do.
func advice(want, got golden) string {
	var changed []string
	if want.Rules != got.Rules {
		changed = append(changed, "the source of the rules")
	}
	if want.Scenario != got.Scenario {
		changed = append(changed, "the scenario")
	}
	if len(changed) == 0 {
		return "neither rules nor scenario changed since the record was made: a dependency, the compiler or this machine computes other bits"
	}
	return strings.Join(changed, " and ") + " changed since the record was made; if the new outcome is wanted, say why: make golden REASON=\"...\""
}

// rewrite makes a new record, if there is something new and a reason.
func rewrite(t *testing.T, name string, g golden) {
	t.Helper()
	g.Reason = strings.TrimSpace(*why)
	if len(strings.Fields(g.Reason)) < 3 {
		t.Fatal("-update needs -reason: a sentence on why runs end otherwise now")
	}
	if text, err := records.ReadFile(name + "/" + recordFile); err == nil {
		var old golden
		if json.Unmarshal(text, &old) == nil && len(differences(old, g)) == 0 {
			t.Logf("%s: all runs end as recorded; the record stays", name)
			return
		}
	}
	text, err := json.MarshalIndent(g, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(name, recordFile), append(text, '\n'), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: wrote %s", name, recordFile)
}

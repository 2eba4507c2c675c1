package scenario

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"entangle/scenarios"
	"entangle/sim/units"
)

const reference = "../../docs/scenario.md"

// TestReferenceIsCurrent compares the tables of the reference with the tags of
// sim.Setup; -update writes them anew.
func TestReferenceIsCurrent(t *testing.T) {
	text := string(read(t, reference))
	fresh := text
	for name, table := range map[string]string{"units": unitTable(), "keys": keyTable()} {
		from, upto := between(t, fresh, "<!-- generated: "+name+" -->\n", "<!-- end -->")
		fresh = fresh[:from] + "\n" + table + "\n" + fresh[upto:]
	}
	switch {
	case fresh == text:
	case *update:
		if err := os.WriteFile(reference, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the tables of docs/scenario.md are stale: go test ./sim/scenario -run Reference -update")
	}
}

// TestReferenceTellsTheLimits holds the numbers in the text against the code.
func TestReferenceTellsTheLimits(t *testing.T) {
	text := string(read(t, reference))
	for _, want := range []string{
		fmt.Sprintf("`format: %d`", FormatVersion), fmt.Sprintf("at most %d in all", longestID),
		fmt.Sprintf("| %d MiB, %d,%03d brackets and commas, %d levels", maxBytes>>20, maxMarks/1000, maxMarks%1000, maxDepth),
		fmt.Sprintf("| %d,%03d items |", maxItems/1000, maxItems%1000), fmt.Sprintf("extend each other | %d |", maxLevels),
	} {
		if !strings.Contains(text, want) {
			t.Errorf("docs/scenario.md does not say %q", want)
		}
	}
}

// TestReferenceExample lays the example over the scenario that it is written for.
func TestReferenceExample(t *testing.T) {
	text := string(read(t, reference))
	from, upto := between(t, text, "<!-- example: fifth -->\n```yaml\n", "```")
	overlay := Overlay{FS: fstest.MapFS{"fifth.yaml": {Data: []byte(text[from:upto])}}, File: "fifth.yaml"}
	before, err := Check(Load(scenarios.FS, "quartet"))
	if err != nil {
		t.Fatal(err)
	}
	after, err := Check(Load(scenarios.FS, "quartet", overlay))
	if err != nil {
		t.Fatal(err)
	}
	if after.Companies() != before.Companies()+1 || after.Sites() != before.Sites()+1 {
		t.Errorf("%d companies and %d sites", after.Companies(), after.Sites())
	}
	overlay.FS = fstest.MapFS{"fifth.yaml": {Data: []byte(strings.Replace(text[from:upto], "owner: tide", "owner: tied", 1))}}
	var ds Diagnostics
	if _, err := Check(Load(scenarios.FS, "quartet", overlay)); !errors.As(err, &ds) {
		t.Errorf("the example is not checked: %v", err)
	}
}

// between returns where the text between two marks begins and ends.
func between(t *testing.T, text, open, shut string) (from, upto int) {
	t.Helper()
	_, rest, found := strings.Cut(text, open)
	inside, _, closed := strings.Cut(rest, shut)
	if !found || !closed {
		t.Fatalf("%s has no %q ... %q", reference, open, shut)
	}
	from = len(text) - len(rest)
	return from, from + len(inside)
}

func unitTable() string {
	var b strings.Builder
	b.WriteString("| kind | units | stored in | example | without a unit |\n|---|---|---|---|---|\n")
	for _, k := range units.Kinds() {
		bare := "refused"
		names := k.Units()
		switch {
		case k == units.KindNumber:
			names, bare = []string{}, "always"
		case k.Bare():
			bare = "1 is " + units.Format(k, float64(k.Scale()))
		}
		example := k.Example()
		if k == units.KindNumber {
			example = "0.9"
		}
		row(&b, k.String(), code(names), k.Base(), "`"+example+"`", bare)
	}
	return b.String()
}

func keyTable() string {
	var b strings.Builder
	b.WriteString("| key | type | | bounds | meaning |\n|---|---|---|---|---|\n")
	for _, d := range Describe() {
		optional, kind := "", d.Type
		if d.Optional {
			optional = "optional"
		}
		if d.Type == "figure" {
			kind = fieldAt(strings.NewReplacer("<id>", "x", "<n>", "0").Replace(d.Path)).kind.String()
		}
		row(&b, "`"+d.Path+"`", kind, optional, d.Range, d.Doc)
	}
	return b.String()
}

func code(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "`" + strings.Join(names, "`, `") + "`"
}

func row(b *strings.Builder, cells ...string) {
	for _, cell := range cells {
		b.WriteString(strings.TrimRight("| "+cell, " ") + " ")
	}
	b.WriteString("|\n")
}

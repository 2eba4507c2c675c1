package scenario

import (
	"errors"
	"slices"
	"testing"

	"entangle/sim"
)

// TestNamesAreKnownToRefer: a key of the format that holds names and is missing
// in refers would be reported as wrong where only an id could not be read.
func TestNamesAreKnownToRefer(t *testing.T) {
	var walk func(f *field)
	walk = func(f *field) {
		switch _, ok := refers[f.key]; {
		case f.sort == rows:
			walk(&field{shape: f.elem, key: f.key})
		case f.sort == record && f.field("zh") == nil: // texts hold no names
			for i := range f.fields {
				walk(&f.fields[i])
			}
		case f.sort == words && f.key != idKey && !ok:
			t.Errorf("the key %s holds a name and has no row", f.key)
		}
	}
	walk(&field{shape: format})
	for key, list := range refers {
		if f := format.field(list); list != "" && (f == nil || !f.keyed) {
			t.Errorf("%s refers to %s, which is no list with ids", key, list)
		}
	}
}

// TestOneMistakeHidesNoOther lays pairs of mistakes over a scenario: what is told
// of each alone is told of both together, if they do not touch.
func TestOneMistakeHidesNoOther(t *testing.T) {
	told := func(over ...string) (messages []string) {
		fsys, overlays := pack(t, justBase, over...)
		_, err := Check(Load(fsys, ".", overlays...))
		var ds Diagnostics
		if !errors.As(err, &ds) {
			t.Fatalf("no mistake in %q", over)
		}
		for _, d := range ds {
			messages = append(messages, d.Path+": "+d.Message)
		}
		return messages
	}
	decode := []string{
		"companies: [{ id: lumen, cash: much }]\n",
		"companies: [{ id: lumen, kash: $1 }]\n",
		"end: 2026-1-5\n",
		"title: { en: [] }\n",
		"regions: [{ id: Alp }]\n",
		"segments: [1]\n",
		"constants: { << : {} }\n",
		"switches: { slips: maybe }\n",
		"format: &a 1\n",
		"families: []\n",
	}
	meaning := []string{
		"sites: [{ id: quay, owner: falco }]\n",
		"sites: [{ id: quay, stages: [{ date: 2024-06-03, add: 1 MW, slip: 0 }] }]\n",
		"contracts: [{ id: c1, end: 2024-07-01 }]\n",
		"contracts: [{ id: c1, parties: [smith, lumen, nobody] }]\n",
		"contracts: [{ id: c1, clauses: [{ kind: lend, from: smith, to: lumen }] }]\n",
		"contracts: [{ id: c1, clauses: [{ kind: deliver, from: lumen, to: smith, family: anvil, site: quay, chips: 1 }] }]\n",
		"contracts: [{ id: c1, clauses: [{ kind: pay, from: lumen, to: smith, weekly: $1, per_chip: $1 }] }]\n",
		"companies: [{ id: smith, quality: 90 }]\n",
	}
	for _, first := range decode {
		for _, second := range meaning {
			both := told(first, second)
			for _, m := range append(told(first), told(second)...) {
				if !slices.Contains(both, m) {
					t.Errorf("%q is not told of\n%s%s", m, first, second)
				}
			}
		}
	}
}

// TestDiagnoseFollowsNames: which problems are left out beside what.
func TestDiagnoseFollowsNames(t *testing.T) {
	const delivery = "contracts.c1.clauses.0.site"
	for _, c := range []struct {
		bad, problem string
		follows      bool
	}{
		{"companies.lumen.cash", delivery, false},
		{"companies.lumen.title.en", delivery, false},
		{"sites.quay.pue", delivery, false},
		{"sites.quay.owner", delivery, true},
		{"contracts.c1.clauses.0.to", delivery, true},
		{"contracts.c1.clauses.1.to", delivery, false},
		{"contracts.c1.clauses.1.to", "contracts.c1.clauses.0", true},
		{"contracts.c1.parties", "contracts.c1.clauses.0", true},
		{"contracts.c1.end", "contracts.c1.clauses.0", false},
		{"sites.quay.chips.0.count", "contracts.c1.clauses.0.chips", true},
		{"sites.quay.chips.0.count", "contracts.c1.clauses.0.from", false},
		{"start", "contracts.c1.end", true},
		{"start", "contracts.c1.parties", false},
		{"companies", "contracts", true},
		{"companies.0", "sites", true},
		{"companies.lumen.id", "sites", true},
		{"companies.lumen", "sites", false},
		{"constants.load", "constants.max_term", true},
		{"constants.load", "companies.lumen.price", false},
		{"companies.smith.quality", "companies.lumen", false},
		{"companies.lumen.quality", "companies.lumen", true},
		{"families.anvil.unit_cost", "families.anvil.list_price", true},
	} {
		p := mustLoad(t, justBase)
		p.bad[c.bad] = true
		told := len(p.Diagnose([]sim.Problem{{Path: c.problem, Message: "x"}})) > 0
		if told == c.follows {
			t.Errorf("beside %s the problem at %s is told: %v", c.bad, c.problem, told)
		}
	}
}

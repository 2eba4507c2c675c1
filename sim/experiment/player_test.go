package experiment

import (
	"bytes"
	"io/fs"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/policy"
	"entangle/sim/rng"
	"entangle/sim/session"
)

func seedOf(seed uint64, pair int) uint64 { return rng.Run(seed, uint64(pair)) }

// kindsOf counts a company's orders of a kind, or of all others.
func kindsOf(name, company string, kind sim.OrderKind, others bool) Outcome {
	id, _ := quartet().Find(sim.OfCompany, company)
	return Ordered(name, "orders", func(_ *sim.World, o sim.Order) float64 {
		if o.By == sim.CompanyID(id) && (o.Kind == kind) != others {
			return 1
		}
		return 0
	})
}

// A company that may only order chips orders no less of them, nothing else, and
// the others go on.
func TestOnly(t *testing.T) {
	r := compared(t, Study{Runs: 40, Seed: 1, Keep: true, Arms: []Arm{{Name: "chips only", Player: Only("falcon", sim.OrderChips)}},
		Outcomes: []Outcome{kindsOf("chips", "falcon", sim.OrderChips, false), kindsOf("else", "falcon", sim.OrderChips, true),
			kindsOf("lumen", "lumen", sim.OrderNone, true), AtEnd("compute_running", "falcon")}})
	if r.Median("chips only", "chips") == 0 || r.Median("chips only", "else") != 0 || r.Median("", "else") == 0 || r.Median("chips only", "lumen") == 0 {
		t.Errorf("%s\n%s", r.Effect("chips only", "chips"), r.Effect("chips only", "else"))
	}
}

// A script gives its orders in each run from its beginning, in the company's
// name; nobody led, the company gives none.
func TestTold(t *testing.T) {
	script := func(sc *sim.Scenario) Script {
		week := 0
		order := []sim.Order{{Kind: sim.OrderSetPolicy, Mode: 1}}
		return func(w *sim.World) []sim.Order {
			if w.Head().Tick == 0 {
				week = 0
			}
			if week++; week > 3 {
				return nil
			}
			return order
		}
	}
	r := compared(t, Study{Runs: 9, Seed: 1, Workers: 1, Keep: true, Arms: []Arm{{Name: "told", Player: Told("lumen", script)},
		{Name: "left alone", Player: Led("lumen", func() policy.Policy { return nil })}},
		Outcomes: []Outcome{kindsOf("told", "lumen", sim.OrderSetPolicy, false), kindsOf("else", "lumen", sim.OrderSetPolicy, true)}})
	for pair := range 9 {
		if v := r.Values("told", "told")[pair]; v != 3 || r.Values("told", "else")[pair]+r.Values("left alone", "else")[pair]+r.Values("left alone", "told")[pair] != 0 {
			t.Errorf("pair %d: told %v times", pair, v)
		}
	}
}

// Following a file is what a playback of the file does.
func TestFollowing(t *testing.T) {
	text, err := fs.ReadFile(scenarios.FS, "quartet/orders/lumen.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	f, err := session.ReadOrders(bytes.NewReader(text), "lumen.jsonl", quartet(), "quartet")
	if err != nil {
		t.Fatal(err)
	}
	r := compared(t, Study{Runs: 5, Seed: 1, Workers: 1, Keep: true, Arms: []Arm{{Name: "file", Player: Following(f)}}, Outcomes: []Outcome{AtEnd("cash", "lumen")}})
	for pair := range 5 {
		g := session.New(quartet())
		p := session.NewPlayback(g, f)
		for g.Reset(seedOf(1, pair)); !g.World.Over(); {
			p.Advance(g)
		}
		if v := metricOf(t, "cash", "lumen")(g.World); v != r.Values("file", "lumen.cash")[pair] {
			t.Errorf("pair %d: %v, played back %v", pair, r.Values("file", "lumen.cash")[pair], v)
		}
	}
}

package scenarios_test

import (
	"fmt"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

// fewAnswers to an event say nothing of a choice that none of them is.
const fewAnswers = 100

// TestEventsFire plays 2025 and counts how often each event from outside happens and how
// it is met: one without a date in 2 to 98 of a hundred runs, each choice by somebody.
func TestEventsFire(t *testing.T) {
	runs := 1000
	if testing.Short() {
		runs = 300
	}
	sc, err := scenario.Check(scenario.Load(scenarios.FS, "2025"))
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(sc)
	shocks := map[uint64]bool{}
	fired, met := make([]int, sc.Count(sim.OfIncident)+1), make([]int, sc.Count(sim.OfChoice)+1)
	for seed := range uint64(runs) {
		happened := map[int32]bool{}
		for s.Reset(seed + 1); !s.World.Over(); {
			s.Advance(nil)
			for _, e := range s.World.Events() {
				switch e.Kind {
				case sim.EventOutside:
					happened[e.Ref.ID] = true
				case sim.EventAnswered:
					met[e.Ref.ID]++
				case sim.EventEfficiencyShock:
					shocks[seed] = true
				}
			}
		}
		for id := range happened {
			fired[id]++
		}
	}
	for id := 1; id < len(fired); id++ {
		dated := sc.DateOf(sim.IncidentID(id)) != 0
		t.Logf("%-14s in %5.1f %% of runs", sc.Name(sim.Ref{Of: sim.OfIncident, ID: int32(id)}), 100*float64(fired[id])/float64(runs))
		if share := float64(fired[id]) / float64(runs); !dated && (share < 0.02 || share > 0.98) || dated && share < 0.02 {
			t.Errorf("it happens in %v of runs", share)
		}
	}
	// It was there in January 2025, and nobody knew what it would take to serve.
	if share := float64(len(shocks)) / float64(runs); share < 0.3 || share > 0.98 {
		t.Errorf("an open model that needs far less compute shakes markets in %v of runs", share)
	}
	for k := 1; k < len(met); k++ {
		name := sc.Name(sim.Ref{Of: sim.OfChoice, ID: int32(k)})
		t.Log(fmt.Sprintf("%-28s chosen %.2f times a run", name, float64(met[k])/float64(runs)))
		all := 0
		for o := range met {
			if o > 0 && sc.EventOf(sim.ChoiceID(o)) == sc.EventOf(sim.ChoiceID(k)) {
				all += met[o]
			}
		}
		if met[k] == 0 && all >= fewAnswers {
			t.Errorf("nobody ever chooses %s", name)
		}
	}
}

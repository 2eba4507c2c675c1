package sim

import (
	"math/rand/v2"
	"testing"
)

// TestQuietRunsMeetNoTrouble: where the look at all that may befall a run at once sees
// nothing, the look at each finds no trouble either and notes the same of what was learnt;
// nothing befalls a run that is prepared.
func TestQuietRunsMeetNoTrouble(t *testing.T) {
	w, _ := twoWorlds(t)
	r, co, quiet, loud := rand.New(rand.NewPCG(5, 6)), &w.companies[1], 0, 0
	for range 100_000 {
		run := Run{Stage: RunPreparing + RunStage(r.IntN(3)), Into: 1, Serial: int32(r.IntN(9)), Stalled: int32(max(0, r.IntN(6)-4))}
		run.Knew, co.Know, w.head.Tick = float64(r.IntN(9)), float64(r.IntN(17))/2, int32(r.IntN(90))
		lost, was, work := run.Knew-co.Know, run, runWorks[run.Stage&3]
		switch may := run.may(work, w.head.Tick, lost); {
		case was.Stage == RunPreparing:
			if run.Stalled = 0; run.may(work, w.head.Tick, lost) < 0 {
				t.Fatalf("something may befall a run that is prepared: %+v", run)
			}
			if run = was; may < 0 {
				continue
			}
			if run.learn(work, co.Know, lost); run != was {
				t.Fatalf("a run that is prepared has learnt: %+v", run)
			}
		case may < 0:
			loud++
		default:
			quiet++
			run.learn(work, co.Know, lost)
			if w.trouble(1, co, &was) || run != was {
				t.Fatalf("know-how %v: quiet %+v, one by one %+v", co.Know, run, was)
			}
		}
	}
	if quiet < 1000 || loud < 1000 {
		t.Errorf("%d runs are quiet and %d are not", quiet, loud)
	}
}

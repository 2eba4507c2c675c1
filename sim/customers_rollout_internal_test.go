package sim

import (
	"testing"

	"entangle/sim/units"
)

// TestDearModelsWaitForCompute: a product moves on to a better model that takes more compute
// where there is room for what customers would ask then, and stays where there is not; a
// cheaper one keeps nobody waiting.
func TestDearModelsWaitForCompute(t *testing.T) {
	sc, problems := Compile(LabsSetup())
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	w := New(sc)
	w.Reset(1)
	for range 8 {
		w.Step(Input{})
	}
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		for _, c := range w.sellers(s) {
			p := w.product(s, c)
			if !p.On || p.Licence != 0 || !ownModel(c, p.Model) || p.Takes == 0 {
				continue
			}
			from, _ := modelsOf(c)
			better := from
			for better == p.Model || w.offered(better) {
				better++
			}
			co := &w.companies[c]
			try := func(cost, room float64) bool {
				w.models[better] = w.models[p.Model]
				w.models[better].Cost *= cost
				w.models[better].Felt += 2
				co.Own, co.Let, co.Rented, co.Loss, co.Research = 0, 0, co.Wanted*units.H100e(room), 0, 0
				return w.outgrows(s, c, p, offer{model: better, keeps: 1})
			}
			if !try(4, 1) || try(4, 40) || try(0.5, 1) {
				t.Errorf("segment %d, company %d: four times the cost waits %v, with much room %v, half the cost %v", s, c, try(4, 1), try(4, 40), try(0.5, 1))
			}
			return
		}
	}
	t.Error("nobody serves with a model of its own")
}

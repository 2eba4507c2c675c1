package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// TestStrategiesMeetEvents plays 2025: those whom events from outside concern answer most
// of them in time, and each answer passes.
func TestStrategiesMeetEvents(t *testing.T) {
	s, given, refused := session.New(shipped(t, "2025")), 0, 0
	for seed := range uint64(20) {
		for s.Reset(seed); !s.World.Over(); {
			s.Advance(nil)
			for _, o := range s.Orders() {
				if o.Kind == sim.OrderAnswer {
					given++
				}
			}
			for _, e := range s.World.Events() {
				if e.Kind == sim.EventOrderRefused && e.Order == sim.OrderAnswer {
					refused++
				}
			}
		}
	}
	if given < 20 || refused > 0 {
		t.Errorf("%d answers in 20 runs, %d refused", given, refused)
	}
}

package sim_test

import (
	"math"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// TestAllReadsAlike: reading a metric of all entities at once gives what reading
// each gives.
func TestAllReadsAlike(t *testing.T) {
	sc := compile(t, quartet(t))
	s := session.New(sc)
	s.Reset(5)
	for !s.World.Over() {
		s.Advance(nil)
		for _, m := range sim.Metrics() {
			if m.All == nil {
				continue
			}
			out := make([]float64, sc.Count(m.Of))
			m.All(s.World, out)
			for i, got := range out {
				if want := m.Read(s.World, int32(i+1)); math.Abs(got-want) > 1e-12*math.Abs(want) {
					t.Fatalf("%s of %d is %v on its own and %v with the others", m.Name, i+1, want, got)
				}
			}
		}
	}
}

package sim_test

import (
	"testing"

	"entangle/sim"
)

// TestClosedDoors: whom an owner shuts out neither rents nor books of it, at any of its
// sites, and is told who it is that shuts; others still may.
func TestClosedDoors(t *testing.T) {
	shut := func(s *sim.Setup) {
		booked(8_000_000, 0)(s)
		s.Contracts = s.Contracts[:len(s.Contracts)-1]
		s.Companies[0].ClosedTo = []string{"user"}
	}
	owner := sim.Ref{Of: sim.OfCompany, ID: int32(host)}
	for _, o := range []sim.Order{book, with(book, func(o *sim.Order) { o.Site = hall })} {
		r := sim.Check(small(t, shut), o)
		if r.Reason != sim.ReasonExcluded || r.Ref != owner {
			t.Errorf("a booking at site %d: %s by %v", o.Site, r.Reason.Spec().Name, r.Ref)
		}
		if r := sim.Check(small(t, func(s *sim.Setup) { shut(s); s.Companies[0].ClosedTo = []string{"maker"} }), o); !r.Allowed() {
			t.Errorf("a booking at site %d where another is shut out: %s", o.Site, r.Reason.Spec().Name)
		}
	}
}

// TestClosedModels: where makers shut everybody out, nobody takes models in.
func TestClosedModels(t *testing.T) {
	licences := func(shut bool) (n float64) {
		setup := octet(t)
		for i := range setup.Companies {
			for j := range setup.Companies {
				if lab := &setup.Companies[i]; shut && i != j && lab.Models.KnowHow.Given {
					lab.Models.ClosedTo = append(lab.Models.ClosedTo, setup.Companies[j].ID)
				}
			}
		}
		sample(t, setup, 52, func(w *sim.World) {
			for _, e := range w.Events() {
				if e.Kind == sim.EventLicenceSigned {
					n++
				}
			}
		}, func(*sim.World) []float64 { return nil })
		return n
	}
	open, shut := licences(false), licences(true)
	t.Logf("%v models taken in, and %v where makers shut all out", open, shut)
	if open == 0 || shut != 0 {
		t.Error("closed_to does not decide who takes models in")
	}
}

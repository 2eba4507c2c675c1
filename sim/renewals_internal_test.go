package sim

import (
	"slices"
	"testing"

	"entangle/sim/units"
)

// TestProlongedIsEndedAndRenewed: a rental that is renewed in its rows leaves the world as if
// it had ended and been signed anew, whichever of the tenant's rentals it is.
func TestProlongedIsEndedAndRenewed(t *testing.T) {
	sc, problems := Compile(SmallSetup())
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	for _, share := range []units.PPM{units.One, units.One / 3} {
		for which := range 3 {
			start := New(sc)
			start.Reset(1)
			rows := start.threeRentals(share)
			start.Step(Input{})
			fast, slow := New(sc), New(sc)
			fast.CopyFrom(start)
			slow.CopyFrom(start)
			if fast.lapse(&fast.contracts[rows[which]]); fast.contracts[rows[which]].Serial == start.contracts[rows[which]].Serial {
				t.Fatal("it is not renewed")
			}
			slow.lapseOther(&slow.contracts[rows[which]])
			if d := Diff(fast, slow, 5); len(d) > 0 {
				t.Errorf("rental %d: %+v", which, d)
			}
			if !slices.Equal(fast.events, slow.events) || !slices.Equal(fast.due, slow.due) || !slices.Equal(fast.lessees, slow.lessees) ||
				!slices.Equal(fast.leases, slow.leases) || !slices.Equal(fast.letAt, slow.letAt) ||
				!slices.Equal(fast.reoffers, slow.reoffers) || !slices.Equal(fast.relets, slow.relets) {
				t.Errorf("rental %d: %+v, want %+v, or what is noted of rentals", which, fast.events, slow.events)
			}
		}
	}
}

// threeRentals has the tenant of a small world rent thrice of what its landlord offers, and
// renew a share.
func (w *World) threeRentals(share units.PPM) (rows [3]int32) {
	lease := &w.clauses[w.contracts[len(w.contracts)-1].Clauses]
	fleet := lease.Fleet
	f := &w.fleets[fleet]
	f.Posted, f.Floor = 3000, 2_000_000
	w.reoffer(fleet)
	w.companies[lease.To].Policy.Renew = share
	for i := range rows {
		last := w.rental(lease.From, lease.To, fleet, 700, f.Floor, w.Date(), 8, false, 0)
		rows[i] = last.row()
	}
	return rows
}

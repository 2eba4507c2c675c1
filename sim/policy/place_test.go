package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// TestOldChipsGoToBrokers plays 2025: chips are sold, by nobody who rents compute or
// designs them, and only where something on sale does half as much again with a watt.
func TestOldChipsGoToBrokers(t *testing.T) {
	sc := shipped(t, "2025")
	s, sold := session.New(sc), 0
	for seed := range uint64(10) {
		for s.Reset(seed); !s.World.Over(); {
			rented := make([]bool, sc.Companies()+1)
			for c := range rented {
				rented[c] = c > 0 && s.World.Company(sim.CompanyID(c)).Rented > 0
			}
			s.Advance(nil)
			for _, o := range s.Orders() {
				if o.Kind != sim.OrderPlaceFleet || o.Dest != 0 {
					continue
				}
				sold++
				v := s.World.View(o.By)
				all, _, _ := v.OnSale()
				better := false
				for f := sim.FamilyID(1); all>>(f-1) != 0; f++ {
					better = better || all>>(f-1)&1 != 0 && 2*int64(v.H100eOf(f))*v.WattsOf(o.Family) > 3*int64(v.H100eOf(o.Family))*v.WattsOf(f)
				}
				if rented[o.By] || v.Designs(o.Family) || !better {
					t.Errorf("seed %d: %s sells %s", seed, sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(o.By)}), sc.Name(sim.Ref{Of: sim.OfFamily, ID: int32(o.Family)}))
				}
			}
		}
	}
	if sold == 0 {
		t.Error("nobody sells chips")
	}
}

package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// TestCountersNameAnotherWay: what a designer does not sell is answered with what
// is for sale, another's design or programme with an own one, too few engineers
// with a smaller programme.
func TestCountersNameAnotherWay(t *testing.T) {
	in := octet(t)
	sc := compile(t, in)
	w := sim.New(sc)
	w.Reset(1)
	id := func(of sim.Entity, name string) int32 { return find(t, sc, of, name) }
	lumen, harbour, anvil := sim.CompanyID(id(sim.OfCompany, "lumen")), sim.CompanyID(id(sim.OfCompany, "harbour")), sim.CompanyID(id(sim.OfCompany, "anvil"))
	keel, shuttle := sim.FamilyID(id(sim.OfFamily, "keel")), sim.FamilyID(id(sim.OfFamily, "shuttle"))
	chips := sim.Order{Kind: sim.OrderChips, By: lumen, Family: keel, Qty: 100, Site: sim.SiteID(id(sim.OfSite, "lantern")), Share: 300_000}
	if near, ok := sim.Counter(w, chips); !ok || near.Family == keel || near.Qty != 100 {
		t.Errorf("a chip of the landlord's own is answered with %+v, %t", near, ok)
	}
	share := sim.Order{Kind: sim.OrderRation, By: anvil, Family: shuttle, Weights: [3]units.PPM{units.One}}
	if near, ok := sim.Counter(w, share); !ok || sc.Designer(near.Family) != anvil {
		t.Errorf("a rival's design is answered with %+v, %t", near, ok)
	}
	if err := sc.Set("companies.harbour.engineers", 100); err != nil {
		t.Fatal(err)
	}
	w.Reset(1)
	fund := sim.Order{Kind: sim.OrderGateSilicon, By: harbour, Mode: sim.GateWiden, Program: 1}
	if near, ok := sim.Counter(w, fund); !ok || near.Mode != sim.GateShrink {
		t.Errorf("a programme too large for its engineers is answered with %+v, %t", near, ok)
	}
}

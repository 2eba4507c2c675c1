package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// modes plays seeds of octet with another temperament of the builder and counts
// its first orders of a kind at each site by mode: what comes later answers suits
// and promises as well.
func modes(t *testing.T, kind sim.OrderKind, change func(*sim.Temperament)) (n [8]int) {
	t.Helper()
	in := octet(t)
	for i := range in.Companies {
		if in.Companies[i].ID == "falcon" {
			change(&in.Companies[i].Temperament)
		}
	}
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	builder, _ := sc.Find(sim.OfCompany, "falcon")
	s := session.New(sc)
	for seed := range uint64(24) {
		s.Reset(seed)
		asked := map[sim.SiteID]bool{}
		for !s.World.Over() {
			s.Advance(nil)
			for _, o := range s.Orders() {
				if o.Kind == kind && o.By == sim.CompanyID(builder) && !asked[o.Site] {
					n[o.Mode]++
					asked[o.Site] = true
				}
			}
		}
	}
	return n
}

// TestTemperamentBridges: the bold and impatient burn gas at once, the patient get
// the permit first, the timid take batteries or nothing.
func TestTemperamentBridges(t *testing.T) {
	bold := modes(t, sim.OrderBridgePower, func(*sim.Temperament) {})
	calm := modes(t, sim.OrderBridgePower, func(x *sim.Temperament) { x.Patience = sim.Exactly(7) })
	timid := modes(t, sim.OrderBridgePower, func(x *sim.Temperament) { x.Risk = sim.Exactly(2) })
	t.Logf("orders by mode: bold %v, calm %v, timid %v", bold, calm, timid)
	if bold[sim.BridgePermitLater] == 0 || bold[sim.BridgePermitLater] < bold[sim.BridgePermitFirst] {
		t.Errorf("the bold wait for permits: %v", bold)
	}
	if calm[sim.BridgePermitLater] != 0 || calm[sim.BridgePermitFirst] == 0 {
		t.Errorf("the patient do not: %v", calm)
	}
	if timid[sim.BridgePermitLater]+timid[sim.BridgePermitFirst] != 0 {
		t.Errorf("the timid burn gas: %v", timid)
	}
}

// TestImpatienceTakesFlexiblePower, earlier and cut at peaks; patience does not ask
// apart from its works, which ask on firm terms.
func TestImpatienceTakesFlexiblePower(t *testing.T) {
	quick := modes(t, sim.OrderJoinQueue, func(*sim.Temperament) {})
	calm := modes(t, sim.OrderJoinQueue, func(x *sim.Temperament) { x.Patience = sim.Exactly(8) })
	if quick[sim.QueueFlexible] == 0 || calm[sim.QueueFlexible] != 0 {
		t.Errorf("requests by mode: impatient %v, patient %v", quick, calm)
	}
}

// TestBuildersPlanAhead: who has all its power in use and money to build has broken
// ground before its chips stand idle.
func TestBuildersPlanAhead(t *testing.T) {
	sc, problems := sim.Compile(octet(t))
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	builder, _ := sc.Find(sim.OfCompany, "falcon")
	idle, _ := sim.FindMetric("idle_share")
	s, early, runs := session.New(sc), 0, 0
	for seed := range uint64(30) {
		s.Reset(seed)
		for begun := false; !s.World.Over(); {
			s.Advance(nil)
			for _, e := range s.World.Events() {
				begun = begun || e.Kind == sim.EventGroundBroken && e.By == sim.CompanyID(builder)
			}
			if sim.Metrics()[idle].Read(s.World, builder) > 0.05 {
				runs++
				if begun {
					early++
				}
				break
			}
		}
	}
	if early < runs {
		t.Errorf("ground was broken before chips stood idle in %d of %d runs", early, runs)
	}
}

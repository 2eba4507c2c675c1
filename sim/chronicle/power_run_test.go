package chronicle_test

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/scenario"
	"entangle/sim/session"
	"entangle/sim/units"
)

// defiant plays octet with a builder who burns gas without asking, breaks what it
// promised, asks for more than it can pay and changes its mind.
func defiant(t *testing.T, r *reader) {
	pack, err := scenario.Load(scenarios.FS, "octet")
	if r.sc, err = scenario.Check(pack, err); err != nil {
		t.Fatal(err)
	}
	for path, v := range map[string]float64{"regions.delta.tolerance": 200_000, "companies.falcon.cash": 12e9, "sites.eyrie.halls": 400_000, "sites.eyrie.energised": 40_000,
		"regions.delta.queue_weeks": 500, "sites.eyrie.stages.0.add": 0, "companies.sable.cash": 130e6, "companies.sable.overhead": 60e6, "sites.eyrie.turbines": 0} {
		if err := r.sc.Set(path, v); err != nil {
			t.Fatal(err)
		}
	}
	s := session.New(r.sc)
	s.Watch(r)
	for _, name := range []string{"falcon", "quarry", "sable"} {
		c, _ := r.sc.Find(sim.OfCompany, name)
		s.Play(sim.CompanyID(c), nil)
	}
	for seed := range uint64(24) {
		s.Reset(seed)
		for week := range r.sc.Weeks() {
			s.Advance(defy(r.sc, week))
			for _, o := range s.Orders() {
				for _, lex := range r.lexes {
					told(t, chronicle.Order(lex, r.sc, o))
				}
			}
		}
	}
}

func defy(sc *sim.Scenario, week int) []sim.Order {
	who, _ := sc.Find(sim.OfCompany, "falcon")
	at, _ := sc.Find(sim.OfSite, "eyrie")
	region, _ := sc.Find(sim.OfRegion, "delta")
	by, site := sim.CompanyID(who), sim.SiteID(at)
	switch week {
	case 0:
		poor, _ := sc.Find(sim.OfCompany, "sable")
		fjord, _ := sc.Find(sim.OfRegion, "fjord")
		return []sim.Order{{Kind: sim.OrderBreakGround, By: by, Site: site, Qty: 200_000},
			{Kind: sim.OrderBreakGround, By: sim.CompanyID(poor), Region: sim.RegionID(fjord), Qty: 150_000}}
	case 1:
		other, _ := sc.Find(sim.OfCompany, "quarry")
		ridge, _ := sc.Find(sim.OfSite, "ridge")
		return []sim.Order{{Kind: sim.OrderBridgePower, Mode: sim.BridgePermitLater, By: by, Site: site, Qty: 140_000},
			{Kind: sim.OrderBridgePower, Mode: sim.BridgePermitLater, By: sim.CompanyID(other), Site: sim.SiteID(ridge), Qty: 50_000}}
	case 2:
		return []sim.Order{{Kind: sim.OrderMakePact, Mode: sim.PactAir, By: by, Region: sim.RegionID(region), Qty: 1_000_000}}
	case 3:
		return []sim.Order{{Kind: sim.OrderSignEnergy, Mode: uint8(sim.SourceBlock), By: by, Site: site, Qty: 20_000, Weeks: 52}}
	case 20:
		return []sim.Order{{Kind: sim.OrderJoinQueue, Mode: sim.QueueFirm, By: by, Site: site, Qty: 40_000}}
	case 22:
		return []sim.Order{{Kind: sim.OrderJoinQueue, Mode: sim.QueueWithdraw, By: by, Site: site, Qty: 40_000}}
	case 30:
		return []sim.Order{{Kind: sim.OrderBreakGround, By: by, Site: site, Qty: 300_000}}
	case 98:
		return []sim.Order{{Kind: sim.OrderSetPolicy, Mode: sim.PolicyDispatch, By: by}}
	}
	return nil
}

// regrouped has one company use everything that changes its organisation.
func regrouped(t *testing.T, r *reader) {
	r.sc = shipped(t, "octet")
	s := session.New(r.sc)
	s.Watch(r)
	c, _ := r.sc.Find(sim.OfCompany, "lumen")
	by := sim.CompanyID(c)
	s.Play(by, nil)
	s.Reset(1)
	compute := uint8(sim.GroupCompute)
	for week := range 40 {
		var orders []sim.Order
		switch week {
		case 0:
			orders = append(orders, sim.Order{Kind: sim.OrderDelegate, By: by, Mode: compute, Share: units.One / 2},
				sim.Order{Kind: sim.OrderInvestigate, By: by, Mode: compute, Peer: by - 1})
		case 2:
			orders = append(orders, sim.Order{Kind: sim.OrderReorganise, By: by, Mode: uint8(sim.FormFlat)})
		case 4:
			orders = append(orders, sim.Order{Kind: sim.OrderWarRoom, By: by, Mode: compute, Weeks: 6})
		case 30:
			orders = append(orders, sim.Order{Kind: sim.OrderDelegate, By: by, Mode: sim.RecallArea + compute})
		}
		s.Advance(orders)
		for _, o := range s.Orders() {
			for _, lex := range r.lexes {
				told(t, chronicle.Order(lex, r.sc, o))
			}
		}
	}
}

package sim_test

import (
	"testing"

	"entangle/sim"
)

// lender has the landlord of the small world make models too: one that is better than
// the tenant's, and lets the tenant build on it if a licence of the start says so.
func lender(use string) func(s *sim.Setup) {
	return func(s *sim.Setup) {
		smallLab(s)
		s.Companies[0].Quality, s.Companies[0].Price = sim.Exactly(106), sim.Exactly(4e6)
		s.Companies[0].Models = sim.LabSetup{KnowHow: sim.Exactly(16), Flop: sim.Exactly(6)}
		if use != "" {
			s.Contracts = append(s.Contracts, sim.ContractSetup{ID: "core", Parties: []string{"host", "user"}, Start: s.Start, End: s.Start.AddWeeks(20),
				Clauses: []sim.ClauseSetup{{Kind: "licence", From: "host", To: "user", Use: use}, {Kind: "pay", From: "user", To: "host", Fee: sim.Exactly(200_000)}}})
		}
	}
}

// The landlord's first model, and orders that situations vary.
const better = sim.ModelID(1)

var (
	takeIn  = sim.Order{Kind: sim.OrderLicenseModel, Mode: uint8(sim.LicenceCore), By: user, Model: better, Weeks: 26}
	lendOut = sim.Order{Kind: sim.OrderRelease, Mode: uint8(sim.ReleaseHosted), By: host, Model: better, Share: 200_000}
)

func marketSituations() []situation {
	hosted := func(s *sim.Setup) { lender("")(s); s.Segments[0].Needs = "hosting" }
	return []situation{
		{"licenses what is kept", lender(""), nil, takeIn,
			sim.Refusal{Reason: sim.ReasonNotHosted, Field: sim.FieldModel, Ref: sim.Ref{Of: sim.OfModel, ID: int32(better)}}, sim.Order{}},
		{"licenses the wrong one", lender(""), []sim.Order{lendOut}, with(takeIn, func(o *sim.Order) { o.Model = better + 1 }),
			sim.Refusal{Reason: sim.ReasonNotHosted, Field: sim.FieldModel, Ref: sim.Ref{Of: sim.OfModel, ID: int32(better) + 1}}, takeIn},
		{"licenses its own", hosted, nil, with(takeIn, func(o *sim.Order) { o.Model = onOffer }),
			sim.Refusal{Reason: sim.ReasonSamePeer, Field: sim.FieldModel}, sim.Order{}},
		{"two cores", lender("core"), nil, takeIn,
			sim.Refusal{Reason: sim.ReasonLicensed, Field: sim.FieldModel, Ref: sim.Ref{Of: sim.OfCompany, ID: int32(host)}}, sim.Order{}},
	}
}

// TestLicence: a licensed model serves the licensee's customers for as long as the
// licence runs, its fee is paid every four weeks, and then the own model is back.
func TestLicence(t *testing.T) {
	w := small(t, lender("core"))
	if got := sim.ProductRow(w, 1, int(user)); got.Model != better || got.Quality >= 106 || got.Quality < 105 {
		t.Fatalf("the licensee serves with %+v", got)
	}
	audited(t, w, 8)
	if fee := sim.FlowOf(w, user, sim.FlowLicence); fee <= 0 || fee != sim.FlowIn(w, host, sim.FlowLicence) {
		t.Errorf("fees of %d were paid", fee)
	}
	ended := 0
	for range 14 {
		week(t, w)
		for _, e := range w.Events() {
			if e.Kind == sim.EventLicenceEnded {
				ended++
			}
		}
	}
	if got := sim.ProductRow(w, 1, int(user)); ended != 1 || got.Model != onOffer {
		t.Errorf("%d licences ended, the product runs on %d", ended, got.Model)
	}
}

// TestLicenceByOrder: a released model can be licensed the week after, and at the fee
// that was asked.
func TestLicenceByOrder(t *testing.T) {
	w := small(t, lender(""), lendOut)
	week(t, w, takeIn)
	audited(t, w, 5)
	if got := sim.ProductRow(w, 1, int(user)); got.Model != better || got.Keeps != 0.8 {
		t.Errorf("the licensee serves with %+v", got)
	}
}

// TestPricesMatch: who follows the lowest price of like quality comes down to it and
// his premium in steps of 12 percent, who follows his room alone does not.
func TestPricesMatch(t *testing.T) {
	start := func(match bool) *sim.World {
		return small(t, func(s *sim.Setup) {
			lender("")(s)
			s.Companies[0].Quality, s.Companies[0].Price = sim.Exactly(99), sim.Exactly(2e6)
			s.Companies[2].Products = []sim.ProductSetup{{Segment: "people"}}
			s.Companies[2].Policies.PriceStep, s.Companies[0].Policies.PriceStep = sim.Exactly(0), sim.Exactly(0)
			if match {
				s.Companies[2].Products[0].Match = sim.Exactly(100_000)
			}
		})
	}
	w := start(true)
	audited(t, w, 1)
	if got := sim.ProductRow(w, 1, int(user)).Price; got != 3_520_000 {
		t.Errorf("after a week it asks %d", got)
	}
	audited(t, w, 9)
	if got := sim.ProductRow(w, 1, int(user)).Price; got != 2_200_000 {
		t.Errorf("after ten weeks it asks %d", got)
	}
	if w = start(false); sim.ProductRow(w, 1, int(user)).Price != 4_000_000 {
		t.Error("it follows without being told to")
	}
	audited(t, w, 5)
	if got := sim.ProductRow(w, 1, int(user)).Price; got != 4_000_000 {
		t.Errorf("without the policy it asks %d", got)
	}
}

// TestTrustReturns: the public forgets over three years, and outages cost trust.
func TestTrustReturns(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		s.Companies[1].Trust = sim.Exactly(20)
		s.Segments[0].Potential = sim.Exactly(100e6)
	})
	audited(t, w, 26)
	if calm := w.Company(maker).Trust; calm < 23 || calm > 26 {
		t.Errorf("half a year later the public trusts the maker by %.1f, from 20", calm)
	}
	if user := w.Company(user); user.Served*10 > user.Wanted*8 || user.Trust > 48 {
		t.Errorf("who serves %d of %d is trusted by %.1f", user.Served, user.Wanted, user.Trust)
	}
}

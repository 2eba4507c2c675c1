package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// The ids of SmallSetup: rows go by id, sites by owner first.
const (
	host, maker, user = sim.CompanyID(1), sim.CompanyID(2), sim.CompanyID(3)
	annex, hall, shed = sim.SiteID(1), sim.SiteID(2), sim.SiteID(3)
	core              = sim.FamilyID(1)
)

// small starts the small world, changed first, and plays a week with orders
// before the test looks.
func small(t testing.TB, change func(*sim.Setup), weekOne ...sim.Order) *sim.World {
	t.Helper()
	setup := sim.SmallSetup()
	if change != nil {
		change(&setup)
	}
	w := sim.New(compile(t, setup))
	w.Reset(1)
	if len(weekOne) > 0 {
		week(t, w, weekOne...)
		for _, e := range w.Events() {
			if e.Kind == sim.EventOrderRefused {
				t.Fatalf("the situation cannot be made: %s refused, %s", e.Order.Spec().Name, e.Reason.Spec().Name)
			}
		}
	}
	return w
}

// week plays a week and audits it.
func week(t testing.TB, w *sim.World, orders ...sim.Order) {
	t.Helper()
	w.Step(sim.Input{Orders: orders})
	if err := w.Audit(); err != nil {
		t.Fatal(err)
	}
}

// The orders that situations vary.
var (
	buy    = sim.Order{Kind: sim.OrderChips, By: user, Family: core, Qty: 100, Site: shed, Share: 100_000}
	offer  = sim.Order{Kind: sim.OrderOpenFleet, By: host, Site: hall, Family: core, Qty: 500, Price: 1_500_000}
	hire   = sim.Order{Kind: sim.OrderRent, By: user, Peer: host, Family: core, Qty: 500, Weeks: 10, Price: 1_500_000}
	move   = sim.Order{Kind: sim.OrderPlaceFleet, By: host, Family: core, Qty: 100, Site: hall, Dest: annex}
	ration = sim.Order{Kind: sim.OrderRation, By: maker, Family: core, Weights: [3]units.PPM{500_000, 300_000, 200_000}, Qty: 10_500}
	gate   = sim.Order{Kind: sim.OrderGateSilicon, By: maker, Mode: sim.GateFund, Program: 1}
	decide = sim.Order{Kind: sim.OrderGateProgramme, By: user, Mode: sim.DecideFund, Program: 1}
	port   = sim.Order{Kind: sim.OrderPortStack, By: user, Family: core, Qty: 10, Weeks: 20}
	sack   = sim.Order{Kind: sim.OrderLayOff, By: user, Mode: 1 + uint8(sim.TierResearchers), Qty: 10, Share: 250_000}
	branch = sim.Order{Kind: sim.OrderOpenOffice, By: user, Mode: 1 + uint8(sim.TierResearchers), Region: 1, Qty: 20}
	rule   = sim.Order{Kind: sim.OrderSetPolicy, By: user, Mode: sim.PolicyPrice, Price: 3_000_000}
)

// with returns an order changed.
func with(o sim.Order, change func(o *sim.Order)) sim.Order {
	change(&o)
	return o
}

// times returns an order n times.
func times(n int, o sim.Order) (list []sim.Order) {
	for range n {
		list = append(list, o)
	}
	return list
}

// batches returns orders for chips that make a contract each: none adds to
// another, since their deposits differ.
func batches(n int) (list []sim.Order) {
	for i := range n {
		list = append(list, with(buy, func(o *sim.Order) { o.Qty, o.Share = 50, o.Share+units.PPM(i+1) }))
	}
	return list
}

// situation is an order that is refused, why exactly, and the nearest order that
// passes; the zero order where none is offered.
type situation struct {
	name   string
	world  func(*sim.Setup)
	before []sim.Order
	order  sim.Order
	want   sim.Refusal
	near   sim.Order
}

func situations() []situation {
	company := func(c sim.CompanyID) sim.Ref { return sim.Ref{Of: sim.OfCompany, ID: int32(c)} }
	site := func(s sim.SiteID) sim.Ref { return sim.Ref{Of: sim.OfSite, ID: int32(s)} }
	region, dreamt := sim.Ref{Of: sim.OfRegion, ID: 1}, sim.Ref{Of: sim.OfProgram, ID: 1}
	offered, barred := []sim.Order{offer}, []sim.Order{with(offer, func(o *sim.Order) { o.Set = o.Set.With(user) })}
	inHouse := func(s *sim.Setup) {
		s.Contracts = s.Contracts[1:]
		s.Companies[1].Engineers = sim.Exactly(50)
		s.Programs = []sim.ProgramSetup{{ID: "p", Owner: "maker", Family: "core", Cost: sim.Exactly(1e7), Engineers: sim.Exactly(40), Design: sim.Exactly(10),
			Tapeout: sim.Exactly(10), Qualify: sim.Exactly(10), Ramp: sim.Exactly(10), SlipChance: sim.Exactly(0), SlipWeeks: sim.Exactly(0)}}
	}
	makes := func(s *sim.Setup) {
		s.Packaging, s.Memory = sim.PackagingSetup{Capacity: sim.Exactly(100)}, sim.MemorySetup{Capacity: sim.Exactly(1000)}
		s.Companies[1].WaferShare = sim.Exactly(1_000_000)
		sim.MakeBy(s, "maker")
		s.Packaging.Maker.Cost, s.Packaging.Maker.Begun, s.Memory.Maker.Cost = sim.Exactly(1000), sim.Exactly(0), sim.Exactly(10)
	}
	immature := func(s *sim.Setup) {
		s.Families[0].Maturity, s.Families[0].AtHome, s.Companies[2].Engineers = sim.Exactly(0.3), sim.Exactly(0.3), sim.Exactly(40)
	}
	poor := func(s *sim.Setup) { s.Companies[2].Cash = sim.Exactly(105e6) } // 5 million above the floor
	return append([]situation{
		{"no such kind", nil, nil, sim.Order{Kind: 99, By: user}, sim.Refusal{Reason: sim.ReasonUnknownKind}, sim.Order{}},
		{"no such mode", nil, nil, with(rule, func(o *sim.Order) { o.Mode = 0 }),
			sim.Refusal{Reason: sim.ReasonUnknownKind, Field: sim.FieldMode}, sim.Order{}},
		{"a field too many", nil, nil, with(move, func(o *sim.Order) { o.Price = 1 }), sim.Refusal{Reason: sim.ReasonUnusedField}, move},
		{"no such company", nil, nil, with(buy, func(o *sim.Order) { o.By = 9 }),
			sim.Refusal{Reason: sim.ReasonNoSuchThing, Ref: company(9)}, sim.Order{}},
		{"no such site", nil, nil, with(buy, func(o *sim.Order) { o.Site = 9 }),
			sim.Refusal{Reason: sim.ReasonNoSuchThing, Field: sim.FieldSite, Ref: site(9)}, sim.Order{}},
		{"no chips", nil, nil, with(buy, func(o *sim.Order) { o.Qty = 0 }),
			sim.Refusal{Reason: sim.ReasonTooSmall, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 0, Need: 1}}, with(buy, func(o *sim.Order) { o.Qty = 1 })},
		{"deposit under the least", nil, nil, with(buy, func(o *sim.Order) { o.Share = 50_000 }),
			sim.Refusal{Reason: sim.ReasonTooSmall, Field: sim.FieldShare, Amounts: sim.Amounts{Have: 50_000, Need: 100_000}}, buy},
		{"offer without a floor", nil, nil, with(offer, func(o *sim.Order) { o.Price = 0 }),
			sim.Refusal{Reason: sim.ReasonTooSmall, Field: sim.FieldPrice, Amounts: sim.Amounts{Have: 0, Need: 1}}, with(offer, func(o *sim.Order) { o.Price = 1 })},
		{"term too long", nil, offered, with(hire, func(o *sim.Order) { o.Weeks = 101 }),
			sim.Refusal{Reason: sim.ReasonTooLarge, Field: sim.FieldWeeks, Amounts: sim.Amounts{Have: 101, Need: 100}}, with(hire, func(o *sim.Order) { o.Weeks = 100 })},
		{"a landlord's site", nil, nil, with(buy, func(o *sim.Order) { o.Site = hall }),
			sim.Refusal{Reason: sim.ReasonNotOwnSite, Field: sim.FieldSite, Ref: company(host)}, buy},
		{"from here to here", nil, nil, with(move, func(o *sim.Order) { o.Dest = hall }),
			sim.Refusal{Reason: sim.ReasonSameSite, Field: sim.FieldDest, Ref: site(hall)}, move},
		{"own tenant", nil, offered, with(hire, func(o *sim.Order) { o.By = host }),
			sim.Refusal{Reason: sim.ReasonSamePeer, Field: sim.FieldPeer}, sim.Order{}},
		{"not on the list of buyers", func(s *sim.Setup) { s.Families[0].SoldTo = []string{"host"} }, nil, buy,
			sim.Refusal{Reason: sim.ReasonNotSoldTo, Ref: company(maker)}, sim.Order{}},
		{"own chips", nil, nil, with(buy, func(o *sim.Order) { o.By = maker }),
			sim.Refusal{Reason: sim.ReasonOwnFamily, Ref: sim.Ref{Of: sim.OfFamily, ID: 1}}, sim.Order{}},
		{"order book full", nil, nil, with(buy, func(o *sim.Order) { o.Qty = 1701 }), // 20 weeks of 100, less a backlog of 300
			sim.Refusal{Reason: sim.ReasonNoSlots, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 1700, Need: 1701}, Ref: company(maker)},
			with(buy, func(o *sim.Order) { o.Qty = 1700 })},
		{"deposit above the cash", poor, nil, with(buy, func(o *sim.Order) { o.Qty, o.Share = 1001, 500_000 }),
			sim.Refusal{Reason: sim.ReasonCash, Amounts: sim.Amounts{Have: 5_000_000, Need: 5_005_000}}, with(buy, func(o *sim.Order) { o.Qty, o.Share = 1000, 500_000 })},
		{"book of contracts full", nil, batches(22), buy,
			sim.Refusal{Reason: sim.ReasonContractLimit, Amounts: sim.Amounts{Have: 24, Need: 24}, Ref: company(user)}, sim.Order{}}, // two are of the start
		{"nothing on offer", nil, nil, hire, sim.Refusal{Reason: sim.ReasonNotOffered, Field: sim.FieldPeer, Ref: company(host)}, sim.Order{}},
		{"another's offer", nil, offered, with(hire, func(o *sim.Order) { o.Peer = maker }),
			sim.Refusal{Reason: sim.ReasonNotOffered, Field: sim.FieldPeer, Ref: company(maker)}, with(hire, func(o *sim.Order) { o.Site = hall })},
		{"shut out", nil, barred, hire, sim.Refusal{Reason: sim.ReasonExcluded, Field: sim.FieldPeer, Ref: company(host)}, sim.Order{}},
		{"capacity where it may not rent", func(s *sim.Setup) { sim.Grow(s); s.Regions[0].OpenTo = []string{"host"} }, offered, hire,
			sim.Refusal{Reason: sim.ReasonClosedRegion, Field: sim.FieldPeer, Ref: region}, sim.Order{}},
		{"more than is on offer", nil, offered, with(hire, func(o *sim.Order) { o.Qty = 501 }),
			sim.Refusal{Reason: sim.ReasonOfferTooSmall, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 500, Need: 501}, Ref: site(hall)}, hire},
		{"ceiling under the floor", nil, offered, with(hire, func(o *sim.Order) { o.Price = 1_400_000 }),
			sim.Refusal{Reason: sim.ReasonUnderFloor, Field: sim.FieldPrice, Amounts: sim.Amounts{Have: 1_400_000, Need: 1_500_000}, Ref: site(hall)}, hire},
		{"offers what is let", nil, nil, with(offer, func(o *sim.Order) { o.Qty = 4001 }), // of 8,000 a half is let
			sim.Refusal{Reason: sim.ReasonNoSuchChips, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 4000, Need: 4001}, Ref: site(hall)},
			with(offer, func(o *sim.Order) { o.Qty = 4000 })},
		{"sells its own design", func(s *sim.Setup) {
			shed := s.Sites[0]
			shed.ID, shed.Owner, shed.Chips = "forge", "maker", nil
			s.Sites = append(s.Sites, shed)
		}, nil, with(move, func(o *sim.Order) { o.By, o.Site, o.Dest = maker, 3, 0 }),
			sim.Refusal{Reason: sim.ReasonNoResale, Field: sim.FieldFamily, Ref: sim.Ref{Of: sim.OfFamily, ID: 1}}, sim.Order{}},
		{"sells what is let", nil, nil, with(move, func(o *sim.Order) { o.Dest, o.Qty = 0, 4001 }),
			sim.Refusal{Reason: sim.ReasonNoSuchChips, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 4000, Need: 4001}, Ref: site(hall)},
			with(move, func(o *sim.Order) { o.Dest, o.Qty = 0, 4000 })},
		{"moves what is let into the dark", nil, nil, with(move, func(o *sim.Order) { o.Qty = 4001 }),
			sim.Refusal{Reason: sim.ReasonNoPower, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 2000, Need: 4001}, Ref: site(annex)},
			with(move, func(o *sim.Order) { o.Qty = 2000 })},
		{"moves into the dark", nil, nil, with(move, func(o *sim.Order) { o.Qty = 2001 }), // 2 MW run 2,000 chips
			sim.Refusal{Reason: sim.ReasonNoPower, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 2000, Need: 2001}, Ref: site(annex)},
			with(move, func(o *sim.Order) { o.Qty = 2000 })},
		{"organisation full", func(s *sim.Setup) { s.Companies[2].Bureaucracy = sim.Exactly(100) }, times(16, with(buy, func(o *sim.Order) { o.Qty = 10 })), buy,
			sim.Refusal{Reason: sim.ReasonPending, Amounts: sim.Amounts{Have: 16, Need: 16}}, with(buy, func(o *sim.Order) { o.Escalate = true })},
		{"weights that are no whole", nil, nil, with(ration, func(o *sim.Order) { o.Weights[0] = 1 }),
			sim.Refusal{Reason: sim.ReasonBadWeights, Field: sim.FieldWeights}, sim.Order{}},
		{"before the start", nil, nil, with(buy, func(o *sim.Order) { o.When = 9 }),
			sim.Refusal{Reason: sim.ReasonBadDate, Field: sim.FieldWhen}, sim.Order{}},
		{"another's design", nil, nil, with(ration, func(o *sim.Order) { o.By = host }),
			sim.Refusal{Reason: sim.ReasonNotDesigner, Field: sim.FieldFamily, Ref: company(maker)}, sim.Order{}},
		{"a new price every week", nil, []sim.Order{ration}, ration,
			sim.Refusal{Reason: sim.ReasonTooSoon, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 1, Need: 13}, Ref: sim.Ref{Of: sim.OfFamily, ID: 1}}, with(ration, func(o *sim.Order) { o.Qty = 0 })},
		{"software that is ripe", nil, nil, port, sim.Refusal{Reason: sim.ReasonRipe, Field: sim.FieldFamily, Ref: sim.Ref{Of: sim.OfFamily, ID: 1}}, sim.Order{}},
		{"nothing to test on", immature, nil, with(port, func(o *sim.Order) { o.By = maker }),
			sim.Refusal{Reason: sim.ReasonNoTestBlock, Field: sim.FieldFamily, Amounts: sim.Amounts{Have: 0, Need: 64}, Ref: sim.Ref{Of: sim.OfFamily, ID: 1}}, sim.Order{}},
		{"engineers busy", immature, []sim.Order{with(port, func(o *sim.Order) { o.Qty = 30 })}, with(port, func(o *sim.Order) { o.Qty = 41 }),
			sim.Refusal{Reason: sim.ReasonNoEngineers, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 40, Need: 41}, Ref: sim.Ref{Of: sim.OfFamily, ID: 1}}, with(port, func(o *sim.Order) { o.Qty = 40 })},
		{"two places", sim.Grow, nil, with(dig, func(o *sim.Order) { o.Region = plain }),
			sim.Refusal{Reason: sim.ReasonNoPlace, Field: sim.FieldRegion}, dig},
		{"a grid that cannot grow", nil, nil, dig,
			sim.Refusal{Reason: sim.ReasonNoGrowth, Field: sim.FieldSite, Ref: region}, sim.Order{}},
		{"a region that is open to others", func(s *sim.Setup) { sim.Grow(s); s.Regions[0].OpenTo = []string{"user"} }, nil, dig,
			sim.Refusal{Reason: sim.ReasonClosedRegion, Field: sim.FieldSite, Ref: region}, sim.Order{}},
		{"in line without a site", sim.Grow, nil, with(file, func(o *sim.Order) { o.Site, o.Region = 0, plain }),
			sim.Refusal{Reason: sim.ReasonNeedsSite, Ref: region}, file},
		{"too much at once", sim.Grow, times(8, with(file, func(o *sim.Order) { o.Qty = 1_000 })), file,
			sim.Refusal{Reason: sim.ReasonProjects, Amounts: sim.Amounts{Have: 8, Need: 8}}, sim.Order{}},
		{"neighbours who vote against", func(s *sim.Setup) { sim.Grow(s); s.Regions[0].Tolerance = sim.Exactly(300_000) }, nil,
			with(dig, func(o *sim.Order) { o.Site, o.Region = 0, plain }),
			sim.Refusal{Reason: sim.ReasonTolerance, Amounts: sim.Amounts{Have: 300_000, Need: 350_000}, Ref: region}, dig},
		{"more turbines than a site bears", sim.Grow, nil, burn,
			sim.Refusal{Reason: sim.ReasonPowerLeft, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 1_200, Need: 240_000}, Ref: site(annex)}, with(burn, func(o *sim.Order) { o.Qty = 1_200 })},
		{"more turbines than there are", func(s *sim.Setup) { sim.Grow(s); s.Regions[0].Turbines = sim.Exactly(8_000) }, nil,
			with(burn, func(o *sim.Order) { o.Site, o.Qty = hall, 2_100 }),
			sim.Refusal{Reason: sim.ReasonNoUnits, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 2_000, Need: 2_100}, Ref: region}, with(burn, func(o *sim.Order) { o.Site, o.Qty = hall, 2_000 })},
		{"not out yet", inHouse, nil, with(buy, func(o *sim.Order) { o.By, o.Site = host, hall }),
			sim.Refusal{Reason: sim.ReasonNotOut, Field: sim.FieldFamily, Ref: sim.Ref{Of: sim.OfFamily, ID: 1}}, sim.Order{}},
		{"another's programme", inHouse, nil, with(gate, func(o *sim.Order) { o.By = host }),
			sim.Refusal{Reason: sim.ReasonNotOwnProgram, Field: sim.FieldProgram, Ref: company(maker)}, sim.Order{}},
		{"kill what never began", inHouse, nil, with(gate, func(o *sim.Order) { o.Mode = sim.GateKill }),
			sim.Refusal{Reason: sim.ReasonProgramOver, Field: sim.FieldProgram, Ref: sim.Ref{Of: sim.OfProgram, ID: 1}}, sim.Order{}},
		{"fund what is funded", inHouse, []sim.Order{gate}, gate,
			sim.Refusal{Reason: sim.ReasonSamePace, Field: sim.FieldMode, Ref: sim.Ref{Of: sim.OfProgram, ID: 1}}, sim.Order{}},
		{"nobody to let go", nil, nil, sack, sim.Refusal{Reason: sim.ReasonNoTalent}, sim.Order{}},
		{"more people than there are", sim.AddTalent, nil, with(sack, func(o *sim.Order) { o.Qty = 301 }),
			sim.Refusal{Reason: sim.ReasonNoHeads, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 300, Need: 301}, Ref: company(user)}, with(sack, func(o *sim.Order) { o.Qty = 300 })},
		{"an office where it may not be", func(s *sim.Setup) { sim.AddTalent(s); sim.Grow(s); s.Regions[0].OpenTo = []string{"host"} }, nil, branch,
			sim.Refusal{Reason: sim.ReasonClosedRegion, Field: sim.FieldRegion, Ref: region}, sim.Order{}},
		{"too many offices", sim.AddTalent, times(4, branch), branch,
			sim.Refusal{Reason: sim.ReasonOffices, Amounts: sim.Amounts{Have: 4, Need: 4}, Ref: company(user)}, sim.Order{}},

		// capital
		{"nobody to invest", nil, nil, issue, sim.Refusal{Reason: sim.ReasonNoCapital}, sim.Order{}},
		{"more than half of it", invest, nil, with(issue, func(o *sim.Order) { o.Qty = 505_000_001 }), // a billion in cash and a thousand chips
			sim.Refusal{Reason: sim.ReasonStake, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 505_000_000, Need: 505_000_001}}, with(issue, func(o *sim.Order) { o.Qty = 505_000_000 })},
		{"more than its chips carry", invest, nil, with(lend, func(o *sim.Order) { o.Qty = 48_000_001 }),
			sim.Refusal{Reason: sim.ReasonCollateral, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 48_000_000, Need: 48_000_001}}, with(lend, func(o *sim.Order) { o.Qty = 48_000_000 })},
		{"no income to borrow on", invest, nil, with(lend, func(o *sim.Order) { o.By, o.Mode = user, uint8(sim.LoanBond) }),
			sim.Refusal{Reason: sim.ReasonCover, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 0, Need: 10_000_000}}, sim.Order{}},
		{"a fifth loan", invest, times(4, lend), with(lend, func(o *sim.Order) { o.Mode = uint8(sim.LoanBond) }), sim.Refusal{Reason: sim.ReasonLoans, Amounts: sim.Amounts{Have: 4, Need: 4}}, sim.Order{}},
		{"promises twice", invest, []sim.Order{promise}, promise, sim.Refusal{Reason: sim.ReasonGuided, Amounts: sim.Amounts{Have: 130_000_000}}, sim.Order{}},
		{"promises the moon", invest, nil, with(promise, func(o *sim.Order) { o.Qty = 200_000_000 }),
			sim.Refusal{Reason: sim.ReasonTooHigh, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 195_669_750, Need: 200_000_000}}, with(promise, func(o *sim.Order) { o.Qty = 195_669_750 })},
		{"a chip as a business", inHouse, nil, with(decide, func(o *sim.Order) { o.By = maker }),
			sim.Refusal{Reason: sim.ReasonOtherProgram, Field: sim.FieldProgram, Ref: dreamt}, sim.Order{}},
		{"a business as a chip", dream, nil, with(gate, func(o *sim.Order) { o.By = user }),
			sim.Refusal{Reason: sim.ReasonOtherProgram, Field: sim.FieldProgram, Ref: dreamt}, sim.Order{}},
		{"another's business", dream, nil, with(decide, func(o *sim.Order) { o.By = host }),
			sim.Refusal{Reason: sim.ReasonNotOwnProgram, Field: sim.FieldProgram, Ref: company(user)}, sim.Order{}},
		{"ship a dream", dream, nil, with(decide, func(o *sim.Order) { o.Mode = sim.DecideShip }),
			sim.Refusal{Reason: sim.ReasonStageMissing, Field: sim.FieldMode, Amounts: sim.Amounts{Have: 0, Need: 2}, Ref: dreamt}, decide},
		{"show work in progress", dream, []sim.Order{decide}, with(decide, func(o *sim.Order) { o.Mode = sim.DecideShow }),
			sim.Refusal{Reason: sim.ReasonStageMissing, Field: sim.FieldMode, Amounts: sim.Amounts{Have: 1, Need: 2}, Ref: dreamt}, sim.Order{}},
		{"fund what is at work", dream, []sim.Order{decide}, decide,
			sim.Refusal{Reason: sim.ReasonSamePace, Field: sim.FieldMode, Ref: dreamt}, sim.Order{}},
		{"stop what just began", dream, []sim.Order{decide}, with(decide, func(o *sim.Order) { o.Mode = sim.DecideStop }),
			sim.Refusal{Reason: sim.ReasonTooSoon, Field: sim.FieldProgram, Amounts: sim.Amounts{Have: 1, Need: 4}, Ref: dreamt}, sim.Order{}},
		{"stop what never began", dream, nil, with(decide, func(o *sim.Order) { o.Mode = sim.DecideStop }),
			sim.Refusal{Reason: sim.ReasonProgramOver, Field: sim.FieldProgram, Ref: dreamt}, sim.Order{}},
		{"engineers elsewhere", func(s *sim.Setup) { dream(s); immature(s); s.Companies[2].Engineers = sim.Exactly(40) },
			[]sim.Order{with(port, func(o *sim.Order) { o.Qty = 30 })}, decide,
			sim.Refusal{Reason: sim.ReasonNoEngineers, Field: sim.FieldProgram, Amounts: sim.Amounts{Have: 10, Need: 20}, Ref: dreamt}, sim.Order{}},
		{"a dream too dear", func(s *sim.Setup) { dream(s); poor(s) }, nil, decide,
			sim.Refusal{Reason: sim.ReasonCash, Amounts: sim.Amounts{Have: 5_000_000, Need: 8_000_000}}, sim.Order{}},
		{"an organisation that does not change", nil, nil, reform, sim.Refusal{Reason: sim.ReasonNotPlayed}, sim.Order{}},
		{"the form that it has", organised, nil, with(reform, func(o *sim.Order) { o.Mode = uint8(sim.FormUnits) }),
			sim.Refusal{Reason: sim.ReasonSameForm, Field: sim.FieldMode}, sim.Order{}},
		{"reorganise twice", organised, []sim.Order{reform}, with(reform, func(o *sim.Order) { o.Mode = uint8(sim.FormCentral) }),
			sim.Refusal{Reason: sim.ReasonTooSoon, Amounts: sim.Amounts{Have: 1, Need: 26}, Ref: company(user)}, sim.Order{}},
		{"a second deputy for an area", organised, []sim.Order{entrust}, entrust, sim.Refusal{Reason: sim.ReasonHasDeputy, Field: sim.FieldMode}, sim.Order{}},
		{"a fourth deputy", organised, []sim.Order{entrust, deputyOf(sim.GroupPower), deputyOf(sim.GroupTalent)}, deputyOf(sim.GroupModels),
			sim.Refusal{Reason: sim.ReasonProjects, Amounts: sim.Amounts{Have: 3, Need: 3}, Ref: company(user)}, sim.Order{}},
		{"take back what was never given", organised, nil, with(entrust, func(o *sim.Order) { o.Mode, o.Share = o.Mode+sim.RecallArea, 0 }),
			sim.Refusal{Reason: sim.ReasonNoDeputy, Field: sim.FieldMode}, sim.Order{}},
		{"an order of no deputy", organised, nil, with(buy, func(o *sim.Order) { o.Deputy = true }), sim.Refusal{Reason: sim.ReasonNoDeputy}, buy},
		{"a war room after the other", organised, []sim.Order{alarm}, alarm, sim.Refusal{Reason: sim.ReasonTooSoon, Amounts: sim.Amounts{Need: 13}, Ref: company(user)}, sim.Order{}},
		{"find out twice", organised, []sim.Order{spy}, spy, sim.Refusal{Reason: sim.ReasonKnown, Amounts: sim.Amounts{Have: 12, Need: 13}, Ref: company(maker)}, sim.Order{}},
		{"packaging that grows by itself", nil, nil, more(maker, sim.SupplyPackaging, 10), sim.Refusal{Reason: sim.ReasonNotPlayed}, sim.Order{}},
		{"another's packaging", makes, nil, more(host, sim.SupplyPackaging, 10),
			sim.Refusal{Reason: sim.ReasonNotMaker, Field: sim.FieldMode, Ref: company(maker)}, sim.Order{}},
		{"the other supply", func(s *sim.Setup) { makes(s); s.Memory.Of = "host" }, nil, more(maker, sim.SupplyMemory, 10),
			sim.Refusal{Reason: sim.ReasonNotMaker, Field: sim.FieldMode, Ref: company(host)}, more(maker, sim.SupplyPackaging, 10)},
		{"more than doubles it", makes, []sim.Order{more(maker, sim.SupplyPackaging, 60)}, more(maker, sim.SupplyPackaging, 50),
			sim.Refusal{Reason: sim.ReasonNoTools, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 40, Need: 50}}, more(maker, sim.SupplyPackaging, 40)},
		{"a seventeenth expansion", makes, times(16, more(maker, sim.SupplyPackaging, 1)), more(maker, sim.SupplyPackaging, 1),
			sim.Refusal{Reason: sim.ReasonProjects, Amounts: sim.Amounts{Have: 16, Need: 16}}, sim.Order{}},
		{"sells to nobody", nil, nil, with(rule, func(o *sim.Order) { o.By = host }), sim.Refusal{Reason: sim.ReasonServesNobody}, sim.Order{}},
	}, append(append(append(modelSituations(), marketSituations()...), bookingSituations()...), outsideSituations()...)...)
}

// TestRefusalsAreExact makes each situation by hand: the reason, what there is
// and what is needed must be right, and the counter-order the nearest.
func TestRefusalsAreExact(t *testing.T) {
	met := map[sim.Reason]bool{sim.ReasonBidLimit: true, sim.ReasonAttention: true, sim.ReasonSuitOpen: true, // see TestBidLimit, TestAttentionRunsOut, TestNoPactDuringASuit
		sim.ReasonLenders: true, sim.ReasonInsolvent: true, sim.ReasonDeputyBusy: true, sim.ReasonAnswered: true} // see TestCovenants, TestInsolvency, TestDeputiesGiveTwoOrders, TestNobodyMeetsAnEventTwice
	for _, s := range append(situations(), starSituations()...) {
		t.Run(s.name, func(t *testing.T) {
			w := small(t, s.world, s.before...)
			met[s.want.Reason] = true
			if got := sim.Check(w, s.order); got != s.want {
				t.Fatalf("refused with %+v (%s), want %+v", got, got.Reason.Spec().Name, s.want)
			}
			near, ok := sim.Counter(w, s.order)
			if ok != (s.near != sim.Order{}) {
				t.Fatalf("counter %+v, %t; want %+v", near, ok, s.near)
			}
			if ok {
				nearest(t, w, s.order, near, s.near)
			}
		})
	}
	for _, r := range sim.Reasons() {
		if !met[r] {
			t.Errorf("no situation for %s", r.Spec().Name)
		}
	}
}

// nearest demands the counter wanted, that it passes, and that one step back
// towards what was asked does not.
func nearest(t *testing.T, w *sim.World, asked, near, want sim.Order) {
	t.Helper()
	if near != want {
		t.Errorf("counter %+v, want %+v", near, want)
	}
	if r := sim.Check(w, near); !r.Allowed() {
		t.Errorf("the counter is refused itself: %s", r.Reason.Spec().Name)
	}
	for _, f := range []sim.FieldID{sim.FieldQty, sim.FieldPrice, sim.FieldShare, sim.FieldWeeks} {
		back := near
		switch have, asked := near.Number(f), asked.Number(f); {
		case asked > have:
			back.SetNumber(f, have+1)
		case asked < have:
			back.SetNumber(f, have-1)
		default:
			continue
		}
		if sim.Check(w, back).Allowed() {
			t.Errorf("the counter gives up too much: %+v passes as well", back)
		}
	}
}

// TestWhatIsNamedPasses: where a refusal of chips to move or of power to bridge says
// how much would pass, so much passes, and a unit more does not.
func TestWhatIsNamedPasses(t *testing.T) {
	named := 0
	for i := range 400 {
		kw, turbines, cash := float64(1_000+i*37%19_000), float64(1_000*(1+i%11)), 3e6*float64(1+i*7%13)
		w := small(t, func(s *sim.Setup) {
			sim.Grow(s)
			s.Sites[0].Energised, s.Sites[1].Energised = sim.Exactly(kw), sim.Exactly(22_000-float64(i*13%14_000))
			s.Regions[0].Turbines, s.Companies[0].Cash = sim.Exactly(4*turbines), sim.Exactly(cash)
			s.Sites[0].Halls = sim.Exactly(float64(i * 211 % 9_000))
		})
		for _, o := range []sim.Order{with(move, func(o *sim.Order) { o.Qty = 1_000_000 }), with(burn, func(o *sim.Order) { o.Qty = 900_000 }),
			with(burn, func(o *sim.Order) { o.Mode, o.Qty = sim.BridgeBatteries, 900_000 })} {
			r := sim.Check(w, o)
			if r.Allowed() || r.Reason == sim.ReasonCash || r.Have == 0 {
				continue
			}
			named++
			if less := sim.Check(w, with(o, func(o *sim.Order) { o.Qty = r.Have })); !less.Allowed() {
				t.Errorf("%s names %d, which is refused for %s", r.Reason.Spec().Name, r.Have, less.Reason.Spec().Name)
			}
			if sim.Check(w, with(o, func(o *sim.Order) { o.Qty = r.Have + 1 })).Allowed() {
				t.Errorf("%s names %d, and more passes", r.Reason.Spec().Name, r.Have)
			}
		}
	}
	if named < 400 {
		t.Errorf("only %d refusals name a limit", named)
	}
}

// TestBidLimit: the ninth bid of a week is refused. It shows only in the week
// itself, so the event is the witness.
func TestBidLimit(t *testing.T) {
	w := small(t, nil, offer)
	week(t, w, times(9, with(hire, func(o *sim.Order) { o.Qty = 10 }))...)
	refused := 0
	for _, e := range w.Events() {
		if e.Kind == sim.EventOrderRefused {
			refused++
			if e.Reason != sim.ReasonBidLimit || e.By != user || e.Qty != 8 {
				t.Errorf("refused with %s, need %d", e.Reason.Spec().Name, e.Qty)
			}
		}
	}
	if refused != 1 {
		t.Errorf("%d of nine bids refused", refused)
	}
}

// TestRefusedOrdersChangeNothing: a week in which all orders are refused is the
// same as a week without, but for the counters.
func TestRefusedOrdersChangeNothing(t *testing.T) {
	for _, s := range situations() {
		a, b := small(t, s.world, s.before...), small(t, s.world, s.before...)
		week(t, a)
		week(t, b, s.order)
		for _, d := range sim.Diff(a, b, 20) {
			if d.Field != ".Orders" && d.Field != ".Refused" && d.Field != ".NextEvent" && d.Field != ".Draws" {
				t.Errorf("%s: a refused order changed %s, row %d, %s", s.name, d.Part, d.Row, d.Field)
			}
		}
	}
}

// Auditrun plays games that reach every corner of the laws and audits each week.
// It prints the first law that breaks, as Audit says it, and exits with 1; with
// no law broken it prints nothing. The test of the laws builds it from source
// with one line changed.
package main

import (
	"fmt"
	"os"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
	"entangle/sim/units"
)

func main() {
	defer func() {
		if p := recover(); p != nil {
			fmt.Println("panic:", p)
			os.Exit(3)
		}
	}()
	pack, err := scenario.Load(scenarios.FS, "quartet")
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	octet, err := scenario.Load(scenarios.FS, "octet")
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	for _, setup := range []sim.Setup{pack.Setup, poor(pack.Setup), booked(pack.Setup), angry(octet.Setup), ruined(octet.Setup), eventful(octet.Setup), supplied(octet.Setup)} {
		if err := audit(setup); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

// poor leaves everybody too little money to keep what was promised.
func poor(s sim.Setup) sim.Setup {
	s.Companies = append([]sim.CompanySetup(nil), s.Companies...)
	for i := range s.Companies {
		s.Companies[i].Cash = sim.Exactly(4e7)
		s.Companies[i].Policies.CashFloor = sim.Exactly(0)
	}
	return s
}

// booked has a tenant book what the landlord has only in part.
func booked(s sim.Setup) sim.Setup {
	s.Bookings = sim.BookingsSetup{Take: sim.Exactly(500_000), Credit: sim.Exactly(500_000), Exit: sim.Exactly(13)}
	s.Contracts = append(append([]sim.ContractSetup(nil), s.Contracts...), sim.ContractSetup{ID: "hope", Parties: []string{"harbour", "lumen"},
		Start: s.Start.AddWeeks(4), End: s.Start.AddWeeks(140), Clauses: []sim.ClauseSetup{
			{Kind: "booking", From: "harbour", To: "lumen", Compute: sim.Exactly(90_000_000), Steps: sim.Exactly(6), Every: sim.Exactly(2), Take: sim.Exactly(500_000), Exit: sim.Exactly(13)},
			{Kind: "pay", From: "lumen", To: "harbour", Rent: sim.Exactly(1_500_000), Prepaid: sim.Exactly(50_000)},
			{Kind: "pay", From: "harbour", To: "lumen", Credit: sim.Exactly(500_000)}}})
	return s
}

// angry gives the neighbours of the builder's region less patience, and the
// builder more money to try it.
func angry(s sim.Setup) sim.Setup {
	s.Regions = append([]sim.RegionSetup(nil), s.Regions...)
	for i := range s.Regions {
		if s.Regions[i].ID == "delta" {
			s.Regions[i].Tolerance = sim.Exactly(420_000)
		}
	}
	return s
}

// ruined has a landlord owe more than it will ever earn: it goes under. A lab with little
// money and a poor model lets engineers go.
func ruined(s sim.Setup) sim.Setup {
	s.Companies = append([]sim.CompanySetup(nil), s.Companies...)
	for i := range s.Companies {
		if s.Companies[i].ID == "quarry" {
			s.Companies[i].Finance.Debt = sim.Exactly(24e9)
		}
		if s.Companies[i].ID == "cairn" {
			s.Companies[i].Cash, s.Companies[i].Quality = sim.Exactly(40e6), sim.Exactly(115)
		}
	}
	return s
}

// supplied gives packaging and memory to the builder, who orders more of both.
func supplied(s sim.Setup) sim.Setup {
	maker := sim.MakerSetup{Paid: sim.Exactly(300_000), Costs: sim.Exactly(400_000), Begun: sim.Exactly(20), Speed: sim.Exactly(0.5),
		Cost: sim.Exactly(10_000), Weeks: sim.Exactly(20)}
	s.Packaging.Of, s.Packaging.Maker = "falcon", maker
	maker.Cost, maker.Part = sim.Exactly(10), sim.Exactly(600_000)
	s.Memory.Of, s.Memory.Maker = "falcon", maker
	return s
}

// eventful has events from outside bar chips, cut power, make chips and energy dearer and
// bend a market.
func eventful(s sim.Setup) sim.Setup {
	weeks, share, text := sim.Exactly, func(x float64) sim.Figure { return sim.Exactly(1e6 * x) }, sim.Text{En: "Something happens.", Zh: "出事了。"}
	region, segment := s.Regions[0].ID, s.Segments[0].ID
	s.Events = []sim.IncidentSetup{
		{ID: "door", Title: text, Text: text, Date: s.Start.AddWeeks(4), Answer: weeks(4), Seat: "designer", Family: s.Families[0].ID,
			Effects: []sim.EffectSetup{{Kind: "sales", Share: share(1), Weeks: weeks(20)}},
			Choices: []sim.ChoiceSetup{{ID: "pay", Title: text, Effects: []sim.EffectSetup{{Kind: "sales", Share: share(-0.7), After: weeks(2), Weeks: weeks(10)}, {Kind: "levy", Share: share(0.1), Weeks: weeks(10)}}}}},
		{ID: "dark", Title: text, Text: text, Chance: share(0.8), Rest: weeks(12), Answer: weeks(2), Seat: "owner", Strikes: "one", Region: region,
			Effects: []sim.EffectSetup{{Kind: "power_cut", Share: share(0.4), Weeks: weeks(3)}, {Kind: "energy_price", Share: share(0.2), Weeks: weeks(8)}},
			Choices: []sim.ChoiceSetup{{ID: "spare", Title: text, Effects: []sim.EffectSetup{{Kind: "energy_price", Share: share(0.1), Weeks: weeks(6)}, {Kind: "power_cut", Share: share(-0.3), Weeks: weeks(3)}}}}},
		{ID: "ruling", Title: text, Text: text, Date: s.Start.AddWeeks(6), Seat: "seller", Segment: segment,
			Effects: []sim.EffectSetup{{Kind: "reach", Share: share(-0.2), Weeks: weeks(12)}, {Kind: "duty", Share: share(0.1), Weeks: weeks(12)}}},
	}
	return s
}

const seeds = 12

func audit(setup sim.Setup) error {
	sc, problems := sim.Compile(setup)
	if len(problems) > 0 {
		return fmt.Errorf("%+v", problems)
	}
	s := session.New(sc)
	for seed := range uint64(seeds) {
		s.Reset(seed)
		for !s.World.Over() {
			s.Advance(script(s.World))
			if err := s.World.Audit(); err != nil {
				return err
			}
		}
	}
	return nil
}

// script gives orders that the strategies give seldom, in the first weeks.
func script(w *sim.World) []sim.Order {
	sc := w.Scenario()
	company := func(name string) sim.CompanyID { id, _ := sc.Find(sim.OfCompany, name); return sim.CompanyID(id) }
	site := func(name string) sim.SiteID { id, _ := sc.Find(sim.OfSite, name); return sim.SiteID(id) }
	hammer, _ := sc.Find(sim.OfFamily, "hammer")
	offer := sim.Order{Kind: sim.OrderOpenFleet, By: company("harbour"), Site: site("quay"), Family: sim.FamilyID(hammer), Qty: 6_000, Price: 1_500_000}
	rent := sim.Order{Kind: sim.OrderRent, By: company("lumen"), Peer: offer.By, Family: offer.Family, Qty: 4_000, Price: 2_000_000, Weeks: 4}
	move := sim.Order{Kind: sim.OrderPlaceFleet, By: offer.By, Site: offer.Site, Dest: site("basin"), Family: offer.Family, Qty: 500}
	hold := sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyPrice, By: company("falcon"), Price: units.Price(3_000_000)}
	more := sim.Order{Kind: sim.OrderExpandSupply, By: company("falcon"), Mode: uint8(sim.SupplyPackaging), Qty: 40}
	greedy := offer // offers what is let already, which must be refused
	greedy.Qty = 40_000
	switch w.Head().Tick {
	case 0:
		return []sim.Order{offer, hold}
	case 1, 4, 7:
		return []sim.Order{rent, move, more}
	case 2, 6, 10:
		if eyrie := site("eyrie"); eyrie != 0 {
			return power(company("falcon"), eyrie, company("harbour"), offer.Site)
		}
	case 99, 100, 101, 102:
		return recall(sc.Companies())
	}
	return []sim.Order{greedy}
}

// recall sends all deputies back, whatever they did since their last report. It comes
// late, so that it changes little of what the laws see before.
func recall(companies int) (list []sim.Order) {
	for c := 1; c <= companies; c++ {
		for g := sim.GroupCompute; g <= sim.GroupCapital; g++ {
			list = append(list, sim.Order{Kind: sim.OrderDelegate, Mode: sim.RecallArea + uint8(g), By: sim.CompanyID(c)})
		}
	}
	return list
}

// power has the builder burn gas without asking, and the landlord sign for energy.
func power(builder sim.CompanyID, eyrie sim.SiteID, landlord sim.CompanyID, quay sim.SiteID) []sim.Order {
	return []sim.Order{
		{Kind: sim.OrderBreakGround, By: builder, Site: eyrie, Qty: 150_000},
		{Kind: sim.OrderBridgePower, By: builder, Mode: sim.BridgePermitLater, Site: eyrie, Qty: 100_000},
		{Kind: sim.OrderSignEnergy, By: landlord, Mode: uint8(sim.SourceBlock), Site: quay, Qty: 40_000, Weeks: 104}}
}

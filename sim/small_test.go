package sim

import "entangle/sim/units"

// SmallSetup is a world to do sums in, for the tests: a designer, a landlord
// with two sites and a tenant with one, a chip that is one H100e and draws one
// kilowatt, no noise, no ranges. At a PUE of 1, n chips need n+1 kW.
func SmallSetup() Setup {
	start := units.DateOf(2025, 1, 7)
	return Setup{
		Format: 1, Start: start, End: start.AddWeeks(26),
		Switches: Switches{Attention: Off}, // as many orders a week as a test wants
		Constants: Constants{Load: Exactly(1_000_000), MoveWeeks: Exactly(2), GraceWeeks: Exactly(3), MaxTerm: Exactly(100),
			MinPrepaid: Exactly(100_000), TargetLead: Exactly(10), ListPriceSpeed: Exactly(0.5), OrderCap: Exactly(20)},
		Regions:   []RegionSetup{{ID: "plain", EnergyPrice: Exactly(50e6)}},
		Families:  []FamilySetup{smallFamily("core", 1000, 1000)},
		Segments:  []SegmentSetup{smallSegment()},
		Companies: []CompanySetup{smallCompany("host"), smallCompany("maker"), smallTenant("user")},
		Sites: []SiteSetup{
			smallSite("annex", "host", 2_000, 0),
			smallSite("hall", "host", 20_000, 8_000),
			smallSite("shed", "user", 5_000, 1_000)},
		Contracts: []ContractSetup{
			{ID: "batch", Parties: []string{"maker", "user"}, Start: start, End: start.AddWeeks(200), Clauses: []ClauseSetup{
				{Kind: "deliver", From: "maker", To: "user", Family: "core", Site: "shed", Chips: Exactly(300)},
				{Kind: "pay", From: "user", To: "maker", PerChip: Exactly(10_000), Prepaid: Exactly(200_000)}}},
			{ID: "lease", Parties: []string{"host", "user"}, Start: start, End: start.AddWeeks(8), Clauses: []ClauseSetup{
				{Kind: "capacity", From: "host", To: "user", Family: "core", Site: "hall", Chips: Exactly(4_000)},
				{Kind: "pay", From: "user", To: "host", Rent: Exactly(2e6)}}},
		},
	}
}

func smallFamily(id string, h100e, watts float64) FamilySetup {
	return FamilySetup{ID: id, Designer: "maker", H100e: Exactly(h100e), Draw: Exactly(watts), ListPrice: Exactly(10_000),
		UnitCost: Exactly(5_000), Supply: Exactly(100), Growth: Exactly(0), Noise: Exactly(0), Memory: Exactly(10)}
}

func smallSegment() SegmentSetup {
	return SegmentSetup{ID: "people", Potential: Exactly(10e6), Growth: Exactly(0), Noise: Exactly(0), Memory: Exactly(10),
		Reference: Exactly(4e6), Elasticity: Exactly(1), Standard: Exactly(100), Taste: Exactly(0.05), Patience: Exactly(1), Stay: Exactly(0)}
}

func smallCompany(id string) CompanySetup {
	return CompanySetup{ID: id, Cash: Exactly(1e9), Overhead: Exactly(1e6), Staff: Exactly(4000), Bureaucracy: Exactly(0),
		Temperament: Temperament{Risk: Exactly(5), Patience: Exactly(5), Hedge: Exactly(5), Thrift: Exactly(5)}}
}

func smallTenant(id string) CompanySetup {
	c := smallCompany(id)
	c.Quality, c.Price = Exactly(100), Exactly(4e6)
	c.Policies = PolicySetup{CashFloor: Exactly(1e8), PriceStep: Exactly(20_000), Renew: Exactly(1_000_000)}
	return c
}

func smallSite(id, owner string, kw, chips float64) SiteSetup {
	s := SiteSetup{ID: id, Owner: owner, Region: "plain", Energised: Exactly(kw), PUE: Exactly(1_000_000), InstallWeeks: Exactly(2)}
	if chips > 0 {
		s.Chips = []ChipsSetup{{Family: "core", Count: Exactly(chips)}}
	}
	return s
}

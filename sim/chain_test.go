package sim

import "entangle/sim/units"

// ChainSetup is a world with everything that compute has, for the tests: two
// designers who share packaging and memory, two landlords, four labs, and
// figures with noise. Nobody of it is real.
func ChainSetup() Setup {
	start := units.DateOf(2025, 1, 7)
	s := SmallSetup()
	s.Start, s.End = start, start.AddWeeks(52)
	s.Constants.MinPrepaid, s.Constants.OrderCap, s.Constants.ListPriceSpeed = Exactly(100_000), Exactly(60), Exactly(0.5)
	s.Constants.SpotWeeks = Exactly(8)
	s.Constants.Loyalty, s.Constants.DepositLead, s.Constants.DepositShare = Exactly(1), Exactly(20), Exactly(400_000)
	s.Constants.TargetLead, s.Constants.Load = Exactly(16), Exactly(850_000)
	s.Packaging = PackagingSetup{Capacity: Exactly(300), Growth: Exactly(0.7), Noise: Exactly(0.018), Memory: Exactly(20), Lag: Exactly(13)}
	s.Memory = MemorySetup{Capacity: Exactly(800_000), Growth: Exactly(0.5)}
	s.Families = []FamilySetup{
		chainFamily("anvil", "forge", 2500, 2090, 42_000, 15_000, 10.5, 192),
		chainFamily("brick", "kiln", 1320, 1450, 14_000, 7_000, 14, 192)}
	s.Families[1].Maturity, s.Families[1].AtHome = Exactly(0.3), Exactly(0.05)
	own := chainFamily("crest", "atlas", 1100, 1100, 9_000, 5_000, 12, 96)
	own.SoldTo, own.Maturity, own.AtHome = []string{"atlas"}, Exactly(0.6), Exactly(0.4)
	s.Families = append(s.Families, own)
	s.Programs = []ProgramSetup{{ID: "quarry", Owner: "atlas", Family: "crest", Partner: "kiln", Cost: Exactly(300e6), Engineers: Exactly(80),
		Design: Exactly(20), Tapeout: Exactly(10), Qualify: Exactly(8), Ramp: Exactly(6), SlipChance: Exactly(350_000), SlipWeeks: Exactly(8)}}
	s.Segments[0].Potential, s.Segments[0].Growth, s.Segments[0].Noise, s.Segments[0].Elasticity = Exactly(330e6), Exactly(0.9), Exactly(0.02), Exactly(2)
	s.Segments[0].Standard = Exactly(140)
	s.Companies = []CompanySetup{
		chainCompany("atlas", 6e9, 5, 7, 6, 5), chainCompany("borough", 2.5e9, 7, 4, 3, 4),
		chainLab("cedar", 3e9, 143, 6, 5, 8, 4), chainLab("delta", 0.35e9, 138, 5, 5, 5, 5),
		chainLab("ember", 3e9, 140, 9, 2, 3, 2), chainLab("flint", 0.9e9, 141, 7, 4, 9, 3),
		chainCompany("forge", 3e9, 5, 6, 5, 6), chainCompany("kiln", 1e9, 5, 4, 5, 3)}
	for i := range s.Companies {
		s.Companies[i].Engineers = Exactly(150)
	}
	s.Companies[0].WaferShare = Exactly(50_000)
	s.Companies[6].WaferShare, s.Companies[7].WaferShare = Exactly(700_000), Exactly(250_000)
	s.Sites = []SiteSetup{
		chainSite("arch", "atlas", 120_000, 40_000, chainStage(start, 12, 60_000), chainStage(start, 30, 80_000)),
		chainSite("bay", "borough", 50_000, 15_000, chainStage(start, 8, 40_000), chainStage(start, 26, 60_000)),
		chainSite("cove", "cedar", 14_000, 4_000, chainStage(start, 16, 20_000)),
		chainSite("dale", "delta", 8_000, 2_000, chainStage(start, 10, 12_000), chainStage(start, 30, 12_000)),
		chainSite("eyrie", "ember", 40_000, 12_000, chainStage(start, 6, 40_000), chainStage(start, 24, 40_000))}
	s.Contracts = []ContractSetup{
		chainOrder("one", "atlas", "arch", 9_000, start), chainOrder("two", "ember", "eyrie", 9_000, start),
		chainOrder("three", "borough", "bay", 9_000, start), chainOrder("four", "delta", "dale", 3_000, start),
		chainRental("five", "atlas", "cedar", "arch", 14_000, start), chainRental("six", "borough", "flint", "bay", 8_000, start)}
	return s
}

func chainFamily(id, designer string, h100e, watts, list, cost, perWafer, gb float64) FamilySetup {
	return FamilySetup{ID: id, Designer: designer, H100e: Exactly(h100e), Draw: Exactly(watts), ListPrice: Exactly(list),
		UnitCost: Exactly(cost), PerWafer: Exactly(perWafer), GB: Exactly(gb)}
}

func chainCompany(id string, cash, risk, patience, hedge, thrift float64) CompanySetup {
	c := smallCompany(id)
	c.Cash, c.Overhead, c.Staff, c.Bureaucracy = Exactly(cash), Exactly(5e6), Exactly(1500), Exactly(15)
	c.Policies = PolicySetup{CashFloor: Exactly(cash / 10), Renew: Exactly(1_000_000)}
	c.Temperament = Temperament{Risk: Exactly(risk), Patience: Exactly(patience), Hedge: Exactly(hedge), Thrift: Exactly(thrift)}
	return c
}

func chainLab(id string, cash, quality, risk, patience, hedge, thrift float64) CompanySetup {
	c := chainCompany(id, cash, risk, patience, hedge, thrift)
	c.Quality, c.Price, c.Policies.PriceStep = Exactly(quality), Exactly(4e6), Exactly(20_000)
	return c
}

func chainSite(id, owner string, kw, chips float64, stages ...StageSetup) SiteSetup {
	s := smallSite(id, owner, kw, 0)
	s.PUE, s.InstallWeeks, s.Stages = Exactly(1_250_000), Exactly(4), stages
	s.Chips = []ChipsSetup{{Family: "anvil", Count: Exactly(chips)}}
	return s
}

func chainStage(start units.Date, weeks int, kw float64) StageSetup {
	return StageSetup{Date: start.AddWeeks(weeks), Add: Exactly(kw), Slip: Exactly(2)}
}

func chainOrder(id, buyer, site string, chips float64, start units.Date) ContractSetup {
	return ContractSetup{ID: id, Parties: []string{buyer, "forge"}, Start: start, End: start.AddWeeks(200), Clauses: []ClauseSetup{
		{Kind: "deliver", From: "forge", To: buyer, Family: "anvil", Site: site, Chips: Exactly(chips)},
		{Kind: "pay", From: buyer, To: "forge", PerChip: Exactly(42_000), Prepaid: Exactly(200_000)}}}
}

func chainRental(id, landlord, tenant, site string, chips float64, start units.Date) ContractSetup {
	return ContractSetup{ID: id, Parties: []string{landlord, tenant}, Start: start, End: start.AddWeeks(40), Clauses: []ClauseSetup{
		{Kind: "capacity", From: landlord, To: tenant, Family: "anvil", Site: site, Chips: Exactly(chips)},
		{Kind: "pay", From: tenant, To: landlord, Rent: Exactly(2e6)}}}
}

package sim

// MarketSetup is the rich test world with two segments: one that wants the seller's own
// model and one that takes any. A landlord hosts for the latter, the last of the labs
// runs on the model of the first, and one is distrusted.
func MarketSetup() Setup {
	s := LabsSetup()
	apps := s.Segments[0]
	apps.ID, apps.Needs = "apps", "hosting"
	apps.Potential = Exactly(apps.Potential.Value / 3)
	apps.Inertia, apps.Anchor, apps.Depth, apps.Elasticity = Exactly(8), Exactly(0.3), Exactly(0.8), Exactly(1)
	s.Segments[0].Trust = Exactly(1)
	s.Segments = append(s.Segments, apps)
	for i := range s.Companies {
		c := &s.Companies[i]
		if !c.Quality.Given && c.ID != "atlas" {
			continue
		}
		c.Products = append(c.Products, ProductSetup{Segment: "apps", Price: Exactly(4e6), Match: Exactly(100_000)})
		if c.Quality.Given {
			c.Products = append(c.Products, ProductSetup{Segment: "people"})
		}
		if c.ID == "ember" {
			c.Trust = Exactly(10)
		}
	}
	s.Contracts = append(s.Contracts, ContractSetup{ID: "core", Parties: []string{"cedar", "delta"}, Start: s.Start, End: s.Start.AddWeeks(78), Clauses: []ClauseSetup{
		{Kind: "licence", From: "cedar", To: "delta", Use: "core"}, {Kind: "pay", From: "delta", To: "cedar", Fee: Exactly(100_000)}}})
	return s
}

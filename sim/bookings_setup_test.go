package sim

// BookedSetup is the richer test world with investors and lenders in which a lab has
// booked capacity of a landlord who still has to build it, and others may.
func BookedSetup() Setup {
	s := FinancedSetup()
	s.Bookings = BookingsSetup{Take: Exactly(800_000), Credit: Exactly(500_000), Exit: Exactly(26)}
	s.Constants.MaxTerm = Exactly(260)
	s.Contracts = append(s.Contracts, ContractSetup{ID: "seven", Parties: []string{"atlas", "cedar"}, Start: s.Start.AddWeeks(10), End: s.Start.AddWeeks(166), Clauses: []ClauseSetup{
		{Kind: "booking", From: "atlas", To: "cedar", Site: "arch", Compute: Exactly(40_000_000), Steps: Exactly(4), Every: Exactly(6), Take: Exactly(800_000), Exit: Exactly(26)},
		{Kind: "pay", From: "cedar", To: "atlas", Rent: Exactly(1.6e6), Prepaid: Exactly(50_000)},
		{Kind: "pay", From: "atlas", To: "cedar", Credit: Exactly(500_000)}}})
	return s
}

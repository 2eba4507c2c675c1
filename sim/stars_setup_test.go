package sim

// AddStars gives the small world three people of the same rank: Ann works for the
// tenant, Bob for the landlord, Cat for nobody; the market gives a million a year.
func AddStars(s *Setup) {
	s.Stars.MarketPay = Exactly(1e6)
	star := func(id, employer string) PersonSetup {
		p := PersonSetup{ID: id, Employer: employer, Team: Exactly(20)}
		if employer != "" {
			p.Pay = Exactly(1e6)
		}
		return p
	}
	s.People = []PersonSetup{star("ann", "user"), star("bob", "host"), star("cat", "")}
}

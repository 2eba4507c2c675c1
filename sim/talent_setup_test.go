package sim

// AddTalent gives a world of the tests a market for people: labs with researchers,
// everybody with engineers and conventional staff.
func AddTalent(s *Setup) {
	s.Talent = TalentSetup{
		Researchers: TierSetup{Pay: Exactly(800_000), Elsewhere: Exactly(900), Entrants: Exactly(100_000), Growth: Exactly(50_000)},
		Engineers:   TierSetup{Pay: Exactly(400_000), Elsewhere: Exactly(3_000), Entrants: Exactly(120_000)},
		Software:    TierSetup{Pay: Exactly(200_000), Elsewhere: Exactly(50_000)},
		Pace:        Exactly(8.4), Team: Exactly(300), Compute: Exactly(20e6), Spill: Exactly(0.5), WageBill: Exactly(20e9)}
	for i := range s.Companies {
		c := &s.Companies[i]
		c.Engineers = Exactly(150)
		c.People = PeopleSetup{Researchers: Exactly(20), Software: Exactly(200), Growth: Exactly(150_000)}
		if c.Quality.Given {
			c.People.Researchers, c.People.Growth, c.Models.KnowHow = Exactly(300), Exactly(400_000), Exactly(max(c.Quality.Value-134, -20))
		}
	}
}

// Disown begins an exodus, as signing a licence of a core model does.
func Disown(w *World, c CompanyID) { w.disown(c) }

package sim

// Dream gives the tenant of a small world a programme for a device, and a market for
// it that nobody serves, for the tests.
func Dream(s *Setup) {
	market := smallSegment()
	market.ID, market.Potential, market.Trust = "pockets", Exactly(2e6), Exactly(1)
	s.Segments = append(s.Segments, market)
	s.Companies[2].Products = []ProductSetup{{Segment: "people"}}
	s.Companies[2].Engineers = Exactly(60)
	s.Programs = []ProgramSetup{{ID: "dream", Kind: "device", Owner: "user", Segment: "pockets", Cost: Exactly(16e6), Engineers: Exactly(20),
		Develop: Exactly(8), Trial: Exactly(4), Launch: Exactly(4), Odds: Exactly(500_000), Reach: Exactly(1), Hype: Exactly(0.7), Price: Exactly(4e6),
		Returns: Exactly(200_000), Widens: Exactly(0.2)}}
}

// VentureSetup is a small world with such a programme, and strategies with a mind to
// decide on it.
func VentureSetup() Setup {
	s := SmallSetup()
	Dream(&s)
	s.Switches.Attention = On
	s.End = s.Start.AddWeeks(52)
	s.Companies[2].Temperament = Temperament{Risk: Exactly(8), Patience: Exactly(2), Hedge: Exactly(5), Thrift: Exactly(2)}
	return s
}

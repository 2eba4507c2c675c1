package sim

// GridSetup is the small world with a grid that can grow, for the tests: two
// years, one region, bare halls at the annex, chips as fast as anybody could want.
// The host has money to build.
func GridSetup() Setup {
	s := SmallSetup()
	s.End = s.Start.AddWeeks(130)
	GrowRegion(&s.Regions[0])
	s.Families[0].Supply = Exactly(5_000)
	s.Companies[0].Cash, s.Companies[0].Policies.CashFloor = Exactly(30e9), Exactly(0)
	s.Sites[0].Halls = Exactly(700_000)
	return s
}

// GrowRegion gives a region all that building needs: plenty of it but for the
// grid.
func GrowRegion(r *RegionSetup) {
	r.Headroom, r.QueueWeeks, r.Tolerance = Exactly(2_000_000), Exactly(104), Exactly(500_000)
	r.Contractors, r.Transformers = Exactly(4_000_000), Exactly(4_000_000)
	r.Turbines, r.Nuclear = Exactly(2_000_000), Exactly(100_000)
}

// Grow lets the grid of the small world grow.
func Grow(s *Setup) { GrowRegion(&s.Regions[0]) }

// BusyGridSetup has strategies play on a grid that everybody wants: the host has
// three times the chips that it has power for, does not wait for permits, and its
// neighbours have borne much.
func BusyGridSetup() Setup {
	s := GridSetup()
	r := &s.Regions[0]
	r.Headroom, r.QueueWeeks, r.Tolerance = Exactly(300_000), Exactly(104), Exactly(450_000)
	r.Contractors, r.Transformers, r.NeedsSite = Exactly(600_000), Exactly(600_000), Off
	s.Sites[0].Halls, s.Sites[0].Chips = Exactly(400_000), []ChipsSetup{{Family: "core", Count: Exactly(400_000)}}
	s.Companies[0].Temperament = Temperament{Risk: Exactly(9), Patience: Exactly(2), Hedge: Exactly(3), Thrift: Exactly(2)}
	return s
}

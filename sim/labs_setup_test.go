package sim

// LabsSetup is the rich test world with companies that make models: one ahead, one
// poor and far behind, one bold and behind, one thrifty with open weights.
func LabsSetup() Setup {
	s := ChainSetup()
	s.End = s.Start.AddWeeks(104)
	s.Models = ModelsSetup{Base: Exactly(131), Scale: Exactly(3), Efficiency: Exactly(350), Noise: Exactly(1.3),
		DataWall: Exactly(6), DataGrowth: Exactly(0.3), Serving: Exactly(1.1), Wear: Exactly(0.5)}
	for i := range s.Companies {
		c := &s.Companies[i]
		if !c.Quality.Given {
			continue
		}
		c.Models = LabSetup{KnowHow: Exactly(c.Quality.Value - 130.5), Flop: Exactly(6)}
		c.Policies.Research, c.Policies.Training = Exactly(500_000), Exactly(500_000)
		if c.ID == "flint" {
			c.Models.Open, c.Models.Drawer, c.Models.Cheap = Exactly(9), Exactly(142), Exactly(120_000)
		}
	}
	s.Segments[0].Potential = Exactly(s.Segments[0].Potential.Value / 2)
	return s
}

// Forget takes know-how from a company, as if people had left.
func (w *World) Forget(c CompanyID, points float64) { w.moveKnow(c, 0, points) }

// Learn gives a company know-how, as if its people had found it.
func (w *World) Learn(c CompanyID, points float64) {
	w.companies[c].Know += points
	w.teams[c].Learned += points
}

// Famed puts a company into everybody's mouth.
func Famed(w *World, c CompanyID) { w.famed(c) }

package sim

// SuppliedSetup is the chain with a company that makes packaging and most of the
// memory, and that decides how much more of them there will be.
func SuppliedSetup() Setup {
	s := ChainSetup()
	s.Companies = append(s.Companies, chainCompany("glaze", 2e9, 6, 4, 5, 4))
	s.Constants.OrderCap = Exactly(80)
	MakeBy(&s, "glaze")
	return s
}

// MakeBy gives packaging and three fifths of the memory to a company.
func MakeBy(s *Setup, of string) {
	maker := MakerSetup{Paid: Exactly(300_000), Costs: Exactly(400_000), Begun: Exactly(13), Cost: Exactly(500_000), Weeks: Exactly(20), Speed: Exactly(0.4)}
	s.Packaging.Of, s.Packaging.Maker = of, maker
	maker.Part, maker.Cost = Exactly(600_000), Exactly(400)
	s.Memory.Of, s.Memory.Maker = of, maker
}

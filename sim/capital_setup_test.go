package sim

// FinancedSetup is the richer test world with investors and lenders: a landlord that
// lives on credit, one that cannot repay what it owes, and labs that raise money.
func FinancedSetup() Setup {
	s := ChainSetup()
	s.Capital = CapitalSetup{Multiple: Exactly(3), Slope: Exactly(6), Noise: Exactly(0.03), NoiseWeeks: Exactly(38), Frights: Exactly(1)}
	for i := range s.Companies {
		f := &s.Companies[i].Finance
		f.RunRate, f.Growth, f.Earning = Exactly(1.5e9), Exactly(0.8), Exactly(300_000)
	}
	for _, i := range []int{2, 3, 4, 5} { // labs
		s.Companies[i].Finance.Listed = Off
	}
	for _, i := range []int{0, 4} { // with income and without cash
		s.Companies[i].Cash, s.Companies[i].Policies.CashFloor, s.Companies[i].Finance.Earning = Exactly(0.15e9), Exactly(0.05e9), Exactly(600_000)
	}
	poor := &s.Companies[1] // a landlord that owes more than it will ever have
	poor.Finance.Debt, poor.Finance.Term, poor.Finance.Earning, poor.Cash = Exactly(8e9), Exactly(104), Exactly(200_000), Exactly(0.4e9)
	return s
}

// Invest adds investors and lenders to the small world: the landlord earns half of
// 522 million a year, the others nothing.
func Invest(s *Setup) {
	s.Capital = CapitalSetup{Multiple: Exactly(5)}
	s.Companies[0].Finance = FinanceSetup{RunRate: Exactly(521_786_000), Earning: Exactly(500_000)}
}

// ShakeSellers does to markets what an open model does that needs far less compute.
func ShakeSellers(w *World, part float64) float64 { return w.shakeSellers(part) }

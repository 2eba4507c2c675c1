package sim

// researchers, engineers, software_staff: people at work for a company.
func readHeads(t Tier) func(w *World, id int32) float64 {
	return func(w *World, id int32) float64 { return float64(w.crew(CompanyID(id), t).Heads()) }
}

func whyHeads(t Tier) func(w *World, id int32, s *Terms) {
	return func(w *World, id int32, s *Terms) {
		k := w.crew(CompanyID(id), t)
		s.Add(TermOldHands, float64(k.Old))
		s.Add(TermNewcomers, float64(k.New))
	}
}

// quits: researchers who left of their own will.
func readQuits(w *World, id int32) float64 {
	return float64(w.crew(CompanyID(id), TierResearchers).Quits)
}

func whyQuits(w *World, id int32, t *Terms) {
	k := w.crew(CompanyID(id), TierResearchers)
	t.Add(TermOldHands, float64(k.OldQuits))
	t.Add(TermNewcomers, float64(k.Quits-k.OldQuits))
}

// quits_old: of those, people who had been there for more than a year.
func readOldQuits(w *World, id int32) float64 {
	return float64(w.crew(CompanyID(id), TierResearchers).OldQuits)
}

func whyOldQuits(w *World, id int32, t *Terms) { t.Add(TermOldHands, readOldQuits(w, id)) }

// hires: researchers who came.
func readHires(w *World, id int32) float64 {
	return float64(w.crew(CompanyID(id), TierResearchers).Hires)
}

func whyHires(w *World, id int32, t *Terms) { t.Add(TermNewcomers, readHires(w, id)) }

// pay_researchers: mean yearly pay of a company's researchers.
func readResearcherPay(w *World, id int32) float64 {
	k := w.crew(CompanyID(id), TierResearchers)
	if k.Heads() == 0 {
		return 0
	}
	return mean(k.Pay, k.Old, k.NewPay, k.New) / million
}

func whyResearcherPay(w *World, id int32, t *Terms) {
	k := w.crew(CompanyID(id), TierResearchers)
	if n := float64(k.Heads()); n > 0 {
		t.Add(TermOldHands, float64(k.Pay*float64(k.Old))/float64(million*n))
		t.Add(TermNewcomers, float64(k.NewPay*float64(k.New))/float64(million*n))
	}
}

// payroll: what the people in tiers are paid.
func readPayroll(w *World, id int32) float64 {
	return float64(bn(w.companies[id].Payroll) * weeksAYear)
}

func whyPayroll(w *World, id int32, t *Terms) {
	rest := readPayroll(w, id)
	for k := range TierCount {
		x := float64(w.crew(CompanyID(id), k).weekly()*weeksAYear) / billion
		rest -= x
		t.AddOf(TermStaff, Ref{OfCompany, id}, x)
	}
	t.Add(TermContractors, rest) // and what changed since the payroll was reckoned
}

// morale of a company's people.
func readMorale(w *World, id int32) float64 { return w.teams[id].Morale }

func whyMorale(w *World, id int32, t *Terms) {
	m := &w.teams[id]
	gap := -float64(gapMorale * max(m.Gap[0], m.Gap[1]))
	t.Add(TermStart, m.Calm)
	t.Add(TermGap, gap)
	t.Add(TermShaken, m.Morale-m.Calm-gap)
}

// know_how: what a company's people know of making models.
func readKnow(w *World, id int32) float64 { return w.companies[id].Know }

func whyKnow(w *World, id int32, t *Terms) {
	m := &w.teams[id]
	t.Add(TermStart, m.Start)
	t.Add(TermFound, m.Learned)
	t.Add(TermSpilled, m.Spilled)
	t.Add(TermTaken, m.Taken)
	t.Add(TermLost, -m.Lost)
}

// know_how_per_head: for a thousand researchers.
func readKnowPerHead(w *World, id int32) float64 {
	n := w.crew(CompanyID(id), TierResearchers).Heads()
	if n == 0 {
		return 0
	}
	return float64(1000*w.companies[id].Know) / float64(n)
}

func whyKnowPerHead(w *World, id int32, t *Terms) { t.Add(TermUnits, readKnowPerHead(w, id)) }

// know_lost: know-how that leavers took away.
func readKnowLost(w *World, id int32) float64 { return w.teams[id].Lost }

func whyKnowLost(w *World, id int32, t *Terms) { t.Add(TermLost, readKnowLost(w, id)) }

// wage_researchers: what the market pays a researcher.
func readWage(w *World, _ int32) float64 { return w.labour.Wage[TierResearchers] / million }

func whyWage(w *World, _ int32, t *Terms) {
	t.Add(TermStart, w.labour.First[TierResearchers]/million)
	t.Add(TermMarket, (w.labour.Wage[TierResearchers]-w.labour.First[TierResearchers])/million)
}

package sim

import "entangle/sim/units"

// hasTalent tells whether the scenario has a market for people.
func (w *World) hasTalent() bool {
	return w.labour.First[TierResearchers]+w.labour.First[TierEngineers] > 0
}

// startNew is the share of all people who came within a year, at the start.
const startNew = units.One / 5

// loadTalent fills the market for people and the companies' crews.
func (w *World) loadTalent() {
	s := &w.sc.setup.Talent
	l := &w.labour
	for t, tier := range [TierCount]*TierSetup{&s.Researchers, &s.Engineers, &s.Software} {
		if !tier.Pay.Given {
			continue
		}
		l.First[t] = w.figure(&tier.Pay)
		l.Wage[t], l.Told[t] = l.First[t], l.First[t]
		l.Enter[t], l.Retrain[t] = w.portion(&tier.Entrants, 0), w.portion(&tier.Retrain, 0)
		w.crews[t] = Crew{Old: w.whole(&tier.Elsewhere), Pay: l.First[t], Target: w.figure(&tier.Elsewhere)}
	}
	if !w.hasTalent() {
		return
	}
	l.Growth = w.portion(&s.Researchers.Growth, 0)
	l.Pace, l.Team, l.Compute = w.figure(&s.Pace), max(w.figure(&s.Team), 1), max(w.figure(&s.Compute), 1)
	l.Spill, l.Bill, l.Load = w.figure(&s.Spill), w.figure(&s.WageBill), w.figure(&s.Workload)
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		w.loadTeam(c, &w.sc.setup.Companies[c-1].People)
		l.Began = max(l.Began, w.companies[c].Know)
	}
	for t := range TierCount {
		for c := range w.companies {
			l.Start[t] += w.crew(CompanyID(c), t).Heads()
		}
	}
}

// portion is a share of the scenario as a number, with what it is where the file is
// silent.
func (w *World) portion(f *Figure, absent float64) float64 {
	if !f.Given {
		return absent
	}
	return w.figure(f) / float64(units.One)
}

// loadTeam fills a company's people.
func (w *World) loadTeam(c CompanyID, s *PeopleSetup) {
	co, m := &w.companies[c], &w.teams[c]
	heads := [TierCount]int64{w.whole(&s.Researchers), co.Engineers, w.whole(&s.Software)}
	pay := w.portion(&s.Pay, 1)
	for t := range TierCount {
		if w.labour.First[t] == 0 {
			heads[t] = 0
		}
		k := w.crew(c, t)
		*k = Crew{Old: heads[t], Target: float64(heads[t]), Pay: float64(pay * w.labour.First[t])}
		k.NewPay = k.Pay
		if t == TierSoftware {
			continue
		}
		joined := startNew.Of(heads[t]) / joinBeats
		for i := range k.Joined {
			k.Joined[i] = int32(joined)
		}
		k.New = joined * joinBeats
		k.Old -= k.New
	}
	*m = Team{Morale: float64(100 * w.portion(&s.Morale, 0.6)), Mission: w.portion(&s.Mission, 0.5), Stay: w.figure(&s.Stickiness), Edge: w.portion(&s.Edge, 1), Lean: 5,
		Others: max(0, co.Staff-heads[TierResearchers]-heads[TierEngineers]), Need: float64(heads[TierSoftware]), Start: co.Know}
	m.Calm = m.Morale
	if s.Lean.Given {
		m.Lean = w.figure(&s.Lean)
	}
	co.Policy.Pay, co.Policy.Growth, co.Policy.Match = units.One, units.One/10, units.One*12/100
	if s.Pay.Given {
		co.Policy.Pay = units.PPM(w.whole(&s.Pay))
	}
	if s.Growth.Given {
		co.Policy.Growth = units.PPM(w.whole(&s.Growth))
	}
	w.reckonPay(c)
	w.countStaff(c)
}

// crew is the row of a company and a tier; company 0 is those elsewhere.
func (w *World) crew(c CompanyID, t Tier) *Crew { return &w.crews[int(c)*int(TierCount)+int(t)] }

// countStaff brings the company's counts in line with its crews.
func (w *World) countStaff(c CompanyID) {
	co := &w.companies[c]
	if w.labour.First[TierEngineers] > 0 {
		co.Engineers = w.crew(c, TierEngineers).Heads()
	}
	co.Staff = w.teams[c].Others + w.crew(c, TierResearchers).Heads() + w.crew(c, TierEngineers).Heads()
}

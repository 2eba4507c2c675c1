package sim

import "fmt"

// lawHeads: people do not appear or vanish.
func lawHeads(w *World) error {
	for t := range TierCount {
		l, have := &w.labour, w.labour.Pool[t]
		for c := range w.companies {
			have += w.crew(CompanyID(c), t).Heads()
		}
		if want := l.Start[t] + l.Came[t] - l.Left[t]; have != want || l.Pool[t] < 0 {
			return fmt.Errorf("tier %d: %d people work or look for work, of %d at the start %d came and %d left",
				t, have, l.Start[t], l.Came[t], l.Left[t])
		}
	}
	return nil
}

// lawCrews: newcomers are those of the last year, and what companies count of their
// people is what their crews say.
func lawCrews(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		for t := range TierCount {
			k, sum := w.crew(c, t), int64(0)
			for _, n := range k.Joined {
				sum += int64(n)
				if n < 0 {
					return fmt.Errorf("%s: %d newcomers of a month", w.sc.Name(Ref{OfCompany, int32(c)}), n)
				}
			}
			if sum != k.New || k.Old < 0 || !finite(k.Pay, k.NewPay, k.Target) {
				return fmt.Errorf("%s: %d old hands, %d newcomers and %d of the last months", w.sc.Name(Ref{OfCompany, int32(c)}), k.Old, k.New, sum)
			}
		}
		if !w.hasTalent() {
			continue
		}
		co, m := &w.companies[c], &w.teams[c]
		staff := m.Others + w.crew(c, TierResearchers).Heads() + w.crew(c, TierEngineers).Heads()
		if co.Staff != staff || w.labour.First[TierEngineers] > 0 && co.Engineers != w.crew(c, TierEngineers).Heads() || m.Morale < 0 || m.Morale > 100 {
			return fmt.Errorf("%s counts %d people and %d engineers, its crews say %d; morale %v", w.sc.Name(Ref{OfCompany, int32(c)}), co.Staff, co.Engineers, staff, m.Morale)
		}
	}
	return nil
}

// lawKnow: know-how has a source.
func lawKnow(w *World) error {
	for c := 1; c < len(w.companies); c++ {
		m := &w.teams[c]
		rest := w.companies[c].Know - (m.Start + m.Learned + m.Spilled + m.Taken - m.Lost)
		if !finite(rest) || rest > 1e-6 || rest < -1e-6 || w.companies[c].Absorb < 0 {
			return fmt.Errorf("%s knows %v, of which %v came from nowhere", w.sc.Name(Ref{OfCompany, int32(c)}), w.companies[c].Know, rest)
		}
	}
	return nil
}

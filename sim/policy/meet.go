package policy

import "entangle/sim"

// meetEvents chooses how to meet events from outside, by what each choice would bring:
// the thrifty count money that goes now for more, the patient what comes over time, the
// bold what may come.
func meetEvents(m *mind) {
	m.out.Plan.Next[sim.AreaEvents] = m.Date().AddWeeks(100 * weeksAYear) // the next one asks by itself
	for id := sim.IncidentID(1); int(id) <= m.Incidents(); id++ {
		if q, open := m.Question(id); open {
			m.meet(&q)
		}
	}
}

// dares is what a leadership makes of what may come: the bold count more on luck, and
// less on bad luck.
func (m *mind) dares(what float64) float64 {
	if what < 0 {
		return lean(m.Risk, 1.5, 0.5)
	}
	return lean(m.Risk, 0.5, 1.3)
}

// meet gives the best answer to a question, if one is better than none.
func (m *mind) meet(q *sim.Question) {
	best, most := sim.ChoiceID(0), 0.0
	for k := q.From; k < q.To; k++ {
		s := m.Stakes(k)
		if m.own.Cash-m.own.Policy.CashFloor < 0 && s.Now > 0 {
			continue // who saves does not pay for more
		}
		worth := float64(lean(m.Patience, 0.6, 1.2)*s.Sure) + float64(m.dares(s.Unsure)*s.Unsure) - float64(lean(m.Thrift, 0.8, 1.4)*s.Now)
		if worth > most {
			best, most = k, worth
		}
	}
	if best != 0 {
		m.sure(&sim.Order{Kind: sim.OrderAnswer, Choice: best})
	}
}

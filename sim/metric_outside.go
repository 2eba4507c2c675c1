package sim

// outside_cost: what a company has paid the state and others for events from outside:
// levies, duties, and what it cost to meet them.
func readOutsideCost(w *World, id int32) float64 {
	return float64(w.flow(CompanyID(id), FlowOutside, out)) / billion
}

func whyOutsideCost(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowOut, FlowOutside, readOutsideCost(w, id))
}

// outside_open: events from outside that wait for the company's choice.
func readOutsideOpen(w *World, id int32) (n float64) {
	for e := range w.incidents {
		if _, open := w.View(CompanyID(id)).Question(IncidentID(e)); open {
			n++
		}
	}
	return n
}

func whyOutsideOpen(w *World, id int32, t *Terms) {
	for e := range w.incidents {
		if _, open := w.View(CompanyID(id)).Question(IncidentID(e)); open {
			t.AddOf(TermOutside, Ref{OfIncident, int32(e)}, 1)
		}
	}
}

// event_count: how often an event from outside has happened.
func readEventCount(w *World, id int32) float64 { return float64(w.incidents[id].Times) }

func whyEventCount(w *World, id int32, t *Terms) { t.Add(TermOutside, readEventCount(w, id)) }

// addOutside notes what events from outside make of a value, where they do.
func (t *Terms) addOutside(v float64) {
	if t != nil && v != 0 {
		t.Add(TermOutside, v)
	}
}

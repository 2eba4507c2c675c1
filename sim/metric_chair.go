package sim

// attention is what is left for the coming week's orders.
func readAttention(w *World, id int32) float64 { return float64(w.companies[id].Attention) }

func whyAttention(w *World, id int32, t *Terms) {
	w.attentionOf(CompanyID(id), int64(w.companies[id].Clauses), t)
	if t == nil {
		return
	}
	rest := float64(w.companies[id].Attention)
	for _, term := range t.List {
		rest -= term.Value
	}
	t.Add(TermCarried, rest)
}

// bureaucracy is what makes orders of the line wait, 0 to 100.
func readBureaucracy(w *World, id int32) float64 { return w.companies[id].Bureaucracy }

func whyBureaucracy(w *World, id int32, t *Terms) {
	w.bureaucracyOf(CompanyID(id), t)
}

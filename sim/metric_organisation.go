package sim

// bureaucracy_norm is where a company's bureaucracy tends to, deputies apart.
func readNorm(w *World, id int32) float64 {
	if w.orgs[id].Form == FormNone {
		return w.companies[id].Bureaucracy
	}
	return w.normOf(CompanyID(id), nil)
}

func whyNorm(w *World, id int32, t *Terms) {
	if w.orgs[id].Form == FormNone {
		t.Add(TermStart, w.companies[id].Bureaucracy)
		return
	}
	w.normOf(CompanyID(id), t)
}

// deputies are the areas that a company has delegated.
func readDeputies(w *World, id int32) float64 { return float64(w.orgs[id].deputies()) }

func whyDeputies(w *World, id int32, t *Terms) { t.Add(TermDeputies, readDeputies(w, id)) }

// research_drag is the bureaucracy that research feels beyond that of a small
// laboratory.
func readDrag(w *World, id int32) float64 { return float64(100 * w.researchDrag(CompanyID(id))) }

func whyDrag(w *World, id int32, t *Terms) {
	o, b := &w.orgs[id], w.companies[id].Bureaucracy
	felt, turmoil := b, 0.0
	if o.Form != FormNone {
		felt = w.feltByResearch(CompanyID(id), o.Form)
	}
	if o.Form != FormNone && o.Calm != 0 {
		turmoil = 100 * turmoilResearch
	}
	t.Add(TermSettled, b)
	t.Add(TermForm, felt-b)
	t.Add(TermTurmoil, turmoil)
	t.Add(TermSpare, readDrag(w, id)-felt-turmoil)
}

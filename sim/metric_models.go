package sim

// best_model_eci: what customers believe of the best model on offer.
func readQuality(w *World, id int32) float64 { return w.companies[id].Quality }

func whyQuality(w *World, id int32, t *Terms) {
	best := w.best(CompanyID(id))
	if best == 0 {
		return
	}
	row, ref := &w.models[best], Ref{OfModel, int32(best)}
	t.AddOf(TermTruth, ref, row.Quality)
	t.AddOf(TermBoard, ref, w.shown(best)-row.Quality+w.doubted(best))
	t.AddOf(TermWarmth, ref, -row.Warmth)
	t.AddOf(TermDoubt, ref, -w.doubted(best))
}

// doubted is what customers take off what boards show of a model.
func (w *World) doubted(m ModelID) float64 {
	if !on(w.sc.setup.Switches.Gaming) {
		return 0
	}
	return w.labs[w.sc.ModelOwner(m)].Doubt
}

func readTraining(w *World, id int32) float64 { return kH(w.companies[id].Training) }

// whyTraining splits what trains over the runs in training.
func whyTraining(w *World, id int32, t *Terms) {
	t.Add(TermRuns, kH(w.companies[id].Training))
}

func readResearch(w *World, id int32) float64 { return kH(w.companies[id].Research) }

func whyResearch(w *World, id int32, t *Terms) {
	co := &w.companies[id]
	t.Add(TermRuns, kH(co.Training))
	t.Add(TermKnow, kH(co.Research-co.Training))
}

func readReleased(w *World, id int32) float64 { return float64(w.labs[id].Released) }

func whyReleased(w *World, id int32, t *Terms) { t.Add(TermUnits, float64(w.labs[id].Released)) }

// run_flop: in 10^24 FLOP.
func readRunFlop(w *World, id int32) float64 { return w.labs[id].Flop }

func whyRunFlop(w *World, id int32, t *Terms) {
	t.Add(TermRuns, w.labs[id].Past)
	runs := w.labRuns(CompanyID(id))
	for i := range runs {
		if r := &runs[i]; r.Stage != RunNone {
			t.AddOf(TermWorks, Ref{OfModel, int32(r.Into)}, r.Done-r.Before)
		}
	}
}

// run_progress: of the compute that the live runs of a company want, what they have.
func readProgress(w *World, id int32) float64 {
	done, want := w.runWork(CompanyID(id))
	if want == 0 {
		return 0
	}
	return done / want
}

func (w *World) runWork(c CompanyID) (done, want float64) {
	runs := w.labRuns(c)
	for i := range runs {
		if runs[i].Stage != RunNone {
			done += runs[i].Done
			want += runs[i].Want
		}
	}
	return done, want
}

func whyProgress(w *World, id int32, t *Terms) {
	runs := w.labRuns(CompanyID(id))
	_, want := w.runWork(CompanyID(id))
	for i := range runs {
		if r := &runs[i]; r.Stage != RunNone {
			t.AddOf(TermWorks, Ref{OfModel, int32(r.Into)}, r.Done/want)
		}
	}
}

func readFrontier(w *World, _ int32) float64 { return w.head.Frontier }

func whyFrontier(w *World, _ int32, t *Terms) {
	for c := 1; c < len(w.companies); c++ {
		if co := &w.companies[c]; co.Quality > 0 && co.Quality == w.head.Frontier {
			t.AddOf(TermQuality, Ref{OfCompany, int32(c)}, co.Quality)
			return
		}
	}
}

// open_frontier: the best model that anybody may run.
func readOpen(w *World, _ int32) float64 {
	if m := w.bestOpen(); m != 0 {
		return w.appealing(m)
	}
	return 0
}

func (w *World) bestOpen() (best ModelID) {
	for m := ModelID(1); int(m) < len(w.models); m++ {
		if w.offered(m) && w.models[m].Mode == ReleaseOpen && (best == 0 || w.appealing(m) > w.appealing(best)) {
			best = m
		}
	}
	return best
}

func whyOpen(w *World, _ int32, t *Terms) {
	if m := w.bestOpen(); m != 0 {
		t.AddOf(TermQuality, Ref{OfModel, int32(m)}, w.appealing(m))
	}
}

// inference_cost: the least compute that serving a model within four points of the
// frontier takes, over that of a large model at the start.
func readCost(w *World, _ int32) float64 {
	if m := w.cheapestNear(); m != 0 {
		return w.useCost(m)
	}
	return 0
}

func (w *World) cheapestNear() (least ModelID) {
	for m := ModelID(1); int(m) < len(w.models); m++ {
		if w.offered(m) && w.appealing(m) >= w.head.Frontier-nearGap && (least == 0 || w.models[m].Cost < w.models[least].Cost) {
			least = m
		}
	}
	return least
}

func whyCost(w *World, _ int32, t *Terms) {
	if m := w.cheapestNear(); m != 0 {
		t.AddOf(TermFlop, Ref{OfModel, int32(m)}, w.models[m].Cost)
		t.Add(TermSoftware, w.useCost(m)-w.models[m].Cost)
	}
}

// expected_model_eci: what is expected of the most promising run.
func readExpected(w *World, id int32) float64 {
	if r := w.hope(CompanyID(id)); r != nil {
		return w.prospect(CompanyID(id), r, nil).Mean
	}
	return 0
}

// hope is the run of a company of which most is expected, nil without one.
func (w *World) hope(c CompanyID) (best *Run) {
	runs := w.labRuns(c)
	for i := range runs {
		if r := &runs[i]; r.Stage != RunNone && (best == nil || w.prospect(c, r, nil).Mean > w.prospect(c, best, nil).Mean) {
			best = r
		}
	}
	return best
}

func whyExpected(w *World, id int32, t *Terms) {
	if r := w.hope(CompanyID(id)); r != nil {
		w.prospect(CompanyID(id), r, t)
	}
}

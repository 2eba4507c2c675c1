package sim

// A model on offer can be trained on after the fact: what has been learnt since it was
// made goes into it by post-training alone, within weeks and for a little compute. That is
// how the frontier moves between large runs.
const (
	refinedFor   = 0.1 // of the compute of its run. Derived: reinforcement took a fifth of what the base of R1 did (Epoch AI), and less in larger models
	refineTuning = 4.0 // weeks. From memory: V3 to R1, and what came of R1, R1-0528 and Gemini 2.5 between two versions
	refinePart   = 0.5 // of what was learnt since, that comes into a model without a run from the start; by choice
	refineNoise  = 0.4 // of a run's noise
)

// checkRefine: a model on offer can be trained on, once at a time.
func (w *World) checkRefine(o *Order) Refusal {
	ref := Ref{OfModel, int32(o.Model)}
	if !w.offered(o.Model) {
		return Refusal{Reason: ReasonNotFinished, Field: FieldModel, Ref: ref}
	}
	if w.runOf(o.Model) != nil {
		return Refusal{Reason: ReasonSamePace, Field: FieldModel, Ref: ref}
	}
	return w.roomForRetry(o.By)
}

// refine trains on a model that stays on offer.
func (w *World) refine(c CompanyID, m ModelID) {
	lab, row, r := &w.labs[c], &w.models[m], w.freeRun(c)
	lab.Serial++
	lab.Runs++
	*r = Run{Stage: RunTraining, Refine: true, Into: m, Serial: lab.Serial, Want: float64((1 + refinedFor) * row.Size), Done: row.Size, Before: row.Size,
		Old: row.Quality, Knew: w.companies[c].Know, Begun: w.Date()}
	w.restaged(c)
	w.tellRun(c, r, EventRunBegun)
}

// learnt is what a model would gain by being refined: part of what a run of its size would
// bring now beyond what its own was to bring, or did: luck is what others learn later.
func (w *World) learnt(m ModelID, know float64) float64 {
	if !on(w.sc.setup.Switches.Refining) {
		return 0
	}
	row, k := &w.models[m], &w.params.Models
	now := k.Base + float64(k.Scale*log10(float64((1+refinedFor)*row.Size)/unitSize)) + know
	return float64(refinePart * max(0, now-max(row.Expected, row.Quality)))
}

// endRefining gives customers what came of it, from the next week on.
func (w *World) endRefining(c CompanyID, r *Run) {
	m, lab, frontier := r.Into, &w.labs[c], w.head.Frontier
	f := w.prospect(c, r, nil)
	row, draw := &w.models[m], w.stream(streamMake, w.runKey(c, r.Serial))
	row.Expected += f.Mean - r.Old
	row.Quality = max(row.Quality, f.Mean+float64(f.SD*draw.Normal())) // else the old weights stay
	row.Size = r.Want
	lab.Past += r.Done - r.Before
	*r = Run{}
	w.restaged(c)
	lab.Runs--
	before := w.appealing(m)
	w.refresh(c)
	w.calls(c, AreaModels)
	q := w.appealing(m)
	was := points(before)
	if was == points(q) {
		was = 0 // nobody needs to hear of less than a point
	}
	e := w.emit(Event{Kind: EventModelRefined, By: c, Ref: Ref{OfModel, int32(m)}, Qty: points(q), Amount: was})
	if row.Mode == ReleaseOpen {
		w.tell(c, openTells)
	}
	if points(q) > points(frontier) {
		w.emit(Event{Kind: EventFrontierMoved, Cause: e, By: c, Order: OrderSteerRun, Ref: Ref{OfModel, int32(m)}, Qty: points(q), Amount: points(frontier)})
	}
}

// Learnt is what an own model on offer would gain by being refined now.
func (v View) Learnt(m ModelID) float64 {
	if v.w.sc.ModelOwner(m) != v.who || !v.w.offered(m) {
		return 0
	}
	return v.w.learnt(m, v.w.companies[v.who].Know)
}

// Refining tells whether an own model on offer is being refined.
func (v View) Refining(m ModelID) bool {
	var runs *[3]Run = v.w.labRuns(v.who) // a place without a run is empty
	return int(runs[0].Into-m)*int(runs[1].Into-m)*int(runs[2].Into-m) == 0 && v.w.offered(m)
}

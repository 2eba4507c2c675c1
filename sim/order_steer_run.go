package sim

import "entangle/sim/units"

// What steer_run does.
const (
	SteerExtend uint8 = iota + 1 // more compute, or another try with what disappointed
	SteerShrink                  // less
	SteerMerge                   // the other run of the company gives what it has
	SteerDistil                  // teach a small model what a large one can
	SteerShelve                  // give it up
	SteerRefine                  // train on a model on offer, by what has been learnt since
)

// steerRunSpec: steer_run changes a run under way, or makes something of a model
// that is finished.
var steerRunSpec = OrderSpec{
	Kind: OrderSteerRun, Name: "steer_run", Group: GroupModels, Attention: 1, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "steering"}},
	Modes: []ModeSpec{{SteerExtend, "extend", sizeFields}, {SteerShrink, "shrink", sizeFields}, {SteerMerge, "merge", steerFields},
		{SteerDistil, "distil", steerFields}, {SteerShelve, "shelve", steerFields},
		{SteerRefine, "refine", steerFields}},
	check: checkSteerRun, apply: applySteerRun,
}

var (
	steerFields = []FieldSpec{{Field: FieldMode, Name: "steering"}, {Field: FieldModel, Name: "model"}}
	sizeFields  = append(append([]FieldSpec(nil), steerFields...),
		FieldSpec{Field: FieldQty, Name: "flop", Unit: noUnit, Min: 1, Max: mostFlop})
)

// mergeKeeps is how much of the compute of a run is worth in another; invented.
const mergeKeeps = 0.7

func checkSteerRun(w *World, o *Order) Refusal {
	if r := w.ownModel(o, o.Mode == SteerDistil); !r.Allowed() {
		return r
	}
	switch o.Mode {
	case SteerExtend, SteerShrink:
		return w.checkSize(o)
	case SteerMerge:
		return w.checkMerge(o)
	case SteerDistil:
		if s := w.models[o.Model].State; s == ModelNone || s == ModelMaking {
			return Refusal{Reason: ReasonNotFinished, Field: FieldModel, Ref: Ref{OfModel, int32(o.Model)}}
		}
		return w.roomForRun(o.By, true)
	case SteerRefine:
		return w.checkRefine(o)
	}
	if w.runOf(o.Model) == nil && w.models[o.Model].State != ModelDrawer {
		return Refusal{Reason: ReasonNoRun, Field: FieldModel, Ref: Ref{OfModel, int32(o.Model)}}
	}
	return Refusal{}
}

// ownModel tells whether a model is the company's, or where anyOpen is set, one
// whose weights it can have.
func (w *World) ownModel(o *Order, anyOpen bool) Refusal {
	if !w.labs[o.By].Makes {
		return Refusal{Reason: ReasonMakesNone}
	}
	if owner := w.sc.ModelOwner(o.Model); owner != o.By && !(anyOpen && w.servable(o.By, o.Model)) {
		return Refusal{Reason: ReasonNotOwnModel, Field: FieldModel, Ref: Ref{OfCompany, int32(owner)}}
	}
	return Refusal{}
}

// checkSize: a run can be made longer or shorter while it is not in post-training;
// of a model that disappointed, only longer.
func (w *World) checkSize(o *Order) Refusal {
	ref := Ref{OfModel, int32(o.Model)}
	r := w.runOf(o.Model)
	if r == nil && o.Mode == SteerExtend && w.models[o.Model].State == ModelDrawer && w.models[o.Model].Fell {
		need := units.FromFloat(float64(retryMore*w.models[o.Model].Size)/flopUnit, 1, mostFlop)
		return w.checkMore(o, need)
	}
	if r == nil || r.Stage == RunTuning || r.Distil || r.Retry || r.Refine {
		return Refusal{Reason: ReasonNoRun, Field: FieldModel, Ref: ref}
	}
	now := units.FromFloat(r.Want/flopUnit, 1, mostFlop)
	if o.Mode == SteerExtend {
		return w.checkMore(o, now+1)
	}
	if least := units.FromFloat(r.Done/flopUnit+0.5, 1, mostFlop); o.Qty < least {
		return Refusal{Reason: ReasonTooSmall, Field: FieldQty, Amounts: Amounts{o.Qty, least}}
	}
	if o.Qty >= now {
		return Refusal{Reason: ReasonTooLarge, Field: FieldQty, Amounts: Amounts{o.Qty, max(now-1, 1)}}
	}
	return Refusal{}
}

// checkMore bounds the size of a run that is made longer.
func (w *World) checkMore(o *Order, least int64) Refusal {
	if o.Qty < least {
		return Refusal{Reason: ReasonTooSmall, Field: FieldQty, Amounts: Amounts{o.Qty, least}}
	}
	if w.runOf(o.Model) == nil {
		if r := w.roomForRetry(o.By); !r.Allowed() {
			return r
		}
	}
	if most := w.mostRun(o.By); o.Qty > most {
		return Refusal{Reason: ReasonRunTooBig, Field: FieldQty, Amounts: Amounts{most, o.Qty}}
	}
	return Refusal{}
}

// roomForRetry is roomForRun for a model that has its place.
func (w *World) roomForRetry(c CompanyID) Refusal {
	if w.freeRun(c) == nil {
		return Refusal{Reason: ReasonProjects, Amounts: Amounts{runsPerCompany, runsPerCompany}}
	}
	return Refusal{}
}

// checkMerge: two runs that are not in post-training can become one.
func (w *World) checkMerge(o *Order) Refusal {
	a, b := w.runOf(o.Model), w.otherRun(o.By, o.Model)
	if a == nil || b == nil || a.Stage == RunTuning || b.Stage == RunTuning || a.Distil || b.Distil || a.Retry || b.Retry || a.Refine || b.Refine {
		return Refusal{Reason: ReasonNoRun, Field: FieldModel, Ref: Ref{OfModel, int32(o.Model)}}
	}
	return Refusal{}
}

// otherRun is the run of a company that does not work on a model, or nil.
func (w *World) otherRun(c CompanyID, m ModelID) *Run {
	runs := w.labRuns(c)
	for i := range runs {
		if runs[i].Stage != RunNone && runs[i].Into != m {
			return &runs[i]
		}
	}
	return nil
}

func applySteerRun(w *World, o *Order) {
	r := w.runOf(o.Model)
	switch o.Mode {
	case SteerExtend, SteerShrink:
		if r == nil {
			r = w.resume(o.By, o.Model)
		}
		r.Want = max(float64(flopUnit*float64(o.Qty)), r.Done)
		w.tellRun(o.By, r, EventRunResized)
	case SteerMerge:
		w.merge(o.By, r, w.otherRun(o.By, o.Model))
	case SteerDistil:
		w.teach(o.By, o.Model)
	case SteerRefine:
		w.refine(o.By, o.Model)
	default:
		w.shelve(o.By, o.Model, r)
	}
}

// resume goes on with a model that disappointed.
func (w *World) resume(c CompanyID, m ModelID) *Run {
	lab, row, r := &w.labs[c], &w.models[m], w.freeRun(c)
	lab.Serial++
	lab.Runs++
	*r = Run{Stage: RunTraining, Retry: true, Into: m, Serial: lab.Serial, Want: row.Size, Done: row.Size, Before: row.Size,
		Old: row.Quality, Gap: max(row.Expected-row.Quality, 0), Knew: w.companies[c].Know, Begun: w.Date()}
	row.State, row.Fell = ModelMaking, false
	from, _ := modelsOf(c)
	w.drawers[c] &^= 1 << (m - from)
	w.restaged(c)
	return r
}

// merge has a run take over what another has, which ends.
func (w *World) merge(c CompanyID, r, other *Run) {
	kept := float64(mergeKeeps * other.Done)
	r.Done += kept
	r.Before += kept // counted with the other
	r.Want = max(r.Want, r.Done)
	w.drop(c, other)
	w.tellRun(c, r, EventRunResized)
}

// teach begins a small model that learns from a large one.
func (w *World) teach(c CompanyID, teacher ModelID) {
	t, cost := w.models[teacher], w.copyCost(teacher)
	if w.sc.ModelOwner(teacher) != c {
		t.Quality -= weightsOnly
	}
	r := w.beginRun(c, distilPrep, true) // in whose place the teacher may have stood
	r.Distil, r.Old, r.Gap, r.Cost = true, t.Quality, t.Warmth, cost
	r.Want = max(float64(taughtFor*t.Size), flopUnit)
	w.tellRun(c, r, EventRunBegun)
}

// copyCost is what a small model that learns from another takes to serve.
func (w *World) copyCost(teacher ModelID) float64 {
	if !on(w.sc.setup.Switches.Distilling) {
		return w.models[teacher].Cost
	}
	return float64(taughtUse * w.models[teacher].Cost)
}

// shelvedMorale is what it costs in points of morale to have worked for nothing
// (play 6, the run that disappoints).
const shelvedMorale = 10

// shelve gives up a run, or a model that was not released.
func (w *World) shelve(c CompanyID, m ModelID, r *Run) {
	spent, kept := w.models[m].Size, Model{}
	if r != nil {
		spent = r.Done
		if r.Refine { // it stays on offer as it is
			spent, kept = r.Done-r.Before, w.models[m]
		} else {
			w.shake(c, shelvedMorale)
		}
		w.drop(c, r)
	}
	w.models[m] = kept
	w.refresh(c)
	if kept.State != ModelNone {
		return
	}
	w.emit(Event{Kind: EventRunShelved, By: c, Ref: Ref{OfModel, int32(m)}, Qty: units.Whole(spent/flopUnit, maxExact)})
}

// drop ends a run without a model.
func (w *World) drop(c CompanyID, r *Run) {
	lab := &w.labs[c]
	lab.Past += r.Done - r.Before
	w.models[r.Into] = Model{}
	*r = Run{}
	w.restaged(c)
	lab.Runs--
}

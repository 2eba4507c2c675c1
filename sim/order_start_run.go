package sim

import (
	"entangle/sim/units"
)

// The recipes of start_run.
const (
	RecipeKnown uint8 = iota + 1 // as the run before
	RecipeFresh                  // one that was not tried before
)

// startRunSpec: start_run begins a training run. Its compute comes out of what the
// company's policies give to research, and of that to training.
var startRunSpec = OrderSpec{
	Kind: OrderStartRun, Name: "start_run", Group: GroupModels, Attention: 2, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "recipe"}},
	Modes:  []ModeSpec{{RecipeKnown, "known", runFields}, {RecipeFresh, "new", runFields}},
	check:  checkStartRun, apply: applyStartRun,
}

var runFields = []FieldSpec{
	{Field: FieldMode, Name: "recipe"},
	{Field: FieldQty, Name: "flop", Unit: noUnit, Min: 1, Max: mostFlop},
	{Field: FieldShare, Name: "strictness", Unit: units.KindShare, Min: 0, Max: int64(units.One)},
}

const (
	flopUnit  = 0.01 // 10^24 FLOP of a unit in orders: 10^22
	mostFlop  = 1_000_000_000
	mostTrain = 104 // weeks that a run may take of the compute that is there
)

// mostRun is the largest run that a company can train in two years, in units of
// orders, with what its policies give to it.
func (w *World) mostRun(c CompanyID) int64 {
	return units.Whole(float64(mostTrain*w.weekOfTraining(c))/flopUnit, mostFlop)
}

// weekOfTraining is what a company's policies would give to runs in a week, in
// 10^24 FLOP.
func (w *World) weekOfTraining(c CompanyID) float64 {
	co := &w.companies[c]
	return w.flopOf(units.H100e(co.Policy.Training.Of(co.Policy.Research.Of(int64(max(0, co.disposal()-co.Loss))))))
}

// freeRun is a place for one more run of a company, or nil.
func (w *World) freeRun(c CompanyID) *Run {
	runs := w.labRuns(c)
	for i := range runs {
		if runs[i].Stage == RunNone {
			return &runs[i]
		}
	}
	return nil
}

// freePlace is a place for one more model of a company, large or small: one that is empty,
// else the one that matters least of those that nobody works on. 0 none.
func (w *World) freePlace(c CompanyID, small bool) (place ModelID) {
	from, to := modelsOfSize(c, small)
	best := w.best(c)
	for m := from; m < to; m++ {
		switch row := &w.models[m]; {
		case row.State == ModelNone:
			return m
		case row.State == ModelMaking || row.State == ModelTesting || m == best || w.runOf(m) != nil:
		case place == 0 || row.Quality < w.models[place].Quality:
			place = m
		}
	}
	return place
}

// hasPlace tells whether there is such a place.
func (w *World) hasPlace(c CompanyID, small bool) bool {
	from, to := modelsOfSize(c, small)
	best := w.best(c)
	for m := from; m < to; m++ {
		if s := w.models[m].State; s == ModelNone || s != ModelMaking && s != ModelTesting && m != best && w.runOf(m) == nil {
			return true
		}
	}
	return false
}

// roomForRun tells whether a company can begin one more run, of a large model or a small one.
func (w *World) roomForRun(c CompanyID, small bool) Refusal {
	switch {
	case !w.labs[c].Makes:
		return Refusal{Reason: ReasonMakesNone}
	case w.freeRun(c) == nil:
		return Refusal{Reason: ReasonProjects, Amounts: Amounts{runsPerCompany, runsPerCompany}}
	case !w.hasPlace(c, small):
		from, to := modelsOfSize(c, small)
		return Refusal{Reason: ReasonProjects, Amounts: Amounts{int64(to - from), int64(to - from)}}
	}
	return Refusal{}
}

func checkStartRun(w *World, o *Order) Refusal {
	if r := w.roomForRun(o.By, false); !r.Allowed() {
		return r
	}
	if most := w.mostRun(o.By); o.Qty > most {
		return Refusal{Reason: ReasonRunTooBig, Field: FieldQty, Amounts: Amounts{most, o.Qty}}
	}
	return Refusal{}
}

func applyStartRun(w *World, o *Order) {
	r := w.beginRun(o.By, preparation, false)
	r.Want, r.Strict = float64(flopUnit*float64(o.Qty)), float64(o.Share)/float64(units.One)
	if r.Fresh = o.Mode == RecipeFresh; r.Fresh {
		r.Left += newRecipe
	}
	w.tellRun(o.By, r, EventRunBegun)
}

// isSold tells whether anybody's product runs on a model.
func (w *World) isSold(m ModelID) bool {
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		for _, c := range w.sellers(s) {
			if p := w.product(s, c); p.On && p.Model == m {
				return true
			}
		}
	}
	return false
}

// beginRun takes a place for a run and one for its model, a large one or a small one.
func (w *World) beginRun(c CompanyID, weeks float64, small bool) *Run {
	lab, r, m := &w.labs[c], w.freeRun(c), w.freePlace(c, small)
	before := w.models[m].State
	if before == ModelOffered { // it goes off offer: who sells it needs another
		w.listed(c)
		if w.isSold(m) {
			w.news(c)
		}
	}
	w.models[m] = Model{State: ModelMaking}
	lab.Serial++
	lab.Runs++
	*r = Run{Stage: RunPreparing, Into: m, Serial: lab.Serial, Worn: lab.Worn, Left: weeks, Knew: w.companies[c].Know, Begun: w.Date()}
	w.restaged(c)
	if before > ModelMaking {
		w.reckonModels(c)
	}
	return r
}

// tellRun reports what happens to a run: Qty is its size in units of orders, Amount
// what its makers expect.
func (w *World) tellRun(c CompanyID, r *Run, kind EventKind) {
	size, by := r.Want, OrderStartRun
	if r.Refine {
		size, by = size-r.Before, OrderSteerRun // the run from the start was told of when it began
	}
	w.emit(Event{Kind: kind, By: c, Order: by, Ref: Ref{OfModel, int32(r.Into)}, Qty: units.Whole(size/flopUnit, maxExact), Amount: points(w.prospect(c, r, nil).Mean)})
}

package sim

import "entangle/sim/units"

// Lab is what the company has as a maker of models.
func (v View) Lab() Lab { return v.w.labs[v.who] }

// OwnLab is Lab where it stands; read only.
func (v View) OwnLab() *Lab { return &v.w.labs[v.who] }

// Drawers is the places of the company's own models that are finished and not released, a
// bit each, from the first on.
func (v View) Drawers() uint8 { return v.w.drawers[v.who] }

// Models gives the places for the company's own models, from inclusive to exclusive.
func (v View) Models() (from, to ModelID) { return modelsOf(v.who) }

// Model returns a model: the company's own in full; of another's only what its
// release shows, and nothing before.
func (v View) Model(m ModelID) Model {
	row := v.w.models[m]
	if v.w.sc.ModelOwner(m) == v.who {
		return row
	}
	if row.State != ModelOffered {
		return Model{}
	}
	public := Model{State: row.State, Mode: row.Mode, Rolled: row.Rolled, Fee: row.Fee, Quality: v.w.shown(m),
		Size: row.Size, Cost: row.Cost, Released: row.Released}
	if row.Entered != 0 {
		public.Entered = EntryShipped // which build it was, only its owner knows
	}
	return public
}

// ModelState is how far an own model has come; of another's only whether it is on
// offer.
func (v View) ModelState(m ModelID) ModelState {
	s := v.w.models[m].State
	if v.w.sc.ModelOwner(m) == v.who { // as mostly
		return s
	}
	if s == ModelOffered {
		return s
	}
	return ModelNone
}

// Shown is what customers believe the quality of a model on offer to be, or of an
// own one that could be.
func (v View) Shown(m ModelID) float64 {
	if v.w.sc.ModelOwner(m) == v.who { // as mostly
		return v.w.appealing(m)
	}
	if v.w.models[m].State == ModelOffered {
		return v.w.appealing(m)
	}
	return 0
}

// UseCost is the compute that serving a model takes, over what a large one took at
// the start.
func (v View) UseCost(m ModelID) float64 {
	if v.w.sc.ModelOwner(m) != v.who && v.w.models[m].State != ModelOffered {
		return 0
	}
	return v.w.useCost(m)
}

// CopyCost is what a small copy of a model on offer or of an own one takes to serve.
func (v View) CopyCost(m ModelID) float64 {
	if v.ModelState(m) == ModelNone {
		return 0
	}
	return v.w.copyCost(m)
}

// Gaming is what boards show too much for a way to enter them, and the chance in a
// week that it is found out.
func (v View) Gaming(e Entry, open bool) (boost, odds float64) { return boostOf(e), exposure(e, open) }

// Run returns a place for a run of the company; i is below Runs.
func (v View) Run(i int) Run { return v.w.labRuns(v.who)[i] }

// Runs is how many places for runs a company has.
func (v View) Runs() int { return runsPerCompany }

// OwnRuns are the company's places for runs; read only.
func (v View) OwnRuns() *[runsPerCompany]Run { return v.w.labRuns(v.who) }

// RunKinds is what goes on in the company's places for runs, a bit each.
type RunKinds struct {
	Training uint8 // of what is no refinement
	Busy     uint8 // with a run that needs compute, now or soon: no small copy and no refinement, and not in post-training yet
	Tuning   uint8 // the same, in post-training
	Copying  uint8 // small copies being made
}

// RunKinds sorts the company's runs. It does not branch, for nobody could guess.
func (v View) RunKinds() (k RunKinds) {
	var runs *[3]Run = v.w.labRuns(v.who)
	k.sort(&runs[0], 0)
	k.sort(&runs[1], 1)
	k.sort(&runs[2], 2)
	return k
}

func (k *RunKinds) sort(r *Run, at int) {
	live, trains, tunes, copies, refines := uint8(0), uint8(0), uint8(0), uint8(0), uint8(0)
	if r.Stage != RunNone {
		live = 1
	}
	if r.Stage == RunTraining {
		trains = 1
	}
	if r.Stage == RunTuning {
		tunes = 1
	}
	if r.Distil {
		copies = live
	}
	if r.Refine {
		refines = live
	}
	k.Training |= trains &^ refines << at
	k.Busy |= live &^ (copies | refines | tunes) << at
	k.Tuning |= tunes &^ (copies | refines) << at
	k.Copying |= copies << at
}

// OwnModels are the places for the company's own models, from the first on; read only.
func (v View) OwnModels() (first ModelID, rows *[modelsPerCompany]Model) {
	first, _ = modelsOf(v.who)
	return first, (*[modelsPerCompany]Model)(v.w.models[first:])
}

// OwnModel is an own model, in full; read only. Of another's it is the zero Model.
func (v View) OwnModel(m ModelID) *Model {
	if v.w.sc.ModelOwner(m) == v.who {
		return &v.w.models[m]
	}
	return &v.w.models[0]
}

// Prospect is what the company expects of its run in a place.
func (v View) Prospect(i int) Prospect {
	r := &v.w.labRuns(v.who)[i]
	if r.Stage == RunNone {
		return Prospect{}
	}
	return v.w.prospect(v.who, r, nil)
}

// ProspectOf is what the company would expect of a run of a size, in units of orders.
func (v View) ProspectOf(flop int64, strict units.PPM, fresh bool) Prospect {
	r := Run{Stage: RunPreparing, Want: float64(flopUnit * float64(flop)), Strict: float64(strict) / float64(units.One), Fresh: fresh, Worn: v.w.labs[v.who].Worn}
	return v.w.prospect(v.who, &r, nil)
}

// ProspectsOf is ProspectOf on the recipe that the company has and on a new one, without
// the chance to disappoint.
func (v View) ProspectsOf(flop int64, strict units.PPM) (known, fresh Prospect) {
	r := Run{Want: float64(flopUnit * float64(flop)), Strict: float64(strict) / float64(units.One), Worn: v.w.labs[v.who].Worn}
	k, plain := &v.w.params.Models, v.w.sized(&r)+v.w.companies[v.who].Know+float64(boardsLike*r.Strict)-v.w.wallLoss(&r)
	known, fresh = Prospect{Mean: plain + k.worn(&r), SD: k.Noise}, Prospect{Mean: plain + freshMean, SD: float64(freshWide * k.Noise)}
	return known, fresh
}

// WeekOfTraining is what the company's policies would give to runs in a week, in
// units of orders.
func (v View) WeekOfTraining() float64 { return v.w.weekOfTraining(v.who) / flopUnit }

// Frontier is the quality of the best model that anybody offers.
func (v View) Frontier() float64 { return v.w.head.Frontier }

// OwnBest is the company's own model on offer that users like best, 0 none.
func (v View) OwnBest() ModelID { return v.w.best(v.who) }

package sim

import "entangle/sim/units"

// ModelParams are the figures of making models, as drawn. Without Flops it rests.
type ModelParams struct {
	Base, Scale float64 // index points; of 10^25 FLOP, and of ten times more
	Flops       float64 // 10^24 FLOP of an H100e in a week
	Noise       float64 // points
	Wall        float64 // 10^24 FLOP at the start; 0: data never runs out
	WallGrowth  float64 // log a year
	Serving     float64 // log a year
	ServingYear float64 // its first year as a part: exp(Serving) - 1
	ServingBy   float64 // research of all that makes it, thousandths of an H100e; 0: it comes with time
	Thick       float64 // log of serving cost for each log of size
	Wear        float64 // points a run
}

// ModelState is how far a model has come.
type ModelState uint8

// The states. A place for a model is free before its run and after it is shelved.
const (
	ModelNone    ModelState = iota
	ModelMaking             // a run works on it
	ModelDrawer             // finished; its owner knows how good it is
	ModelTesting            // will be on offer when tests are over
	ModelOffered            // customers can choose it
)

// ReleaseMode is the terms on which a model is on offer.
type ReleaseMode uint8

// The terms, as modes of release.
const (
	ReleaseClosed ReleaseMode = iota + 1 // only its owner serves it
	ReleaseOpen                          // anybody may run it
	ReleaseHosted                        // others serve it for a fee
)

// Entry is how a model was entered at the public boards.
type Entry uint8

// The entries, as modes of enter_benchmark.
const (
	EntryShipped Entry = iota + 1 // the weights that customers get
	EntryTuned                    // trained to the tests
	EntrySpecial                  // a build that nobody else gets
)

// Model is a place for a model of a company.
type Model struct {
	// What a look round takes stands together, see Company,
	State   ModelState
	Mode    ReleaseMode
	Entered Entry
	Fell    bool       // its run disappointed
	Rolled  bool       // was taken back once
	Leaked  bool       // others have heard how it was made
	Distil  bool       // taught by a larger one
	Felt    float64    // what customers believe its quality is, as users feel it
	Cost    float64    // compute to serve it over that of a model of frontierSize, software of the start
	Quality float64    // true capability, index points
	Boost   float64    // what boards show above it
	Warmth  float64    // what users miss in it, of over-cleaned data
	Test    units.Date // until when it is tested

	// then the rest.
	Tested   int32      // weeks of tests before it is released
	Serial   int32      // of its run
	Finished units.Date // day its run was over; of one in a drawer at the start, from which it can be on offer
	Fee      units.PPM  // of what hosts take in with it
	Expected float64    // what its makers expected
	Size     float64    // 10^24 FLOP that went into it
	Released units.Date // first day on offer
}

// RunStage is how far a run has come.
type RunStage uint8

// The stages.
const (
	RunNone RunStage = iota
	RunPreparing
	RunTraining
	RunTuning // post-training and tests
)

// runsPerCompany bounds the runs that a company has at a time.
const runsPerCompany = 3

// Run is a training run. What will come out of it is drawn when it is over, so
// that nobody can know it before.
type Run struct {
	// What each week takes stands together, see Company,
	Stage   RunStage
	Fresh   bool    // of a recipe not tried before
	Distil  bool    // a small model learns from a large one
	Retry   bool    // goes on with a model that disappointed
	Refine  bool    // trains on a model that stays on offer
	Into    ModelID // the place for the model
	Serial  int32   // of the company's runs
	Stalled int32   // weeks of trouble left
	Want    float64 // 10^24 FLOP
	Done    float64
	Left    float64 // weeks of the stage, but for training
	Knew    float64 // most know-how since it began

	// then the rest.
	Slipped int32   // weeks of trouble so far
	Worn    int32   // runs on its recipe before it
	Strict  float64 // how hard its data is cleaned, 0 to 1
	Before  float64 // of Done, what was done before the run, or the game, began
	Know    float64 // know-how when its training ended
	Old     float64 // quality of the model it learns from or goes on with
	Gap     float64 // by which that one disappointed; of a teacher, what users miss in it
	Cost    float64 // to serve what is learnt from a teacher
	Begun   units.Date
	_       [2]uint64 // so that each row begins where a piece does
}

// Lab is what a company has as a maker of models, beside its people.
type Lab struct {
	Makes    bool
	Runs     int8       // live
	Training int8       // of these, in training this week
	Shelf    int8       // models in the drawer of which nobody has heard
	Gamed    int8       // models that boards show better than they are
	Best     ModelID    // on offer, that users like best
	Testing  units.Date // first day on which a test is over, 0 none
	Serial   int32      // of its next run
	Doubt    float64    // points that customers take off what its boards show
	Flop     float64    // 10^24 FLOP that its runs have done since the start
	Past     float64    // of it, by runs that are over
	Largest  float64    // 10^24 FLOP of its largest finished run
	Open     float64    // how its leadership leans to open weights, 0 to 10
	Worn     int32      // runs finished on its recipe
	Released int32      // models since the start
}

// labRuns are the places for the runs of a company.
func (w *World) labRuns(c CompanyID) *[runsPerCompany]Run { return &w.runs[c] }

// runOf is the live run that works on a model, or nil: places without a run work on none. It
// looks at all of them, for which of them it is nobody can guess.
func (w *World) runOf(m ModelID) *Run {
	runs, at := w.labRuns(w.sc.ModelOwner(m)), -1
	for i := range runs {
		if runs[i].Into == m {
			at = i
		}
	}
	if at < 0 || m == 0 {
		return nil
	}
	return &runs[at]
}

// shown is the quality that customers believe a model has: what boards say, less
// their doubt of its maker, and a little less until it was on a board at all.
func (w *World) shown(m ModelID) float64 {
	return w.models[m].shown(w.labs[w.sc.ModelOwner(m)].Doubt, on(w.sc.setup.Switches.Gaming))
}

// shown is the same where the doubt of its maker is at hand, and whether there are boards.
func (m *Model) shown(doubt float64, boards bool) float64 {
	if !boards {
		return m.Quality
	}
	unseen := uint64((int64(m.Entered)-1)&-int64(m.Serial)) >> 63 // 1 if it was on none, though it was made since the start
	return m.Quality - doubt - float64(unproven*float64(unseen)) + m.Boost
}

// appealing is that quality as users feel it.
func (w *World) appealing(m ModelID) float64 { return w.models[m].Felt }

// useCost is the compute that serving a model takes today, over what a model of
// frontierSize took at the start.
func (w *World) useCost(m ModelID) float64 {
	return float64(w.models[m].Cost * w.head.Lean)
}

// offered tells whether a model is on offer, and servable whether a company may
// serve it: its own, or open weights.
func (w *World) offered(m ModelID) bool { return w.models[m].State == ModelOffered }

func (w *World) servable(c CompanyID, m ModelID) bool {
	return w.offered(m) && (w.sc.ModelOwner(m) == c || w.models[m].Mode == ReleaseOpen)
}

// best is the model on offer of a company that users like best, 0 none.
func (w *World) best(c CompanyID) ModelID { return w.labs[c].Best }

// findBest looks for it; of two that are as good it is the one that is cheaper to
// serve.
func (w *World) findBest(c CompanyID) (best ModelID) {
	from, to := modelsOf(c)
	for m := from; m < to; m++ {
		if !w.offered(m) {
			continue
		}
		if best == 0 || w.models[m].beats(&w.models[best]) {
			best = m
		}
	}
	return best
}

// beats tells whether users like a model better than another of the same maker, or as
// well at less cost.
func (m *Model) beats(other *Model) bool {
	return m.Felt > other.Felt || m.Felt == other.Felt && m.Cost < other.Cost
}

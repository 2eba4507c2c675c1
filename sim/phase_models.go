package sim

import (
	"math"
	"math/bits"

	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// The streams of making models.
const (
	streamRun   rng.StreamID = 50 + iota // trouble of a week; subject: company and serial of the run
	streamMake                           // what comes out of a run; the same subject
	streamBoard                          // whether a build is found out; subject: company and place
	streamLeak                           // what is heard of models in drawers; subject: company and place
	streamTest                           // scandals on release; subject: company and serial
)

// runKey is the subject of what is drawn for a run or a model of a company.
func (w *World) runKey(c CompanyID, n int32) uint64 { return w.sc.companies[c].key + uint64(n)<<8 }

// makeModels brings runs on, puts tested models on offer, and lets boards find out
// who gamed them.
func (w *World) makeModels() {
	monthly, train, soon := w.monthly(), on(w.sc.setup.Switches.Training), w.Date()+7
	w.tinker()
	w.head.Lean = w.servingSoftware()
	for _, c := range w.sc.labs {
		lab := &w.labs[c]
		if lab.Runs > 0 && train {
			w.workOnRuns(c)
		}
		if uint32(lab.Testing-1) < uint32(soon) { // those without a test have the day 0
			w.endTests(c)
		}
		if monthly.has(lab) {
			w.lookInto(c)
		}
	}
}

// monthly is what of a lab matters in a week of the month, all bits of it or none: three
// weeks of four have each their own, and one question tells whether a lab has any.
type monthly struct{ shelf, doubt, gamed uint64 }

// monthly is what comes out, or is forgotten, this week.
func (w *World) monthly() (k monthly) {
	switch w.head.Tick % billWeeks {
	case 0:
		k.shelf = ^uint64(0)
	case 1:
		k.doubt = ^uint64(0)
	case 2:
		if on(w.sc.setup.Switches.Gaming) {
			k.gamed = ^uint64(0)
		}
	}
	return k
}

// has tells whether a lab has any of it.
func (k *monthly) has(lab *Lab) bool {
	return k.shelf&uint64(lab.Shelf)|k.doubt&math.Float64bits(lab.Doubt)|k.gamed&uint64(lab.Gamed) != 0
}

// lookInto lets come out, or be forgotten, by the month what matters this week.
func (w *World) lookInto(c CompanyID) {
	switch w.head.Tick % billWeeks {
	case 0:
		w.watchDrawer(c)
	case 1:
		w.forgive(c)
	case 2:
		w.watchBoards(c)
	}
}

// useResearch sets what a company of its compute gives to research, and of that
// to runs. While none is in training, research has all.
func (w *World) useResearch(c CompanyID) {
	co := &w.companies[c]
	co.Research = units.H100e(co.Policy.Research.Of(int64(max(0, co.disposal()-co.Loss))))
	lab, n := &w.labs[c], w.inTraining[c]
	if !on(w.sc.setup.Switches.Training) {
		n = 0
	}
	trains := units.H100e(co.Policy.Training.Of(int64(co.Research))) // without a branch: nobody could guess who trains
	if n == 0 {
		trains = 0
	}
	co.Training, lab.Training = trains, n
}

// workOnRuns brings the runs of a company on by a week: those in training by compute, the
// others by time, which is reckoned of all alike, for nobody could guess what comes next.
func (w *World) workOnRuns(c CompanyID) {
	runs, lab, co, asked := w.labRuns(c), &w.labs[c], &w.companies[c], int64(0)
	if !on(w.sc.setup.Switches.Delays) {
		asked = -1 // whether they stand still, and no more
	}
	flop := math.Float64bits(w.flopOf(co.Training) / float64(lab.Training))
	for set := w.running[c]; set != 0; set &= set - 1 {
		r := &runs[bits.TrailingZeros8(set)]
		work, lost := runWorks[r.Stage&3], r.Knew-co.Know
		if asked|r.may(work, w.head.Tick, lost) >= 0 {
			r.learn(work, co.Know, lost)
		} else if w.trouble(c, co, r) {
			continue
		}
		add := r.atMost(flop & work.trained)
		r.Done += add
		lab.Flop += add
		r.Left -= work.passes
		if r.over(work.trained) != 0 {
			w.endStage(c, r)
		}
	}
}

// atMost is what a run wants of a week's compute. Floats that are not below 0 stand in the
// order of their bits.
func (r *Run) atMost(flop uint64) float64 {
	wants := int64(math.Float64bits(r.Want - r.Done))
	return math.Float64frombits(uint64(max(min(wants, int64(flop)), 0)))
}

// over is not 0 for a run whose stage is over: it has all the compute that it wants, or its
// weeks have passed.
func (r *Run) over(trained uint64) uint {
	all, passed := countIf(r.Want-r.Done <= float64(allDone*r.Want)), countIf(r.Left <= 0)
	return uint(trained)&all | uint(^trained)&passed
}

// endStage has a run go on whose stage is over.
func (w *World) endStage(c CompanyID, r *Run) {
	switch {
	case r.Stage == RunTraining:
		w.tune(c, r)
	case r.Stage == RunPreparing:
		r.Stage, r.Left = RunTraining, 0
		w.restaged(c)
	case r.Refine:
		w.endRefining(c, r)
	default:
		w.endRun(c, r)
	}
}

// restaged notes in which places a company has runs, and how many are in training: whoever
// begins or ends one, or moves it on, calls it.
func (w *World) restaged(c CompanyID) {
	var runs *[3]Run = w.labRuns(c) // this does not compile if there are more
	x, y, z := runStages[runs[0].Stage&3], runStages[runs[1].Stage&3], runStages[runs[2].Stage&3]
	w.running[c], w.inTraining[c] = x.live|y.live<<1|z.live<<2, x.trains+y.trains+z.trains
}

// runStages is 1 where a run of a stage is live, and where it is in training.
var runStages = [4]struct {
	live   uint8
	trains int8
}{RunPreparing: {1, 0}, RunTraining: {1, 1}, RunTuning: {1, 0}}

// runWork has all bits where a run of a stage can meet trouble, and where compute brings it
// on, else the weeks that pass: nothing is asked where a stage is looked up.
type runWork struct {
	meets   int64
	trained uint64
	passes  float64
}

var runWorks = [4]runWork{RunPreparing: {0, 0, 1}, RunTraining: {-1, 1<<64 - 1, 0}, RunTuning: {-1, 0, 1}}

// calls has a company's leadership look at an area in the coming week: something has
// happened there that it waited for.
func (w *World) calls(c CompanyID, a Area) {
	plan, soon := &w.companies[c].Plan, w.Date()+7
	plan.Next[a] = min(plan.Next[a], soon)
	plan.Wake = min(plan.Wake, soon)
}

// flopOf is what compute does for runs in a week, in 10^24 FLOP.
func (w *World) flopOf(x units.H100e) float64 {
	return float64(float64(x)*w.params.Models.Flops) / units.H100eScale
}

// tune has a run go on to post-training that has all the compute it wants, with what is
// known by then.
func (w *World) tune(c CompanyID, r *Run) {
	draw := w.stream(streamMake, w.runKey(c, r.Serial)+1)
	r.Stage, r.Know = RunTuning, w.companies[c].Know
	w.restaged(c)
	w.calls(c, AreaModels) // what trained it is free
	r.Left = leastTuning + float64(moreTuning*draw.Float64())
	switch {
	case r.Distil:
		r.Left = distilTuning
	case r.Refine:
		r.Left = refineTuning
	}
}

const (
	allDone      = 1e-9
	preparation  = 4.0 // weeks (economics.md 5)
	newRecipe    = 4.0 // more for one that was not tried before
	leastTuning  = 6.0
	moreTuning   = 4.0
	distilTuning = 3.0
	distilPrep   = 1.0

	hazard      = 0.01 // of trouble in a week, and for each point of excess bureaucracy (economics.md 5)
	hazardSlow  = 0.02
	leastDelay  = 1.0 // weeks
	meanDelay   = 4.0 // more; invented
	missed      = 0.5 // points of know-how whose loss a run feels,
	perPoint    = 3.0 // and weeks for each point
	normalSlow  = 0.27
	slowOrderly = 100
)

// slow is a company's bureaucracy beyond what is usual, from 0 (economics.md 5).
func (co *Company) slow() float64 { return max(0, co.Bureaucracy/slowOrderly-normalSlow) }

// may is below nothing if something may befall a run whose makers have lost so much of what
// they knew: it stands still, the loss is felt, or its chance comes this week. One that is
// prepared meets nothing. All is asked at once, for nobody could guess what it will be.
func (r *Run) may(work runWork, tick int32, lost float64) int64 {
	turn := int64(uint32(tick+r.Serial) % billWeeks)
	return work.meets & ((turn - 1) | -int64(r.Stalled) | int64(math.Float64bits(missed-lost)))
}

// learn notes what a run's makers know if it is more than before, as trouble does.
func (r *Run) learn(work runWork, know, lost float64) {
	more := uint64(work.meets & (int64(math.Float64bits(lost)) >> 63))
	r.Knew = math.Float64frombits(math.Float64bits(r.Knew)&^more | math.Float64bits(know)&more)
}

// trouble tells whether a run stands still this week: hardware that fails, losses
// that will not fall.
func (w *World) trouble(c CompanyID, co *Company, r *Run) bool {
	if r.Stalled > 0 {
		r.Stalled--
		return true
	}
	if !on(w.sc.setup.Switches.Delays) {
		return false
	}
	if lost := r.Knew - co.Know; lost > missed { // who knew left in the middle of it
		r.Knew = co.Know
		w.stall(c, r, float64(perPoint*lost))
		return true
	} else if lost < 0 {
		r.Knew = co.Know
	}
	if (w.head.Tick+r.Serial)%billWeeks != 0 {
		return false // each run meets its chance once in four weeks
	}
	draw := w.stream(streamRun, w.runKey(c, r.Serial))
	if draw.Float64() > inMonth(hazard+float64(hazardSlow*co.slow())) {
		return false
	}
	w.stall(c, r, leastDelay-float64(meanDelay*detmath.Log(draw.Float64())))
	return true
}

// inMonth is the chance of four weeks of what has a chance in each.
func inMonth(p float64) float64 {
	q := float64((1 - p) * (1 - p))
	return 1 - float64(q*q)
}

// stall has a run stand still for some weeks, this one included.
func (w *World) stall(c CompanyID, r *Run, length float64) {
	weeks := int32(units.FromFloat(length, 1, maxWeeks))
	r.Stalled = weeks - 1
	r.Slipped += weeks
	w.emit(Event{Kind: EventRunDelayed, By: c, Ref: Ref{OfModel, int32(r.Into)}, Qty: int64(weeks)})
}

package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// Prospect is what may come out of a run, as its makers know it: most likely a model
// around Mean, give or take SD, and with a chance one that disappoints.
type Prospect struct{ Mean, SD, Fall float64 }

// What comes out of a run: economics.md 5, and where it is silent, invented.
const (
	frontierSize = 30.0 // 10^24 FLOP of a large run at the start: the measure of serving cost
	unitSize     = 10.0 // 10^24 FLOP at which Base holds
	logTen       = 2.302585092994046
	unproven     = 0.5 // points that customers take off a model that was on no board

	boardsLike  = 0.6 // points that the cleanest data adds on boards,
	usersMiss   = 0.4 // takes off for users, with the square of strictness,
	dataThrown  = 0.4 // and the share of data it throws away
	beyondWall  = 1.5 // points lost for each tenfold of compute beyond the data
	wornFrom    = 2   // runs on a recipe that come out as they should
	freshWide   = 1.5 // spread of a new recipe over that of a known one; with what it brings or costs it spreads twice as wide,
	freshLoss   = 1.0 // points, when it brings nothing,
	freshChance = 0.25
	freshGain   = 3.0 // and when it does
	freshMean   = freshChance*freshGain - (1-freshChance)*freshLoss

	fallBase    = 0.06 // chance to disappoint, for each tenfold of size beyond three times the largest so far, and of excess bureaucracy
	fallSize    = 0.10
	fallStep    = 0.5
	fallSlow    = 0.10
	fallMean    = 4.0 // points
	fallSD      = 1.5
	mended      = 0.5 // chance that going on closes half of the gap
	mendGain    = mended / 2
	taughtLow   = 2.0 // points that a distilled model is below its teacher
	taughtMax   = 1.0 // more
	taughtMean  = taughtLow + taughtMax/2
	weightsOnly = 1.0 // more still, where only the weights are to be had
	taughtUse   = 0.25
	taughtFor   = 0.03 // of the teacher's compute
)

func log10(x float64) float64 { return detmath.QuickLog(max(x, 1e-12)) / logTen }

// prospect is what a company expects of a run at its present know-how.
func (w *World) prospect(c CompanyID, r *Run, t *Terms) Prospect {
	k, lab := &w.params.Models, &w.labs[c]
	know := w.companies[c].Know
	if r.Stage == RunTuning {
		know = r.Know
	}
	if r.Distil || r.Retry || r.Refine {
		t.Add(TermTruth, r.Old)
	}
	if r.Refine {
		more := w.learnt(r.Into, know)
		t.Add(TermKnow, more)
		return Prospect{r.Old + more, float64(refineNoise * k.Noise), 0}
	}
	if r.Distil {
		t.Add(TermFlop, -taughtMean)
		return Prospect{r.Old - taughtMean, 0.3 * taughtMax, 0}
	}
	if r.Retry {
		more := float64(k.Scale*log10(retryMore)) + float64(mendGain*r.Gap)
		t.Add(TermFlop, more)
		return Prospect{r.Old + more, float64(0.25 * r.Gap), 0}
	}
	size := w.sized(r)
	strict := float64(boardsLike * r.Strict)
	wall, worn, fresh := -w.wallLoss(r), 0.0, 0.0
	if r.Fresh {
		fresh = freshMean
	} else {
		worn = k.worn(r)
	}
	t.Add(TermFlop, size)
	t.Add(TermKnow, know)
	t.Add(TermStrict, strict)
	t.Add(TermDataWall, wall)
	t.Add(TermRecipe, worn+fresh)
	f := Prospect{Mean: size + know + strict + wall + worn + fresh, SD: k.Noise}
	if r.Fresh {
		f.SD = float64(freshWide * k.Noise)
	}
	if on(w.sc.setup.Switches.Disappointment) {
		f.Fall = fallBase + float64(fallSize*max(0, log10(r.Want/max(lab.Largest, 1e-9))-fallStep)) + float64(fallSlow*w.companies[c].slow())
	}
	return f
}

// sized is what the compute of a run makes of it, in index points.
func (w *World) sized(r *Run) float64 {
	return w.params.Models.Base + float64(w.params.Models.Scale*log10(r.Want/unitSize))
}

// worn is what runs on the same recipe before it take off a run.
func (k *ModelParams) worn(r *Run) float64 {
	return -float64(k.Wear * float64(max(0, r.Worn-wornFrom+1)))
}

// wallLoss is what a run loses for want of good data. Strict cleaning throws some
// of it away, so that the wall comes nearer.
func (w *World) wallLoss(r *Run) float64 {
	k := &w.params.Models
	if k.Wall == 0 || !on(w.sc.setup.Switches.DataWall) {
		return 0
	}
	years := float64(w.head.Tick) / weeksAYear
	kept := 1 - float64(dataThrown*r.Strict)
	wall := float64(k.Wall * detmath.QuickExp(float64(k.WallGrowth*years)))
	if wall = float64(wall * float64(kept*kept)); r.Want < float64(0.99*wall) {
		return 0
	}
	return float64(beyondWall * max(0, log10(r.Want/wall)))
}

// servingSoftware is the share of the compute that serving takes today, of what it
// took at the start. Software gets better with what all have put into research so far,
// where the scenario says how much of it made the yearly gain, else with time.
func (w *World) servingSoftware() float64 {
	k := &w.params.Models
	if k.ServingBy == 0 {
		return detmath.QuickExp(-float64(k.Serving*float64(w.head.Tick)) / weeksAYear)
	}
	return 1 / (1 + w.head.Craft)
}

// tinker adds a week of everybody's research to what is known of serving: the first
// year's gain is that of serving_gain if research is what serving_research says.
func (w *World) tinker() {
	k, sum := &w.params.Models, units.H100e(0)
	if k.ServingBy == 0 {
		return
	}
	for _, c := range w.sc.labs {
		sum += w.companies[c].Research
	}
	w.head.Craft += float64(float64(k.ServingYear*float64(sum))/k.ServingBy) / weeksAYear
}

// endRun ends a run: what it made is in the drawer, and its owner knows.
func (w *World) endRun(c CompanyID, r *Run) {
	lab, m := &w.labs[c], &w.models[r.Into]
	f := w.prospect(c, r, nil)
	draw := w.stream(streamMake, w.runKey(c, r.Serial))
	old := *m
	*m = Model{State: ModelDrawer, Expected: f.Mean, Size: r.Want, Serial: r.Serial, Distil: r.Distil, Finished: w.Date() + 7,
		Warmth: float64(usersMiss * float64(r.Strict*r.Strict)), Cost: w.thickness(r.Want)}
	kind := EventRunDone
	switch {
	case r.Distil:
		m.Quality, kind = r.Old-taughtLow-float64(taughtMax*draw.Float64()), EventModelDistilled
		m.Warmth, m.Cost = r.Gap, r.Cost
	case r.Retry:
		m.Quality = w.retried(r, &draw)
		m.Warmth, m.Expected = old.Warmth, old.Expected
	default:
		m.Quality, m.Fell = w.outcome(r, f, &draw)
	}
	w.calls(c, AreaRelease)
	if m.Fell {
		kind = EventRunDisappointed
		w.calls(c, AreaModels)
	}
	if !r.Distil {
		lab.Largest = max(lab.Largest, r.Want)
		if lab.Worn++; r.Fresh {
			lab.Worn = 1
		}
	}
	lab.Past += r.Done - r.Before
	w.emit(Event{Kind: kind, By: c, Ref: Ref{OfModel, int32(r.Into)}, Qty: points(m.Quality), Amount: points(m.Expected)})
	from, _ := modelsOf(c)
	m.Felt = w.shown(r.Into) - m.Warmth // all of what reckonModels notes that hangs on
	lab.Shelf++                         // a drawer
	w.drawers[c] |= 1 << (r.Into - from)
	*r = Run{}
	w.restaged(c)
	lab.Runs--
}

// outcome draws what a run brings.
func (w *World) outcome(r *Run, f Prospect, draw *rng.Stream) (quality float64, fell bool) {
	luck, chance, jump := draw.Normal(), draw.Float64(), draw.Float64()
	if chance < f.Fall {
		return f.Mean - max(0, fallMean+float64(fallSD*luck)), true
	}
	quality = f.Mean + float64(f.SD*luck)
	if r.Fresh { // the mean of the fan holds both; what it is shows only now
		quality -= freshMean
		if jump < freshChance {
			return quality + freshGain, false
		}
		quality -= freshLoss
	}
	return quality, false
}

// retryMore is by how much longer a model that disappointed is trained.
const retryMore = 1.4

// retried is what going on with a model that disappointed brings: what the compute
// adds, and half of the gap in one of two cases.
func (w *World) retried(r *Run, draw *rng.Stream) float64 {
	q := r.Old + float64(w.params.Models.Scale*log10(retryMore))
	if draw.Float64() < mended {
		q += float64(r.Gap / 2)
	}
	return q
}

// thickness is the compute that serving a model of a size takes, over one of
// frontierSize.
func (w *World) thickness(size float64) float64 {
	return min(max(detmath.Pow(size/frontierSize, w.params.Models.Thick), 0.01), 10)
}

// usualThick is how serving follows the size of a run where the scenario is silent:
// parameters grow as the root of compute.
const usualThick = 0.5

// points rounds index points for events.
func points(x float64) int64 { return units.Whole(x, 1000) }

package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

const (
	usualStrict = 0.3 // of the data of a run of the start
	usualOpen   = 3.0 // how leaderships lean to open weights where nothing is said
	weekFlops   = 1e12 * 7 * 86400 / 1e24
)

// loadModels fills the figures of making models, and the models that companies
// have at the start.
func (w *World) loadModels() {
	clear(w.models)
	clear(w.runs)
	clear(w.labs)
	w.head.Lean = 1
	s := &w.sc.setup
	k := &s.Models
	w.params.Models = ModelParams{Base: w.figure(&k.Base), Scale: w.figure(&k.Scale), Flops: float64(w.figure(&k.Efficiency) * weekFlops),
		Noise: w.figure(&k.Noise), Wall: w.figure(&k.DataWall), WallGrowth: w.figure(&k.DataGrowth), Serving: w.figure(&k.Serving), Wear: w.figure(&k.Wear)}
	if w.params.Models.Thick = usualThick; k.Thick.Given {
		w.params.Models.Thick = w.figure(&k.Thick)
	}
	if k.ServingBy.Given {
		w.params.Models.ServingBy = w.figure(&k.ServingBy)
		w.params.Models.ServingYear = detmath.Exp(w.params.Models.Serving) - 1
	}
	w.head.Craft = 0
	for i := range s.Companies {
		w.loadLab(CompanyID(i+1), &s.Companies[i])
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		w.reckonModels(c)
		w.restaged(c)
	}
	w.findFrontier()
}

// loadLab fills what a company has as a maker of models.
func (w *World) loadLab(c CompanyID, s *CompanySetup) {
	co, lab := &w.companies[c], &w.labs[c]
	first, _ := modelsOf(c)
	size := frontierSize
	if s.Models.Flop.Given {
		size = w.figure(&s.Models.Flop)
	}
	if s.Quality.Given {
		w.models[first] = Model{State: ModelOffered, Mode: ReleaseClosed, Quality: co.Quality, Expected: w.hopedFor(co.Quality, size, s), Size: size,
			Cost: w.costAtStart(s.Models.Cost, size), Released: w.sc.setup.Start, Finished: w.sc.setup.Start}
	}
	if s.Models.KnowHow.Given {
		*lab = Lab{Makes: true, Open: usualOpen, Largest: size}
	}
	if s.Models.Open.Given {
		lab.Open = w.figure(&s.Models.Open)
	}
	if s.Models.Drawer.Given {
		lab.Serial++
		q := w.figure(&s.Models.Drawer)
		w.models[first+1] = Model{State: ModelDrawer, Quality: q, Expected: w.hopedFor(q, size, s), Size: size, Cost: w.costAtStart(s.Models.Cheap, size),
			Serial: lab.Serial, Finished: w.sc.setup.Start.AddWeeks(int(w.whole(&s.Models.Tests)))}
	}
	if s.Models.Run.Given {
		w.runAtStart(c, &s.Models)
	}
	co.Policy.Research = units.PPM(w.whole(&s.Policies.Research))
	co.Policy.Training = units.PPM(w.whole(&s.Policies.Training))
}

// hopedFor is what a model of the start was to be by what its makers know: where it is less,
// that is not for want of knowledge.
func (w *World) hopedFor(quality, size float64, s *CompanySetup) float64 {
	k := &w.params.Models
	if !s.Models.KnowHow.Given || size <= 0 {
		return quality
	}
	return max(quality, k.Base+float64(k.Scale*log10(size/unitSize))+w.figure(&s.Models.KnowHow))
}

// runAtStart has a company's run in training when the first week begins, or through it.
func (w *World) runAtStart(c CompanyID, s *LabSetup) {
	r := w.beginRun(c, 0, false)
	r.Stage, r.Strict = RunTraining, usualStrict
	r.Want = w.figure(&s.Run)
	r.Done = float64(r.Want*w.figure(&s.Trained)) / float64(units.One)
	if s.Tuning.Given {
		r.Stage, r.Done, r.Know = RunTuning, r.Want, w.companies[c].Know
		r.Left = w.figure(&s.Tuning)
	}
	r.Before = r.Done
}

// costAtStart is the serving cost of a model of the start.
func (w *World) costAtStart(f Figure, size float64) float64 {
	if f.Given {
		return w.figure(&f) / float64(units.One)
	}
	return w.thickness(size)
}

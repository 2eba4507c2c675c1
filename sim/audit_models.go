package sim

import "fmt"

// lawTraining: runs get what their company gives to training and no more, and what
// they have done since the start is in a run or in one that is over.
func lawTraining(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		co, lab, done, live := &w.companies[c], &w.labs[c], 0.0, int8(0)
		runs, running, training := w.labRuns(c), uint8(0), int8(0)
		for i := range runs {
			if r := &runs[i]; r.Stage != RunNone {
				live++
				running |= 1 << i
				if r.Stage == RunTraining {
					training++
				}
				done += r.Done - r.Before
				if r.Done > float64(r.Want*1.000001) || r.Want <= 0 || r.Left < -1 || !finite(r.Want, r.Done, r.Left) {
					return fmt.Errorf("%s: a run has done %v of %v, %v weeks left", w.sc.Name(Ref{OfCompany, int32(c)}), r.Done, r.Want, r.Left)
				}
			}
		}
		if set, n := w.running[c], w.inTraining[c]; set != running || n != training {
			return fmt.Errorf("%s: runs in the places %b, %d in training, noted are %b and %d", w.sc.Name(Ref{OfCompany, int32(c)}), running, training, set, n)
		}
		if gap := done + lab.Past - lab.Flop; live != lab.Runs || max(gap, -gap) > float64(1e-6*(1+lab.Flop)) {
			return fmt.Errorf("%s: %d runs of %d counted; they have done %v, those that are over %v, together %v",
				w.sc.Name(Ref{OfCompany, int32(c)}), live, lab.Runs, done, lab.Past, lab.Flop)
		}
		if co.Training < 0 || co.Training > co.Research || co.Research > max(co.disposal()-co.Loss, 0) {
			return fmt.Errorf("%s trains on %d of %d for research, of %d at hand", w.sc.Name(Ref{OfCompany, int32(c)}), co.Training, co.Research, co.disposal()-co.Loss)
		}
	}
	return nil
}

// lawModels: each model being made has a run, and customers find the best of those
// on offer.
func lawModels(w *World) error {
	best := 0.0
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		quality, making, gamed, drawers := 0.0, int8(0), int8(0), uint8(0)
		from, to := modelsOf(c)
		for m := from; m < to; m++ {
			row := &w.models[m]
			r := w.runOf(m)
			refining := r != nil && r.Refine && row.State == ModelOffered
			if refining {
				making++
			}
			if (row.State == ModelMaking || refining) != (r != nil) || !finite(row.Quality, row.Boost, row.Cost) || row.State > ModelMaking && row.Cost <= 0 {
				return fmt.Errorf("%s: state %d, quality %v, cost %v", w.sc.Name(Ref{OfModel, int32(m)}), row.State, row.Quality, row.Cost)
			}
			switch row.State {
			case ModelMaking:
				making++
			case ModelDrawer:
				drawers |= 1 << (m - from)
			case ModelOffered:
				if want := w.shown(m) - row.Warmth; row.Felt != want {
					return fmt.Errorf("%s is felt to be %v, boards and users say %v", w.sc.Name(Ref{OfModel, int32(m)}), row.Felt, want)
				}
				quality = max(quality, w.appealing(m))
				if row.Boost > 0 {
					gamed++
				}
			}
		}
		if drawers != w.drawers[c] {
			return fmt.Errorf("%s: models that are not released %b, noted are %b", w.sc.Name(Ref{OfCompany, int32(c)}), drawers, w.drawers[c])
		}
		if set := w.choices[c]; set != notSifted && set != w.sift(c) {
			return fmt.Errorf("%s: of its models on offer %b have a chance against the best, noted are %b", w.sc.Name(Ref{OfCompany, int32(c)}), w.sift(c), set)
		}
		best = max(best, quality)
		if lab := &w.labs[c]; making != lab.Runs || gamed != lab.Gamed || quality != w.companies[c].Quality || lab.Best != w.findBest(c) {
			return fmt.Errorf("%s offers %v, its best model is of %v; %d models are made by %d runs, %d of %d counted are gamed",
				w.sc.Name(Ref{OfCompany, int32(c)}), w.companies[c].Quality, quality, making, lab.Runs, gamed, lab.Gamed)
		}
	}
	if best != w.head.Frontier {
		return fmt.Errorf("the frontier is at %v, the best model on offer at %v", w.head.Frontier, best)
	}
	return nil
}

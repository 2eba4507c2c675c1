package sim_test

import (
	"testing"

	"entangle/sim"
)

var further = sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerRefine, By: user, Model: onOffer}

// learned is the small world with a lab that has learnt six points since its model.
func learned(t *testing.T) *sim.World {
	w := small(t, func(s *sim.Setup) { smallLab(s); s.End, s.Switches.Delays = s.Start.AddWeeks(60), sim.Off })
	w.Learn(user, 6)
	return w
}

// TestModelIsTrainedFurther: a model on offer takes in part of what was learnt since it
// was made, within weeks; customers have the old weights until then.
func TestModelIsTrainedFurther(t *testing.T) {
	w := learned(t)
	if gain := w.View(user).Learnt(onOffer); gain < 1 || gain > 6 || w.View(user).Refining(onOffer) {
		t.Fatalf("it would gain %.2f of six points", gain)
	}
	week(t, w, further)
	if r := sim.Check(w, further); r.Reason != sim.ReasonSamePace {
		t.Errorf("again: %s", r.Reason.Spec().Name)
	}
	told, weeks := false, 1
	for ; !told && weeks < 20; weeks++ {
		if m := w.View(user).Model(onOffer); m.State != sim.ModelOffered || m.Quality != 100 {
			t.Fatalf("week %d: state %d, quality %.1f", weeks, m.State, m.Quality)
		}
		week(t, w)
		for _, e := range w.Events() {
			told = told || e.Kind == sim.EventModelRefined
		}
	}
	if m := w.View(user).Model(onOffer); !told || weeks < 5 || m.Quality < 101 || m.Quality > 106 || w.Company(user).Quality < 101 {
		t.Errorf("after %d weeks told %t, quality %.1f, customers feel %.1f", weeks, told, m.Quality, w.Company(user).Quality)
	}
	if err := w.Audit(); err != nil {
		t.Error(err)
	}
}

// TestShelvedRefiningKeepsTheModel: who stops training a model further has it on offer as
// it was, and free compute.
func TestShelvedRefiningKeepsTheModel(t *testing.T) {
	w := learned(t)
	week(t, w, further)
	week(t, w, with(shelve, func(o *sim.Order) { o.Model = onOffer }))
	if m := w.View(user).Model(onOffer); m.State != sim.ModelOffered || m.Quality != 100 || w.View(user).Lab().Runs != 0 {
		t.Errorf("state %d, quality %.1f, %d runs", m.State, m.Quality, w.View(user).Lab().Runs)
	}
	if err := w.Audit(); err != nil {
		t.Error(err)
	}
}

// TestOnlyWhatIsOnOfferIsTrainedFurther: neither a model in a drawer nor another's.
func TestOnlyWhatIsOnOfferIsTrainedFurther(t *testing.T) {
	w := learned(t)
	if r := sim.Check(w, with(further, func(o *sim.Order) { o.Model = inDrawer })); r.Reason != sim.ReasonNotFinished {
		t.Errorf("one in the drawer: %s", r.Reason.Spec().Name)
	}
	if r := sim.Check(w, with(further, func(o *sim.Order) { o.Model = 1 })); r.Reason != sim.ReasonNotOwnModel {
		t.Errorf("another's: %s", r.Reason.Spec().Name)
	}
}

package sim_test

import (
	"math/bits"
	"testing"

	"entangle/sim"
)

// smallLab has the tenant of the small world make models: one on offer, one in the
// drawer.
func smallLab(s *sim.Setup) {
	s.Models = sim.ModelsSetup{Base: sim.Exactly(90), Scale: sim.Exactly(3), Efficiency: sim.Exactly(350)}
	s.Companies[2].Models = sim.LabSetup{KnowHow: sim.Exactly(10), Flop: sim.Exactly(6), Drawer: sim.Exactly(101), Cheap: sim.Exactly(500_000)}
	s.Companies[2].Policies.Research, s.Companies[2].Policies.Training = sim.Exactly(500_000), sim.Exactly(500_000)
}

// The tenant's places for models, and orders that situations vary.
const onOffer, inDrawer = sim.ModelID(17), sim.ModelID(18)

var (
	train   = sim.Order{Kind: sim.OrderStartRun, Mode: sim.RecipeKnown, By: user, Qty: 200, Share: 300_000}
	shelve  = sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerShelve, By: user, Model: inDrawer}
	launch  = sim.Order{Kind: sim.OrderRelease, Mode: uint8(sim.ReleaseClosed), By: user, Model: inDrawer, Weeks: 2}
	measure = sim.Order{Kind: sim.OrderEnterBenchmark, Mode: uint8(sim.EntryTuned), By: user, Model: onOffer}
)

func modelSituations() []situation {
	model := func(m sim.ModelID) sim.Ref { return sim.Ref{Of: sim.OfModel, ID: int32(m)} }
	return []situation{
		{"trains without knowing how", nil, nil, train, sim.Refusal{Reason: sim.ReasonMakesNone}, sim.Order{}},
		{"a run beyond two years", smallLab, nil, with(train, func(o *sim.Order) { o.Qty = 900_000 }),
			sim.Refusal{Reason: sim.ReasonRunTooBig, Field: sim.FieldQty, Amounts: sim.Amounts{Have: 2752, Need: 900_000}}, with(train, func(o *sim.Order) { o.Qty = 2752 })},
		{"releases another's model", smallLab, nil, with(launch, func(o *sim.Order) { o.Model = 1 }),
			sim.Refusal{Reason: sim.ReasonNotOwnModel, Field: sim.FieldModel, Ref: sim.Ref{Of: sim.OfCompany, ID: int32(host)}}, launch},
		{"shelves what is on offer", smallLab, nil, with(shelve, func(o *sim.Order) { o.Model = onOffer }),
			sim.Refusal{Reason: sim.ReasonNoRun, Field: sim.FieldModel, Ref: model(onOffer)}, shelve},
		{"measures what is not on offer", smallLab, nil, with(measure, func(o *sim.Order) { o.Model = inDrawer }),
			sim.Refusal{Reason: sim.ReasonNotFinished, Field: sim.FieldModel, Ref: model(inDrawer)}, measure},
		{"releases what is on offer", smallLab, nil, with(launch, func(o *sim.Order) { o.Model = onOffer }),
			sim.Refusal{Reason: sim.ReasonOnOffer, Field: sim.FieldModel, Ref: model(onOffer)}, launch},
		{"measures twice", smallLab, []sim.Order{measure}, measure,
			sim.Refusal{Reason: sim.ReasonEntered, Field: sim.FieldModel, Ref: model(onOffer)}, sim.Order{}},
	}
}

// TestRunTakesItsTime: preparation, training by the compute it gets, post-training;
// then the model is in the drawer, near what was expected, and a release with tests
// brings it to the customers.
func TestRunTakesItsTime(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		smallLab(s)
		s.End, s.Switches.Delays, s.Switches.Disappointment = s.Start.AddWeeks(60), sim.Off, sim.Off
	}, train)
	made := sim.ModelID(19)
	finished := 0
	for finished == 0 && w.Head().Tick < 50 {
		week(t, w)
		for _, e := range w.Events() {
			if e.Kind == sim.EventRunDone {
				finished = int(w.Head().Tick)
			}
		}
	}
	// 2 units of 10^24 FLOP take 7 to 10 weeks at 1,250 H100e and, once the lease is over, at 250: 38.
	if finished < 4+7+6 || finished > 4+38+10 {
		t.Fatalf("finished in week %d", finished)
	}
	got := w.View(user).Model(made)
	if want := 90 + 10 + 3*(-0.699) + 0.6*0.3; got.State != sim.ModelDrawer || got.Quality < want-0.01 || got.Quality > want+0.01 {
		t.Errorf("state %d, quality %.2f, want %.2f", got.State, got.Quality, want)
	}
	before := w.Company(user).Quality
	week(t, w, with(launch, func(o *sim.Order) { o.Model = inDrawer; o.Weeks = 8 }))
	for range 8 {
		if w.Company(user).Quality != before {
			t.Fatal("customers had it before its tests were over")
		}
		week(t, w)
	}
	if w.Company(user).Quality <= before {
		t.Errorf("still %.1f", w.Company(user).Quality)
	}
}

// TestDrawerWaitsForItsMakers: a model of the start that its makers still try is not on
// offer before they are through, however soon it is to be released.
func TestDrawerWaitsForItsMakers(t *testing.T) {
	w := small(t, func(s *sim.Setup) { smallLab(s); s.Companies[2].Models.Tests = sim.Exactly(5) },
		with(launch, func(o *sim.Order) { o.Weeks = 0 }))
	before := w.Company(user).Quality
	for w.Date() < w.Scenario().Start().AddWeeks(4) {
		week(t, w)
	}
	if w.Company(user).Quality != before {
		t.Fatal("on offer before its makers were through")
	}
	week(t, w)
	if w.Company(user).Quality <= before {
		t.Errorf("not on offer in the week after them")
	}
}

// TestRunInPostTraining: a run of the start that is through its training is finished after
// the weeks of post-training that it has left, and not sooner.
func TestRunInPostTraining(t *testing.T) {
	for _, weeks := range []int{3, 6} {
		w := small(t, func(s *sim.Setup) {
			smallLab(s)
			s.Companies[2].Models.Run, s.Companies[2].Models.Tuning = sim.Exactly(6), sim.Exactly(float64(weeks))
		})
		for range weeks {
			if n := bits.OnesCount8(w.View(user).Drawers()); n != 1 {
				t.Fatalf("in week %d of %d there are %d models in the drawer", w.Head().Tick, weeks, n)
			}
			week(t, w)
		}
		if n := bits.OnesCount8(w.View(user).Drawers()); n != 2 {
			t.Errorf("after %d weeks of post-training there are %d models in the drawer", weeks, n)
		}
	}
}

// TestGamedBoards: a special build shows three points more; once exposed, customers
// take off twice that, and forget it in time.
func TestGamedBoards(t *testing.T) {
	w := small(t, func(s *sim.Setup) { smallLab(s); s.End = s.Start.AddWeeks(400) },
		with(measure, func(o *sim.Order) { o.Mode = uint8(sim.EntrySpecial) }))
	if q := w.Company(user).Quality; q != 103 {
		t.Fatalf("boards show %.1f", q)
	}
	exposed := false
	for !exposed && w.Head().Tick < 390 {
		week(t, w)
		for _, e := range w.Events() {
			exposed = exposed || e.Kind == sim.EventExposed
		}
	}
	low := w.Company(user).Quality
	if !exposed || low < 93.9 || low > 94.1 {
		t.Errorf("exposed: %t, then %.1f", exposed, low)
	}
	for range 9 {
		week(t, w)
	}
	if q := w.Company(user).Quality; q <= low+0.5 || q >= 100 {
		t.Errorf("nine weeks later %.1f", q)
	}
}

// TestRivalsSeeReleasesOnly: what is in a drawer, how good it truly is and what a run
// is expected to bring is its owner's alone.
func TestRivalsSeeReleasesOnly(t *testing.T) {
	w := small(t, smallLab, with(measure, func(o *sim.Order) { o.Mode = uint8(sim.EntrySpecial) }))
	v := w.View(host)
	if m := v.Model(inDrawer); m != (sim.Model{}) {
		t.Errorf("a rival sees %+v", m)
	}
	if m := v.Model(onOffer); m.Quality != 103 || m.Boost != 0 || m.Expected != 0 || m.Entered != sim.EntryShipped || m.Serial != 0 {
		t.Errorf("a rival sees %+v", m)
	}
	if m := w.View(user).Model(onOffer); m.Quality != 100 || m.Boost != 3 {
		t.Errorf("its owner sees %+v", m)
	}
}

// TestRunFeelsWhoLeft: a company that loses know-how in the middle of a run loses
// weeks of it.
func TestRunFeelsWhoLeft(t *testing.T) {
	slip := func(lose float64) (weeks int32) {
		w := small(t, smallLab, train)
		for range 6 {
			week(t, w)
		}
		w.Forget(user, lose)
		for range 2 {
			week(t, w)
		}
		v := w.View(user)
		for i := range v.Runs() {
			weeks += v.Run(i).Slipped
		}
		return weeks
	}
	if none, some := slip(0.1), slip(2); some != none+6 {
		t.Errorf("two points lost cost %d weeks", some-none)
	}
}

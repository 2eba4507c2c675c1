package sim_test

import (
	"testing"

	"entangle/sim"
)

// secondLab has the landlord of the small world know how to make models, too, and less.
func secondLab(s *sim.Setup) {
	smallLab(s)
	s.Companies[0].Models = sim.LabSetup{KnowHow: sim.Exactly(4)}
	s.Companies[0].Policies.Research, s.Companies[0].Policies.Training = sim.Exactly(500_000), sim.Exactly(500_000)
	s.End = s.Start.AddWeeks(104)
}

// TestOpenWeightsTeach: others learn from open weights, the public likes who gives them
// away, and they cannot be closed again.
func TestOpenWeightsTeach(t *testing.T) {
	w := small(t, secondLab)
	trust := w.Company(user).Trust
	open := with(launch, func(o *sim.Order) { o.Mode, o.Model, o.Weeks = uint8(sim.ReleaseOpen), onOffer, 0 })
	week(t, w, open)
	if got := w.Company(host).Absorb; got < 0.89 || got > 0.91 { // 15 % of 6 points
		t.Errorf("the other takes in %.2f points", got)
	}
	if got := w.Company(user).Trust; got <= trust {
		t.Errorf("trust goes from %.1f to %.1f", trust, got)
	}
	if r := sim.Check(w, with(open, func(o *sim.Order) { o.Mode = uint8(sim.ReleaseClosed) })); r.Reason != sim.ReasonOnOffer {
		t.Errorf("closing open weights: %s", r.Reason.Spec().Name)
	}
	if r := sim.Check(w, sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerDistil, By: host, Model: onOffer}); !r.Allowed() {
		t.Errorf("the other cannot distil them: %s", r.Reason.Spec().Name)
	}
}

// TestTestsPreventScandals: without tests 15 percent of releases go wrong, with four
// weeks of them hardly any.
func TestTestsPreventScandals(t *testing.T) {
	wrong := func(weeks int32) (n int) {
		sc := compile(t, func() sim.Setup { s := sim.SmallSetup(); secondLab(&s); return s }())
		w := sim.New(sc)
		for seed := range uint64(300) {
			w.Reset(seed)
			orders := []sim.Order{with(launch, func(o *sim.Order) { o.Weeks = weeks })}
			for range weeks + 3 {
				w.Step(sim.Input{Orders: orders})
				orders = nil
				for _, e := range w.Events() {
					if e.Kind == sim.EventScandal {
						n++
					}
				}
			}
		}
		return n
	}
	if rash, careful := wrong(0), wrong(4); rash < 25 || rash > 65 || careful > 6 {
		t.Errorf("of 300 releases %d go wrong without tests, %d with four weeks of them", rash, careful)
	}
}

// TestMergedRuns: a run that takes over another has seven tenths of its compute and
// all of the company's training from then on.
func TestMergedRuns(t *testing.T) {
	w := small(t, func(s *sim.Setup) { secondLab(s); s.Switches.Delays = sim.Off }, train, with(train, func(o *sim.Order) { o.Qty = 300 }))
	for range 6 {
		week(t, w)
	}
	v := w.View(user)
	a, b := v.Run(0), v.Run(1)
	if a.Done <= 0 || a.Done != b.Done {
		t.Fatalf("two runs have done %v and %v", a.Done, b.Done)
	}
	week(t, w, sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerMerge, By: user, Model: a.Into})
	one, step := v.Run(0).Done-a.Done-0.7*b.Done, a.Done/2 // each had half of two weeks, and a little
	if v.Lab().Runs != 1 || one < 1.3*step || one > 2.7*step {
		t.Errorf("%d runs; the one that is left gained %v in a week, before it had %v in two or three", v.Lab().Runs, one, a.Done)
	}
	if m := v.Model(b.Into); m.State != sim.ModelNone {
		t.Errorf("the place of the other is not free: %d", m.State)
	}
}

// TestSmallCopies: a distilled model is ready within weeks, two to three points worse
// and a quarter as dear to serve; one taught by weights alone is a point worse still.
func TestSmallCopies(t *testing.T) {
	w := small(t, func(s *sim.Setup) { secondLab(s); s.Switches.Delays = sim.Off })
	week(t, w, with(launch, func(o *sim.Order) { o.Mode, o.Model, o.Weeks = uint8(sim.ReleaseOpen), onOffer, 0 }))
	copyOf := sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerDistil, Model: onOffer}
	week(t, w, with(copyOf, func(o *sim.Order) { o.By = user }), with(copyOf, func(o *sim.Order) { o.By = host }))
	for range 8 {
		week(t, w)
	}
	own, others := w.View(user).Model(23), w.View(host).Model(7) // the first places for small ones
	if own.State != sim.ModelDrawer || others.State != sim.ModelDrawer {
		t.Fatalf("not ready: %d, %d", own.State, others.State)
	}
	teacher := w.View(user).Model(onOffer)
	if d := teacher.Quality - own.Quality; d < 2 || d > 3 || own.Cost != 0.25*teacher.Cost {
		t.Errorf("the own copy is %.1f points worse and costs %.2f of %.2f", d, own.Cost, teacher.Cost)
	}
	if d := teacher.Quality - others.Quality; d < 3 || d > 4 {
		t.Errorf("the other's copy is %.1f points worse", d)
	}
}

// TestTeacherMayGiveWay: a small model may learn from one whose place it takes, the worst
// of those that are small.
func TestTeacherMayGiveWay(t *testing.T) {
	w := small(t, func(s *sim.Setup) { secondLab(s); s.Switches.Delays = sim.Off })
	distil := func(teacher sim.ModelID) {
		week(t, w, sim.Order{Kind: sim.OrderSteerRun, Mode: sim.SteerDistil, Model: teacher, By: user})
		for range 8 {
			week(t, w)
		}
	}
	week(t, w, with(launch, func(o *sim.Order) { o.Mode, o.Model, o.Weeks = uint8(sim.ReleaseOpen), onOffer, 0 }))
	distil(onOffer)
	distil(onOffer)
	v, worst := w.View(user), sim.ModelID(23)
	if v.Model(24).Quality < v.Model(23).Quality {
		worst = 24
	}
	before := v.Model(worst)
	distil(worst)
	if now := w.View(user).Model(worst); now.Serial == before.Serial || now.Cost != 0.25*before.Cost {
		t.Errorf("what learnt from a model of cost %v takes its place at %v", before.Cost, now.Cost)
	}
}

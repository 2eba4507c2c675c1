package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// dream gives the tenant of the small world a programme for a device.
func dream(s *sim.Setup) { sim.Dream(s) }

// certain makes the device work, or fail, whatever is drawn.
func certain(odds float64) func(*sim.Setup) {
	return func(s *sim.Setup) { dream(s); s.Programs[0].Odds = sim.Exactly(odds) }
}

// do is a decision on the device.
func do(mode uint8) sim.Order { return with(decide, func(o *sim.Order) { o.Mode = mode }) }

// launched plays the device through its stages: funded, shown if so wished, shipped
// without a trial, and a month with customers.
func launched(t testing.TB, odds float64, show bool) *sim.World {
	t.Helper()
	w := small(t, certain(odds), decide)
	for range 8 {
		week(t, w)
	}
	if show {
		week(t, w, do(sim.DecideShow))
	}
	for range 4 {
		week(t, w)
	}
	week(t, w, do(sim.DecideShip))
	for range 12 {
		week(t, w)
	}
	return w
}

// TestDeviceOpensAMarket: one that works sells where its owner sold nothing, one that
// fails sells next to nothing, is sent back, and costs trust; both free people.
func TestDeviceOpensAMarket(t *testing.T) {
	good, bad := launched(t, 999_000, false), launched(t, 1_000, false)
	if w := good; read(t, w, "programme_stage", 1) != 3 || read(t, w, "programme_odds", 1) != 1 {
		t.Errorf("stage %v, odds %v after its launch", read(t, w, "programme_stage", 1), read(t, w, "programme_odds", 1))
	}
	sold := func(w *sim.World) float64 { return read(t, w, "demand_served", 2) }
	if sold(good) < 5*sold(bad) || sold(bad) == 0 {
		t.Errorf("%v kH100e of one that works, %v of one that fails", sold(good), sold(bad))
	}
	if good.Company(user).Trust <= bad.Company(user).Trust+3 {
		t.Errorf("trust of %v after a success, %v after a failure", good.Company(user).Trust, bad.Company(user).Trust)
	}
	if a, b := good.View(user).Engineers(), bad.View(user).Engineers(); a != 60-6 || b != 60 {
		t.Errorf("%d and %d of 60 engineers are free", a, b)
	}
	if a, b := read(t, good, "programme_spent", 1), read(t, bad, "programme_spent", 1); b <= a {
		t.Errorf("%v spent on a success, %v on one that was sent back", a, b)
	}
}

// TestHypeCutsBothWays: a show sells more of what works, and costs more trust where
// it fails.
func TestHypeCutsBothWays(t *testing.T) {
	quiet, loud := launched(t, 999_000, false), launched(t, 999_000, true)
	if a, b := read(t, quiet, "demand", 2), read(t, loud, "demand", 2); b <= a {
		t.Errorf("%v kH100e asked of a quiet success, %v of a loud one", a, b)
	}
	fallen := func(show bool) float64 { return launched(t, 1_000, show).Company(user).Trust }
	if quiet, loud := fallen(false), fallen(true); loud >= quiet {
		t.Errorf("trust of %v after a quiet failure, %v after a loud one", quiet, loud)
	}
	w := small(t, certain(500_000), decide)
	for range 8 {
		week(t, w)
	}
	before := w.Company(user).Trust
	week(t, w, do(sim.DecideShow))
	shown := w.Company(user).Trust
	for range 4 {
		week(t, w)
	}
	week(t, w, do(sim.DecideStop))
	if after := w.Company(user).Trust; shown <= before || after >= before {
		t.Errorf("trust of %v, %v once shown, %v once stopped", before, shown, after)
	}
	if r := sim.Check(w, decide); r.Reason != sim.ReasonProgramOver {
		t.Errorf("it can be funded again: %+v", r)
	}
}

// TestTrialsTellTheTruth: over many runs, the odds that an owner sees come true, a
// trial narrows the fan, and those who look closer ship better things.
func TestTrialsTellTheTruth(t *testing.T) {
	setup := sim.SmallSetup()
	dream(&setup)
	w := sim.New(compile(t, setup))
	hoped, came, worked, n := [2]float64{}, [2]float64{}, [2]int{}, [2]int{}
	width := [2]float64{}
	for seed := range uint64(800) {
		w.Reset(seed)
		trial := int(seed % 2)
		for i, o := range []uint8{sim.DecideFund, sim.DecideFund, sim.DecideShip} {
			if i == 1 && trial == 0 {
				continue
			}
			if i == 2 {
				v, _ := w.View(user).Venture(1)
				hoped[trial] += v.Odds
				width[trial] += v.Reach[2] - v.Reach[0]
				n[trial]++
				if v.Odds > 0.6 {
					worked[trial]++
				}
			}
			w.Step(sim.Input{Orders: []sim.Order{do(o)}})
			for range 7 - 4*min(i, 1) {
				w.Step(sim.Input{})
			}
		}
		w.Step(sim.Input{})
		came[trial] += read(t, w, "programme_odds", 1)
	}
	for trial, what := range []string{"built", "tried"} {
		n := float64(n[trial])
		t.Logf("%s: odds of %.3f, %.3f worked, a fan of %.2f; %d were sure", what, hoped[trial]/n, came[trial]/n, width[trial]/n, worked[trial])
		if gap := (hoped[trial] - came[trial]) / n; gap > 0.06 || gap < -0.06 {
			t.Errorf("%s: odds of %.3f, and %.3f worked", what, hoped[trial]/n, came[trial]/n)
		}
	}
	if width[1] > 0.85*width[0] {
		t.Errorf("a fan of %v when built, %v when tried", width[0]/400, width[1]/400)
	}
}

// TestAnotherForm: what a trial finds poor can be made anew, in half of the time,
// and owners learn by it.
func TestAnotherForm(t *testing.T) {
	w := small(t, certain(500_000), decide)
	for range 8 {
		week(t, w)
	}
	week(t, w, decide)
	for range 4 {
		week(t, w)
	}
	before, _ := w.View(user).Venture(1)
	week(t, w, decide)
	after, _ := w.View(user).Venture(1)
	if before.Stage != sim.VentureTried || after.Stage != sim.VentureDevelop || after.Weeks < 10 || after.Weeks > 12 || after.Forms != 1 {
		t.Errorf("from stage %d to %d, %v weeks, form %d", before.Stage, after.Stage, after.Weeks, after.Forms)
	}
}

// TestAgentsDoWork: what coding agents earn, over the wage bill, is the work they do.
func TestAgentsDoWork(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		certain(999_000)(s)
		s.Programs[0].Kind = "agents"
		sim.AddTalent(s)
		s.Talent.WageBill = sim.Exactly(1e9)
	}, decide)
	for range 8 {
		week(t, w)
	}
	if got := read(t, w, "agents_share", 1); got != 0 {
		t.Errorf("agents do %v of the work before there are any", got)
	}
	week(t, w, do(sim.DecideShip))
	for range 8 {
		week(t, w)
	}
	if got := read(t, w, "agents_share", 1); got < 0.05 || got > 1 {
		t.Errorf("agents do %v of the work", got)
	}
}

// TestStrategiesDecideOnBusinesses: over many runs of octet every decision is made,
// some programmes work and some fail, and the laws hold.
func TestStrategiesDecideOnBusinesses(t *testing.T) {
	sc := compile(t, octet(t))
	s, modes, ends := session.New(sc), [5]int{}, map[sim.EventKind]int{}
	for seed := range uint64(24) {
		for s.Reset(seed); !s.World.Over(); {
			s.Advance(nil)
			for _, e := range s.World.Events() {
				if e.Kind == sim.EventVentureGate {
					modes[e.Qty]++
				}
				ends[e.Kind]++
			}
		}
		if err := s.World.Audit(); err != nil {
			t.Fatal(err)
		}
	}
	modes[sim.DecideShow] = ends[sim.EventVentureShown]
	t.Logf("funded, shown, shipped, stopped: %v; %d live, %d failed", modes[1:], ends[sim.EventVentureLive], ends[sim.EventVentureFailed])
	for mode := sim.DecideFund; mode <= sim.DecideStop; mode++ {
		if modes[mode] == 0 {
			t.Errorf("nobody decides %d", mode)
		}
	}
	if ends[sim.EventVentureLive] == 0 || ends[sim.EventVentureFailed] == 0 {
		t.Error("all of them end alike")
	}
}

// TestRandomDecisions decides at random, as often as it is allowed: every decision
// passes, programmes end in each way, and the laws hold.
func TestRandomDecisions(t *testing.T) {
	setup := sim.SmallSetup()
	dream(&setup)
	setup.End = setup.Start.AddWeeks(104)
	w, passed, ends := sim.New(compile(t, setup)), [5]int{}, map[sim.EventKind]int{}
	for seed := range uint64(60) {
		w.Reset(seed)
		for r := seed*7919 + 1; !w.Over(); {
			r = r*6364136223846793005 + 1442695040888963407
			o := do(1 + uint8(r>>33)%4)
			if r>>60 > 3 || o.Mode == sim.DecideStop && r>>58&3 > 0 {
				week(t, w)
				continue
			}
			if sim.Check(w, o).Allowed() {
				passed[o.Mode]++
			}
			week(t, w, o)
			for _, e := range w.Events() {
				ends[e.Kind]++
			}
		}
	}
	t.Logf("passed %v; %d live, %d failed", passed[1:], ends[sim.EventVentureLive], ends[sim.EventVentureFailed])
	for mode := sim.DecideFund; mode <= sim.DecideStop; mode++ {
		if passed[mode] == 0 {
			t.Errorf("decision %d never passes", mode)
		}
	}
	if ends[sim.EventVentureLive] == 0 || ends[sim.EventVentureFailed] == 0 {
		t.Error("all end alike")
	}
}

// TestCommitteesDelay: the same work takes longer, and costs more, where everything
// goes through committees.
func TestCommitteesDelay(t *testing.T) {
	built := func(bureaucracy float64) (weeks int, spent float64) {
		w := small(t, func(s *sim.Setup) {
			dream(s)
			s.Companies[2].Bureaucracy, s.Switches.Bureaucracy = sim.Exactly(bureaucracy), sim.Off
		}, decide)
		for ; read(t, w, "programme_stage", 1) == 0; weeks++ {
			week(t, w)
		}
		return weeks, read(t, w, "programme_spent", 1)
	}
	fast, cheap := built(0)
	slow, dear := built(80)
	if slow < fast*3/2 || dear <= cheap {
		t.Errorf("%d weeks and %v, with bureaucracy %d and %v", fast, cheap, slow, dear)
	}
}

// TestOthersCopy: what is new about a business wears off where others serve the same
// customers, and stays where nobody else does.
func TestOthersCopy(t *testing.T) {
	worn := func(rival bool) float64 {
		w := small(t, func(s *sim.Setup) {
			certain(999_000)(s)
			s.End = s.Start.AddWeeks(104)
			if rival {
				s.Companies[0].Quality, s.Companies[0].Price = sim.Exactly(90), sim.Exactly(4e6)
				s.Companies[0].Products = []sim.ProductSetup{{Segment: "pockets"}}
			}
		}, decide)
		for range 9 {
			week(t, w)
		}
		week(t, w, do(sim.DecideShip))
		for range 6 {
			week(t, w)
		}
		before, _ := w.View(user).Venture(1)
		for range 52 {
			week(t, w)
		}
		after, _ := w.View(user).Venture(1)
		return after.Reach[1] / before.Reach[1]
	}
	if alone, copied := worn(false), worn(true); alone != 1 || copied > 0.8 || copied < 0.6 {
		t.Errorf("after a year %v of the appeal is left alone, %v among others", alone, copied)
	}
}

// TestEarlyShowsAreCopied: what was shown long before it comes out brings less than
// what was shown when it was ready, for the buzz fades and others copy.
func TestEarlyShowsAreCopied(t *testing.T) {
	appeal := func(early bool) float64 {
		w := small(t, func(s *sim.Setup) {
			certain(999_000)(s)
			s.End = s.Start.AddWeeks(104)
			s.Companies[0].Quality, s.Companies[0].Price = sim.Exactly(90), sim.Exactly(4e6)
			s.Companies[0].Products = []sim.ProductSetup{{Segment: "pockets"}}
		}, decide)
		for range 8 {
			week(t, w)
		}
		if early {
			week(t, w, do(sim.DecideShow))
		}
		for range 20 {
			week(t, w)
		}
		if !early {
			week(t, w, do(sim.DecideShow))
		}
		for range 4 {
			week(t, w)
		}
		week(t, w, do(sim.DecideShip))
		for range 4 {
			week(t, w)
		}
		row, _ := w.View(user).Venture(1)
		if row.Stage != sim.VentureLive {
			t.Fatalf("stage %d", row.Stage)
		}
		return row.Reach[1]
	}
	if early, late := appeal(true), appeal(false); early > 0.85*late {
		t.Errorf("an appeal of %v after an early show, %v after a late one", early, late)
	}
}

package sim_test

import (
	"testing"

	"entangle/sim"
)

// The ids of GridSetup: each company has a plot behind its sites.
const (
	hostPlot, makerPlot = sim.SiteID(3), sim.SiteID(4)
	gridShed, userPlot  = sim.SiteID(5), sim.SiteID(6)
	plain               = sim.RegionID(1)
)

// The orders that situations of building vary.
var (
	dig   = sim.Order{Kind: sim.OrderBreakGround, By: host, Site: annex, Qty: 400_000}
	file  = sim.Order{Kind: sim.OrderJoinQueue, Mode: sim.QueueFirm, By: host, Site: annex, Qty: 100_000}
	burn  = sim.Order{Kind: sim.OrderBridgePower, Mode: sim.BridgePermitLater, By: host, Site: annex, Qty: 240_000}
	fixed = sim.Order{Kind: sim.OrderSignEnergy, Mode: uint8(sim.SourceBlock), By: host, Site: hall, Qty: 5_000, Weeks: 104}
	pact  = sim.Order{Kind: sim.OrderMakePact, Mode: sim.PactAir, By: host, Region: plain, Qty: 100_000_000}
)

// grid starts the world of GridSetup, changed first.
func grid(t testing.TB, change func(*sim.Setup)) *sim.World {
	t.Helper()
	setup := sim.GridSetup()
	if change != nil {
		change(&setup)
	}
	w := sim.New(compile(t, setup))
	w.Reset(1)
	return w
}

// firstWeek plays until a metric of the annex reaches a level, at most n weeks,
// and tells after how many it did.
func firstWeek(t testing.TB, w *sim.World, n int, level float64) int {
	t.Helper()
	for at := range n {
		if read(t, w, "site_power", int32(annex)) >= level {
			return at
		}
		w.Step(sim.Input{})
	}
	return n
}

// audited plays weeks without orders and audits each.
func audited(t testing.TB, w *sim.World, weeks int) {
	t.Helper()
	for range weeks {
		week(t, w)
	}
}

// TestHallsAndGridMakePower: halls without the grid give nothing, turbines fill
// them at once, and what the grid brings later replaces the gas.
func TestHallsAndGridMakePower(t *testing.T) {
	w := grid(t, func(s *sim.Setup) {
		s.Switches.Tolerance = sim.Off
		s.Sites[0].Chips = []sim.ChipsSetup{{Family: "core", Count: sim.Exactly(300_000)}}
	})
	week(t, w, dig)
	audited(t, w, 40)
	if s := w.Site(annex); s.Shell != 402_000 || s.Energised > 2_000+s.Grid || s.Halls != 300_000 {
		t.Fatalf("after 40 weeks: %+v", s)
	}
	before := w.Site(annex).Energised
	week(t, w, burn)
	audited(t, w, 31)
	s := w.Site(annex)
	if got, want := s.Energised, min(s.Shell, s.Grid+240_000); got != want || s.Gen != 240_000 || s.Energised <= before {
		t.Errorf("with turbines %d kW are live, want %d: %+v", got, want, s)
	}
	audited(t, w, 55)
	if s = w.Site(annex); s.Grid >= 402_000 && s.Burnt > 0 {
		t.Errorf("the grid gives %d kW and %d kW are burnt", s.Grid, s.Burnt)
	}
}

// TestLargeWorksAreHandedOverInParts: where crews fit out so much a week, the first halls
// of a work are ready when all were without it, and the others follow by and by.
func TestLargeWorksAreHandedOverInParts(t *testing.T) {
	const part = 100_000 // kW in four weeks
	first := [2]int{}
	for i, fitOut := range []sim.Figure{{}, sim.Exactly(part / 4)} {
		w := grid(t, func(s *sim.Setup) { s.Switches.Tolerance, s.Constants.FitOut = sim.Off, fitOut })
		week(t, w, dig)
		last, shell := 0, w.Site(annex).Shell
		for n := 1; n <= 60; n++ {
			audited(t, w, 1)
			more := w.Site(annex).Shell - shell
			if shell += more; more == 0 {
				continue
			}
			if first[i] == 0 {
				first[i] = n
			} else if more != part || n-last != 4 {
				t.Errorf("%d kW more in week %d, after week %d", more, n, last)
			}
			last = n
		}
		if s := w.Site(annex); s.Shell != 402_000 {
			t.Errorf("after 60 weeks: %+v", s)
		}
	}
	if first[0] == 0 || first[0] != first[1] {
		t.Errorf("first halls in week %d, in parts in week %d", first[0], first[1])
	}
}

// TestUnpaidWorkStops, and goes on when there is money.
func TestUnpaidWorkStops(t *testing.T) {
	w := grid(t, func(s *sim.Setup) { s.Companies[0].Cash = sim.Exactly(150e6) })
	week(t, w, dig)
	stopped := 0
	for range 20 {
		n, _ := happened(w, sim.EventWorkStopped)
		stopped += n
		week(t, w)
	}
	if stopped == 0 {
		t.Error("a company without money goes on building")
	}
	if co := w.Company(host); co.Finished != 0 || co.Broken != 400_000 {
		t.Errorf("broken %d, finished %d", co.Broken, co.Finished)
	}
}

// TestContractorsAreShared: where few halls can be started in a year, work waits
// for them; without that scarcity it does not.
func TestContractorsAreShared(t *testing.T) {
	ready := func(change func(*sim.Setup)) int {
		w := grid(t, func(s *sim.Setup) {
			s.Regions[0].Contractors = sim.Exactly(400_000)
			change(s)
		})
		week(t, w, dig)
		for n := range 120 {
			if w.Company(host).Finished > 0 {
				return n
			}
			week(t, w)
		}
		return 120
	}
	scarce, plenty := ready(func(*sim.Setup) {}), ready(func(s *sim.Setup) { s.Switches.Builders = sim.Off })
	if scarce < plenty+30 { // 300 MW are lacking at the start, at 7.7 MW a week
		t.Errorf("halls stand after %d weeks, with plenty after %d", scarce, plenty)
	}
}

// TestForecastsKnowTheLine: who breaks ground where few halls can be started in a year
// knows that and who comes before; what is admitted later is what a task took longer.
func TestForecastsKnowTheLine(t *testing.T) {
	w := grid(t, func(s *sim.Setup) { s.Regions[0].Contractors = sim.Exactly(400_000) })
	quoted := w.View(host).Quote(dig).Weeks
	week(t, w, dig, dig)
	told := []int64{}
	for n := range 150 {
		for _, e := range w.Events() {
			switch e.Kind {
			case sim.EventGroundBroken:
				told = append(told, e.Qty)
			case sim.EventWorkSlipped:
				if e.Qty > 26 {
					t.Errorf("week %d: a forecast slips by %d weeks at once", n, e.Qty)
				}
			}
		}
		week(t, w)
	}
	t.Logf("quoted %d weeks, told %d", quoted, told)
	if len(told) != 2 || told[0] < 15+30 || told[1] < told[0]+52 || told[0] != int64(quoted) {
		t.Error("the line for builders is not foreseen")
	}
}

// TestOverAskingDelaysEverybody: what is asked beyond headroom makes the line
// longer for who comes after.
func TestOverAskingDelaysEverybody(t *testing.T) {
	w := grid(t, nil)
	alone := read(t, w, "queue_wait", 1)
	week(t, w, with(file, func(o *sim.Order) { o.Qty = 4_000_000 }))
	if crowded := read(t, w, "queue_wait", 1); alone != 52 || crowded < 2.5*alone {
		t.Errorf("the wait is %v alone and %v after twice the headroom was asked for", alone, crowded)
	}
}

// TestWithdrawingGivesHalfBack of the deposit, and the place.
func TestWithdrawingGivesHalfBack(t *testing.T) {
	w := grid(t, nil)
	cash := w.Company(host).Cash
	week(t, w, file)
	week(t, w, with(file, func(o *sim.Order) { o.Mode = sim.QueueWithdraw }))
	v, _ := sim.FindMetric("power_queued")
	if got := sim.Metrics()[v].Read(w, int32(host)); got != 0 {
		t.Errorf("%v MW are still in line", got)
	}
	n, e := happened(w, sim.EventQueueLeft)
	if n != 1 || e.Amount != 100_000 || w.Company(host).Cash >= cash {
		t.Errorf("%d left, %+v", n, e)
	}
}

// TestFlexibleComesEarlierAndIsCut, as often as the grid is short.
func TestFlexibleComesEarlierAndIsCut(t *testing.T) {
	come := func(mode uint8) (sum, cuts int) {
		for seed := range uint64(60) {
			w := grid(t, func(s *sim.Setup) {
				s.Sites[0].Chips = []sim.ChipsSetup{{Family: "core", Count: sim.Exactly(90_000)}}
			})
			w.Reset(seed)
			week(t, w, with(file, func(o *sim.Order) { o.Mode = mode }), with(dig, func(o *sim.Order) { o.Qty = 100_000 }))
			sum += firstWeek(t, w, 128, 100)
			for !w.Over() {
				w.Step(sim.Input{})
				n, _ := happened(w, sim.EventCurtailed)
				cuts += n
			}
		}
		return sum, cuts
	}
	firm, none := come(sim.QueueFirm)
	flexible, cuts := come(sim.QueueFlexible)
	if flexible*10 > firm*8 || none != 0 || cuts < 60 {
		t.Errorf("flexible power comes after %d weeks, firm after %d, cut %d and %d times", flexible/60, firm/60, cuts, none)
	}
}

// TestBlockShieldsFromPrices: energy under contract costs what was signed.
func TestBlockShieldsFromPrices(t *testing.T) {
	w := grid(t, nil)
	week(t, w, fixed)
	audited(t, w, 12) // until its meters are read
	co := w.Company(host)
	want := 5_000 * 168 * 54.0 / 1000 // 50 dollars and 8 percent
	if got := float64(co.DealBill); got < want-2 || got > want+2 {
		t.Errorf("the block costs %v a week, want %v", got, want)
	}
}

// TestPromisesBind: clean air promised, turbines without a permit run: the
// neighbours bear less than before.
func TestPromisesBind(t *testing.T) {
	w := grid(t, func(s *sim.Setup) {
		s.Sites[0].Chips = []sim.ChipsSetup{{Family: "core", Count: sim.Exactly(300_000)}}
	})
	week(t, w, pact, dig, burn)
	after := read(t, w, "tolerance", 1)
	if after < 0.549 || after > 0.551 {
		t.Errorf("a pact of 100 million with a promise brings %v", after)
	}
	for range 40 {
		week(t, w)
		if n, _ := happened(w, sim.EventPactBroken); n > 0 {
			if now := read(t, w, "tolerance", 1); now > after-0.05 {
				t.Errorf("the broken promise leaves %v of %v", now, after)
			}
			return
		}
	}
	t.Error("turbines never broke the promise")
}

// TestNewLoadCostsTolerance: halls that draw power for the first time cost it, once; what
// drew power at the start does not.
func TestNewLoadCostsTolerance(t *testing.T) {
	w := grid(t, func(s *sim.Setup) {
		s.Sites[0].Chips = []sim.ChipsSetup{{Family: "core", Count: sim.Exactly(90_000)}}
	})
	start, used := read(t, w, "tolerance", 1), 0.0
	week(t, w, file, with(dig, func(o *sim.Order) { o.Qty = 100_000 }))
	for range 8 {
		week(t, w)
		used = read(t, w, "power_used", int32(host)) + read(t, w, "power_used", int32(user))
	}
	if now := read(t, w, "tolerance", 1); now < start-1e-4 || now > start {
		t.Fatalf("before anything is built %v of %v are left", now, start)
	}
	if firstWeek(t, w, 128, 100) == 128 {
		t.Fatal("the annex never gets its power")
	}
	audited(t, w, 12)
	more := read(t, w, "power_used", int32(host)) + read(t, w, "power_used", int32(user)) - used
	now := read(t, w, "tolerance", 1)
	want := start - 0.1*more/(sim.GridSetup().Regions[0].Headroom.Value/1000)
	if more < 50 || now < want-1e-3 || now > want+1e-3 {
		t.Errorf("%v MW more leave %v of %v, want %v", more, now, start, want)
	}
	audited(t, w, 20)
	if later := read(t, w, "tolerance", 1); later < now-1e-3 {
		t.Errorf("the same load costs more and more: %v, then %v", now, later)
	}
}

// TestLosingPowerDarkensChips: an injunction takes turbines away and with them
// the chips that they ran, until the permit comes.
func TestLosingPowerDarkensChips(t *testing.T) {
	for seed := range uint64(40) {
		w := memphis(t, seed, true)
		for !w.Over() {
			week(t, w)
			if n, _ := happened(w, sim.EventInjunction); n == 0 {
				continue
			}
			lost, e := happened(w, sim.EventPowerLost)
			if lost == 0 || e.Cause == 0 || e.Qty == 0 {
				t.Fatalf("power lost %d times: %+v", lost, e)
			}
			if w.Site(annex).Gen != 0 {
				t.Errorf("turbines still work: %+v", w.Site(annex))
			}
			for range 7 { // courts hurry permits, but no faster than in eight weeks
				week(t, w)
				if w.Site(annex).Gen != 0 {
					t.Fatal("turbines work against the court")
				}
			}
			audited(t, w, 46)
			if w.Site(annex).Gen == 0 {
				t.Error("no permit after a year")
			}
			return
		}
	}
	t.Error("no run had an injunction")
}

// TestNoPactDuringASuit: the council does not meet, whatever is offered.
func TestNoPactDuringASuit(t *testing.T) {
	for seed := range uint64(40) {
		w, calm := memphis(t, seed, true), 0.0
		for !w.Over() {
			calm = read(t, w, "attention", int32(host))
			w.Step(sim.Input{})
			if n, _ := happened(w, sim.EventSuit); n == 0 {
				continue
			}
			if now := read(t, w, "attention", int32(host)); now >= calm {
				t.Errorf("the suit takes no attention: %v points before, %v now", calm, now)
			}
			want := sim.Refusal{Reason: sim.ReasonSuitOpen, Ref: sim.Ref{Of: sim.OfRegion, ID: 1}}
			if got := sim.Check(w, pact); got != want {
				t.Errorf("refused with %+v, want %+v", got, want)
			}
			return
		}
	}
	t.Error("no run had a suit")
}

// memphis is a run in which the host fits out halls for 700 MW with chips that
// wait for it, with turbines for 420 MW or without.
func memphis(t testing.TB, seed uint64, turbines bool) *sim.World {
	t.Helper()
	w := grid(t, func(s *sim.Setup) {
		s.Sites[0].Chips = []sim.ChipsSetup{{Family: "core", Count: sim.Exactly(600_000)}}
	})
	w.Reset(seed)
	dig, burn := dig, burn
	dig.Qty, burn.Qty = 700_000, 420_000
	if turbines {
		week(t, w, dig, burn)
	} else {
		week(t, w, dig)
	}
	return w
}

// TestTurbinesWinMonthsAndCanLoseThem: without a permit they bring 300 MW at
// least eight weeks earlier in the median, and in a tenth to six tenths of the
// runs a court takes some away again.
func TestTurbinesWinMonthsAndCanLoseThem(t *testing.T) {
	const runs = 400
	var won []float64
	lost := 0
	for seed := range uint64(runs) {
		with, without := memphis(t, seed, true), memphis(t, seed, false)
		won = append(won, float64(firstWeek(t, without, 128, 300)-firstWeek(t, with, 128, 300)))
		for !with.Over() {
			with.Step(sim.Input{})
		}
		if read(t, with, "injunctions", int32(host)) > 0 {
			lost++
		}
	}
	t.Logf("turbines win %v weeks in the median; %d of %d runs lost some again", median(won), lost, runs)
	if median(won) < 8 {
		t.Errorf("turbines win %v weeks in the median", median(won))
	}
	if lost*10 < runs || lost*10 > 6*runs {
		t.Errorf("%d of %d runs have an injunction", lost, runs)
	}
}

// TestChipsAloneStandIdle: who puts all money into chips ends with idle ones and
// less running compute than its twin that builds as well.
func TestChipsAloneStandIdle(t *testing.T) {
	end := func(seed uint64, build bool) (running, idle float64) {
		w := grid(t, func(s *sim.Setup) { s.Companies[0].Cash = sim.Exactly(4e9) })
		w.Reset(seed)
		buy := sim.Order{Kind: sim.OrderChips, By: host, Family: core, Site: hall, Qty: 60_000, Share: 100_000}
		week(t, w)
		if build {
			dig := sim.Order{Kind: sim.OrderBreakGround, By: host, Site: hall, Qty: 120_000}
			buy.Qty = 40_000
			week(t, w, dig, with(file, func(o *sim.Order) { o.Site, o.Mode, o.Qty = hall, sim.QueueFlexible, 120_000 }))
		}
		for !w.Over() {
			if tick := w.Head().Tick; tick == 30 || tick == 60 {
				w.Step(sim.Input{Orders: []sim.Order{buy}})
			} else {
				w.Step(sim.Input{})
			}
		}
		return read(t, w, "compute_running", int32(host)), read(t, w, "idle_share", int32(host))
	}
	var less, more []float64
	for seed := range uint64(400) {
		run, idle := end(seed, false)
		twin, rest := end(seed, true)
		less, more = append(less, twin-run), append(more, idle-rest)
	}
	a, ha := meanAndDeviation(less)
	b, hb := meanAndDeviation(more)
	t.Logf("the twin runs %.1f kH100e more (sd %.1f), and has %.3f less of its chips idle (sd %.3f)", a, ha, b, hb)
	if a-z99*ha/20 <= 0 || b-z99*hb/20 <= 0 {
		t.Error("buying only chips is no worse than building too")
	}
}

// TestProjectsHaveFans: what is under way is seen with its date and the days
// between which it comes in eight cases of ten; the line's fan narrows.
func TestProjectsHaveFans(t *testing.T) {
	w := grid(t, nil)
	week(t, w, dig, fixed)
	wide := w.View(host).Projects(nil)
	if len(wide) != 3 {
		t.Fatalf("%d projects of a work, a place in line and a contract: %+v", len(wide), wide)
	}
	for _, p := range wide {
		if p.Ready.Early > p.Ready.Likely || p.Ready.Likely > p.Ready.Late || p.Ready.Likely <= w.Date() {
			t.Errorf("%+v", p)
		}
	}
	if got := w.View(user).Projects(nil); len(got) != 0 {
		t.Errorf("a company sees projects of another: %+v", got)
	}
	for range 110 {
		week(t, w)
		for _, p := range w.View(host).Projects(nil) {
			if p.Kind == sim.ProjectFirm && p.Stage == 2 {
				return
			}
		}
	}
	t.Error("the request never had its agreement")
}

// TestNeighboursStopLand: where they bear too little, no permit for open land
// comes; what stands already is extended all the same.
func TestNeighboursStopLand(t *testing.T) {
	done := func(tolerance float64, site sim.SiteID) bool {
		w := grid(t, func(s *sim.Setup) { s.Regions[0].Tolerance = sim.Exactly(tolerance) })
		order := with(dig, func(o *sim.Order) { o.Site = site })
		if site == hostPlot {
			order.Site, order.Region = 0, plain
		}
		if r := sim.Check(w, order); !r.Allowed() {
			return false
		}
		week(t, w, order)
		audited(t, w, 120)
		return w.Site(site).Shell > 300_000
	}
	if done(300_000, hostPlot) || !done(400_000, hostPlot) || !done(300_000, annex) {
		t.Errorf("on open land with little patience %t, with enough %t, at a site with little %t",
			done(300_000, hostPlot), done(400_000, hostPlot), done(300_000, annex))
	}
}

package session_test

import (
	"math"
	"slices"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
	"entangle/sim/units"
)

func TestStandingsRankByRunningCompute(t *testing.T) {
	sc := quartet(t)
	s := session.New(sc)
	play(s, 1, sc.End())
	by, _ := sim.FindMetric("compute_running")
	list := session.Standings(s.World)
	seen := map[sim.CompanyID]bool{}
	for i, x := range list {
		seen[x.Company] = true
		if x.Rank != i+1 || i > 0 && list[i-1].Values[by] < x.Values[by] {
			t.Errorf("row %d has rank %d and %v after %v", i, x.Rank, x.Values[by], list[max(i-1, 0)].Values[by])
		}
		if want := sim.Metrics()[by].Read(s.World, int32(x.Company)); x.Values[by] != want {
			t.Errorf("company %d has %v, the world says %v", x.Company, x.Values[by], want)
		}
	}
	if len(seen) != sc.Companies() {
		t.Errorf("%d companies of %d have a place", len(seen), sc.Companies())
	}
}

// A company without sites has no power to show and no share of its chips; one with sites
// has, be they idle or not.
func TestStandingsKnowWhatIsLacking(t *testing.T) {
	sc := named(t, "2025")
	s := session.New(sc)
	play(s, 1, sc.Start().AddWeeks(4))
	owned, _ := sim.FindMetric("compute_owned")
	power, _ := sim.FindMetric("power_energised")
	seen := map[[2]bool]int{}
	for _, x := range session.Standings(s.World) {
		none := [2]bool{x.Lacks("idle_share"), x.Lacks("power_energised")}
		if none != [2]bool{x.Values[owned] == 0, x.Values[power] == 0} || x.Lacks("cash") || x.Lacks("compute_running") {
			t.Errorf("company %d owns %v on %v MW and lacks %v", x.Company, x.Values[owned], x.Values[power], none)
		}
		seen[none]++
	}
	if seen[[2]bool{}] == 0 || seen[[2]bool{true, true}] == 0 {
		t.Errorf("this test sees only %v", seen)
	}
}

// What stands for many companies comes last and leaves its place to the others.
func TestOneThatStandsForManyHasNoPlace(t *testing.T) {
	pack, err := scenario.Load(scenarios.FS, "quartet")
	if err != nil {
		t.Fatal(err)
	}
	pack.Setup.Companies[1].Ranked = sim.Off
	sc, err := scenario.Check(pack, err)
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(sc)
	play(s, 1, sc.End())
	list := session.Standings(s.World)
	for i, x := range list[:len(list)-1] {
		if x.Rank != i+1 || x.Company == 2 {
			t.Errorf("place %d: %+v", i+1, x)
		}
	}
	if last := list[len(list)-1]; last.Company != 2 || last.Rank != 0 {
		t.Errorf("the last is company %d in place %d", last.Company, last.Rank)
	}
}

// A year is whole if less than a week is missing at each end.
func TestYearOf(t *testing.T) {
	day := units.DateOf
	for _, x := range []struct {
		start, end, from units.Date
		whole            bool
	}{
		{day(2024, 12, 31), day(2025, 12, 30), day(2025, 1, 1), true},
		{day(2024, 12, 31), day(2026, 6, 30), day(2026, 1, 1), false},
		{day(2025, 3, 1), day(2025, 12, 31), day(2025, 3, 1), false},
		{day(2023, 3, 1), day(2026, 1, 1), day(2025, 1, 1), true},
	} {
		if from, whole := session.YearOf(x.start, x.end); from != x.from || whole != x.whole {
			t.Errorf("from %v to %v: since %v, whole %v", x.start, x.end, from, whole)
		}
	}
}

func TestHighlightsTellEachThingOnce(t *testing.T) {
	sc := quartet(t)
	s, h := session.New(sc), &session.Highlights{}
	s.Watch(h)
	all := map[sim.EventID]float64{}
	s.Watch(watcher(func(w *sim.World) {
		for _, e := range w.Events() {
			all[e.ID] = w.Impact(e)
		}
	}))
	play(s, 9, sc.End())
	clear(all)
	play(s, 2, sc.End())
	top := h.Top(10)
	if len(top) != 10 {
		t.Fatalf("%d events, 10 wanted", len(top))
	}
	for _, x := range h.Top(1 << 20) {
		if x.Impact < 0.005 {
			t.Errorf("event %d with effect %v is told", x.Event.ID, x.Impact)
		}
	}
	least, keys := math.Inf(1), map[[5]int32]bool{}
	for i, x := range top {
		e := x.Event
		if all[e.ID] != x.Impact {
			t.Errorf("event %d has the effect %v, in its week it was %v", e.ID, x.Impact, all[e.ID])
		}
		if i > 0 && top[i-1].Event.ID >= e.ID {
			t.Errorf("event %d comes after %d", top[i-1].Event.ID, e.ID)
		}
		least = min(least, x.Impact)
		keys[[5]int32{int32(e.Kind), int32(e.By), int32(e.Peer), int32(e.Ref.Of), e.Ref.ID}] = true
		if x.Date < sc.Start() || x.Date >= sc.End() || int(x.Date-sc.Start())%7 != 0 {
			t.Errorf("event %d has the date %s", e.ID, x.Date)
		}
	}
	if len(keys) != 10 {
		t.Errorf("ten events tell %d things", len(keys))
	}
	for _, x := range h.Top(1 << 20) {
		if x.Impact > least && !slices.ContainsFunc(top, func(y session.Highlight) bool { return y.Event.Kind == x.Event.Kind && y.Impact >= x.Impact }) {
			t.Errorf("event %d with effect %v is missing, and none of its kind is told", x.Event.ID, x.Impact)
		}
	}
}

type watcher func(*sim.World)

func (f watcher) Observe(w *sim.World) { f(w) }

// The scenario begins on the last day of a year, so that the first week is split
// between two: a seventh of it belongs to the old one.
func TestYearFlowsStartWithTheYear(t *testing.T) {
	sc := quartet(t)
	revenue, _ := sim.FindMetric("revenue")
	s, y := session.New(sc), &session.YearFlows{}
	s.Watch(y)
	play(s, 1, sc.End())
	s.Reset(1)
	s.Advance(nil)
	if _, m, d := sc.Start().Civil(); m != 12 || d != 31 {
		t.Fatalf("the scenario starts on %s; this test wants 31 December", sc.Start())
	}
	for c := 1; c <= sc.Companies(); c++ {
		week := sim.Metrics()[revenue].Read(s.World, int32(c))
		if got := y.Read(revenue, sim.CompanyID(c)); math.Abs(got-week*6/7) > 1e-12 {
			t.Errorf("company %d made %v in six of seven days of a week of %v", c, got, week)
		}
	}
	first := sim.Metrics()[revenue].Read(s.World, 4)
	for s.World.Date() < units.DateOf(2025, 6, 1) {
		s.Advance(nil)
	}
	now := sim.Metrics()[revenue].Read(s.World, 4)
	if got, want := y.Read(revenue, 4), now-first/7; math.Abs(got-want) > 1e-12 {
		t.Errorf("the revenue of the year is %v, not %v", got, want)
	}
	if stock, _ := sim.FindMetric("cash"); y.Read(stock, 1) != 0 {
		t.Error("a stock has a flow of the year")
	}
}

func TestTallyCountsWhatTheWorldCounts(t *testing.T) {
	sc := quartet(t)
	s, tally := session.New(sc), session.Tally{}
	s.Reset(4)
	for !s.World.Over() {
		s.Advance([]sim.Order{{Kind: sim.OrderPlaceFleet, By: 1, Site: 1, Dest: 1, Family: 1, Qty: 1}})
		tally.Note(s)
	}
	orders, refused := int64(0), int64(0)
	for _, k := range tally.Kinds {
		orders, refused = orders+k.Orders, refused+k.Refused
	}
	h := s.World.Head()
	if tally.Orders != h.Orders || tally.Refused != h.Refused || orders != h.Orders || refused != h.Refused {
		t.Errorf("%d orders and %d refused (by kind %d and %d), the world counts %d and %d",
			tally.Orders, tally.Refused, orders, refused, h.Orders, h.Refused)
	}
	if k := tally.Kinds[sim.OrderPlaceFleet-1]; k.Refused < int64(sc.Weeks()) {
		t.Errorf("%d moves were refused, at least %d must be", k.Refused, sc.Weeks())
	}
}

// The end of a contract is a loss if it took compute away.
func TestGainOfAHighlight(t *testing.T) {
	for _, k := range sim.EventKinds() {
		for qty := range int64(2) {
			want := k.Spec().Gain
			if k == sim.EventContractEnded || k == sim.EventContractBroken {
				want = -int8(qty)
			}
			if got := (session.Highlight{Event: sim.Event{Kind: k, Qty: qty}}).Gain(); got != want {
				t.Errorf("%s with quantity %d: gain %d, not %d", k.Spec().Name, qty, got, want)
			}
		}
	}
}

// TestFrightsAreTold: a fright of markets concerns everybody, and is told with the
// largest fall although it has no effect on any one company; but one by less than a tenth
// is no story.
func TestFrightsAreTold(t *testing.T) {
	sc := named(t, "2025")
	s, h := session.New(sc), &session.Highlights{}
	worst, small, large, many := int64(0), 0, 0, 0
	s.Watch(h)
	s.Watch(watcher(func(w *sim.World) {
		for _, e := range w.Events() {
			switch {
			case e.Kind != sim.EventFright:
			case e.Qty < int64(units.One)/10:
				small++
			default:
				worst, many = max(worst, e.Qty), many+1
			}
		}
	}))
	for seed := uint64(1); seed <= 30 && (small == 0 || large == 0); seed++ {
		worst, many = 0, 0
		play(s, seed, sc.End())
		told, counted := int64(0), 0
		for _, x := range h.Top(1 << 20) {
			if x.Event.Kind == sim.EventFright {
				told, counted = max(told, x.Event.Qty), counted+1+x.More
			}
		}
		if told != worst || counted != many {
			t.Errorf("seed %d: markets fell by %d in the worst of %d frights, %d of %d is told", seed, worst, many, told, counted)
		}
		large += many
	}
	if small == 0 || large == 0 {
		t.Errorf("%d small frights and %d large ones in thirty runs: this test sees nothing", small, large)
	}
}

// TestLoansOfTheLarge: a loan is told by what its taker is worth: of those of companies worth
// hundreds of times as much none is among the ten that mattered most.
func TestLoansOfTheLarge(t *testing.T) {
	sc := named(t, "2025")
	s, h := session.New(sc), &session.Highlights{}
	s.Watch(h)
	small := map[sim.EventID]bool{} // loans of less than a thirtieth
	s.Watch(watcher(func(w *sim.World) {
		for _, e := range w.Events() {
			if e.Kind == sim.EventLoanTaken && units.USD(e.Amount) < w.View(e.By).Value()/30 {
				small[e.ID] = true
			}
		}
	}))
	seen := 0
	for seed := uint64(1); seed <= 10; seed++ {
		clear(small)
		play(s, seed, sc.End())
		seen += len(small)
		for _, x := range h.Top(10) {
			if small[x.Event.ID] {
				t.Errorf("seed %d: a loan of %d is among what mattered most", seed, x.Event.Amount)
			}
		}
	}
	if seen == 0 {
		t.Error("nobody large took a loan: this test sees nothing")
	}
}

// TestNews: of the events of a year, those with nothing to tell are no news, and they alone.
func TestNews(t *testing.T) {
	s, idle := session.New(named(t, "2025")), map[sim.EventKind]int{}
	s.Watch(watcher(func(w *sim.World) {
		for _, e := range w.Events() {
			empty := e.Kind == sim.EventDeputyReport && e.Amount == 0 || e.Kind == sim.EventContractEnded && e.By == e.Peer ||
				e.Kind == sim.EventFrontierMoved && e.Qty == e.Amount
			if empty == session.News(e) {
				t.Errorf("news %t: %+v", !empty, e)
			}
			if empty {
				idle[e.Kind]++
			}
		}
	}))
	for seed := uint64(1); seed <= 30 && len(idle) < 3; seed++ {
		play(s, seed, s.World.Scenario().End())
	}
	if len(idle) < 3 {
		t.Errorf("thirty runs had nothing to tell of these only: %v", idle)
	}
}

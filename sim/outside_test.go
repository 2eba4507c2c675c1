package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// addEvents gives octet events from outside: one on a date that bars a family's sales
// and lets its designer ask for part of them back, one that strikes a landlord's power
// and comes again, one that everybody pays for, one about a market.
func addEvents(s *sim.Setup) {
	week := func(n float64) sim.Figure { return sim.Exactly(n) }
	share := func(x float64) sim.Figure { return sim.Exactly(1e6 * x) }
	text := sim.Text{En: "Something happens.", Zh: "出事了。"}
	family := s.Families[0]
	s.Events = []sim.IncidentSetup{
		{ID: "door", Title: text, Text: text, Sign: text, Date: s.Start.AddWeeks(8), Jitter: week(3), Notice: week(2), Answer: week(4),
			Seat: "designer", Family: family.ID, Severity: sim.Figure{Value: 1, Low: 0.9, High: 1.1, Given: true},
			Effects: []sim.EffectSetup{{Kind: "sales", Share: share(1.2), Weeks: week(26)}, {Kind: "mood", Share: share(-0.05)}},
			Choices: []sim.ChoiceSetup{
				{ID: "redesign", Title: text, Effects: []sim.EffectSetup{{Kind: "cost", Money: sim.Exactly(2e8)}, {Kind: "sales", Share: share(-0.8), After: week(8), Weeks: week(18)}}},
				{ID: "lobby", Title: text, Effects: []sim.EffectSetup{{Kind: "trust", Points: sim.Exactly(-4)}, {Kind: "sales", Share: share(-1.2), After: week(4), Weeks: week(22), Odds: share(0.4)}}},
				{ID: "pay", Title: text, Effects: []sim.EffectSetup{{Kind: "sales", Share: share(-1.2), Weeks: week(26)}, {Kind: "levy", Share: share(0.15), Weeks: week(26)}}}}},
		{ID: "dark", Title: text, Text: text, Chance: share(0.5), Rest: week(20), Answer: week(3), Seat: "owner", Strikes: "one", Region: s.Regions[0].ID,
			Effects: []sim.EffectSetup{{Kind: "power_cut", Share: share(0.3), Weeks: week(2)}, {Kind: "trust", Points: sim.Exactly(-2)}},
			Choices: []sim.ChoiceSetup{{ID: "credits", Title: text, Effects: []sim.EffectSetup{{Kind: "cost", Money: sim.Exactly(5e6)}, {Kind: "trust", Points: sim.Exactly(3)}}},
				{ID: "second", Title: text, Effects: []sim.EffectSetup{{Kind: "energy_price", Share: share(0.1), Weeks: week(12)}, {Kind: "power_cut", Share: share(-0.2), Weeks: week(2)}}}}},
		{ID: "scare", Title: text, Text: text, Sign: text, Notice: week(1), Date: s.Start.AddWeeks(12), Answer: week(6), Seat: "buyer",
			Effects: []sim.EffectSetup{{Kind: "duty", Share: share(0.1), Weeks: week(20)}, {Kind: "energy_price", Share: share(0.15), Weeks: week(10)}, {Kind: "tolerance", Share: share(-0.05)}},
			Region:  s.Regions[0].ID, Choices: []sim.ChoiceSetup{{ID: "early", Title: text, Effects: []sim.EffectSetup{{Kind: "cost", Money: sim.Exactly(1e7)}, {Kind: "duty", Share: share(-0.06), Weeks: week(20)}}}}},
		{ID: "rush", Title: text, Text: text, Chance: share(0.9), Rest: week(40), When: []sim.WhenSetup{{Metric: "energy_price", Of: s.Regions[0].ID, Above: sim.Exactly(45)}, {Metric: "sentiment", Below: sim.Exactly(9)}},
			Effects: []sim.EffectSetup{{Kind: "mood", Share: share(-0.02)}}},
		{ID: "ruling", Title: text, Text: text, Date: s.Start.AddWeeks(16), Follows: "door", Answer: week(4), Seat: "seller", Segment: s.Segments[0].ID,
			Effects: []sim.EffectSetup{{Kind: "reach", Share: share(-0.2), Weeks: week(30)}},
			Choices: []sim.ChoiceSetup{{ID: "appeal", Title: text, Effects: []sim.EffectSetup{{Kind: "reach", Share: share(0.2), Weeks: week(12)}, {Kind: "trust", Points: sim.Exactly(-3)}}}}},
	}
}

// withEvents is octet with them.
func withEvents(t testing.TB) sim.Setup {
	s := octet(t)
	addEvents(&s)
	return s
}

// TestEventsComeAndGo plays octet with events: each shows its sign the weeks before that
// it says, happens when it may, and leaves nothing behind when it is over.
func TestEventsComeAndGo(t *testing.T) {
	in := withEvents(t)
	in.End = in.Start.AddWeeks(60)
	sc := compile(t, in)
	game := session.New(sc)
	door, _ := sc.Find(sim.OfIncident, "door")
	answered, days := map[sim.ChoiceID]int{}, map[int32]int{}
	for seed := range uint64(40) {
		signed := int32(-9)
		for game.Reset(seed); !game.World.Over(); {
			game.Advance(nil)
			w := game.World
			if err := w.Audit(); err != nil {
				t.Fatal(err)
			}
			for _, e := range w.Events() {
				tick := w.Head().Tick - 1
				switch {
				case e.Kind == sim.EventAnswered:
					answered[sim.ChoiceID(e.Ref.ID)]++
				case e.Kind == sim.EventForeseen && e.Ref.ID == door:
					signed = tick
				case e.Kind == sim.EventOutside && e.Ref.ID == door:
					days[tick]++
					if tick != signed+2 {
						t.Errorf("seed %d: the sign was seen in week %d, the event came in week %d", seed, signed, tick)
					}
				}
			}
		}
	}
	for tick := range days {
		if tick < 5 || tick > 11 {
			t.Errorf("an event of week 8, give or take 3, came in week %d", tick)
		}
	}
	if len(days) < 5 {
		t.Errorf("40 runs had it in %d different weeks", len(days))
	}
	if len(answered) < 4 {
		t.Errorf("built-in companies chose %v", answered)
	}
	t.Logf("weeks %v, choices %v", days, answered)
}

// TestBarredSalesStopAndResume does sums in the small world: what is barred is not
// delivered, its orders are void and their deposits come back; who pays a levy sells
// again, and the state takes its share.
func TestBarredSalesStopAndResume(t *testing.T) {
	w := small(t, func(s *sim.Setup) { shut(0)(s); s.Switches.ListPrice = sim.Off }, buy)
	if d := sim.OnOrder(w, user); d != 0 {
		t.Errorf("%d chips are still on order though their sale is barred", d)
	}
	week(t, w, settle)
	week(t, w, buy)
	before := sim.FlowOut(w, maker, sim.FlowOutside)
	if before != 20_000_000 {
		t.Errorf("the designer paid %d dollars to meet the event, not 20 million", before)
	}
	for range 6 {
		week(t, w)
	}
	if got, want := sim.FlowOut(w, maker, sim.FlowOutside)-before, int64(150_000); got != want {
		t.Errorf("a levy of %d dollars on 100 chips at 10,000 dollars, not %d", got, want)
	}
	for range 4 {
		week(t, w)
	}
	if err := w.Audit(); err != nil {
		t.Error(err)
	}
	if r := sim.Check(w, buy); !r.Allowed() {
		t.Errorf("after its time the bar is still there: %+v", r)
	}
}

// TestEventsAllocateNothing: once the rooms have grown, a run with events takes no memory.
func TestEventsAllocateNothing(t *testing.T) {
	in := withEvents(t)
	in.End = in.Start.AddWeeks(52)
	game := session.New(compile(t, in))
	play(t, game, 3)
	if n := testing.AllocsPerRun(1, func() {
		for game.Reset(3); !game.World.Over(); {
			game.Advance(nil)
		}
	}); n > 0 {
		t.Errorf("a run allocates %v times", n)
	}
}

// TestConditionsLeaveNoShadow: what a condition reads of shadow values in mid-week is not
// what a report of the week's end says.
func TestConditionsLeaveNoShadow(t *testing.T) {
	in := octet(t)
	in.End = in.Start.AddWeeks(40)
	text := sim.Text{En: "Something happens.", Zh: "出事了。"}
	for _, c := range in.Companies {
		in.Events = append(in.Events, sim.IncidentSetup{ID: "never_" + c.ID, Title: text, Text: text, Chance: sim.Exactly(990_000), Rest: sim.Exactly(1),
			When:    []sim.WhenSetup{{Metric: "shadow_chips", Of: c.ID, Above: sim.Exactly(1e12)}},
			Effects: []sim.EffectSetup{{Kind: "mood", Share: sim.Exactly(-1)}}})
	}
	sc := compile(t, in)
	game, clone := session.New(sc), session.New(sc)
	clone.Reset(1)
	some := false
	for game.Reset(1); !game.World.Over(); {
		game.Advance(nil)
		clone.World.CopyFrom(game.World)
		for c := sim.CompanyID(1); int(c) <= sc.Companies(); c++ {
			got, want := game.World.Shadow(c), clone.World.Shadow(c)
			if some = some || want[sim.ResourceChips] != 0; got != want {
				t.Fatalf("week %d, company %d: shadow values are %v, those of the same world copied %v", game.World.Head().Tick, c, got, want)
			}
		}
	}
	if !some {
		t.Error("nothing was ever worth anything")
	}
}

// TestACrowdIsNobodysNews counts whom faults strike and who is told to turn customers away:
// none of it is told of who stands for many.
func TestACrowdIsNobodysNews(t *testing.T) {
	count := func(crowd int) (struck, away []int) {
		in := withEvents(t)
		in.Switches.Overflow = sim.Off
		if crowd > 0 {
			in.Companies[crowd-1].Ranked = sim.Off
		}
		sc := compile(t, in)
		game := session.New(sc)
		dark, _ := sc.Find(sim.OfIncident, "dark")
		struck, away = make([]int, sc.Companies()+1), make([]int, sc.Companies()+1)
		for seed := range uint64(20) {
			for game.Reset(seed); !game.World.Over(); {
				game.Advance(nil)
				for _, e := range game.World.Events() {
					switch {
					case e.Kind == sim.EventOutside && e.Ref.ID == dark:
						struck[e.By]++
					case e.Kind == sim.EventTurnedAway:
						away[e.By]++
					}
				}
			}
		}
		return struck, away
	}
	struck, away := count(0)
	for c := 1; c < len(struck); c++ {
		if struck[c] < 3 || away[c] < 3 {
			continue
		}
		if s, a := count(c); s[c] > 0 || a[c] > 0 {
			t.Errorf("company %d is struck %d times and turns customers away %d times as a crowd", c, s[c], a[c])
		}
		return
	}
	t.Errorf("nobody is struck and short: %v, %v", struck, away)
}

// TestOddsDecideWhetherItComes plays an event that has a date with odds of a third: it
// comes in about a third of the runs, nobody sees a sign of it in the others, and what
// follows it does not come in those either.
func TestOddsDecideWhetherItComes(t *testing.T) {
	in := withEvents(t)
	in.End = in.Start.AddWeeks(18)
	in.Events[0].Odds = sim.Exactly(1e6 / 3)
	sc := compile(t, in)
	game := session.New(sc)
	door, _ := sc.Find(sim.OfIncident, "door")
	ruling, _ := sc.Find(sim.OfIncident, "ruling")
	came := 0
	for seed := range uint64(150) {
		seen := map[sim.EventKind]int{}
		for game.Reset(seed); !game.World.Over(); {
			game.Advance(nil)
			for _, e := range game.World.Events() {
				if (e.Kind == sim.EventForeseen || e.Kind == sim.EventOutside) && (e.Ref.ID == door || e.Ref.ID == ruling) {
					seen[e.Kind]++
				}
			}
		}
		if seen[sim.EventOutside] > 0 {
			came++
		}
		if n := seen[sim.EventOutside]; seen[sim.EventForeseen] > 0 != (n > 0) || n == 1 {
			t.Errorf("seed %d: %d signs, and it and what follows come %d times", seed, seen[sim.EventForeseen], n)
		}
	}
	if came < 35 || came > 65 { // 50 give or take 2.6 deviations
		t.Errorf("it came in %d of 150 runs", came)
	}
}

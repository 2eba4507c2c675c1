package sim_test

import (
	"fmt"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
)

// chainGame plays the rich test world with the built-in strategies, audited
// every week.
func chainGame(t testing.TB, change func(*sim.Setup), weeks int, watch func(w *sim.World)) *sim.World {
	t.Helper()
	setup := sim.ChainSetup()
	if change != nil {
		change(&setup)
	}
	s := session.New(compile(t, setup))
	s.Reset(1)
	for range weeks {
		s.Advance(nil)
		if err := s.World.Audit(); err != nil {
			t.Fatal(err)
		}
		if watch != nil {
			watch(s.World)
		}
	}
	return s.World
}

// lead is the lead time of a family of the rich world.
func lead(t testing.TB, w *sim.World, family string) float64 {
	return read(t, w, "lead_time", find(t, w.Scenario(), sim.OfFamily, family))
}

// TestLessPackagingLongerQueue: one figure cuts what everybody builds; chips are
// fewer, queues longer and list prices higher.
func TestLessPackagingLongerQueue(t *testing.T) {
	read := func(w *sim.World) (list []float64) {
		for _, f := range []string{"anvil", "brick"} {
			list = append(list, lead(t, w, f), read(t, w, "list_price", find(t, w.Scenario(), sim.OfFamily, f)))
		}
		return list
	}
	packs := func(share float64) [][]float64 {
		s := sim.ChainSetup()
		s.Packaging.Capacity = sim.Exactly(share * s.Packaging.Capacity.Value)
		return sample(t, s, 26, nil, read)
	}
	const enough = 1.5 // with less, prices rise as fast as they can in both
	usual, short := packs(enough), packs(0.7*enough)
	for i, what := range []string{"queue of anvil", "price of anvil", "queue of brick", "price of brick"} {
		if effect, half := paired(usual[i], short[i]); effect-half <= 0 {
			t.Errorf("less packaging moves the %s by %.4g, give or take %.4g", what, effect, half)
		}
	}
}

// TestSparePackagingGoesToWhoNeedsIt: a designer without orders leaves its
// wafers to the other; memory that is short binds both.
func TestSparePackagingGoesToWhoNeedsIt(t *testing.T) {
	world := func(gb, brick float64) *sim.World {
		s := sim.ChainSetup()
		s.Packaging.Noise, s.Memory.Capacity = sim.Exactly(0), sim.Exactly(gb)
		s.Contracts = append(s.Contracts, sim.ContractSetup{ID: "rival", Parties: []string{"cedar", "kiln"}, Start: s.Start, End: s.End, Clauses: []sim.ClauseSetup{
			{Kind: "deliver", From: "kiln", To: "cedar", Family: "brick", Site: "cove", Chips: sim.Exactly(brick)},
			{Kind: "pay", From: "cedar", To: "kiln", PerChip: sim.Exactly(14_000), Prepaid: sim.Exactly(200_000)}}})
		w := sim.New(compile(t, s))
		w.Reset(1)
		for range 3 { // the turn of both families
			week(t, w)
		}
		return w
	}
	alone, shared, starved := world(1e9, 1), world(1e9, 90_000), world(200_000, 90_000)
	a, b, c := alone.Family(1).Built, shared.Family(1).Built, starved.Family(1).Built
	if a <= b || b <= c || c == 0 {
		t.Errorf("%d built with a rival at rest, %d beside a busy one, %d when memory is short", a, b, c)
	}
	weekly := float64(starved.Family(1).Built)/2 + float64(starved.Family(2).Built)/3 // built for the weeks so far
	if got := weekly * 192; got > 200_500 {
		t.Errorf("%.0f GB in the chips of a week that had 200,000", got)
	}
}

// TestLinesAreFittedSlowly: with a shift, a designer without orders leaves its rival the
// wafers only by and by, and never fewer than the rival has booked.
func TestLinesAreFittedSlowly(t *testing.T) {
	const weeks, yearly = 10, 0.7
	world := func(shift sim.Figure) (used []float64) {
		s := sim.ChainSetup()
		s.Packaging.Noise, s.Packaging.Growth, s.Packaging.Shift = sim.Exactly(0), sim.Exactly(0), shift
		w := sim.New(compile(t, s))
		w.Reset(1)
		for range weeks {
			week(t, w)
			used = append(used, w.Company(sim.CompanyID(find(t, w.Scenario(), sim.OfCompany, "forge"))).Wafers)
		}
		return used
	}
	const booked = 300 * 0.7
	free, slow, limit := world(sim.Figure{}), world(sim.Exactly(yearly)), booked
	for i := range slow {
		if limit *= 1 + yearly/52.1786; slow[i] < booked-1e-9 || slow[i] > limit+1e-9 {
			t.Errorf("week %d: %.2f wafers, %.0f booked, lines for %.2f", i+1, slow[i], booked, limit)
		}
	}
	if last := weeks - 1; free[0] < 280 || slow[last] <= slow[0] {
		t.Errorf("%.0f wafers at once without a limit; with it %.1f, then %.1f", free[0], slow[0], slow[last])
	}
}

// TestCrewsTakeInWhatTheyCan: of what is ordered for a site no more comes in a month than
// its crews take in, and not much more is built.
func TestCrewsTakeInWhatTheyCan(t *testing.T) {
	w := small(t, func(s *sim.Setup) { s.Constants.Intake = sim.Exactly(20) })
	most, all, last := int64(4*20*1000), int64(0), -4
	for n := range 20 {
		week(t, w)
		for _, e := range w.Events() {
			if e.Kind != sim.EventChipsDelivered {
				continue
			}
			if e.Qty > most || n-last < 4 {
				t.Errorf("%d thousandths of an H100e in week %d, after week %d: crews take in %d a month", e.Qty, n, last, most)
			}
			all, last = all+e.Qty, n
		}
		if f := w.Family(1); int64(f.Stock) > 2*most/1000 {
			t.Errorf("%d chips in stock in week %d", f.Stock, n)
		}
	}
	if all != 300_000 {
		t.Errorf("%d of 300,000 came", all)
	}
}

// TestSupplyTellsWhatBinds in words, when it changes.
func TestSupplyTellsWhatBinds(t *testing.T) {
	told := map[sim.EventKind]int{}
	chainGame(t, func(s *sim.Setup) { s.Memory.Capacity = sim.Exactly(300_000) }, 52, func(w *sim.World) {
		for _, e := range w.Events() {
			told[e.Kind]++
		}
	})
	if told[sim.EventMemoryShort] == 0 {
		t.Error("memory is short and nobody is told")
	}
}

// wait is what the tests of the queue vary.
var wait = sim.Order{Kind: sim.OrderChips, By: user, Family: core, Qty: 100, Site: shed, Share: 100_000}

// queue plays the small world with two buyers who order the same, changed, and
// returns what each has received after some weeks.
func queue(t testing.TB, change func(*sim.Setup), weeks int, one, two sim.Order) (a, b float64) {
	t.Helper()
	w := small(t, func(s *sim.Setup) {
		s.Contracts = nil
		if change != nil {
			change(s)
		}
	})
	week(t, w, one, two)
	for range weeks {
		week(t, w)
		for _, e := range w.Events() {
			switch {
			case e.Kind == sim.EventChipsDelivered && e.By == one.By:
				a += float64(e.Qty)
			case e.Kind == sim.EventChipsDelivered && e.By == two.By:
				b += float64(e.Qty)
			}
		}
	}
	return a, b
}

// TestThePlaceInTheQueue: who pays a premium or has long been faithful gets more
// of what is short, as far as the designer weighs it; who wants his chips later
// gets them later.
func TestThePlaceInTheQueue(t *testing.T) {
	one := with(wait, func(o *sim.Order) { o.Qty = 900 })
	two := with(one, func(o *sim.Order) { o.By, o.Site = host, hall })
	if a, b := queue(t, nil, 4, one, two); a != b {
		t.Errorf("equals get %v and %v", a, b)
	}
	if a, b := queue(t, nil, 4, with(one, func(o *sim.Order) { o.Price = 200_000 }), two); a <= b {
		t.Errorf("who pays a fifth more gets %v, the other %v", a, b)
	}
	old := func(s *sim.Setup) {
		s.Constants.Loyalty = sim.Exactly(1)
		s.Contracts = []sim.ContractSetup{{ID: "old", Parties: []string{"maker", "user"}, Start: s.Start.AddWeeks(-100), End: s.Start.AddWeeks(200),
			Clauses: []sim.ClauseSetup{{Kind: "deliver", From: "maker", To: "user", Family: "core", Site: "shed", Chips: sim.Exactly(1)}}}}
	}
	if a, b := queue(t, old, 4, one, two); a <= b {
		t.Errorf("the old customer gets %v, the new one %v", a, b)
	}
	if a, b := queue(t, nil, 4, with(one, func(o *sim.Order) { o.When = sim.SmallSetup().Start.AddWeeks(20) }), two); a != 0 || b == 0 {
		t.Errorf("who wants nothing before week 20 gets %v in the first weeks, the other %v", a, b)
	}
}

// TestRationWeighs: the weights of the designer decide what counts, and what he
// holds back is for those who pay a premium.
func TestRationWeighs(t *testing.T) {
	w := small(t, func(s *sim.Setup) { s.Contracts = nil })
	week(t, w, sim.Order{Kind: sim.OrderRation, By: maker, Family: core, Weights: [3]units.PPM{units.One, 0, 0}, Share: 500_000, Qty: 11_000})
	if list := w.Family(core).List; list < 10_900 || list > 11_100 {
		t.Errorf("the list price is %d", list)
	}
	plain := with(wait, func(o *sim.Order) { o.Qty = 1001 }) // half of 20 weeks of 100
	if r := sim.Check(w, plain); r.Reason != sim.ReasonNoSlots || r.Have != 1000 {
		t.Errorf("half of the book is held back, and the answer to 1,001 is %+v", r)
	}
	if r := sim.Check(w, with(plain, func(o *sim.Order) { o.Price = 10_000 })); !r.Allowed() {
		t.Errorf("a premium of a percent is refused: %+v", r)
	}
	early := with(wait, func(o *sim.Order) { o.Qty, o.Share = 400, units.One })
	week(t, w, early, with(early, func(o *sim.Order) { o.By, o.Site, o.Share = host, hall, 100_000 }))
	got := map[sim.CompanyID]int64{}
	for range 3 {
		week(t, w)
		for _, e := range w.Events() {
			if e.Kind == sim.EventChipsDelivered {
				got[e.By] += e.Qty
			}
		}
	}
	if got[user] != got[host] {
		t.Errorf("prepayment weighs nothing, and still brings %d against %d", got[user], got[host])
	}
}

// TestDepositsThinTheQueue: when the queue is long, deposits are called, and who
// has no cash for his loses his place.
func TestDepositsThinTheQueue(t *testing.T) {
	long := func(s *sim.Setup) {
		s.Contracts = nil
		s.Constants.OrderCap, s.Constants.DepositLead, s.Constants.DepositShare = sim.Exactly(60), sim.Exactly(26), sim.Exactly(500_000)
		s.Companies[2].Cash, s.Companies[2].Policies.CashFloor, s.Companies[2].Quality, s.Companies[2].Price = sim.Exactly(5e6), sim.Exactly(0), sim.Figure{}, sim.Figure{}
		s.Companies[2].Policies.PriceStep = sim.Figure{}
	}
	w := small(t, long)
	orders := []sim.Order{with(wait, func(o *sim.Order) { o.Qty = 1200 }), with(wait, func(o *sim.Order) { o.By, o.Site, o.Qty = host, hall, 2000 })}
	lost, paid := 0, false
	for range 6 {
		week(t, w, orders...)
		orders = nil
		for _, e := range w.Events() {
			if e.Kind == sim.EventBookingLost {
				lost++
				if e.By != user {
					t.Errorf("company %d loses its place, which has the cash", e.By)
				}
			}
		}
		paid = paid || w.Company(host).Cash < 1e9-9e6
	}
	if !paid {
		t.Error("the rich buyer never paid more in advance")
	}
	if lost != 1 {
		t.Errorf("%d orders fell out of the book, not the one of the poor buyer", lost)
	}
}

// TestChainAtWork shows a run of the rich world, and that it moves.
func TestChainAtWork(t *testing.T) {
	w := chainGame(t, nil, 52, func(w *sim.World) {
		if w.Head().Tick%4 != 1 {
			return
		}
		line := fmt.Sprintf("%2d pack %.2f mem %.2f", w.Head().Tick, read(t, w, "packaging_use", 1), read(t, w, "memory_use", 1))
		for f := int32(1); int(f) <= w.Scenario().Families(); f++ {
			row := w.Family(sim.FamilyID(f))
			line += fmt.Sprintf(" | %s lead %.1f list %d built %d", w.Scenario().Name(sim.Ref{Of: sim.OfFamily, ID: f}), read(t, w, "lead_time", f), row.List, row.Built)
		}
		t.Log(line)
	})
	for c := int32(1); int(c) <= w.Scenario().Companies(); c++ {
		co := w.Company(sim.CompanyID(c))
		t.Logf("%-8s cash %5.2f B own %6.1f let %6.1f rented %6.1f idle %.2f served %.2f on order %.1f price %d", w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: c}),
			float64(co.Cash)/1e9, float64(co.Own)/1e6, float64(co.Let)/1e6, float64(co.Rented)/1e6, read(t, w, "idle_share", c), read(t, w, "served_share", c), float64(co.OnOrder)/1e6, co.Price)
	}
	if w.Family(1).Made == 0 {
		t.Error("nothing was made")
	}
}

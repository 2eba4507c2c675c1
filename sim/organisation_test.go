package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
)

// The orders about organisations that situations vary.
var (
	reform  = sim.Order{Kind: sim.OrderReorganise, By: user, Mode: uint8(sim.FormFlat)}
	entrust = sim.Order{Kind: sim.OrderDelegate, By: user, Mode: uint8(sim.GroupCompute), Share: 500_000}
	alarm   = sim.Order{Kind: sim.OrderWarRoom, By: user, Mode: uint8(sim.GroupCompute), Weeks: 4}
	spy     = sim.Order{Kind: sim.OrderInvestigate, By: user, Mode: uint8(sim.SubjectMoney), Peer: maker}
)

func deputyOf(area sim.Group) sim.Order {
	return with(entrust, func(o *sim.Order) { o.Mode = uint8(area) })
}

// organised has organisations change in a world.
func organised(s *sim.Setup) {
	s.Organisation = sim.OrganisationSetup{NormWeeks: sim.Exactly(104), SizePoints: sim.Exactly(20), HiringPoints: sim.Exactly(50),
		DeputyPoints: sim.Exactly(3), TurmoilPoints: sim.Exactly(10), TurmoilWeeks: sim.Exactly(8)}
}

// busyOrganisations is a world of small leaderships that have much to decide, with
// labs whose ranks stifle research and a norm above what they start with.
func busyOrganisations(in sim.Setup) sim.Setup {
	organised(&in)
	for i := range in.Companies {
		co := &in.Companies[i]
		co.Staff, co.Bureaucracy = sim.Exactly(300), sim.Exactly(30)
		if co.Quality.Given {
			co.Bureaucracy = sim.Exactly(45)
		}
		co.Organised.Norm = sim.Exactly(60)
	}
	return in
}

// manage is a small world in which organisations change and attention counts: of
// user, with so many people and so much bureaucracy.
func manage(t testing.TB, staff, bureaucracy float64) *sim.World {
	return small(t, func(s *sim.Setup) {
		organised(s)
		s.Switches.Attention = sim.On
		s.Companies[2].Staff, s.Companies[2].Bureaucracy = sim.Exactly(staff), sim.Exactly(bureaucracy)
	})
}

// TestReorganisingIsATurmoil: bureaucracy rises by ten points for eight weeks, then
// goes below where it was; half a year must lie between two of them.
func TestReorganisingIsATurmoil(t *testing.T) {
	w := manage(t, 1_000, 45)
	week(t, w, with(reform, func(o *sim.Order) { o.Escalate = true }))
	if w.Company(user).Bureaucracy != 45 {
		t.Errorf("an order of six points passed with five: %v", w.Company(user).Bureaucracy)
	}
	week(t, w, reform)
	for range 2 {
		week(t, w) // it goes through the organisation
	}
	for n := range 8 {
		if got := w.Company(user).Bureaucracy; got < 54 || got > 56 {
			t.Errorf("%d weeks after: %v points", n+1, got)
		}
		week(t, w)
	}
	if got := w.Company(user).Bureaucracy; got < 29 || got > 33 {
		t.Errorf("after the turmoil: %v points, want some fifteen less than 45", got)
	}
	if got := w.Company(user).Points; got != 6 {
		t.Errorf("a flat house of 1,000 people has %d points of attention, want 4 and 2 carried over", got)
	}
}

// TestDeputiesGiveTwoOrders: the orders of a deputy take no attention; he gives two
// a week of one point, in his area, and never passes the organisation by.
func TestDeputiesGiveTwoOrders(t *testing.T) {
	w := manage(t, 0, 0)
	week(t, w, entrust)
	if got := w.Company(user).Bureaucracy; got != 3 {
		t.Errorf("his office brings %v points of bureaucracy, want 3", got)
	}
	his := with(buy, func(o *sim.Order) { o.Qty, o.Deputy = 10, true })
	if w.Cost(his) != 0 {
		t.Errorf("an order of his takes %d points", w.Cost(his))
	}
	had := w.Company(user).Attention
	price := with(rule, func(o *sim.Order) { o.Deputy = true })
	hurry := with(his, func(o *sim.Order) { o.Escalate = true })
	w.Step(sim.Input{Orders: []sim.Order{his, hurry, price, his, his}})
	var why []sim.Reason
	for _, e := range w.Events() {
		if e.Kind == sim.EventOrderRefused {
			why = append(why, e.Reason)
		}
	}
	want := []sim.Reason{sim.ReasonNoDeputy, sim.ReasonNoDeputy, sim.ReasonDeputyBusy}
	if len(why) != 3 || why[0] != want[0] || why[1] != want[1] || why[2] != want[2] {
		t.Errorf("refused for %v, want %v", why, want)
	}
	if got := w.Company(user).Attention; got < had {
		t.Errorf("of %d points %d are left", had, got)
	}
	week(t, w, with(entrust, func(o *sim.Order) { o.Mode, o.Share = o.Mode+sim.RecallArea, 0 }))
	if got := w.Company(user).Bureaucracy; got > 0.1 {
		t.Errorf("his office is gone and %v points are left", got)
	}
}

// TestWarRoomHalvesAndDoubles: orders of the area take half, two of one point take
// one together; those of others double; when it is over all is as before, and
// thirteen weeks pass before the next.
func TestWarRoomHalvesAndDoubles(t *testing.T) {
	w := manage(t, 4_000, 0)
	week(t, w, with(alarm, func(o *sim.Order) { o.Weeks = 2 }))
	pact := sim.Order{Kind: sim.OrderMakePact, By: user}
	if w.Cost(pact) != 2 || w.Cost(buy) != 1 || w.Cost(reform) != 3 {
		t.Errorf("in the war room a pact takes %d, chips %d, a reorganisation %d points", w.Cost(pact), w.Cost(buy), w.Cost(reform))
	}
	few := with(buy, func(o *sim.Order) { o.Qty = 10 })
	had := int64(w.Company(user).Points)
	w.Step(sim.Input{Orders: []sim.Order{few, few, few, few}})
	if got := w.Company(user).Attention; got != 7+min(4, had-2) {
		t.Errorf("four orders of half a point left %d points of %d for the next week", got, had)
	}
	for n := range 13 {
		if r := sim.Check(w, alarm); r.Reason != sim.ReasonTooSoon {
			t.Errorf("%d weeks after, another passes: %+v", n, r)
		}
		week(t, w)
	}
	if r := sim.Check(w, alarm); !r.Allowed() || w.Cost(pact) != 1 {
		t.Errorf("thirteen weeks after: %+v, a pact takes %d points", r, w.Cost(pact))
	}
}

// TestInvestigationsNarrow: what is investigated is known with a third of the error
// for a quarter, the rest as before.
func TestInvestigationsNarrow(t *testing.T) {
	cash, _ := sim.FindMetric("cash")
	power, _ := sim.FindMetric("power_used")
	host := int32(host)
	sum := [3]float64{}
	for seed := range uint64(400) {
		w := manage(t, 0, 0)
		w.Reset(seed)
		before := w.View(user).Estimate(power, host)
		off := func() float64 {
			return w.View(user).Estimate(cash, host)/sim.Metrics()[cash].Read(w, host) - 1
		}
		sum[0] += off() * off()
		week(t, w, with(spy, func(o *sim.Order) { o.Peer = 1 }))
		sum[1] += off() * off()
		if got := w.View(user).Estimate(power, host); got != before && seed == 0 {
			t.Errorf("power was %v, and is %v after a look at money", before, got)
		}
		for range 13 {
			week(t, w)
		}
		sum[2] += off() * off()
	}
	if ratio := sum[1] / sum[0]; ratio > 0.15 || ratio < 0.08 {
		t.Errorf("the variance of the error shrinks to %.3f of what it was, want a ninth", ratio)
	}
	if ratio := sum[2] / sum[0]; ratio < 0.7 || ratio > 1.4 {
		t.Errorf("a quarter later it is %.3f of what it was", ratio)
	}
}

// TestDeputiesActForPlayers: a company without a strategy has its deputies decide,
// by its brief, and nobody else.
func TestDeputiesActForPlayers(t *testing.T) {
	setup := octet(t)
	sc := compile(t, setup)
	lumen := sim.CompanyID(find(t, sc, sim.OfCompany, "lumen"))
	for _, areas := range [][]sim.Group{nil, {sim.GroupCompute, sim.GroupModels}} {
		s := session.New(sc)
		s.Play(lumen, nil)
		s.Reset(1)
		his, own := 0, 0
		for n := 0; n < 52; n++ {
			var orders []sim.Order
			if n < len(areas) {
				orders = []sim.Order{{Kind: sim.OrderDelegate, By: lumen, Mode: uint8(areas[n]), Share: units.One / 2}}
			}
			s.Advance(orders)
			for _, o := range s.Orders()[len(orders):] {
				switch {
				case o.By == lumen && o.Deputy:
					his++
				case o.By == lumen:
					own++
				}
			}
			if err := s.World.Audit(); err != nil {
				t.Fatal(err)
			}
		}
		if own > 0 || (his > 0) != (areas != nil) {
			t.Errorf("with deputies for %v: %d orders of theirs, %d of nobody's", areas, his, own)
		}
	}
}

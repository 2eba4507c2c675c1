package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// booked has the user of the small world book compute of the host that begins in five
// weeks, in two steps five weeks apart.
func booked(compute, prepaid float64) func(s *sim.Setup) {
	return func(s *sim.Setup) {
		s.Bookings = sim.BookingsSetup{Take: sim.Exactly(500_000), Credit: sim.Exactly(400_000), Exit: sim.Exactly(6)}
		s.Constants.MaxTerm = sim.Exactly(260)
		s.Contracts = append(s.Contracts, sim.ContractSetup{ID: "hope", Parties: []string{"host", "user"}, Start: s.Start.AddWeeks(5), End: s.Start.AddWeeks(155),
			Clauses: []sim.ClauseSetup{
				{Kind: "booking", From: "host", To: "user", Compute: sim.Exactly(compute), Steps: sim.Exactly(2), Every: sim.Exactly(5), Take: sim.Exactly(500_000), Exit: sim.Exactly(6)},
				{Kind: "pay", From: "user", To: "host", Rent: sim.Exactly(1e6), Prepaid: sim.Exactly(prepaid)},
				{Kind: "pay", From: "host", To: "user", Credit: sim.Exactly(400_000)}}})
	}
}

// The orders that situations vary.
var (
	book = sim.Order{Kind: sim.OrderBook, Mode: sim.BookAtOnce, By: user, Peer: host, Qty: 2_000_000,
		When: sim.SmallSetup().Start.AddWeeks(30), Weeks: 156, Price: 3_000_000}
	giveUp = sim.Order{Kind: sim.OrderBook, Mode: sim.BookLeave, By: user, Peer: host}
)

func bookingSituations() []situation {
	open := func(s *sim.Setup) {
		booked(8_000_000, 0)(s)
		s.Contracts = s.Contracts[:len(s.Contracts)-1]
	}
	poor := func(s *sim.Setup) { open(s); s.Companies[2].Cash = sim.Exactly(2e8) }
	broke := func(s *sim.Setup) { open(s); s.Companies[2].Cash = sim.Exactly(5e7) }
	company := sim.Ref{Of: sim.OfCompany, ID: int32(host)}
	return []situation{
		{"books where nobody does", nil, nil, book, sim.Refusal{Reason: sim.ReasonNotPlayed}, sim.Order{}},
		{"books its own", open, nil, with(book, func(o *sim.Order) { o.Peer = user }), sim.Refusal{Reason: sim.ReasonSamePeer, Field: sim.FieldPeer}, sim.Order{}},
		{"books at another's site", open, nil, with(book, func(o *sim.Order) { o.Site = shed }),
			sim.Refusal{Reason: sim.ReasonOtherSite, Field: sim.FieldSite, Ref: company}, book},
		{"books where it may not rent", func(s *sim.Setup) { open(s); sim.Grow(s); s.Regions[0].OpenTo = []string{"host"} }, nil, book,
			sim.Refusal{Reason: sim.ReasonClosedRegion, Field: sim.FieldPeer, Ref: sim.Ref{Of: sim.OfRegion, ID: 1}}, sim.Order{}},
		{"books at a site where it may not rent", func(s *sim.Setup) { open(s); sim.Grow(s); s.Regions[0].OpenTo = []string{"host"} }, nil, with(book, func(o *sim.Order) { o.Site = hall }),
			sim.Refusal{Reason: sim.ReasonClosedRegion, Field: sim.FieldSite, Ref: sim.Ref{Of: sim.OfRegion, ID: 1}}, sim.Order{}},
		{"books for tomorrow", open, nil, with(book, func(o *sim.Order) { o.When = sim.SmallSetup().Start.AddWeeks(1) }),
			sim.Refusal{Reason: sim.ReasonBookingDay, Field: sim.FieldWhen, Amounts: sim.Amounts{Have: 1, Need: 4}}, with(book, func(o *sim.Order) { o.When = sim.SmallSetup().Start.AddWeeks(4) })},
		{"prepays what it has not", poor, nil, with(book, func(o *sim.Order) { o.Qty, o.Share = 4_000_000, 500_000 }), sim.Refusal{Reason: sim.ReasonCash,
			Amounts: sim.Amounts{Have: 100_000_000, Need: 157_248_000}}, with(book, func(o *sim.Order) { o.Qty, o.Share = 2_543_752, 500_000 })},
		{"books more than can be built", open, nil, with(book, func(o *sim.Order) { o.Qty = 90_000_000 }), sim.Refusal{Reason: sim.ReasonNoHeadroom, Field: sim.FieldQty,
			Amounts: sim.Amounts{Have: 12_600_000, Need: 90_000_000}, Ref: company}, with(book, func(o *sim.Order) { o.Qty = 12_600_000 })},
		{"books more than it can pay", broke, nil, with(book, func(o *sim.Order) { o.Qty = 8_000_000 }), sim.Refusal{Reason: sim.ReasonCredit, Field: sim.FieldQty,
			Amounts: sim.Amounts{Have: 3_432_310, Need: 8_000_000}, Ref: company}, with(book, func(o *sim.Order) { o.Qty = 3_432_310 })},
		{"offers too little", open, nil, with(book, func(o *sim.Order) { o.Price = 100_000 }), sim.Refusal{Reason: sim.ReasonUnderAsk, Field: sim.FieldPrice,
			Amounts: sim.Amounts{Have: 100_000, Need: 767_440}, Ref: company}, with(book, func(o *sim.Order) { o.Price = 767_440 })},
		{"leaves where it booked nothing", open, nil, giveUp, sim.Refusal{Reason: sim.ReasonNotBooked, Field: sim.FieldPeer, Ref: company}, sim.Order{}},
	}
}

// TestBookingIsHandedOver: what runs and is not let goes to who booked it, step by step
// from the first day, and is paid for; what was paid ahead is used up.
func TestBookingIsHandedOver(t *testing.T) {
	w := small(t, booked(3_000_000, 100_000))
	due := read(t, w, "backlog", int32(host)) - 4.0e6*8*168*2/1000/1e9
	if want := 3_000*0.9*168*(150.0+145)/2/1e9 + 0; due < want-1e-6 || due > want+1e-6 {
		t.Errorf("the landlord has %v billion to come of the booking, not %v", due, want)
	}
	audited(t, w, 5)
	if got := read(t, w, "compute_awaited", int32(user)); got != 3 {
		t.Errorf("%v are awaited before the first day", got)
	}
	week(t, w)
	if got := read(t, w, "compute_rented", int32(user)); got != 4+1.5 {
		t.Errorf("%v are rented in the first week", got)
	}
	audited(t, w, 6)
	if got := read(t, w, "compute_pledged", int32(host)); got != 0 {
		t.Errorf("%v are still to come after the second step", got)
	}
	if back := sim.FlowOf(w, host, sim.FlowPrepaid); back <= 0 || back != sim.FlowIn(w, user, sim.FlowPrepaid) {
		t.Errorf("%d of what was paid ahead were used up", back)
	}
}

// TestBookingSlips: all days of a booking move by its slip, unless nothing slips.
func TestBookingSlips(t *testing.T) {
	for _, late := range []int{2, 0} {
		w := small(t, func(s *sim.Setup) {
			booked(3_000_000, 100_000)(s)
			s.Contracts[len(s.Contracts)-1].Clauses[0].Slip = sim.Exactly(2)
			if late == 0 {
				s.Switches.Slips = sim.Off
			}
		})
		for n := 1; n <= 13; n++ {
			audited(t, w, 1)
			open := 3.0
			if n > 5+late {
				open -= 1.5
			}
			if n > 10+late {
				open -= 1.5
			}
			if got := read(t, w, "compute_pledged", int32(host)); got != open {
				t.Fatalf("%d weeks late: %v are still to come after week %d, not %v", late, got, n, open)
			}
		}
	}
}

// TestLateBooking: what a landlord does not have he pays for by the week; the tenant may
// leave for nothing once it is late for long enough, and pays before.
func TestLateBooking(t *testing.T) {
	lateAt, leaves := 0, sim.Event{}
	w := small(t, booked(20_000_000, 0))
	for i := range 14 {
		var orders []sim.Order
		if i == 13 {
			orders = []sim.Order{giveUp}
		}
		week(t, w, orders...)
		if n, _ := happened(w, sim.EventBookingLate); n > 0 {
			lateAt = i
		}
		if n, e := happened(w, sim.EventBookingLeft); n > 0 {
			leaves = e
		}
	}
	if lateAt != 8 || leaves.Qty == 0 || leaves.Amount != 0 {
		t.Errorf("told late in week %d, left with %+v", lateAt, leaves)
	}
	if paid := sim.FlowIn(w, user, sim.FlowCredit); paid <= 0 {
		t.Errorf("credits of %d", paid)
	}
	if got := read(t, w, "compute_awaited", int32(user)); got != 0 {
		t.Errorf("%v are awaited after leaving", got)
	}
	w = small(t, booked(20_000_000, 0))
	week(t, w, giveUp)
	if n, e := happened(w, sim.EventBookingLeft); n != 1 || units.USD(e.Amount) != sim.FlowOf(w, user, sim.FlowFee) || e.Amount == 0 {
		t.Errorf("left before the first day with %+v", e)
	}
}

// TestBookingByOrder: the landlord's ask passes, less than it does not, and what he asks
// falls with what is paid ahead.
func TestBookingByOrder(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		booked(1_000_000, 0)(s)
		s.Contracts = s.Contracts[:len(s.Contracts)-1]
	})
	near, ok := sim.Counter(w, with(book, func(o *sim.Order) { o.Price, o.Qty = 1, 90_000_000 }))
	if !ok || near.Qty >= 90_000_000 || near.Price <= 1 {
		t.Fatalf("the counter-offer is %+v, %v", near, ok)
	}
	if r := sim.Check(w, with(near, func(o *sim.Order) { o.Price-- })); r.Reason != sim.ReasonUnderAsk || r.Need != int64(near.Price) {
		t.Errorf("less than the ask: %+v", r)
	}
	if r := sim.Check(w, with(near, func(o *sim.Order) { o.Qty++ })); r.Reason != sim.ReasonNoHeadroom && r.Reason != sim.ReasonCredit {
		t.Errorf("more than is committed to: %+v", r)
	}
	ahead, _ := sim.Counter(w, with(near, func(o *sim.Order) { o.Price, o.Share, o.Qty = 1, 200_000, 1_000_000 }))
	if ahead.Price >= near.Price {
		t.Errorf("paid ahead it costs %d, otherwise %d", ahead.Price, near.Price)
	}
	dear := sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyBookFloor, By: host, Price: near.Price + 1}
	w2 := small(t, func(s *sim.Setup) {
		booked(1_000_000, 0)(s)
		s.Contracts = s.Contracts[:len(s.Contracts)-1]
	}, dear)
	if r := sim.Check(w2, near); r.Reason != sim.ReasonUnderAsk || r.Need != int64(near.Price+1) {
		t.Errorf("below the landlord's floor: %+v", r)
	}
	week(t, w, near)
	if n, e := happened(w, sim.EventBookingSigned); n != 1 || e.Qty != near.Qty || read(t, w, "compute_awaited", int32(user)) != float64(near.Qty)/1e6 {
		t.Errorf("%d signed, %+v", n, e)
	}
}

// TestBookingOfTheBroke: who cannot pay for what he booked loses it, and what he has paid
// ahead.
func TestBookingOfTheBroke(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		booked(3_000_000, 100_000)(s)
		s.Companies[2].Cash, s.Companies[2].Overhead = sim.Exactly(3e8), sim.Exactly(9e7)
		s.Contracts[2].Clauses[1].Rent = sim.Exactly(90e6)
	})
	broken := false
	for range 20 {
		week(t, w)
		if n, _ := happened(w, sim.EventContractBroken); n > 0 && read(t, w, "compute_awaited", int32(user)) == 0 {
			broken = true
		}
	}
	if !broken || read(t, w, "compute_pledged", int32(host)) != 0 {
		t.Error("the booking goes on")
	}
}

// TestOwnChipsGoWhereTheyAreBooked: a designer sends what is built of its own chips first
// to the site that a tenant has booked by name, and else to that of the older order.
func TestOwnChipsGoWhereTheyAreBooked(t *testing.T) {
	const each = 500
	shares := func(named string) (annexed, other int64) {
		w := small(t, func(s *sim.Setup) {
			booked(1_500_000, 0)(s)
			s.Contracts[len(s.Contracts)-1].Clauses[0].Site = named
			own := s.Families[0]
			own.ID, own.Designer, own.SoldTo = "own", "host", []string{"host"}
			s.Families = append(s.Families, own)
		})
		order := sim.Order{Kind: sim.OrderChips, By: host, Family: 2, Qty: each, Share: 100_000}
		first, second := order, order
		first.Site, second.Site = hall, annex
		week(t, w, first, second)
		for range 8 {
			week(t, w)
			for _, e := range w.Events() {
				if e.Kind == sim.EventChipsDelivered && e.Ref.ID == int32(annex) {
					annexed += e.Qty
				} else if e.Kind == sim.EventChipsDelivered && e.Ref.ID == int32(hall) {
					other += e.Qty
				}
			}
		}
		return annexed, other
	}
	if a, b := shares(""); b < each*900 || a >= b {
		t.Errorf("where no site is booked the site of the older order gets %d and the other %d", b, a)
	}
	if a, b := shares("annex"); a < each*900 || b >= a {
		t.Errorf("the booked site gets %d and the other %d", a, b)
	}
}

// TestClosedHallsAreNotPromised: a landlord promises a tenant only what it can hand over to
// it: halls in a region where the tenant may not rent count for nobody but those who may.
func TestClosedHallsAreNotPromised(t *testing.T) {
	promises := func(open ...string) int64 {
		w := small(t, func(s *sim.Setup) {
			booked(1_000_000, 0)(s)
			s.Contracts = s.Contracts[:2]
			sim.Grow(s)
			far := s.Regions[0]
			far.ID, far.OpenTo = "far", open
			s.Regions = append(s.Regions, far)
			s.Sites[0].Region, s.Sites[0].Energised = "far", sim.Exactly(40_000)
		})
		r := sim.Check(w, with(book, func(o *sim.Order) { o.Qty = 90_000_000 }))
		if r.Reason != sim.ReasonNoHeadroom {
			t.Fatalf("open to %v: %s", open, r.Reason.Spec().Name)
		}
		return r.Have
	}
	all, both, closed := promises(), promises("host", "user"), promises("host")
	t.Logf("%d where all may rent, %d where it may, %d where it may not", all, both, closed)
	if all != both || closed >= all || closed <= 0 {
		t.Error("what cannot be handed over is promised")
	}
}

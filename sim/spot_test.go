package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// market opens a spot market in the small world, where the tenant's customers
// want more than it has and the landlord has more than it lets.
func spotWorld(s *sim.Setup) {
	s.Constants.SpotWeeks = sim.Exactly(8)
	s.Segments[0].Potential = sim.Exactly(30e6)
	s.Sites[1].Chips[0].Count = sim.Exactly(20_000)
	s.Companies[2].Policies.PriceStep = sim.Exactly(0)
}

// policy is an order to set a policy.
func policyOf(by sim.CompanyID, mode uint8, o sim.Order) sim.Order {
	o.Kind, o.By, o.Mode = sim.OrderSetPolicy, by, mode
	return o
}

// TestSpotMarketClears: spare compute goes to who is short, at one price between
// reserve and ceiling, the money with it; a lower reserve lowers the price.
func TestSpotMarketClears(t *testing.T) {
	play := func(reserve units.Price, share units.PPM) *sim.World {
		w := small(t, spotWorld)
		week(t, w, policyOf(host, sim.PolicySplit, sim.Order{Share: share}), policyOf(host, sim.PolicySpotReserve, sim.Order{Price: reserve}),
			policyOf(user, sim.PolicySpotCeiling, sim.Order{Price: 3_000_000}))
		return w
	}
	quiet, busy, cheap, little := small(t, spotWorld), play(1_500_000, units.One), play(800_000, units.One), play(1_500_000, 100_000)
	week(t, quiet)
	if v := read(t, quiet, "spot_volume", 1); v != 0 {
		t.Errorf("without policies %v is sold", v)
	}
	price, volume := read(t, busy, "spot_price", 1), read(t, busy, "spot_volume", 1)
	if price < 1.5 || price > 3 || volume <= 0 {
		t.Errorf("%v kH100e at %v", volume, price)
	}
	if p := read(t, cheap, "spot_price", 1); p >= price {
		t.Errorf("a lower reserve makes a price of %v, not below %v", p, price)
	}
	if p, v := read(t, little, "spot_price", 1), read(t, little, "spot_volume", 1); p <= price || v >= volume {
		t.Errorf("a smaller offer makes %v at %v, against %v at %v", v, p, volume, price)
	}
	bought := busy.Company(user).SpotIn
	if bought != busy.Company(host).SpotOut || bought == 0 {
		t.Errorf("%d bought, %d sold", bought, busy.Company(host).SpotOut)
	}
	if a, b := read(t, quiet, "served_share", int32(user)), read(t, busy, "served_share", int32(user)); b <= a {
		t.Errorf("%v of the customers served, with the market %v", a, b)
	}
}

// TestRentalOfALaterDay: capacity that is still being built can be let from its
// date; it is backlog at once, begins on the day, and is short and free while the
// power is late.
func TestRentalOfALaterDay(t *testing.T) {
	start := sim.SmallSetup().Start
	w := small(t, func(s *sim.Setup) {
		s.Sites[1].Stages = []sim.StageSetup{{Date: start.AddWeeks(6), Add: sim.Exactly(4_000), Slip: sim.Exactly(3)}}
		s.Sites[1].Energised = sim.Exactly(8_001)
		s.Sites[1].Chips[0].Count = sim.Exactly(12_000)
		s.Contracts[1].End = start.AddWeeks(50)
	})
	ahead := with(offer, func(o *sim.Order) { o.Qty, o.When = 8000, start.AddWeeks(6) })
	if r := sim.Check(w, with(ahead, func(o *sim.Order) { o.Qty = 8500 })); r.Reason != sim.ReasonNoSuchChips || r.Have != 8000 {
		t.Errorf("8,500 of 12,000 chips less 4,000 let: %+v", r)
	}
	week(t, w, ahead)
	before := read(t, w, "backlog", int32(host))
	week(t, w, with(hire, func(o *sim.Order) { o.Qty, o.Weeks = 8000, 20 }))
	if gain := read(t, w, "backlog", int32(host)) - before; gain < 0.037 || gain > 0.041 {
		t.Errorf("the backlog grows by %v billion: 8,000 H100e for 20 weeks at 1.50 dollars are 0.040, less a week of the old lease", gain)
	}
	rented := func() float64 { return read(t, w, "compute_rented", int32(user)) }
	for w.Date() < start.AddWeeks(6) {
		if week(t, w); rented() != 4 {
			t.Fatalf("%v runs for the tenant before the day", rented())
		}
	}
	week(t, w)
	late := rented()
	for range 4 {
		week(t, w)
	}
	if due := rented(); late > 8.01 || due != 12 {
		t.Errorf("%v runs when the power is late, %v once it is there", late, due)
	}
}

// TestProcurementCoversPowerDue: with a cover, chips are ordered for power that is
// due, without an order from the chair, of the family preferred.
func TestProcurementCoversPowerDue(t *testing.T) {
	w := small(t, func(s *sim.Setup) { s.Families = append(s.Families, smallSecond()) })
	week(t, w, policyOf(user, sim.PolicyCover, sim.Order{Share: 800_000}), policyOf(user, sim.PolicyFamily, sim.Order{Family: 2}))
	for range 4 {
		week(t, w)
	}
	if n := w.Family(2).Backlog + w.Family(2).Made; n == 0 {
		t.Error("5 MW, 1,000 chips, a cover of 80 % and nothing is on order")
	}
	if w.Company(user).OnOrder > 3_000_000 {
		t.Errorf("%d are on order, more than power for", w.Company(user).OnOrder)
	}
}

// smallSecond is another family like the first.
func smallSecond() sim.FamilySetup {
	f := sim.SmallSetup().Families[0]
	f.ID = "other"
	return f
}

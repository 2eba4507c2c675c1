package sim_test

import (
	"math"
	"testing"

	"entangle/sim"
)

// TestPriceRule: up when customers are turned away, down when the room is empty,
// by no more than the step that the company allows, not at all when that is 0.
func TestPriceRule(t *testing.T) {
	for _, c := range []struct {
		name      string
		potential float64 // thousandths of an H100e; the tenant has room for 5,000
		step      float64 // parts per million
		low, high float64 // of the price of a week over that of the week before
	}{
		{"full", 100e6, 20_000, 1.02, 1.02},
		{"empty", 1e6, 20_000, 0.98, 0.98},
		{"about right", 9.2e6, 20_000, 0.99, 1.01}, // nearly nine tenths of the room
		{"full, half the step", 100e6, 10_000, 1.01, 1.01},
		{"full, price fixed", 100e6, 0, 1, 1},
	} {
		w := small(t, func(s *sim.Setup) {
			s.Segments[0].Potential, s.Companies[2].Policies.PriceStep = sim.Exactly(c.potential), sim.Exactly(c.step)
			s.Contracts = s.Contracts[1:] // no new chips
		})
		last := read(t, w, "price", int32(user))
		for n := range 4 {
			week(t, w)
			price := read(t, w, "price", int32(user))
			if move := price / last; move < c.low-1e-6 || move > c.high+1e-6 {
				t.Errorf("%s: week %d moved the price by %v", c.name, n+1, move)
			}
			last = price
		}
	}
}

// TestListPriceFollowsLead: up when the order book is longer than the lead time
// at which prices rest, down when it is shorter.
func TestListPriceFollowsLead(t *testing.T) {
	after := func(orders ...sim.Order) float64 {
		w := small(t, nil, orders...)
		week(t, w)
		week(t, w) // the family's turn
		return read(t, w, "list_price", 1)
	}
	if long := after(with(buy, func(o *sim.Order) { o.Qty = 1700 })); long <= 10_000 {
		t.Errorf("20 weeks of orders: %v", long)
	}
	if short := after(); short >= 10_000 {
		t.Errorf("3 weeks of orders: %v", short)
	}
}

// TestPriceMovesCustomers: a lower price and a better model bring more customers,
// turning them away costs some.
func TestPriceMovesCustomers(t *testing.T) {
	wanted := func(change func(*sim.Setup)) float64 {
		w := small(t, func(s *sim.Setup) {
			s.Companies[2].Policies.PriceStep = sim.Exactly(0) // no rule moves it before they look
			if change != nil {
				change(s)
			}
		})
		week(t, w)
		return read(t, w, "demand", 1)
	}
	base := wanted(nil)
	for name, got := range map[string]float64{
		"cheaper": wanted(func(s *sim.Setup) { s.Companies[2].Price = sim.Exactly(3.6e6) }),
		"better":  wanted(func(s *sim.Setup) { s.Companies[2].Quality = sim.Exactly(103) }),
	} {
		if got <= base {
			t.Errorf("%s: %v kH100e wanted, %v without", name, got, base)
		}
	}
	crowd := func(patience float64) float64 { // four times the room
		return wanted(func(s *sim.Setup) {
			s.Segments[0].Potential, s.Segments[0].Patience = sim.Exactly(40e6), sim.Exactly(patience)
		})
	}
	if got, calm := crowd(1), crowd(0); got >= calm {
		t.Errorf("turned away last week: %v kH100e wanted, %v of those who do not mind", got, calm)
	}
	if want := 5.0; math.Abs(base-want) > 1e-6 { // at the reference half buy, half stay away
		t.Errorf("%v kH100e wanted at the reference, want %v", base, want)
	}
}

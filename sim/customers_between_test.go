package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// TestSpotLastsAMonth: in weeks in which nobody looks around, what was traded goes on at
// the same price and is paid again; what has changed is felt when they look around next.
func TestSpotLastsAMonth(t *testing.T) {
	w := small(t, func(s *sim.Setup) {
		spotWorld(s)
		for i := range s.Segments {
			s.Segments[i].Inertia = sim.Exactly(16)
		}
	})
	week(t, w, policyOf(host, sim.PolicySplit, sim.Order{Share: units.One}), policyOf(host, sim.PolicySpotReserve, sim.Order{Price: 1_500_000}),
		policyOf(user, sim.PolicySpotCeiling, sim.Order{Price: 3_000_000}))
	week(t, w) // customers look around in the next
	spent := func(orders ...sim.Order) (units.H100e, float64, float64) {
		before := read(t, w, "cloud_sales", int32(host))
		week(t, w, orders...)
		return w.Company(user).SpotIn, read(t, w, "spot_price", 1), read(t, w, "cloud_sales", int32(host)) - before
	}
	bought, price, first := spent()
	again, same, paid := spent(policyOf(host, sim.PolicySpotReserve, sim.Order{Price: 2_500_000}))
	if bought == 0 || again != bought || same != price || paid < 0.999*first || first < 0.999*float64(bought)*price*168/1000/1e9 {
		t.Errorf("%d bought at %v for %v, a week later %d at %v for %v", bought, price, first, again, same, paid)
	}
	spent()
	spent()
	if _, later, _ := spent(); later <= price {
		t.Errorf("the price is %v once a reserve has risen, %v before", later, price)
	}
}

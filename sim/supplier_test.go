package sim_test

import (
	"testing"

	"entangle/sim"
)

// more is an order of a maker for more of what it makes.
func more(by sim.CompanyID, s sim.Supply, amount int64) sim.Order {
	return sim.Order{Kind: sim.OrderExpandSupply, By: by, Mode: uint8(s), Qty: amount}
}

// supplied is the chain with a maker, of which a game is played by hand.
func supplied(t *testing.T, change func(s *sim.Setup)) (*sim.World, sim.CompanyID) {
	t.Helper()
	s := sim.SuppliedSetup()
	s.Packaging.Noise, s.Packaging.Memory = sim.Figure{}, sim.Figure{}
	s.Switches.Bureaucracy = sim.Off
	if change != nil {
		change(&s)
	}
	sc := compile(t, s)
	w := sim.New(sc)
	w.Reset(1)
	return w, sim.CompanyID(find(t, sc, sim.OfCompany, "glaze"))
}

// TestMakersArePaid: designers pay who makes packaging and memory a part of what chips
// cost to build, and he pays on what making them costs.
func TestMakersArePaid(t *testing.T) {
	w, glaze := supplied(t, nil)
	for range 12 {
		week(t, w)
	}
	built := 0.0
	for c := int32(1); int(c) <= w.Scenario().Companies(); c++ {
		built += flowOut(t, w, c, sim.FlowBuilding)
	}
	got, spent := read(t, w, "revenue_supply", int32(glaze)), flowOut(t, w, int32(glaze), sim.FlowBuilding)
	built -= spent // what designers paid
	if want := 0.3 + 0.3*0.6; got < 0.97*want*built || got > 1.03*want*built {
		t.Errorf("the maker got %.4f of %.4f billion dollars, not about %.2f of it", got, built, want)
	}
	if spent < 0.39*got || spent > 0.41*got {
		t.Errorf("of %.4f billion dollars making it cost %.4f", got, spent)
	}
}

// flowOut is what a company paid for a reason, in billions, as the explanation of its
// cash has it.
func flowOut(t *testing.T, w *sim.World, id int32, f sim.Flow) (sum float64) {
	t.Helper()
	m, _ := sim.FindMetric("cash")
	var terms sim.Terms
	sim.Metrics()[m].Why(w, id, &terms)
	for _, x := range terms.List {
		if x.Kind == sim.TermFlowOut && x.Flow == f {
			sum -= x.Value
		}
	}
	return sum
}

// TestSupplyGrowsByOrders: what was under construction at the start comes by itself,
// then the maker's part stands still until what it ordered is at work; that takes as
// long as planned, a quarter more or less.
func TestSupplyGrowsByOrders(t *testing.T) {
	w, glaze := supplied(t, nil)
	start, at := read(t, w, "packaging_capacity", 1), 0
	for i := range 40 {
		var orders []sim.Order
		if i == 10 {
			orders = append(orders, more(glaze, sim.SupplyPackaging, 60))
		}
		week(t, w, orders...)
		if n, _ := happened(w, sim.EventSupplyGrew); n > 0 {
			at = i
		}
	}
	end := read(t, w, "packaging_capacity", 1)
	if at < 10+15 || at > 10+25+4 {
		t.Errorf("at work in week %d", at)
	}
	// 13 weeks at 0.7 a year, then 60 wafers a week more than 300.
	if want := start * (1.1905 + 0.2); end < 0.99*want || end > 1.01*want {
		t.Errorf("from %.3f to %.3f, not to %.3f", start, end, want)
	}
}

// TestScarcePackagingIsDear: with a long queue the price of a supply rises, and with it
// what chips cost to build.
func TestScarcePackagingIsDear(t *testing.T) {
	w, _ := supplied(t, func(s *sim.Setup) { s.Packaging.Capacity = sim.Exactly(40) })
	cost := w.Family(1).UnitCost
	for range 26 {
		week(t, w)
	}
	price := read(t, w, "packaging_price", 1)
	if price < 1.05 {
		t.Errorf("booked for %.0f weeks, at %.3f of the price of the start", read(t, w, "packaging_booked", 1), price)
	}
	memory := read(t, w, "memory_price", 1)
	if got, want := float64(w.Family(1).UnitCost), float64(cost)*(1+0.3*(price-1)+0.3*(memory-1)); got < want-2 || got > want+2 {
		t.Errorf("a chip costs %.0f to build, not %.0f", got, want)
	}
}

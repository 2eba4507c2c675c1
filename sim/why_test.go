package sim_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// combine says how the terms of a metric make its value.
type combine func(terms []sim.Term) float64

// sum is the rule: the parts of a value add up to it.
func sum(terms []sim.Term) (v float64) {
	for _, t := range terms {
		v += t.Value
	}
	return v
}

// of adds up only the terms of one kind; the others are there for comparison.
func of(kind sim.TermKind) combine {
	return func(terms []sim.Term) (v float64) {
		for _, t := range terms {
			if t.Kind == kind {
				v += t.Value
			}
		}
		return v
	}
}

// servedShare is what was served of what was wanted; those whom others turned
// away make it no more than all. Where nobody asked, all were served.
func servedShare(terms []sim.Term) float64 {
	wanted := of(sim.TermWanted)(terms)
	if wanted == 0 {
		return 1
	}
	return min(of(sim.TermServed)(terms)/wanted, 1)
}

// leadTime is the backlog in weeks of what can be built.
func leadTime(terms []sim.Term) float64 {
	return of(sim.TermBacklog)(terms) / max(of(sim.TermCapacity)(terms), 1)
}

// notSums are the metrics whose terms do not simply add up, with what they make
// of them; nil where the terms are causes and no parts.
var notSums = map[string]combine{
	"served_share":      servedShare,        // a quotient
	"lead_time":         leadTime,           // a quotient
	"demand":            of(sim.TermWanted), // beside it stands what was served
	"demand_served":     of(sim.TermServed), // beside it stands what was wanted
	"spot_price":        nil,                // where bids and offers meet
	"packaging_use":     nil,                // a quotient
	"memory_use":        nil,                // a quotient
	"price":             nil,                // state: moved by how full the room is
	"list_price":        nil,                // state: moved by the lead time
	"programme_odds":    nil,                // a chance, of what stands beside it
	"agents_share":      nil,                // what is paid for what is served
	"h100_rental_price": nil,                // a mean over rentals: see TestRentalPriceIsAMean
}

// TestWhyAddsUp asks every metric of every entity why, over the weeks of several
// runs: no value without a term, and the terms make the value.
func TestWhyAddsUp(t *testing.T) {
	s, faults := session.New(compile(t, quartet(t))), map[string]int{}
	first := map[string]string{}
	for seed := range uint64(8) {
		for s.Reset(seed); !s.World.Over(); s.Advance(nil) {
			for _, m := range sim.Metrics() {
				for id := range s.World.Scenario().Count(m.Of) {
					if fault := unexplained(s.World, m, int32(id+1)); fault != "" {
						if faults[m.Name]++; faults[m.Name] == 1 {
							first[m.Name] = fmt.Sprintf("seed %d, %s: %s", seed, s.World.Date(), fault)
						}
					}
				}
			}
		}
	}
	for name, n := range faults {
		t.Errorf("%s: %d times, first %s", name, n, first[name])
	}
}

// TestWhyAddsUpOfMoney asks the same of money where people, capital and customers move, at
// the end of each quarter.
func TestWhyAddsUpOfMoney(t *testing.T) {
	for _, name := range []string{"octet", "2025"} {
		s, told := session.New(compile(t, shipped(t, name))), map[string]bool{}
		for s.Reset(1); !s.World.Over(); s.Advance(nil) {
			if s.World.Head().Tick%13 != 0 {
				continue
			}
			for _, m := range sim.Metrics() {
				for id := range s.World.Scenario().Count(m.Of) {
					if !strings.HasPrefix(m.Unit, "USD billion") {
						break
					}
					if fault := unexplained(s.World, m, int32(id+1)); fault != "" && !told[m.Name] {
						told[m.Name] = true
						t.Errorf("%s, %s, %s: %s", name, s.World.Date(), m.Name, fault)
					}
				}
			}
		}
	}
}

// unexplained says what is wrong with a metric's reasons, or nothing.
func unexplained(w *sim.World, m sim.Metric, id int32) string {
	value, terms := m.Read(w, id), sim.Terms{}
	m.Why(w, id, &terms)
	name := w.Scenario().Name(sim.Ref{Of: m.Of, ID: id})
	if value != 0 && len(terms.List) == 0 {
		return fmt.Sprintf("%s has %v for no reason", name, value)
	}
	make, known := notSums[m.Name]
	if !known {
		make = sum
	}
	if make == nil {
		return ""
	}
	if got := make(terms.List); math.Abs(got-value) > 1e-9*max(math.Abs(value), 1e-3) {
		return fmt.Sprintf("%s has %v, its terms make %v: %+v", name, value, got, terms.List)
	}
	return ""
}

// TestRentalPriceIsAMean: the rent of H100s lies between the lowest and the
// highest of those it names.
func TestRentalPriceIsAMean(t *testing.T) {
	i, _ := sim.FindMetric("h100_rental_price")
	m, s := sim.Metrics()[i], session.New(compile(t, quartet(t)))
	for s.Reset(5); !s.World.Over(); s.Advance(nil) {
		value, terms := m.Read(s.World, 1), sim.Terms{}
		m.Why(s.World, 1, &terms)
		low, high := math.Inf(1), math.Inf(-1)
		for _, x := range terms.List {
			low, high = min(low, x.Value), max(high, x.Value)
		}
		if !(low-1e-12 <= value && value <= high+1e-12) {
			t.Fatalf("%s: rent %v of rentals from %v to %v", s.World.Date(), value, low, high)
		}
	}
}

// TestRentalPriceWithoutRentals is the cheapest offer, and says so.
func TestRentalPriceWithoutRentals(t *testing.T) {
	setup := sim.SmallSetup()
	setup.Contracts = nil
	w := sim.New(compile(t, setup))
	w.Reset(1)
	w.Step(sim.Input{Orders: []sim.Order{{Kind: sim.OrderOpenFleet, By: 1, Site: 2, Family: 1, Qty: 100, Price: 1_500_000}}})
	i, _ := sim.FindMetric("h100_rental_price")
	if got := read(t, w, "h100_rental_price", 1); got != 1.5 {
		t.Errorf("the rent is %v with one offer at 1.5", got)
	}
	if fault := unexplained(w, sim.Metrics()[i], 1); fault != "" {
		t.Errorf("h100_rental_price: %s", fault)
	}
}

// TestWhyNamesExistingMetrics keeps the list of exceptions honest.
func TestWhyNamesExistingMetrics(t *testing.T) {
	for name := range notSums {
		if _, ok := sim.FindMetric(name); !ok {
			t.Errorf("no metric %q", name)
		}
	}
}

// TestNobodyAsks: the same formulas run in the tick without a sink.
func TestNobodyAsks(t *testing.T) {
	var none *sim.Terms
	none.Add(sim.TermStart, 1)
	none.AddOf(sim.TermStart, sim.Ref{}, 1)
	none.AddFlow(sim.TermFlowIn, sim.FlowRent, 1)
	s := session.New(compile(t, quartet(t)))
	s.Reset(1)
	s.Advance(nil)
	for _, m := range sim.Metrics() {
		if s.World.Scenario().Count(m.Of) == 0 {
			continue
		}
		if n := testing.AllocsPerRun(10, func() { m.Why(s.World, 1, nil) }); n != 0 {
			t.Errorf("%s allocates %v times without a sink", m.Name, n)
		}
	}
}

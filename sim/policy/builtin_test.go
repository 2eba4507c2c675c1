package policy_test

import (
	"fmt"
	"slices"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
	"entangle/sim/units"
)

func quartet(t *testing.T) sim.Setup { return pack(t, "quartet") }

// kinds is room for the kinds of order.
const kinds = 64

// octet is the scenario in which there is something for every kind of order.
func octet(t *testing.T) sim.Setup { return pack(t, "octet") }

func pack(t *testing.T, name string) sim.Setup {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return pack.Setup
}

// shipped is a scenario as it is shipped.
func shipped(t *testing.T, name string) *sim.Scenario {
	t.Helper()
	sc, err := scenario.Check(scenario.Load(scenarios.FS, name))
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// usage plays seeds of a setup and counts each company's orders by kind, and how
// many of all were refused.
func usage(t *testing.T, in sim.Setup, seeds int) (byCompany map[string][kinds]int, orders, refused int) {
	t.Helper()
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	s := session.New(sc)
	byCompany = map[string][kinds]int{}
	for seed := range uint64(seeds) {
		s.Reset(seed)
		for !s.World.Over() {
			s.Advance(nil)
			for _, o := range s.Orders() {
				name := sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(o.By)})
				n := byCompany[name]
				n[o.Kind]++
				byCompany[name] = n
			}
		}
		h := s.World.Head()
		orders, refused = orders+int(h.Orders), refused+int(h.Refused)
	}
	return byCompany, orders, refused
}

// TestStrategiesUseEveryOrder, and rarely one that is refused: they look before
// they ask, and only others who ask in the same week, or what changes while an
// order goes through the organisation, can spoil it. The long run plays 1,000.
func TestStrategiesUseEveryOrder(t *testing.T) {
	runs := 1_000
	if testing.Short() {
		runs = 60
	}
	use, orders, refused := usage(t, octet(t), runs)
	var given [kinds]int
	for _, n := range use {
		for k := range n {
			given[k] += n[k]
		}
	}
	booked, _, _ := usage(t, pack(t, "2025"), runs/20) // capacity is booked there, and packaging made
	for _, n := range booked {
		given[sim.OrderBook] += n[sim.OrderBook]
		given[sim.OrderExpandSupply] += n[sim.OrderExpandSupply]
	}
	for _, spec := range sim.OrderSpecs() {
		t.Logf("%-14s %6d", spec.Name, given[spec.Kind])
		if given[spec.Kind] == 0 && spec.Kind != sim.OrderAnswer { // octet has no events from outside: see TestStrategiesMeetEvents
			t.Errorf("no strategy ever used %s", spec.Name)
		}
	}
	if refused*50 > orders {
		t.Errorf("%d of %d orders were refused", refused, orders)
	}
	for _, line := range spoilt(t, octet(t), runs/10) {
		t.Log(line)
	}
}

// spoilt lists why orders of strategies were refused or dropped, with counts.
func spoilt(t *testing.T, in sim.Setup, seeds int) (lines []string) {
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	counts := map[string]int{}
	s := session.New(sc)
	for seed := range uint64(seeds) {
		for s.Reset(seed); !s.World.Over(); s.Advance(nil) {
			for _, e := range s.World.Events() {
				if e.Kind == sim.EventOrderRefused || e.Kind == sim.EventOrderDropped {
					counts[e.Kind.Spec().Name+" "+e.Order.Spec().Name+" "+e.Reason.Spec().Name]++
				}
			}
		}
	}
	for name, n := range counts {
		lines = append(lines, fmt.Sprintf("%6d %s", n, name))
	}
	slices.Sort(lines)
	return lines
}

// TestTemperamentDecides exchanges the temperaments of the bold builder and the
// patient landlord: what kinds of order they use changes, not only how much.
func TestTemperamentDecides(t *testing.T) {
	plain, swapped := quartet(t), quartet(t)
	at := map[string]int{}
	for i, c := range swapped.Companies {
		at[c.ID] = i
	}
	a, b := &swapped.Companies[at["falcon"]], &swapped.Companies[at["harbour"]]
	a.Temperament, b.Temperament = b.Temperament, a.Temperament
	before, _, _ := usage(t, plain, 100)
	after, _, _ := usage(t, swapped, 100)
	share := func(n [kinds]int, k sim.OrderKind) float64 {
		all := 0
		for _, x := range n {
			all += x
		}
		return float64(n[k]) / float64(max(all, 1))
	}
	moved := 0.0
	for _, spec := range sim.OrderSpecs() {
		x, y := share(before["falcon"], spec.Kind), share(after["falcon"], spec.Kind)
		t.Logf("falcon %-14s %.3f of its orders, %.3f with the other temperament", spec.Name, x, y)
		moved = max(moved, max(x-y, y-x))
	}
	if moved < 0.05 {
		t.Errorf("the largest change of a kind's share is %.3f", moved)
	}
}

// all returns the orders of a kind that a company gives in a run.
func all(t *testing.T, in sim.Setup, company string, kind sim.OrderKind) (list []sim.Order) {
	t.Helper()
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	sc.Central()
	id, _ := sc.Find(sim.OfCompany, company)
	s := session.New(sc)
	for s.Reset(1); !s.World.Over(); {
		s.Advance(nil)
		for _, o := range s.Orders() {
			if o.By == sim.CompanyID(id) && o.Kind == kind {
				list = append(list, o)
			}
		}
	}
	return list
}

// first returns the first order of a kind that a company gives in a run.
func first(t *testing.T, in sim.Setup, company string, kind sim.OrderKind) (o sim.Order, found bool) {
	t.Helper()
	if list := all(t, in, company, kind); len(list) > 0 {
		return list[0], true
	}
	return sim.Order{}, false
}

// TestBoldnessBuysMoreAndPrepaysByImpatience: each trait alone, with money enough
// for what is wanted, and with so little that none lies idle.
func TestBoldnessBuysMoreAndPrepaysByImpatience(t *testing.T) {
	orders := func(risk, patience, cash float64) []sim.Order {
		s := quartet(t)
		for i := range s.Companies {
			if c := &s.Companies[i]; c.ID == "falcon" {
				c.Temperament.Risk, c.Temperament.Patience, c.Temperament.Thrift = sim.Exactly(risk), sim.Exactly(patience), sim.Exactly(5)
				c.Cash = sim.Exactly(cash)
			}
		}
		list := all(t, s, "falcon", sim.OrderChips)
		if len(list) == 0 {
			t.Fatal("the builder never orders chips")
		}
		return list
	}
	falcon := func(risk, patience, cash float64) sim.Order { return orders(risk, patience, cash)[0] }
	most := func(list []sim.Order) (share units.PPM) { // only where there is a queue does money buy a place in it
		for _, o := range list {
			share = max(share, o.Share)
		}
		return share
	}
	const rich, poor = 5e9, 1e9
	if bold, base := falcon(10, 5, rich), falcon(5, 5, rich); bold.Qty <= base.Qty {
		t.Errorf("bold buys %d, the other %d", bold.Qty, base.Qty)
	}
	calm, base := falcon(5, 9, poor), falcon(5, 5, poor)
	if calm.Share >= base.Share {
		t.Errorf("the patient prepays %v, the other %v", calm.Share, base.Share)
	}
	if idle, scarce := most(orders(5, 5, rich)), most(orders(5, 5, poor)); idle <= scarce {
		t.Errorf("with money to spare it prepays up to %v, without %v", idle, scarce)
	}
}

// TestNoPowerNoChips: a company whose sites are full orders none.
func TestNoPowerNoChips(t *testing.T) {
	s := quartet(t)
	for i := range s.Sites {
		if s.Sites[i].Owner == "falcon" {
			s.Sites[i].Stages = nil
			s.Sites[i].Energised = sim.Exactly(49_200) // what its chips draw
		}
	}
	for i := range s.Companies {
		s.Companies[i].Temperament.Risk = sim.Exactly(5) // the bold buy ahead of power
	}
	s.Contracts = s.Contracts[:1]
	if o, ok := first(t, s, "falcon", sim.OrderChips); ok {
		t.Errorf("falcon orders %d chips without power for them", o.Qty)
	}
}

// TestSpareIsOfferedAndNeedIsKept: who serves nobody offers all that is free; who
// has customers waiting offers nothing.
func TestSpareIsOfferedAndNeedIsKept(t *testing.T) {
	o, ok := first(t, quartet(t), "anvil", sim.OrderOpenFleet)
	if !ok || o.Qty != 5000 {
		t.Errorf("anvil offers %d of its 5,000 chips", o.Qty)
	}
	s := quartet(t)
	s.Segments[0].Potential = sim.Exactly(1e9) // a million H100e: everybody is short
	if o, ok := first(t, s, "falcon", sim.OrderOpenFleet); ok {
		t.Errorf("falcon offers %d chips while customers wait", o.Qty)
	}
	if _, ok := first(t, s, "lumen", sim.OrderRent); !ok {
		t.Error("lumen turns customers away and rents nothing")
	}
}

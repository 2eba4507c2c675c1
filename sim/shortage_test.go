package sim_test

import (
	"testing"

	"entangle/sim"
)

// shortage gathers what a cut of supply does in the large scenario.
type shortage struct {
	t                testing.TB
	weeks            float64
	list, spot, lead float64 // sums over the weeks
	second, ordered  float64 // thousandths of an H100e ordered from the second designer, and from all
	brought          float64 // and delivered by the second
}

func (s *shortage) watch(w *sim.World) {
	if w.Head().Tick == 1 {
		*s = shortage{t: s.t}
	}
	sledge, shuttle := find(s.t, w.Scenario(), sim.OfFamily, "sledge"), find(s.t, w.Scenario(), sim.OfFamily, "shuttle")
	s.weeks++
	s.list += read(s.t, w, "list_price", sledge)
	s.spot += read(s.t, w, "spot_price", 1)
	s.lead += read(s.t, w, "lead_time", sledge)
	for _, e := range w.Events() {
		second := e.Family == sim.FamilyID(shuttle)
		switch h100e := float64(e.Qty) * float64(w.Family(e.Family).H100e); {
		case e.Kind == sim.EventChipsDelivered && second:
			s.brought += float64(e.Qty)
		case e.Kind != sim.EventChipsOrdered:
		case second:
			s.second += h100e
			fallthrough
		default:
			s.ordered += h100e
		}
	}
}

func (s *shortage) outcome(*sim.World) []float64 {
	return []float64{s.list / s.weeks, s.spot / s.weeks, s.lead / s.weeks, s.second / max(s.ordered, 1), s.brought / kilo}
}

// kilo is a thousand H100e in thousandths.
const kilo = 1e6

// less cuts the world's packaging by three tenths.
func less(s sim.Setup) sim.Setup {
	f := &s.Packaging.Capacity
	f.Value, f.Low, f.High = 0.7*f.Value, 0.7*f.Low, 0.7*f.High
	return s
}

// TestSupplyCutByThreeTenths holds what a shortage must show: with less packaging
// list prices, the spot price and lead times rise, the second designer gets a larger
// part of the orders, and delivers more. Books are full a year ahead by then, so that
// what is ordered of both falls with what can be built.
func TestSupplyCutByThreeTenths(t *testing.T) {
	s := shortage{t: t}
	const runs = 2 * pairs // what the second delivers moves by a thirtieth, about as far as chance does in half as many
	a, b := sampleOf(t, runs, octet(t), 52, s.watch, s.outcome), sampleOf(t, runs, less(octet(t)), 52, s.watch, s.outcome)
	for i, what := range []string{"list price", "spot price", "lead time", "part ordered from the second", "kH100e that it delivers"} {
		effect, half := paired(a[i], b[i])
		mean, _ := meanAndDeviation(a[i])
		t.Logf("%-28s %10.4g %+.4g, 99%% interval %+.4g to %+.4g", what, mean, effect, effect-half, effect+half)
		if effect-half <= 0 {
			t.Errorf("%s moves by %.4g give or take %.4g", what, effect, half)
		}
	}
}

// twins makes two labs of the rich test world alike in all but cash.
func twins(s sim.Setup) sim.Setup {
	rich, poor := s.Companies[2], &s.Companies[3]
	cash := sim.Exactly(60e6)
	id, title := poor.ID, poor.Title
	*poor = rich
	poor.ID, poor.Title, poor.Cash, poor.Policies.CashFloor = id, title, cash, sim.Exactly(cash.Value/10)
	s.Sites[3].Energised, s.Sites[3].Chips, s.Sites[3].Stages = s.Sites[2].Energised, s.Sites[2].Chips, s.Sites[2].Stages
	s.Contracts = append(s.Contracts[:3], s.Contracts[5:]...) // no lab has a head start
	return s
}

// TestThePoorDropOutFirst: of two labs alike in all but cash, the poor one loses a
// larger part of its chips when supply is cut.
func TestThePoorDropOutFirst(t *testing.T) {
	got := [2]float64{}
	watch := func(w *sim.World) {
		if w.Head().Tick == 1 {
			got = [2]float64{}
		}
		for _, e := range w.Events() {
			if e.Kind == sim.EventChipsDelivered && (e.By == 3 || e.By == 4) {
				got[e.By-3] += float64(e.Qty)
			}
		}
	}
	share := func(*sim.World) []float64 { return []float64{got[1] / max(got[0]+got[1], 1)} }
	a, b := sample(t, twins(sim.ChainSetup()), 40, watch, share), sample(t, less(twins(sim.ChainSetup())), 40, watch, share)
	effect, half := paired(a[0], b[0])
	mean, _ := meanAndDeviation(a[0])
	t.Logf("the poor lab gets %.3f of what both get, %+.4g when supply is cut, 99%% interval %+.4g to %+.4g", mean, effect, effect-half, effect+half)
	if effect+half >= 0 {
		t.Errorf("it moves by %.4g give or take %.4g", effect, half)
	}
}

package experiment_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
	"entangle/sim/session"
)

// given counts the orders that a company gives, those about its organisation apart.
func given(company string) experiment.Outcome {
	return experiment.Ordered("orders", "", func(w *sim.World, o sim.Order) float64 {
		if w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: int32(o.By)}) != company || sim.AreaOf(&o) == sim.GroupOrganisation {
			return 0
		}
		return 1
	})
}

// set compiles octet with figures of its own.
func set(t *testing.T, off string, figures map[string]float64) *sim.Scenario {
	t.Helper()
	sc := octet(t, off)
	for path, v := range figures {
		if err := sc.Set(path, v); err != nil {
			t.Fatal(err)
		}
	}
	return sc
}

// putOff is how many matters a company's leadership has put off of late for want of
// attention, on the mean of the weeks.
func putOff(company string) experiment.Outcome {
	return experiment.Watch("put_off", "", func(sc *sim.Scenario) (func(*session.Session), func() float64) {
		id, _ := sc.Find(sim.OfCompany, company)
		sum, weeks := 0.0, 0.0
		return func(s *session.Session) {
			if s.World.Head().Tick == 0 {
				sum, weeks = 0, 0
			}
			sum, weeks = sum+float64(s.World.Plan(sim.CompanyID(id)).Level[sim.LevelOrganise]), weeks+1
		}, func() float64 { return sum / weeks }
	})
}

// TestOctetDeputies takes the deputies from a landlord whose leadership is small for
// what it has to decide: it puts off more, and its organisation is quicker. (What it runs
// in the end does not show it: rooms in the power that is there fill either way.)
func TestOctetDeputies(t *testing.T) {
	if long(t) {
		return
	}
	play := func(off string) []statement {
		sc := set(t, off, map[string]float64{"companies.quarry.staff": 200})
		r := compare(t, 0, sc, experiment.Arm{Name: "alone", Player: experiment.Led("quarry", func() policy.Policy { return without{sim.OrderDelegate} })},
			putOff("quarry"), experiment.MeanFrom(26, "bureaucracy", "quarry").Named("bureaucracy"))
		return []statement{{"alone it puts off more", r.Effect("alone", "put_off"), 0.2, false},
			{"alone it has less bureaucracy", r.Effect("alone", "bureaucracy"), 2, true}}
	}
	shown(t, "", play(""))
	shown(t, "deputies", play("deputies"))
}

// TestOctetDeputiesOfNobody leaves a lab to three deputies and its twin to its standing
// policies: the deputies act, and the lab comes to more compute and more bureaucracy.
func TestOctetDeputiesOfNobody(t *testing.T) {
	if long(t) {
		return
	}
	name := func(sc *sim.Scenario) experiment.Script {
		list := make([]sim.Order, 0, 3)
		return func(w *sim.World) []sim.Order {
			list = list[:0]
			for _, g := range []sim.Group{sim.GroupCompute, sim.GroupPower, sim.GroupModels} {
				if w.Head().Tick == 0 {
					list = append(list, sim.Order{Kind: sim.OrderDelegate, Mode: uint8(g), Share: 600_000})
				}
			}
			return list
		}
	}
	play := func(off string) []statement {
		sc := octet(t, off)
		r := compareArms(t, 0, experiment.Arm{Scenario: sc, Player: experiment.Led("falcon", func() policy.Policy { return nil })},
			experiment.Arm{Name: "deputies", Scenario: sc, Player: experiment.Told("falcon", name)},
			given("falcon"), experiment.AtEnd("compute_effective", "falcon").Named("compute"), experiment.AtEnd("bureaucracy", "falcon").Named("bureaucracy"))
		return []statement{{"deputies give orders", r.Effect("deputies", "orders"), 10, false},
			{"they come to more compute", r.Effect("deputies", "compute"), 10, false},
			{"they bring bureaucracy", r.Effect("deputies", "bureaucracy"), 8, false}}
	}
	shown(t, "", play(""))
	shown(t, "deputies", play("deputies"))
}

// also is the built-in strategy without some kinds of order, that gives one order
// when so many weeks are left.
type also struct {
	without
	left  int
	order sim.Order
}

// Decide implements policy.Policy.
func (p also) Decide(v sim.View, out *policy.Turn) {
	p.without.Decide(v, out)
	if v.Weeks() == p.left {
		p.order.By = v.Who()
		out.Orders = append(out.Orders, p.order)
	}
}

// TestOctetReorganisation has the old landlord do away with its ranks after a quarter:
// for eight weeks it is slower than its twin, by the end of the year quicker by far.
func TestOctetReorganisation(t *testing.T) {
	if long(t) {
		return
	}
	flat := sim.Order{Kind: sim.OrderReorganise, Mode: uint8(sim.FormFlat)}
	led := func(order sim.Order) experiment.Player {
		return experiment.Led("harbour", func() policy.Policy {
			return also{without{sim.OrderReorganise, sim.OrderDelegate}, 104 - 13, order}
		})
	}
	play := func(off string) []statement {
		sc := octet(t, off)
		r := compareArms(t, 52, experiment.Arm{Scenario: sc, Player: led(sim.Order{})}, experiment.Arm{Name: "flat", Scenario: sc, Player: led(flat)},
			experiment.AtWeek(20, "bureaucracy", "harbour").Named("turmoil"), experiment.AtWeek(40, "bureaucracy", "harbour").Named("after"))
		return []statement{{"in turmoil it has more bureaucracy", r.Effect("flat", "turmoil"), 8, false},
			{"afterwards it has less", r.Effect("flat", "after"), 10, true}}
	}
	shown(t, "", play(""))
	shown(t, "forms", play("forms"))
}

// compareArms plays a study of two arms.
func compareArms(t *testing.T, weeks int, base, arm experiment.Arm, outcomes ...experiment.Outcome) *experiment.Compared {
	t.Helper()
	r, err := experiment.Pairs(t.Context(), experiment.Study{Base: base, Arms: []experiment.Arm{arm},
		Outcomes: outcomes, Runs: mustPairs, Seed: 1, Weeks: weeks, Keep: true})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

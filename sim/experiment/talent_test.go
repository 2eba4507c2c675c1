package experiment_test

import (
	"slices"
	"strings"
	"testing"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
	"entangle/sim/session"
	"entangle/sim/units"
)

// What octet must show of people.

const (
	warWeek  = 8            // outsiders' pay is doubled
	twoLater = warWeek + 26 // two quarters later
)

// keeps lets the built-in strategy do all but change pay and growth, open offices
// and let people go; in a week it gives an order of its own.
type keeps struct {
	week  int
	order sim.Order
}

// Decide implements policy.Policy.
func (k keeps) Decide(v sim.View, out *policy.Turn) {
	policy.Builtin{}.Decide(v, out)
	out.Orders = slices.DeleteFunc(out.Orders, func(o sim.Order) bool {
		return o.Kind == sim.OrderLayOff || o.Kind == sim.OrderOpenOffice ||
			o.Kind == sim.OrderSetPolicy && o.Mode >= sim.PolicyPay && o.Mode <= sim.PolicyRaise
	})
	if v.Weeks() == v.Span()-k.week {
		o := k.order
		o.By, o.Escalate = v.Who(), true
		out.Orders = slices.Insert(out.Orders, 0, o)
	}
}

// twins plays two ways of leading companies against each other.
func twins(t *testing.T, weeks int, off string, base, other experiment.Player, outcomes ...experiment.Outcome) *experiment.Compared {
	t.Helper()
	sc := octet(t, off)
	r, err := experiment.Pairs(t.Context(), experiment.Study{Base: experiment.Arm{Scenario: sc, Player: base},
		Arms: []experiment.Arm{{Name: "other", Scenario: sc, Player: other}}, Outcomes: outcomes, Runs: mustPairs, Seed: 1, Weeks: weeks, Keep: true})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestOctetOutsiders has a lab double the pay of outsiders only: it gains heads
// first, and within two quarters a third more and more of those quit who were there
// before; they take know-how along, and it knows less per head than its twin. What those
// take is counted where nobody takes named people away, who take much more, and at random.
func TestOctetOutsiders(t *testing.T) {
	if long(t) {
		return
	}
	war := sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyPay, Share: 2 * units.One}
	for _, c := range []string{"lumen", "falcon"} {
		play := func(off string) *experiment.Compared {
			return twins(t, twoLater, off, experiment.Led(c, func() policy.Policy { return keeps{week: -1} }),
				experiment.Led(c, func() policy.Policy { return keeps{warWeek, war} }),
				experiment.AtWeek(warWeek+12, "researchers", c), experiment.AtWeek(warWeek, "quits_old", c), experiment.AtEnd("quits_old", c),
				experiment.AtWeek(warWeek, "know_lost", c), experiment.AtEnd("know_lost", c), experiment.AtEnd("know_how_per_head", c))
		}
		since := func(look experiment.Look, metric string) float64 { return look(c+"."+metric) - look(c+"."+metric+"@8") }
		more := func(metric string) func(base, other experiment.Look) float64 {
			return func(base, other experiment.Look) float64 {
				return since(other, metric)/max(since(base, metric), 0.01) - 1
			}
		}
		quits := func(r *experiment.Compared) statement {
			return statement{c + " loses a third more old hands", r.Derive("other", "old hands who quit, over the twin's", "share", more("quits_old")), 1.0 / 3, false}
		}
		lost := func(r *experiment.Compared) statement {
			over := r.Derive("other", "know-how lost, over one and a quarter of the twin's", "points", func(base, other experiment.Look) float64 {
				return since(other, "know_lost") - float64(1.25*since(base, "know_lost"))
			})
			return statement{c + " loses a quarter more know-how", over, 0.02, false}
		}
		r := play("")
		shown(t, "", []statement{{c + " gains heads", r.Effect("other", c+".researchers@20"), 0, false}, quits(r), lost(play("stars")),
			{c + " knows less per head", r.Effect("other", c+".know_how_per_head"), 0, true}})
		shown(t, "envy", []statement{quits(play("envy")), lost(play("stars envy"))})
		shown(t, "know_how", []statement{lost(play("stars know_how"))})
	}
}

// freeze has all companies hire nobody from the start.
func freeze(s *session.Session) (experiment.Script, error) {
	for c := 1; c <= s.World.Scenario().Companies(); c++ {
		s.Play(sim.CompanyID(c), keeps{0, sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyGrowth, Share: -units.One}})
	}
	return nil, nil
}

// TestOctetFrozen has nobody hire from the start: in the second year what labs know
// grows by half and less of what it does where they hire.
func TestOctetFrozen(t *testing.T) {
	if long(t) {
		return
	}
	labs := []string{"cairn", "falcon", "lumen", "sable"}
	all := strings.Join(labs, "+") + ".know_how"
	for _, off := range []string{"", "talent_market"} {
		r := twins(t, 104, off, nil, freeze, experiment.AtWeek(52, "know_how", labs...), experiment.AtEnd("know_how", labs...))
		pace := r.Derive("other", "growth of know-how in the second year, over half of the twin's", "points", func(base, other experiment.Look) float64 {
			return other(all) - other(all+"@52") - (base(all)-base(all+"@52"))/2
		})
		shown(t, off, []statement{{"what labs know grows by half and less", pace, 0, true}})
	}
}

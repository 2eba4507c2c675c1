package experiment_test

import (
	"slices"
	"strings"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
	"entangle/sim/scenario"
)

// What octet must show, each with its effect, the 99 percent interval over 400
// pairs, and its absence when the mechanic behind it is switched off.

// mustPairs is how many pairs a statement of octet is shown on.
const mustPairs = 400

// long tells that a show is for the long tests: it takes seconds.
func long(t *testing.T) bool {
	t.Helper()
	if testing.Short() {
		t.Log("not run with -short: it plays hundreds of pairs of runs")
	}
	return testing.Short()
}

// octet compiles the scenario, without the mechanics that are named, if any.
func octet(t *testing.T, off string) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, "octet")
	sc, err := scenario.Check(pack, err)
	if err == nil && off != "" {
		sc, err = experiment.Without(pack.Setup, strings.Fields(off)...)
	}
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// buyers of chips, the poorest first by what they hold at the start.
var buyers = []string{"sable", "cairn", "quarry", "lumen", "falcon", "harbour"}

// deliveries is the compute that a company was delivered in a run.
func deliveries(company string) experiment.Outcome {
	return experiment.Happened(company+".delivered", "kH100e", func(w *sim.World, e sim.Event) float64 {
		if e.Kind != sim.EventChipsDelivered || w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: int32(e.By)}) != company {
			return 0
		}
		return float64(e.Qty) / 1e6
	})
}

// ordered is the compute of a family that its designer's customers signed for.
func ordered(family string) experiment.Outcome {
	return experiment.Happened(family+".ordered", "chips", func(w *sim.World, e sim.Event) float64 {
		if e.Kind != sim.EventChipsOrdered || w.Scenario().Name(sim.Ref{Of: sim.OfFamily, ID: int32(e.Family)}) != family {
			return 0
		}
		return float64(e.Qty)
	})
}

// lost is the share of the compute delivered to a group of companies that no
// longer comes.
func lost(group []string) func(base, other experiment.Look) float64 {
	came := func(look experiment.Look) (sum float64) {
		for _, c := range group {
			sum += look(c + ".delivered")
		}
		return sum
	}
	return func(base, other experiment.Look) float64 { return 1 - came(other)/max(came(base), 1e-9) }
}

// statement is something that octet must show: an effect on one side of a number
// with all of its interval.
type statement struct {
	says   string
	effect experiment.Effect
	above  float64
	down   bool // the effect, taken negative, is above
}

// holds tells whether a statement is shown.
func (s statement) holds() bool {
	if s.down {
		return s.effect.Below(-s.above)
	}
	return s.effect.Above(s.above)
}

// shown demands that statements hold, or with a switch off that they do not.
func shown(t *testing.T, off string, list []statement) {
	t.Helper()
	for _, s := range list {
		t.Logf("%-10s %s: %s", off, s.says, s.effect)
		if s.holds() == (off != "") {
			t.Errorf("%s with %q off: %t", s.says, off, s.holds())
		}
	}
}

// compare plays a study of one arm against the scenario.
func compare(t *testing.T, weeks int, base *sim.Scenario, arm experiment.Arm, outcomes ...experiment.Outcome) *experiment.Compared {
	t.Helper()
	return comparePairs(t, mustPairs, weeks, base, arm, outcomes...)
}

// comparePairs does so with as many pairs as an effect that spreads much needs.
func comparePairs(t *testing.T, pairs, weeks int, base *sim.Scenario, arm experiment.Arm, outcomes ...experiment.Outcome) *experiment.Compared {
	t.Helper()
	r, err := experiment.Pairs(t.Context(), experiment.Study{Base: experiment.Arm{Scenario: base}, Arms: []experiment.Arm{arm},
		Outcomes: outcomes, Runs: pairs, Seed: 1, Weeks: weeks, Keep: true})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestOctetScarcity cuts all supply of chips by 30 percent for a year: list prices,
// the spot price and lead times rise, the poorest third of the buyers loses a larger
// share of its deliveries than the richest, and orders for the second designer's
// chips rise. A year, for in the second the labs that began poor have money.
func TestOctetScarcity(t *testing.T) {
	if long(t) {
		return
	}
	outcomes := []experiment.Outcome{experiment.MeanFrom(8, "spot_price"), ordered("shuttle")}
	families := []string{"hammer", "sledge", "shuttle"}
	for _, f := range families {
		outcomes = append(outcomes, experiment.MeanFrom(8, "list_price", f), experiment.MeanFrom(8, "lead_time", f))
	}
	for _, c := range buyers {
		outcomes = append(outcomes, deliveries(c))
	}
	play := func(off string) *experiment.Compared {
		sc := octet(t, off)
		scarce, err := experiment.Scaled(sc, 0.7, "packaging.capacity")
		if err != nil {
			t.Fatal(err)
		}
		return comparePairs(t, 2*mustPairs, 52, sc, experiment.Arm{Name: "scarce", Scenario: scarce}, outcomes...)
	}
	all := func(r *experiment.Compared) (list []statement) {
		for _, f := range families {
			price := r.Effect("scarce", f+".list_price:mean_from_8")
			list = append(list, statement{f + " costs more by a hundredth and more", price, price.Base / 100, false},
				statement{f + " takes longer by a week and more", r.Effect("scarce", f+".lead_time:mean_from_8"), 1, false})
		}
		second := r.Effect("scarce", "shuttle.ordered")
		return append(list, statement{"a week of compute costs more", r.Effect("scarce", "world.spot_price:mean_from_8"), 0, false},
			statement{"the second designer gets a twentieth and more of orders", second, second.Base / 20, false})
	}
	poor := func(r *experiment.Compared) statement {
		gap := r.Derive("scarce", "the poorest third loses more than the richest", "share", func(base, other experiment.Look) float64 {
			return lost(buyers[:2])(base, other) - lost(buyers[4:])(base, other)
		})
		return statement{"the poor lose more", gap, 0, false}
	}
	with, off := play(""), play("packaging")
	shown(t, "", append(all(with), poor(with)))
	shown(t, "packaging", append(all(off), poor(off)))
}

// chipsAlone gives a company's money to chips, whatever power it has for them.
type chipsAlone struct{}

// Decide implements policy.Policy.
func (chipsAlone) Decide(v sim.View, out *policy.Turn) {
	from, to := v.Sites()
	best := from // its largest hall
	for s := from; s < to; s++ {
		if v.Site(s).Energised > v.Site(best).Energised {
			best = s
		}
	}
	money := v.Own().Cash - v.Own().Policy.CashFloor - v.Own().ToPay
	for f := sim.FamilyID(1); int(f) <= v.Families(); f++ {
		n := int64(money/2) / max(int64(v.Family(f).List), 1)
		o := sim.Order{Kind: sim.OrderChips, By: v.Who(), Family: f, Site: best, Qty: n, Share: max(v.MinPrepaid(f), 300_000)}
		if r := v.Check(o); r.Reason == sim.ReasonNoSlots {
			o.Qty = r.Have
		}
		if n > 500 && v.Check(o).Allowed() {
			out.Orders = append(out.Orders, o)
			money /= 2
		}
	}
}

// TestOctetChipsAlone has a company buy only chips: it ends with idle ones and
// runs less than its twin that keeps to its strategy. (The landlord used to go under:
// it had no customers of its own then. Now they pay for its power.)
func TestOctetChipsAlone(t *testing.T) {
	if long(t) {
		return
	}
	for _, c := range []string{"falcon", "harbour"} {
		play := func(off string) []statement {
			r := compare(t, 0, octet(t, off), experiment.Arm{Name: "chips alone", Player: experiment.Led(c, func() policy.Policy { return chipsAlone{} })},
				experiment.AtEnd("idle_share", c), experiment.AtEnd("compute_running", c))
			return []statement{{c + " has idle chips", r.Effect("chips alone", c+".idle_share"), 0.1, false},
				{c + " runs less", r.Effect("chips alone", c+".compute_running"), 0, true}}
		}
		shown(t, "", play(""))
		shown(t, "power_limit", play("power_limit")[:1])
	}
}

// without lets a strategy give all orders but those of some kinds.
type without []sim.OrderKind

// Decide implements policy.Policy.
func (k without) Decide(v sim.View, out *policy.Turn) {
	policy.Builtin{}.Decide(v, out)
	out.Orders = slices.DeleteFunc(out.Orders, func(o sim.Order) bool { return slices.Contains(k, o.Kind) })
}

// builderMW is the power at which the builder's turbines are judged: twice what
// it starts with, less than its halls and its place in the queue bring later.
const builderMW = 400

// TestOctetTurbines takes the bridge from the fast builder: with turbines its
// power comes at least eight weeks earlier in the median, and in 10 to 60 percent
// of the runs that use them an injunction takes some of it away again.
func TestOctetTurbines(t *testing.T) {
	if long(t) {
		return
	}
	count := func(kind sim.EventKind) experiment.Outcome {
		return experiment.Happened(kind.Spec().Name, "", func(w *sim.World, e sim.Event) float64 {
			if e.Kind == kind && w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: int32(e.By)}) == "falcon" {
				return 1
			}
			return 0
		})
	}
	play := func(off string) (*experiment.Compared, float64) {
		r := compare(t, 0, octet(t, off), experiment.Arm{Name: "no bridge",
			Player: experiment.Led("falcon", func() policy.Policy { return without{sim.OrderBridgePower} })},
			experiment.FirstWeek(builderMW, "power_energised", "falcon").Named("week"), count(sim.EventBridgeOrdered), count(sim.EventInjunction))
		used, stopped := 0.0, 0.0
		for i, n := range r.Values("", sim.EventBridgeOrdered.Spec().Name) {
			if n > 0 {
				used++
				stopped += min(r.Values("", sim.EventInjunction.Spec().Name)[i], 1)
			}
		}
		return r, stopped / max(used, 1)
	}
	r, stopped := play("")
	weeks := r.MedianDifference("no bridge", "week")
	t.Logf("%s; median %.1f weeks; %.1f %% of the runs with turbines meet an injunction", r.Effect("no bridge", "week"), weeks, 100*stopped)
	if weeks < 8 || !r.Effect("no bridge", "week").Above(0) {
		t.Errorf("the bridge brings power %.1f weeks earlier in the median", weeks)
	}
	if stopped < 0.1 || stopped > 0.6 {
		t.Errorf("%.1f %% of the runs with turbines meet an injunction", 100*stopped)
	}
	if r, _ = play("queue"); r.MedianDifference("no bridge", "week") >= 8 {
		t.Errorf("without a queue for the grid the bridge still brings %.1f weeks", r.MedianDifference("no bridge", "week"))
	}
	if _, stopped = play("tolerance"); stopped > 0 {
		t.Errorf("with neighbours who bear everything %.1f %% meet an injunction", 100*stopped)
	}
}

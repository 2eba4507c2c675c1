package experiment_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
	"entangle/sim/session"
)

// The weeks of a cheap open release: ordered, known to customers, and four weeks and
// half a year later.
const (
	ordersRelease = 8
	knowRelease   = 13
	fourLater     = knowRelease + 4
	halfYearLater = knowRelease + 26
)

// keepsDrawer seats the thrifty stranger so that it never releases by itself; with
// release its cheap model leaves the drawer with open weights, tested for four weeks.
func keepsDrawer(release bool) experiment.Player {
	leads := experiment.Led("sable", func() policy.Policy { return without{sim.OrderRelease} })
	return func(s *session.Session) (experiment.Script, error) {
		if _, err := leads(s); err != nil || !release {
			return nil, err
		}
		id, _ := s.World.Scenario().Find(sim.OfCompany, "sable")
		model, _ := s.World.Scenario().Find(sim.OfModel, "sable-2")
		order := []sim.Order{{Kind: sim.OrderRelease, Mode: uint8(sim.ReleaseOpen), By: sim.CompanyID(id), Model: sim.ModelID(model), Weeks: 4}}
		return func(w *sim.World) []sim.Order {
			if w.Head().Tick == ordersRelease {
				return order
			}
			return nil
		}, nil
	}
}

// othersAsk is the mean price that others ask for like quality, of customers who take
// any model or of all, weighted by what was used of each before the release, in a week.
func othersAsk(name string, takesAny bool, week int32) experiment.Outcome {
	return experiment.Watch(name, "USD per hour", func(sc *sim.Scenario) (func(*session.Session), func() float64) {
		sable, _ := sc.Find(sim.OfCompany, "sable")
		weights, mean := make([]float64, (sc.Companies()+1)*(sc.Segments()+1)), 0.0
		return func(s *session.Session) {
			tick := s.World.Head().Tick
			if tick != knowRelease-1 && tick != week {
				return
			}
			paid, use := 0.0, 0.0
			for c := 1; c <= sc.Companies(); c++ {
				v := s.World.View(sim.CompanyID(c))
				for _, g := range v.Sold() {
					p, at := v.Product(g), c*(sc.Segments()+1)+int(g)
					if tick == knowRelease-1 {
						weights[at] = 0
						if c != int(sable) && p.On && p.Model != 0 && (!takesAny || v.Need(g) == sim.NeedHosting) && p.Quality >= s.World.Head().Frontier-4 {
							weights[at] = float64(p.Served)
						}
					}
					paid += weights[at] * float64(p.Price) / 1e6
					use += weights[at]
				}
			}
			mean = paid / max(use, 1)
		}, func() float64 { return mean }
	})
}

// TestOctetCheapOpenRelease has the thrifty stranger give a cheap model away that it
// had in its drawer: the price at which like quality can be had falls by a third and
// more within four weeks, that which others ask follows, and within half a year
// customers use more, against a twin in which the drawer stays shut.
func TestOctetCheapOpenRelease(t *testing.T) {
	if long(t) {
		return
	}
	play := func(off string) (list []statement) {
		sc := octet(t, off)
		r, err := experiment.Pairs(t.Context(), experiment.Study{
			Base: experiment.Arm{Scenario: sc, Player: keepsDrawer(false)}, Arms: []experiment.Arm{{Name: "open", Player: keepsDrawer(true)}},
			Outcomes: []experiment.Outcome{experiment.AtWeek(fourLater, "price_like_quality"), experiment.AtWeek(halfYearLater, "use_total"),
				othersAsk("others ask", false, fourLater), othersAsk("others ask of those who take any", true, fourLater), experiment.AtWeek(halfYearLater, "spot_price")},
			Runs: mustPairs, Seed: 1, Weeks: halfYearLater + 1, Keep: true})
		if err != nil {
			t.Fatal(err)
		}
		fall := func(what string) experiment.Effect {
			return r.Derive("open", what+" falls", "share", func(base, other experiment.Look) float64 { return 1 - other(what)/max(base(what), 1e-9) })
		}
		use := r.Effect("open", "world.use_total@39")
		t.Logf("%q off: %s; %s", off, r.Effect("open", "others ask"), r.Effect("open", "world.spot_price@39"))
		return append(list, statement{"like quality costs a third less and more after four weeks", fall("world.price_like_quality@17"), 1.0 / 3, false},
			statement{"others ask a third less and more of those who take any model", fall("others ask of those who take any"), 1.0 / 3, false},
			statement{"others ask a tenth less and more of all", fall("others ask"), 0.1, false},
			statement{"customers use a tenth more within half a year", use, use.Base / 10, false})
	}
	shown(t, "", play(""))
	shown(t, "price_match", play("price_match"))
}

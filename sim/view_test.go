package sim_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
	"entangle/sim/units"
)

// beliefs returns the log error of what a viewer believes of a rival's metric,
// and false where the truth is nothing.
func beliefs(w *sim.World, viewer, rival sim.CompanyID, metric int) (logError float64, ok bool) {
	truth := sim.Metrics()[metric].Read(w, int32(rival))
	if truth <= 0 {
		return 0, false
	}
	return math.Log(w.View(viewer).Estimate(metric, int32(rival)) / truth), true
}

// companyMetrics are the indices of the metrics of companies.
func companyMetrics() (list []int) {
	for i, m := range sim.Metrics() {
		public := m.Name == "price" || m.Name == "best_model_eci" || m.Name == "trust" // posted for all to see
		if m.Of == sim.OfCompany && !public {
			list = append(list, i)
		}
	}
	return list
}

// TestOwnFiguresAreExact, and so is what is public of families and the world.
func TestOwnFiguresAreExact(t *testing.T) {
	s := session.New(compile(t, quartet(t)))
	s.Reset(4)
	for range 8 {
		s.Advance(nil)
		for c := range sim.CompanyID(4) {
			v := s.World.View(c + 1)
			if v.Own() != s.World.Company(c+1) || v.Date() != s.World.Date() || v.Who() != c+1 {
				t.Fatalf("company %d sees itself wrong", c+1)
			}
			for i, m := range sim.Metrics() {
				id := int32(c + 1)
				if m.Of != sim.OfCompany {
					id = 1
				}
				if s.World.Scenario().Count(m.Of) == 0 {
					continue
				}
				if m.Of != sim.OfSite && v.Estimate(i, id) != m.Read(s.World, id) {
					t.Errorf("company %d believes %v of its %s, it is %v", c+1, v.Estimate(i, id), m.Name, m.Read(s.World, id))
				}
			}
		}
	}
}

// TestRivalsAreFoggy: the error of an estimate is one number per viewer, rival,
// metric and quarter. Looking again teaches nothing, another quarter does.
func TestRivalsAreFoggy(t *testing.T) {
	s := session.New(compile(t, quartet(t)))
	s.Reset(4)
	seen := map[string]float64{} // the error, by all that it may depend on
	for range 20 {
		s.Advance(nil)
		for _, metric := range companyMetrics() {
			for viewer := range sim.CompanyID(4) {
				for rival := range sim.CompanyID(4) {
					e, ok := beliefs(s.World, viewer+1, rival+1, metric)
					if !ok || viewer == rival {
						continue
					}
					_, quarter := s.World.Date().Quarter()
					key := fmt.Sprint(metric, viewer, rival, quarter)
					if old, again := seen[key]; again && math.Abs(old-e) > 1e-9 {
						t.Fatalf("%s: the error was %v and is %v in the same quarter", key, old, e)
					}
					seen[key] = e
				}
			}
		}
	}
	distinct := map[float64]bool{}
	for key, e := range seen {
		if e == 0 {
			t.Errorf("%s: a rival's figure is known exactly", key)
		}
		distinct[math.Round(e*1e9)] = true
	}
	if len(distinct) < len(seen) {
		t.Errorf("%d kinds of estimate have %d errors only", len(seen), len(distinct))
	}
}

// TestFogHasItsWidth: log errors have mean 0 and a deviation of 0.15, however
// one cuts them.
func TestFogHasItsWidth(t *testing.T) {
	w := sim.New(compile(t, quartet(t)))
	cash, _ := sim.FindMetric("cash")
	energised, _ := sim.FindMetric("power_energised")
	pairs := map[string][]float64{}
	for seed := range uint64(1500) {
		w.Reset(seed)
		for _, metric := range []int{cash, energised} {
			for viewer := range sim.CompanyID(3) {
				if e, ok := beliefs(w, viewer+1, viewer%3+2, metric); ok && viewer+1 != viewer%3+2 {
					key := fmt.Sprint(sim.Metrics()[metric].Name, " of ", viewer%3+2)
					pairs[key] = append(pairs[key], e)
				}
			}
		}
	}
	for key, errors := range pairs {
		mean, sd := meanAndDeviation(errors)
		n := float64(len(errors))
		if math.Abs(mean) > 4*0.15/math.Sqrt(n) || math.Abs(sd-0.15) > 4*0.15/math.Sqrt(2*n) {
			t.Errorf("%s: %v errors of mean %v and deviation %v", key, n, mean, sd)
		}
	}
	if len(pairs) < 4 {
		t.Errorf("only %d samples", len(pairs))
	}
}

// block finds the chips of a family at an own site.
func block(v sim.View, s sim.SiteID, f sim.FamilyID) sim.Block {
	for at := v.FirstBlock(s); at != 0; at = v.NextBlock(at) {
		if b := v.Block(at); b.Family == f {
			return b
		}
	}
	return sim.Block{}
}

// TestOthersSitesAreHidden: rows of sites and fleets, plans for power, claims.
func TestOthersSitesAreHidden(t *testing.T) {
	setup := sim.SmallSetup()
	due := setup.Start.AddWeeks(5)
	setup.Sites[1].Stages = []sim.StageSetup{{Date: due, Add: sim.Exactly(700), Slip: sim.Exactly(3)}}
	w := sim.New(compile(t, setup))
	w.Reset(1)
	week(t, w)
	own, other := w.View(host), w.View(user)
	if own.Site(hall) != w.Site(hall) || block(own, hall, core).Ready != 8000 || own.Claimed(hall) != 8000 || own.PowerDue(hall, due) != 700 {
		t.Error("the owner does not see its site")
	}
	if own.PowerDue(hall, due-1) != 0 {
		t.Error("power is due before its day")
	}
	if other.Site(hall) != (sim.Site{}) || other.FirstBlock(hall) != 0 || other.Block(own.FirstBlock(hall)) != (sim.Block{}) ||
		other.Claimed(hall) != 0 || other.PowerDue(hall, due) != 0 {
		t.Error("another company sees into the site")
	}
	power, _ := sim.FindMetric("site_power")
	if own.Estimate(power, int32(hall)) != 20 || other.Estimate(power, int32(hall)) == 20 {
		t.Error("the power of a rival's site is known exactly, or one's own is not")
	}
	if r := other.Check(with(move, func(o *sim.Order) { o.By = host })); r.Reason != sim.ReasonNotOwnSite {
		t.Errorf("a view checks another company's orders: %s", r.Reason.Spec().Name)
	}
}

// TestBoardListsTheCheapest: of twenty offers the sixteen cheapest, in order.
func TestBoardListsTheCheapest(t *testing.T) {
	setup := sim.SmallSetup()
	for i := range 18 {
		s := setup.Sites[1]
		s.ID = fmt.Sprintf("hall%02d", i)
		setup.Sites = append(setup.Sites, s)
	}
	w := sim.New(compile(t, setup))
	w.Reset(1)
	var orders []sim.Order
	var floors []int64
	from, to := w.View(host).Sites()
	for s := from + 1; s < to; s++ { // the annex has no chips
		o := with(offer, func(o *sim.Order) { o.Site, o.Price = s, 1_000_000+units.Price(s)*777_777%900_001 })
		orders, floors = append(orders, o), append(floors, int64(o.Price))
	}
	week(t, w, orders...)
	slices.Sort(floors)
	board := w.View(user).Board()
	if len(floors) < 19 || len(board) != 16 {
		t.Fatalf("%d of %d offers are listed", len(board), len(floors))
	}
	for i, l := range board {
		if int64(l.Floor) != floors[i] || l.Landlord != host || l.Chips != 500 {
			t.Errorf("offer %d is %+v, the floor should be %d", i, l, floors[i])
		}
	}
}

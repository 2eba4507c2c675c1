package experiment

import (
	"slices"
	"strings"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// weekly plays seed 1 of the quartet as the first pair of a study does, and
// reads a metric at the start and after each week.
func weekly(t *testing.T, s *session.Session, seed uint64, read func(w *sim.World) float64) (list []float64) {
	t.Helper()
	s.Reset(seed)
	for list = append(list, read(s.World)); !s.World.Over(); list = append(list, read(s.World)) {
		s.Advance(nil)
	}
	return list
}

func metricOf(t *testing.T, metric, company string) func(w *sim.World) float64 {
	i, ok := sim.FindMetric(metric)
	id, _ := quartet().Find(sim.OfCompany, company)
	if !ok || id == 0 {
		t.Fatal(metric, company)
	}
	return func(w *sim.World) float64 { return sim.Metrics()[i].Read(w, id) }
}

// Each outcome of a metric against the list of its weeks.
func TestOutcomesOfMetrics(t *testing.T) {
	s := Study{Runs: 3, Seed: 8, Keep: true, Outcomes: []Outcome{AtEnd("cash", "lumen"), AtWeek(0, "cash", "lumen"), AtWeek(5, "cash", "lumen"),
		AtWeek(1000, "cash", "lumen"), MeanOf("cash", "lumen"), MeanFrom(20, "cash", "lumen"), MeanOf("revenue", "lumen"), MeanFrom(9, "revenue", "lumen"),
		FirstWeek(0.1, "revenue", "lumen"), FirstWeek(1e9, "cash", "lumen").Named("never"), AtEnd("cash"), AtEnd("cash", "falcon", "lumen"), AtEnd("h100_rental_price"),
		Final("date", "days", func(w *sim.World) float64 { return float64(w.Date()) })}}
	r := compared(t, s)
	g := session.New(quartet())
	for pair := range s.Runs {
		seed := uint64(0)
		g.Reset(1)
		seed = seedOf(8, pair)
		cash := weekly(t, g, seed, metricOf(t, "cash", "lumen"))
		sales := weekly(t, g, seed, metricOf(t, "revenue", "lumen"))
		weeks := len(cash) - 1
		for name, want := range map[string]float64{
			"lumen.cash": cash[weeks], "lumen.cash@0": cash[0], "lumen.cash@5": cash[5], "lumen.cash@1000": cash[weeks],
			"lumen.cash:mean": mean(cash[1:]), "lumen.cash:mean_from_20": mean(cash[20:]),
			"lumen.revenue:mean": sales[weeks] / float64(weeks), "lumen.revenue:mean_from_9": (sales[weeks] - sales[8]) / float64(weeks-8),
			"lumen.revenue:first_week": float64(slices.IndexFunc(sales, func(v float64) bool { return v >= 0.1 })),
			"never":                    float64(weeks + 1), "date": float64(quartet().End()),
		} {
			if got := r.Values("", name)[pair]; got < want-1e-9 || got > want+1e-9 {
				t.Errorf("pair %d: %s is %v, not %v", pair, name, got, want)
			}
		}
		if sum := r.Values("", "falcon+lumen.cash")[pair]; sum <= cash[weeks] || sum >= r.Values("", "all.cash")[pair] {
			t.Errorf("sums: %v", sum)
		}
	}
	if r.Values("", "world.h100_rental_price") == nil || r.Numbers[8].Unit != "weeks" {
		t.Error(r.Numbers)
	}
}

func mean(list []float64) (sum float64) {
	for _, v := range list {
		sum += v
	}
	return sum / float64(len(list))
}

// Weeks ends all runs early.
func TestStudyOfSomeWeeks(t *testing.T) {
	r := compared(t, Study{Runs: 2, Seed: 8, Weeks: 5, Keep: true, Outcomes: []Outcome{AtEnd("cash"), AtWeek(5, "cash"), FirstWeek(1e9, "cash")}})
	if r.Values("", "all.cash")[1] != r.Values("", "all.cash@5")[1] || r.Median("", "all.cash:first_week") != 6 {
		t.Error(r.values)
	}
}

// What happened and what was ordered, counted anew for each run.
func TestOutcomesOfEventsAndOrders(t *testing.T) {
	r := compared(t, Study{Runs: 6, Seed: 2, Workers: 1, Keep: true, Outcomes: []Outcome{
		Happened("chips", "chips", func(w *sim.World, e sim.Event) float64 {
			if e.Kind == sim.EventChipsDelivered {
				return float64(e.Qty)
			}
			return 0
		}),
		Ordered("orders", "orders", func(*sim.World, sim.Order) float64 { return 1 })}})
	g := session.New(quartet())
	for pair := range 6 {
		chips, orders := 0.0, 0
		weekly(t, g, seedOf(2, pair), func(w *sim.World) float64 {
			for _, e := range w.Events() {
				if e.Kind == sim.EventChipsDelivered {
					chips += float64(e.Qty)
				}
			}
			if w.Head().Tick > 0 {
				orders += len(g.Orders())
			}
			return 0
		})
		if r.Values("", "chips")[pair] != chips || r.Values("", "orders")[pair] != float64(orders) || chips == 0 || orders == 0 {
			t.Errorf("pair %d: %v chips and %v orders, not %v and %v", pair, r.Values("", "chips")[pair], r.Values("", "orders")[pair], chips, orders)
		}
	}
}

// Vitals have names of their own, and what they add up to fits together.
func TestVitals(t *testing.T) {
	r := compared(t, Study{Runs: 2, Seed: 1, Keep: true, Outcomes: []Outcome{VitalOutcome(quartet()), AtEnd("revenue").Named("x"), MeanOf("list_price", "hammer").Named("y")}})
	for _, name := range []string{"lumen.compute_owned", "all.compute_owned:mean", "all.compute_owned:concentration", "lumen.compute_running:mean", "lumen.power_energised",
		"lumen.cash", "all.cash:concentration_mean", "all.revenue", "lumen.best_model_eci", "hammer.list_price:mean", "world.h100_rental_price", "lumen.price", "orders.order_chips"} {
		if r.Values("", name) == nil {
			t.Errorf("no outcome is called %s", name)
		}
	}
	shares := 0.0
	for _, n := range r.Numbers {
		v := r.Values("", n.Name)[1]
		if strings.HasPrefix(n.Name, "orders.") {
			shares += v
		}
		if n.Unit == "share" && (v < 0 || v > 1) {
			t.Errorf("%s is %v", n.Name, v)
		}
	}
	if shares < 1-1e-12 || shares > 1+1e-12 {
		t.Errorf("the shares of the kinds of order add up to %v", shares)
	}
	if r.Median("", "all.revenue") != r.Median("", "x") || r.Median("", "hammer.list_price:mean") != r.Median("", "y") {
		t.Error("a vital differs from the outcome of its metric")
	}
	if got := concentration([]float64{1, 1, -5, 2}); got != 6.0/16 || concentration([]float64{0, -1}) != 0 {
		t.Error(got)
	}
}

package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// ordersOf plays seeds of a setup and hands on each order of a company.
func ordersOf(t *testing.T, in sim.Setup, company string, seeds int, see func(o sim.Order)) {
	t.Helper()
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	id, _ := sc.Find(sim.OfCompany, company)
	s := session.New(sc)
	for seed := range uint64(seeds) {
		for s.Reset(seed); !s.World.Over(); {
			s.Advance(nil)
			for _, o := range s.Orders() {
				if o.By == sim.CompanyID(id) {
					see(o)
				}
			}
		}
	}
}

// leads changes a company of octet.
func leads(t *testing.T, company string, change func(c *sim.CompanySetup)) sim.Setup {
	t.Helper()
	in := octet(t)
	for i := range in.Companies {
		if in.Companies[i].ID == company {
			change(&in.Companies[i])
		}
	}
	return in
}

// TestWhoOpensAndWhoDoesNot: weights are opened by those who lean to it.
func TestWhoOpensAndWhoDoesNot(t *testing.T) {
	opened := func(lean float64) (n int) {
		in := leads(t, "cairn", func(c *sim.CompanySetup) { c.Models.Open = sim.Exactly(lean) })
		ordersOf(t, in, "cairn", 10, func(o sim.Order) {
			if o.Kind == sim.OrderRelease && o.Mode == uint8(sim.ReleaseOpen) {
				n++
			}
		})
		return n
	}
	if shut, open := opened(0), opened(9); shut != 0 || open < 10 {
		t.Errorf("%d open releases without a leaning to them, %d with it", shut, open)
	}
}

// TestWhoGamesBoards: who is bold, behind and does not look ahead, and nobody else.
func TestWhoGamesBoards(t *testing.T) {
	gamed := func(company string, risk, patience float64) (n int) {
		in := leads(t, company, func(c *sim.CompanySetup) {
			c.Temperament.Risk, c.Temperament.Patience = sim.Exactly(risk), sim.Exactly(patience)
		})
		ordersOf(t, in, company, 10, func(o sim.Order) {
			if o.Kind == sim.OrderEnterBenchmark && o.Mode != uint8(sim.EntryShipped) {
				n++
			}
		})
		return n
	}
	if n := gamed("falcon", 10, 2); n < 5 {
		t.Errorf("the bold one who is behind games %d times in ten games", n)
	}
	for _, c := range []struct {
		company        string
		risk, patience float64
	}{{"falcon", 3, 2}, {"falcon", 10, 9}} {
		if n := gamed(c.company, c.risk, c.patience); n > 0 {
			t.Errorf("%s with risk %v and patience %v games %d times", c.company, c.risk, c.patience, n)
		}
	}
}

// TestRunsFollowTheData: where data runs out sooner, runs are smaller.
func TestRunsFollowTheData(t *testing.T) {
	mean := func(wall float64) float64 {
		in, n, sum := octet(t), 0.0, 0.0
		in.Models.DataWall, in.Models.Scale = sim.Exactly(wall), sim.Exactly(3)
		ordersOf(t, in, "falcon", 10, func(o sim.Order) {
			if o.Kind == sim.OrderStartRun {
				n++
				sum += float64(o.Qty)
			}
		})
		return sum / max(n, 1)
	}
	if much, little := mean(100_000), mean(5); little > 0.8*much {
		t.Errorf("runs of %.0f where data abounds, of %.0f where it does not", much, little)
	}
}

// TestDisappointment: the bold go on with what disappointed, the others give it up.
func TestDisappointment(t *testing.T) {
	steered := func(risk float64) (extended, shelved int) {
		in := leads(t, "lumen", func(c *sim.CompanySetup) { c.Temperament.Risk = sim.Exactly(risk) })
		ordersOf(t, in, "lumen", 60, func(o sim.Order) {
			switch {
			case o.Kind == sim.OrderSteerRun && o.Mode == sim.SteerExtend:
				extended++
			case o.Kind == sim.OrderSteerRun && o.Mode == sim.SteerShelve:
				shelved++
			}
		})
		return extended, shelved
	}
	if extended, _ := steered(9); extended == 0 {
		t.Error("the bold never go on")
	}
	if extended, shelved := steered(3); extended > 0 || shelved == 0 {
		t.Errorf("the careful go on %d times and shelve %d times", extended, shelved)
	}
}

package experiment_test

import (
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/policy"
	"entangle/sim/scenario"
)

// starBuyers is octet with three labs behind the best that have money, or have none,
// few customers and no investors.
func starBuyers(t *testing.T, rich bool, off string) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, "octet")
	if err != nil {
		t.Fatal(err)
	}
	in := pack.Setup
	in.Companies = append([]sim.CompanySetup(nil), in.Companies...)
	for i := range in.Companies {
		switch c := &in.Companies[i]; c.ID {
		case "cairn", "falcon", "sable":
			c.Quality, c.Cash, c.Temperament.Pay = sim.Exactly(137), sim.Exactly(15e9), sim.Exactly(8)
			if !rich {
				c.Cash = sim.Exactly(60e6)
			}
		}
	}
	if !rich {
		in.Segments = append([]sim.SegmentSetup(nil), in.Segments...)
		for i := range in.Segments {
			in.Segments[i].Potential = sim.Exactly(4e6)
		}
		in.Switches.Rounds, in.Switches.Debt = sim.Off, sim.Off
	}
	if off != "" {
		sc, err := experiment.Without(in, off)
		if err != nil {
			t.Fatal(err)
		}
		return sc
	}
	sc, problems := sim.Compile(in)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return sc
}

// TestOctetStarPay has three rich labs behind the best want the same few people: the
// pay that the market gives them at least triples within a year, and with poor labs it
// hardly moves.
func TestOctetStarPay(t *testing.T) {
	if long(t) {
		return
	}
	for _, off := range []string{"", "stars"} {
		r := compare(t, 52, starBuyers(t, false, off), experiment.Arm{Name: "rich", Scenario: starBuyers(t, true, off)},
			experiment.AtWeek(1, "star_pay").Named("before"), experiment.AtEnd("star_pay").Named("after"))
		times := r.Derive("rich", "pay after a year over that of the first week, three rich buyers", "", func(_, other experiment.Look) float64 {
			return other("after") / other("before")
		})
		shown(t, off, []statement{{"star pay at least triples", times, 3, false}})
		poor := r.Derive("rich", "the same with poor buyers", "", func(base, _ experiment.Look) float64 { return base("after") / base("before") })
		t.Logf("%-10s %s", off, poor)
		if !poor.Below(1.5) {
			t.Errorf("with %q off and poor buyers star pay moves: %s", off, poor)
		}
	}
}

// TestOctetRetains has the leading lab never answer to a threat or an offer: more of
// its people leave than where it does.
func TestOctetRetains(t *testing.T) {
	if long(t) {
		return
	}
	lost := experiment.Happened("lost", "people", func(w *sim.World, e sim.Event) float64 {
		of := e.Peer
		switch e.Kind {
		case sim.EventStarLeft:
			of = e.By
		case sim.EventStarJoined, sim.EventTeamLifted, sim.EventStarReturns:
		default:
			return 0
		}
		if w.Scenario().Name(sim.Ref{Of: sim.OfCompany, ID: int32(of)}) != "lumen" {
			return 0
		}
		return 1
	})
	for _, off := range []string{"", "stars"} {
		r := compare(t, 78, octet(t, off), experiment.Arm{Name: "proud",
			Player: experiment.Led("lumen", func() policy.Policy { return without{sim.OrderRetain} })}, lost)
		shown(t, off, []statement{{"who never retains loses more", r.Effect("proud", "lost"), 0, false}})
	}
}

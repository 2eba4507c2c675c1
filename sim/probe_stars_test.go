package sim_test

import (
	"fmt"
	"os"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

func TestProbeStars(t *testing.T) {
	if os.Getenv("PROBE") == "" {
		t.Skip()
	}
	in := octet(t)
	if os.Getenv("RICH") != "" {
		for i := range in.Companies {
			switch in.Companies[i].ID {
			case "cairn", "falcon", "sable":
				in.Companies[i].Cash = sim.Exactly(20e9)
				in.Companies[i].Quality = sim.Exactly(136e0)
			}
		}
	}
	if os.Getenv("POOR") != "" {
		for i := range in.Companies {
			switch in.Companies[i].ID {
			case "cairn", "falcon", "sable", "lumen":
				in.Companies[i].Policies.CashFloor = sim.Exactly(1e12)
			}
		}
	}
	sc := compile(t, in)
	s := session.New(sc)
	for seed := uint64(1); seed < 4; seed++ {
		s.Reset(seed)
		counts := map[string]int{}
		for !s.World.Over() {
			s.Advance(nil)
			for _, e := range s.World.Events() {
				n := e.Kind.Spec().Name
				if e.Kind >= sim.EventStarCourted && e.Kind <= sim.EventPledgeBroken {
					counts[n]++
					if seed == 1 {
						fmt.Println(s.World.Head().Tick, n, sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(e.By)}), sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(e.Peer)}), sc.Name(e.Ref), e.Qty, e.Amount/1e5, "level", int(s.World.StarMarket().Level/1e5))
					}
				}
			}
			if err := s.World.Audit(); err != nil {
				t.Fatal(err)
			}
			if s.World.Head().Tick%26 == 0 {
				fmt.Print("seed ", seed, " week ", s.World.Head().Tick, " level ", int(s.World.StarMarket().Level/1e5), " ")
				for c := 1; c <= sc.Companies(); c++ {
					r := s.World.Roster(sim.CompanyID(c))
					fmt.Printf("%s %d/%d g%.2f ", sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c)}), r.Stars, int(r.Bill*52/1e6), r.Grudge)
				}
				fmt.Println()
			}
		}
		fmt.Println(counts)
	}
}

package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// TestPipelineIsTheView: what is gathered once, and what is reckoned for a day alone, say
// the same as what is walked each time, of every site and company, near and far.
func TestPipelineIsTheView(t *testing.T) {
	s := session.New(compile(t, octet(t)))
	var pipe sim.Pipeline
	some := 0
	for s.Reset(3); !s.World.Over(); s.Advance(nil) {
		for c := sim.CompanyID(1); int(c) <= s.World.Scenario().Companies(); c++ {
			v := s.World.View(c)
			pipe.Gather(v)
			for site := sim.SiteID(1); int(site) <= s.World.Scenario().Sites(); site++ {
				for _, weeks := range []int{0, 9, 62, 364} {
					by, plan := v.Date().AddWeeks(weeks), sim.SitePlan{}
					pipe.Plan(site, by, &plan)
					if want := v.SitePlan(site, by); plan != want || pipe.Live(site, by) != want.Live && want != (sim.SitePlan{}) {
						t.Fatalf("company %d, site %d, %d weeks ahead: %+v, live %d, want %+v", c, site, weeks, plan, pipe.Live(site, by), want)
					} else if due := v.PowerDue(site, by); want != (sim.SitePlan{}) && due != want.Live-s.World.Site(site).Energised || want == (sim.SitePlan{}) && due != 0 {
						t.Fatalf("company %d, site %d, %d weeks ahead: %d kW are due beside %d, the plan is %+v", c, site, weeks, due, s.World.Site(site).Energised, want)
					}
				}
				day := pipe.NextPower(site)
				if want := v.NextPower(site); day != want {
					t.Fatalf("company %d, site %d: next power on %d, want %d", c, site, day, want)
				}
				if day != 0 {
					some++
				}
			}
		}
	}
	if some == 0 {
		t.Error("nothing was ever announced")
	}
}

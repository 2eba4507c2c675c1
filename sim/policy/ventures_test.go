package policy_test

import (
	"testing"

	"entangle/sim"
)

// decisions counts what is decided on the device over some runs of a changed octet,
// by kind of decision.
func decisions(t *testing.T, change func(s *sim.Setup, maker *sim.CompanySetup)) (n [5]int) {
	t.Helper()
	given(t, func(s *sim.Setup) {
		s.Companies = append([]sim.CompanySetup(nil), s.Companies...)
		for i := range s.Companies {
			if s.Companies[i].ID == "lumen" {
				change(s, &s.Companies[i])
			}
		}
	}, 24, func(_ *sim.World, by string, o sim.Order) {
		if o.Kind == sim.OrderGateProgramme && by == "lumen" {
			n[o.Mode]++
		}
	})
	return n
}

// TestDecisionsFollowTheState: the bold show what they have, the patient try another form; who
// has no money begins nothing, nor does anybody where customers are few or chances
// poor.
func TestDecisionsFollowTheState(t *testing.T) {
	leaning := func(risk, patience float64) [5]int {
		return decisions(t, func(_ *sim.Setup, c *sim.CompanySetup) {
			c.Temperament.Risk, c.Temperament.Patience = sim.Exactly(risk), sim.Exactly(patience)
		})
	}
	bold, cautious, patient := leaning(10, 3), leaning(2, 3), leaning(8, 8)
	figure := func(set func(p *sim.ProgramSetup)) [5]int {
		return decisions(t, func(s *sim.Setup, _ *sim.CompanySetup) {
			s.Programs = append([]sim.ProgramSetup(nil), s.Programs...)
			for i := range s.Programs {
				if s.Programs[i].ID == "pebble" {
					set(&s.Programs[i])
				}
			}
		})
	}
	poor := decisions(t, func(s *sim.Setup, c *sim.CompanySetup) { // and finds nobody who gives it any
		c.Cash, s.Switches.Rounds, s.Switches.Debt = sim.Exactly(2e8), sim.Off, sim.Off
	})
	hopeless := figure(func(p *sim.ProgramSetup) { p.Odds = sim.Exactly(5_000) })
	dear := figure(func(p *sim.ProgramSetup) { p.Cost = sim.Exactly(4e9) })
	t.Logf("funds, shows, ships, stops: bold %v, cautious %v, patient %v, poor %v, hopeless %v, dear %v", bold[1:], cautious[1:], patient[1:], poor[1:], hopeless[1:], dear[1:])
	if bold[sim.DecideShow] <= cautious[sim.DecideShow] {
		t.Error("the bold show no more than the cautious")
	}
	if ratio := func(n [5]int) float64 {
		return float64(n[sim.DecideFund]) / float64(max(n[sim.DecideStop]+n[sim.DecideShip], 1))
	}; ratio(patient) <= ratio(bold) {
		t.Error("the patient believe in another form no more than the bold")
	}
	if n := hopeless[sim.DecideFund] + dear[sim.DecideFund]; n > 0 {
		t.Errorf("%d times something hopeless or far too dear is funded", n)
	}
	if poor[sim.DecideFund] >= bold[sim.DecideFund] {
		t.Error("who has no money funds as much")
	}
}

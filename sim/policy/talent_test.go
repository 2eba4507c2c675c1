package policy_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
)

// TestPeopleFollowNeed: who is behind and pays freely offers outsiders more than the
// leader does, those whose places stay empty open offices, and who runs out of money
// hires nobody and lets people go.
func TestPeopleFollowNeed(t *testing.T) {
	pay, growth, gone, offices, rich := map[string]sim.Order{}, map[string]int64{}, map[string]int{}, 0, 0
	see := func(w *sim.World, by string, o sim.Order) {
		switch {
		case o.Kind == sim.OrderSetPolicy && o.Mode == sim.PolicyPay && o.Share > pay[by].Share:
			pay[by] = o
		case o.Kind == sim.OrderSetPolicy && o.Mode == sim.PolicyGrowth:
			growth[by] = min(growth[by], int64(o.Share))
		case o.Kind == sim.OrderLayOff && o.Mode != 1+uint8(sim.TierSoftware):
			gone[by]++
			c := w.Company(o.By)
			for _, e := range w.Events() {
				if (e.Kind == sim.EventRoundClosed || e.Kind == sim.EventLoanTaken) && e.By == o.By {
					c.Cash -= units.USD(e.Amount) // it came later in the week
				}
			}
			if c.Cash > c.Policy.CashFloor+26*(c.Overhead+c.Payroll+c.PowerBill+units.USD(c.Rented/3)) {
				rich++
			}
		case o.Kind == sim.OrderOpenOffice:
			offices++
		}
	}
	given(t, nil, 8, see)
	t.Logf("highest pay: falcon %d, lumen %d, sable %d; %d offices", pay["falcon"].Share, pay["lumen"].Share, pay["sable"].Share, offices)
	if pay["falcon"].Share < 1_500_000 || pay["falcon"].Share <= pay["lumen"].Share || offices == 0 {
		t.Error("need and temperament do not show in what outsiders are offered, or nobody opens an office")
	}
	if rich > 0 {
		t.Errorf("the rich let people go %d times: %v", rich, gone)
	}
	clear(growth)
	clear(gone)
	given(t, func(s *sim.Setup) {
		s.Switches.Rounds = sim.Off // else investors mostly save it
		for i := range s.Companies {
			if c := &s.Companies[i]; c.ID == "cairn" {
				c.Cash, c.Quality = sim.Exactly(400e6), sim.Exactly(115)
			}
		}
	}, 8, see)
	if growth["cairn"] >= 0 || gone["cairn"] < 8 {
		t.Errorf("the poor lab goes as low as %d with growth and lets people go %d times", growth["cairn"], gone["cairn"])
	}
}

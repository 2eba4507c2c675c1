package policy

import "entangle/sim"

const (
	worthPorting = 0.05 // penalty below which use alone will do
	portWeeks    = 26
	likesChoice  = 6 // a wish to hedge from which a second family is worth its price
)

// portSoftware sets engineers to the family on which the company loses most;
// those who like to have a choice also buy a rack of one that would be cheaper
// if only their software ran on it, to port to it.
func portSoftware(m *mind) {
	free := m.Engineers()
	if free == 0 {
		return
	}
	best, worst, waste := sim.FamilyID(0), worthPorting, 0.0
	for left := m.Immature(); left != 0; {
		f := next(&left)
		p := m.Penalty(f)
		if p <= worthPorting || m.Porting(f) > 0 {
			continue
		}
		n := m.TestChips(f)
		if n < smallestOrder/2 && !m.wouldBeCheaper(f) {
			continue
		}
		lost := float64(float64(p*float64(n)) * float64(m.H100eOf(f)))
		if best == 0 || lost > waste || lost == waste && p > worst {
			best, worst, waste = f, p, lost
		}
	}
	if best == 0 {
		return
	}
	crew := part(free, lean(m.Hedge, 0.3, 0.9))
	if crew > 0 && !m.order(&sim.Order{Kind: sim.OrderPortStack, Family: best, Qty: crew, Weeks: portWeeks}) {
		m.tryBlock(best)
	}
}

// wouldBeCheaper tells whether a company that likes to have a choice would buy a
// family if its software were ripe.
func (m *mind) wouldBeCheaper(f sim.FamilyID) bool {
	if m.Hedge < likesChoice || !m.buys(f) {
		return false
	}
	ripe := m.cost(f) / (1 + m.Penalty(f))
	for g := sim.FamilyID(1); int(g) <= m.Families(); g++ {
		if g != f && m.buys(g) && m.cost(g) < ripe {
			return false
		}
	}
	return true
}

// tryBlock buys a rack to test on, where there is power for it.
func (m *mind) tryBlock(f sim.FamilyID) {
	if m.TestChips(f) > 0 || m.Awaits(f) || !m.buys(f) {
		return
	}
	for _, s := range m.sites() {
		if at := m.OwnSite(s); m.ChipsFor(s, f, at.Energised-at.Claimed()) >= smallestOrder {
			m.order(&sim.Order{Kind: sim.OrderChips, Family: f, Site: s, Qty: smallestOrder, Share: max(m.MinPrepaid(f), ppm(0.5))})
			return
		}
	}
}

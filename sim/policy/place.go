package policy

import "entangle/sim"

// placeIdle moves chips that wait for power to an own site that has some.
func placeIdle(m *mind) {
	from, to := m.Sites()
	for s := from; s < to; s++ {
		for f := sim.FamilyID(1); int(f) <= m.Families(); f++ {
			fleet := m.Fleet(s, f)
			idle := min(fleet.Ready-fleet.Running, fleet.Ready-fleet.Let-fleet.Posted)
			if idle < smallestOrder || idle*10 < fleet.Ready {
				continue
			}
			for d := from; d < to; d++ {
				site := m.Site(d)
				fit := min(idle, m.ChipsFor(d, f, site.Energised-m.Claimed(d)))
				if d != s && fit >= smallestOrder &&
					m.order(sim.Order{Kind: sim.OrderPlaceFleet, Family: f, Qty: int64(fit), Site: s, Dest: d}) {
					return // one move at a time: the next look sees what came of it
				}
			}
		}
	}
}

package policy

import "entangle/sim"

// placeIdle moves chips that wait for power to an own site that has some.
func placeIdle(m *mind) {
	from, to := m.Sites()
	for s := from; s < to; s++ {
		for at := m.FirstBlock(s); at != 0; at = m.NextBlock(at) {
			b := m.Block(at)
			f, idle := b.Family, min(b.Ready-b.Running, b.Ready-b.Let-b.Posted)
			if idle < smallestOrder || idle*10 < b.Ready {
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

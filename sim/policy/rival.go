package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// Shares of its customers that a rival serves, from which he is thought to have room
// for more, and below which he is thought to have none.
const (
	hasRoom = 0.95
	hasNone = 0.80
)

// dare is by how much a price goes up when customers are turned away: half as much
// again while those whose model is ranked before or after one's own turn theirs away
// too, half of it while they could take them in. Where the estimate of it could be
// wrong on either side, the leadership first has people find out.
func (m *mind) dare(jump units.PPM) units.PPM {
	rival := m.Rival()
	if rival == 0 || !m.Organises() {
		return jump
	}
	share := m.Estimate(servedShare, int32(rival))
	if unsure(share, hasRoom) || unsure(share, hasNone) {
		m.find(rival, sim.SubjectCompute)
	}
	switch {
	case share < hasNone:
		return jump + jump/2
	case share > hasRoom:
		return jump / 2
	}
	return jump
}

// unsure tells whether an estimate may be on the wrong side of a bound.
func unsure(estimate, bound float64) bool {
	return estimate > float64(bound*0.85) && estimate < float64(bound*1.15)
}

// find has people find out about a rival, where that would teach anything.
func (m *mind) find(rival sim.CompanyID, about sim.Subject) {
	if !m.Knows(rival, about) {
		m.order(&sim.Order{Kind: sim.OrderInvestigate, Mode: uint8(about), Peer: rival})
	}
}

// servedShare is the metric of the share of customers that a company serves.
var servedShare, _ = sim.FindMetric("served_share")

package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

const (
	gateReserve = 26 // weeks of a programme's cost that a careful company has at hand to begin it
	lateYears   = 2  // of slips after which the thrifty give up
)

// decideSilicon decides on own-chip programmes: those who hedge or are patient
// begin when they can pay half a year of it, the bold widen while chips are scarce,
// whoever runs out of money shrinks, the thrifty kill what is years late.
func decideSilicon(m *mind) {
	some := false
	for p := sim.ProgramID(1); int(p) <= m.Programs(); p++ {
		row := m.OwnProgram(p)
		some = some || row != nil
		if row != nil && row.Stage < sim.SiliconDone && m.ProgramKind(p) == sim.ChipProgram {
			if mode := m.gate(row); mode != 0 {
				m.order(&sim.Order{Kind: sim.OrderGateSilicon, Mode: mode, Program: p})
			}
		}
	}
	if !some { // nor will it have any
		m.out.Plan.Next[sim.AreaSilicon] = units.LastDate
	}
}

// gate is the decision on a programme, 0 none.
func (m *mind) gate(p *sim.Program) uint8 {
	plan := p.Weekly(1_000_000)
	poor := m.spare() < 13*plan
	switch {
	case p.Stage == sim.SiliconIdle:
		if m.Hedge+m.Patience > 9 && m.spare() > gateReserve*plan {
			return sim.GateFund
		}
		return 0
	case m.Thrift > 7 && p.Expected > p.First.AddWeeks(lateYears*weeksAYear):
		return sim.GateKill
	case poor:
		return sim.GateShrink
	case m.Risk > 6 && m.scarce() && m.spare() > 2*gateReserve*plan:
		return sim.GateWiden
	case !m.scarce() || p.Pace < 1_000_000:
		return sim.GateFund
	}
	return 0
}

// scarce tells whether every family for sale has a long queue.
func (m *mind) scarce() bool {
	for left := m.shopping(); left != 0; {
		if m.LeadOf(next(&left)) < scarceLead {
			return false
		}
	}
	return true
}

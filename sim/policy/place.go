package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// worthMoving is the inverse of the share of a block that is worth moving.
const worthMoving = 20

// placeIdle moves chips that wait for power to an own site that has some now.
// What is ordered for that site may find it taken; but chips that run today pay
// for chips that wait tomorrow.
func placeIdle(m *mind) {
	if m.own.Idle*worthMoving < m.own.Owned {
		return
	}
	m.findPower()
	for _, s := range m.sites() {
		for at := m.FirstBlock(s); at != 0; {
			b := m.OwnBlock(at)
			if idle := idleOf(b); idle >= smallestOrder {
				if m.moveTo(s, b.Family, idle) {
					return // one move at a time: the next look sees what came of it
				}
				m.sellIdle(s, b, idle)
			}
			at = b.Next
		}
	}
}

// idleOf is how many chips of a block wait for power and are nobody else's, 0 if it is too
// small a part of it.
func idleOf(b *sim.Fleet) units.Chips {
	if idle := min(b.Ready-b.Running, b.Ready-b.Let-b.Posted); idle*worthMoving >= b.Ready {
		return idle
	}
	return 0
}

// findPower lists the sites with power that no chips stand there for, which mostly are none.
func (m *mind) findPower() {
	list, n := m.dark[:0], 0
	for _, d := range m.sites() {
		at, free := m.OwnSite(d), 0 // or 1, without a branch: nobody could guess
		if at.Energised > at.Standing {
			free = 1
		}
		list = append(list[:n], d)
		n += free
	}
	m.dark = list[:n]
}

// moveTo moves idle chips from a site to the first other that has power for a rack of them.
func (m *mind) moveTo(s sim.SiteID, f sim.FamilyID, idle units.Chips) bool {
	for _, d := range m.dark {
		if d == s {
			continue
		}
		at := m.OwnSite(d)
		if fit := min(idle, m.ChipsFor(d, f, at.Energised-at.Standing)); fit >= smallestOrder &&
			m.order(&sim.Order{Kind: sim.OrderPlaceFleet, Family: f, Qty: int64(fit), Site: s, Dest: d}) {
			return true
		}
	}
	return false
}

// patient is for how long chips may wait for power: until what they lose of their
// value by lying about, and what money in hand is worth to those who lead, is as much
// as brokers keep.
func (m *mind) patient() units.Date {
	weeks := brokersKeep / (m.AgesIdle() + impatience/(1+m.Patience))
	return units.Date(7 * rounded(weeks, 0, mostPatient))
}

const (
	brokersKeep = 0.36 // brokers pay seven tenths of what chips are worth to their user; as a log
	impatience  = 0.06 // a week, of those without any patience. By choice
	mostPatient = 104  // weeks
)

// agedBy is by how much a chip must do less with a watt than the best on sale to be of a
// generation that is no more modern. By choice: from the H100 to the GB200 it was 1.7,
// between rivals of a generation no more than 1.35 (data sheets).
const agedBy = 1.5

// dated tells whether chips are of a generation that is no more modern: whoever waits for
// power fills it with better ones when it comes.
func (m *mind) dated(f sim.FamilyID) bool {
	for left := m.shopping(); left != 0; {
		if g := next(&left); float64(int64(m.H100eOf(g))*m.WattsOf(f)) > float64(agedBy*float64(int64(m.H100eOf(f))*m.WattsOf(g))) {
			return true
		}
	}
	return false
}

// short tells whether the company rents compute, or is going to: it will need what it has.
func (m *mind) short() bool { return m.own.Rented > 0 || m.own.Awaited > 0 || m.Booked() > 0 }

// sellIdle sells chips of others' design and an older generation for which no power is
// announced in time, the impatient sooner, unless the company rents, brokers pay too little
// for them, or tenants have booked them.
func (m *mind) sellIdle(s sim.SiteID, b *sim.Fleet, idle units.Chips) {
	if m.Designs(b.Family) || m.short() || !m.dated(b.Family) {
		return
	}
	left := idle
	if booked, _ := m.promisedAway(); booked > 0 {
		if left -= units.Chips(booked / m.H100eOf(b.Family)); left < smallestOrder {
			return
		}
	}
	if power := m.announced().Live(s, m.Date()+m.patient()) - m.OwnSite(s).Standing; power > 0 {
		left -= m.ChipsFor(s, b.Family, power)
	}
	if left < smallestOrder || left*worthMoving < b.Ready {
		return
	}
	least := part(int64(m.ListOf(b.Family))*int64(max(left, 0)), lean(m.Patience, 0.2, 0.5))
	if int64(m.Resale(s, b.Family, left)) >= least {
		m.order(&sim.Order{Kind: sim.OrderPlaceFleet, Family: b.Family, Qty: int64(left), Site: s})
	}
}

package policy

import (
	"math"

	"entangle/sim"
	"entangle/sim/units"
)

// setPolicies keeps the standing policies in step with where the company stands:
// a cash floor in weeks of fixed costs, and a jump of the price where the weekly
// rule is too slow.
func setPolicies(m *mind) {
	floor := units.USD(rounded(lean(m.Thrift, 4, 26), 0, 52)) * (m.own.Overhead + m.own.Payroll)
	if far(int64(floor), int64(m.own.Policy.CashFloor)) {
		m.sure(&sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyCashFloor, Qty: int64(floor)})
	}
	if m.HasSpot() {
		m.setSpot()
	}
	m.setCover()
	if m.own.Offers > 0 && m.own.Wanted > 0 {
		m.jumpPrice()
		m.setMatching()
		m.takeModels()
		if m.serves() {
			m.keepRentals()
		}
	}
}

// setCover has procurement buy for the power due where the leadership is patient
// and careful: it then buys one family, at the least deposit, and no more than
// the power will run. Where the queue is long that would wait longest, and a
// landlord without tenants wants no more: then it rests.
func (m *mind) setCover() {
	from, to := m.Sites()
	if m.Patience < 7 || m.Risk > 6 || from == to {
		return
	}
	best := m.cheapest()
	if best == 0 {
		return
	}
	cover := ppm(lean(m.Risk, 0.7, 1))
	if m.unlet() || m.LeadOf(best) > scarceLead {
		cover = 0
	}
	if (cover == 0) != (m.own.Policy.Cover == 0) {
		m.setShare(sim.PolicyCover, cover)
	}
	if best != m.own.Policy.Family && (m.own.Policy.Family == 0 || float64(m.cost(best)*worthSwitching) < m.cost(m.own.Policy.Family)) {
		m.sure(&sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyFamily, Family: best})
	}
}

// worthSwitching is by how much another family must be cheaper before procurement
// is told to prefer it.
const worthSwitching = 1.15

// cheapest is the family for sale with the cheapest compute, waiting and immature
// software included, 0 none.
func (m *mind) cheapest() sim.FamilyID {
	if m.compared {
		return m.best
	}
	m.compared = true
	m.shopping()
	for left := m.onList &^ m.reckoned; left != 0; {
		m.reckonCost(next(&left))
	}
	best, least := sim.FamilyID(0), uint64(math.MaxUint64) // as bits, positive numbers are in the same order, and need no branch
	for left := m.onList; left != 0; {
		f := next(&left)
		cost := math.Float64bits(m.costs[f])
		if cost < least {
			best = f
		}
		least = min(least, cost)
	}
	m.best = best
	return best
}

// far tells whether two amounts differ by more than a tenth.
func far(a, b int64) bool { return max(a*10-b*11, b*10-a*11) > 0 }

// jumpPrice raises the price at once when a third of the customers go away, and
// cuts it when half of the room is empty. The bold jump further; nobody does beyond what
// the customers of all segments think right.
func (m *mind) jumpPrice() {
	room, jump := m.room(), ppm(lean(m.Risk, 0.04, 0.12))
	if m.own.Served*3 < m.own.Wanted*2 {
		jump = m.dare(jump)
	}
	change := units.Price(jump.Of(int64(m.own.Price)))
	switch {
	case m.own.Served*3 < m.own.Wanted*2 && m.Bears(jump):
	case m.own.Served*2 < room:
		change = -change
	default:
		return
	}
	m.sure(&sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyPrice, Price: m.own.Price + change})
}

// setShare sets a standing policy that is a share. All areas set some, so it is not copied
// into each: see rounded.
//
//go:noinline
func (m *mind) setShare(mode uint8, share units.PPM) {
	m.sure(&sim.Order{Kind: sim.OrderSetPolicy, Mode: mode, Share: share})
}

// setPrice sets one that is a price.
//
//go:noinline
func (m *mind) setPrice(mode uint8, price units.Price) {
	m.sure(&sim.Order{Kind: sim.OrderSetPolicy, Mode: mode, Price: price})
}

// keepRentals renews what is rented while customers wait, and lets it lapse
// while a third of the room is empty.
func (m *mind) keepRentals() {
	renew := m.own.Policy.Renew
	switch {
	case m.tight && float64(m.own.Wanted) < float64(tightServes*float64(m.room()+m.own.Research)):
		renew = 0 // research has to do with less
	case m.own.Wanted > m.room():
		renew = units.One
	case m.own.Wanted*3 < m.room()*2:
		renew = 0
	}
	if renew != m.own.Policy.Renew {
		m.setShare(sim.PolicyRenew, renew)
	}
}

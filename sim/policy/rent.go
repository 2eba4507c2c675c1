package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// rentMore bids for capacity when customers are turned away and serving them
// pays, and for some room to grow into while capacity is cheap: cheapest offers
// first, no more from one landlord than the company's wish not to depend on him
// allows.
func rentMore(m *mind) {
	if m.own.Offers == 0 { // nor will it have customers soon
		m.out.Plan.Next[sim.AreaRent] = m.Date() + units.Date(7*3*m.weeks)
	}
	if !m.serves() || !m.CanSign() {
		return
	}
	if len(m.Board()) == 0 {
		if m.own.Wanted > m.room() {
			m.out.Plan.Next[sim.AreaRent] = m.Date() + 14 // whoever is first to see an offer has it
		}
		return
	}
	most := m.ceiling()
	short, later, board := m.own.Wanted-m.room(), units.H100e(0), m.Board()
	if !m.tight {
		if later = m.growth() - m.Booked(); board[0].Floor < most {
			short += m.studies(board[0].Floor, m.cheapRoom(board[0].Floor, most))
		}
	}
	if max(short, later)*smallestPart < m.own.Wanted {
		return
	}
	if later > 0 {
		if later -= m.bookedSoon(); max(short, later)*smallestPart < m.own.Wanted {
			return
		}
	}
	each, away, term := part(max(short, later), lean(m.Hedge, 1, 0.4)), m.turnedAway(), m.term()
	m.urgent(away && m.soonGone(short))
	m.bidForOffers(&renting{short, later, each, most, term, away})
	m.urgent(false)
}

// renting is what a company wants to rent: how much for now and for later, how much of one
// landlord, at which rent at most, and for how many weeks; away is whether it turns
// customers away.
type renting struct {
	short, later, each units.H100e
	most               units.Price
	term               int32
	away               bool
}

// bidForOffers bids for the cheapest offers of those that serve.
func (m *mind) bidForOffers(r *renting) {
	board := m.Board()
	for i := range min(len(board), widest) {
		l, lack := &board[i], &r.short
		if l.Floor > r.most {
			return // and all that follow are dearer
		}
		if l.Landlord == m.Who() || l.Exclude.Has(m.Who()) {
			continue
		}
		if l.From != 0 {
			lack = &r.later
		}
		if *lack <= 0 || l.From == 0 && !r.away && m.spotIsBetter(l.Floor, r.term, *lack) {
			continue
		}
		hour, top := m.H100eOf(l.Family), m.useful(l.Family, r.most)
		if l.Floor > top {
			continue
		}
		n := min(l.Chips, units.Chips(int64(min(*lack, r.each))/int64(hour)))
		if min(int64(n-smallestOrder), int64(units.H100e(n)*hour*smallestPart-m.room())) < 0 {
			continue
		}
		if m.offers() {
			return // the own come first
		}
		bid := m.bid(i, top)
		if m.PaysRent(bid, units.H100e(n)*hour) && m.sure(&sim.Order{Kind: sim.OrderRent, Peer: l.Landlord, Family: l.Family, Site: l.Site, Qty: int64(n), Price: bid, Weeks: r.term}) {
			*lack -= units.H100e(n) * hour
		}
	}
}

// bid is what an offer is worth paying: the bold go up to what the hour is worth to
// them, but nobody far above the next offer, which he can have instead.
func (m *mind) bid(i int, top units.Price) units.Price {
	board := m.Board()
	l := &board[i]
	bid := l.Floor + part(top-l.Floor, lean(m.Risk, 0.5, 1))
	for at := i + 1; at < len(board); at++ {
		next := &board[at]
		if next.Landlord != m.Who() && next.Family == l.Family && (next.From == 0) == (l.From == 0) && !next.Exclude.Has(m.Who()) {
			return min(bid, next.Floor+next.Floor/overNext)
		}
	}
	return bid
}

// overNext is the inverse of the part by which a bid goes over the next offer, not
// to come away with nothing.
const overNext = 20

// useful is what an H100e-hour of a family is worth where a useful one is worth
// most: immature software wastes the rest.
func (m *mind) useful(f sim.FamilyID, most units.Price) units.Price {
	if p := m.Penalty(f); p > 0 {
		return units.Price(rounded(float64(most)/(1+p), 0, 1<<53))
	}
	return most
}

// cheapRoom is how much more room pays while a rent is below what an hour may
// cost: with lower prices it will fill. The bold take more of it; nobody takes
// more than half of what he has in one go.
func (m *mind) cheapRoom(rent, most units.Price) units.H100e {
	gain := float64(most)/float64(max(rent, 1)) - 1
	return part(m.own.Wanted, min(float64(lean(m.Risk, 0.1, 0.4)*gain), 0.5))
}

// studies is how much more compute for research pays at a rent: who rents what it needs
// turns money that would lie idle into models, the bold faster. Who builds buys chips for it.
// It is no less than what pays anyway: only for more is the money looked at.
func (m *mind) studies(rent units.Price, anyway units.H100e) units.H100e {
	if 2*m.own.Own > m.needed() {
		return anyway
	}
	more := part(m.own.Research, lean(m.Risk, 0.1, 0.5))
	if more <= anyway {
		return anyway
	}
	money := m.affords(m.Date(), 1)
	if money <= 0 {
		return anyway
	}
	return max(anyway, min(paysFor(money, rent), more))
}

// growth is what the company expects its customers to ask for in half a year
// beyond what it has: the bold expect more.
func (m *mind) growth() units.H100e {
	return max(0, part(m.own.Wanted, lean(m.Risk, 1, 1.5))-m.room())
}

// smallestPart is the inverse of the part of a company's room below which a
// rental is not worth a contract.
const smallestPart = 12

// widest is how many offers a strategy looks at.
const widest = 6

// ceiling is the most an H100e-hour may cost: a share of what customers pay for
// it, the rest being what the model and its makers cost.
func (m *mind) ceiling() units.Price {
	return part(m.own.Price, lean(m.Risk, 0.55, 0.85))
}

// term is how long the company binds itself: the patient longer.
func (m *mind) term() int32 {
	weeks := int32(rounded(lean(m.Patience, 13, 78), 4, 520))
	if m.lasts() < yearLeft {
		weeks = min(weeks, tightTerm)
	}
	return min(weeks, m.MaxTerm())
}

package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// setSpot keeps the policies of the spot market: how much to pay when customers
// wait, which comes first as attention may not last, and what to offer of spare
// compute and from which price. The thrifty ask for
// more.
func (m *mind) setSpot() {
	if top := m.ceiling(); m.own.Offers > 0 && far(int64(top), int64(m.own.Policy.SpotCeiling)) {
		m.setPrice(sim.PolicySpotCeiling, top)
	}
	split, reserve := units.PPM(0), units.Price(0)
	if m.own.Own > m.own.Let {
		split = ppm(lean(m.Risk, 1, 0.6))
		reserve = m.reserve()
	}
	if split != m.own.Policy.Split {
		m.setShare(sim.PolicySplit, split)
	}
	if reserve > 0 && far(int64(reserve), int64(m.own.Policy.Reserve)) {
		m.setPrice(sim.PolicySpotReserve, reserve)
	}
}

// reserve is where spare compute begins to be sold: about what the chips cost over
// their service, for who sells below it teaches tenants to wait for the spot.
func (m *mind) reserve() units.Price {
	s, f := m.FirstFleet()
	if s == 0 {
		return 0
	}
	return max(1, part(m.hourly(s, f), lean(m.Thrift, 0.8, 1.2)))
}

// spotIsBetter tells whether buying by the week is expected to cost less than a
// contract at a rent: contracts carry four per cent a year of term against what
// falls in price, the spot half of its swings against what rises
// (economics.md 4). Those who hedge fear the swings more. Who lacks more than half of what
// is offered there in a week would raise its price against himself.
func (m *mind) spotIsBetter(rent units.Price, weeks int32, lack units.H100e) bool {
	s := m.Spot()
	if s.Volume == 0 || s.Mean == 0 || 2*lack > s.Asked {
		return false
	}
	fixed := float64(float64(rent) * (1 + float64(0.04*float64(weeks))/weeksAYear))
	return fixed > s.Mean+float64(lean(m.Hedge, 0.2, 1.5)*s.Spread)
}

// offerAhead promises what will stand at a site when its next stage is live and is
// not needed at home: the bold promise most of it, months before.
func (m *mind) offerAhead(s sim.SiteID, b *sim.Fleet) bool {
	if m.serves() && m.own.Wanted > m.room() || m.own.Pledged > 0 {
		return false
	}
	day := m.announced().NextPower(s)
	if day <= m.Date()+28 || day > m.Date()+364 {
		return false
	}
	n := part(m.LettableOn(s, b.Family, day), lean(m.Risk, 0.2, 0.9))
	if n < 4*smallestOrder {
		return false
	}
	return m.sure(&sim.Order{Kind: sim.OrderOpenFleet, Site: s, Family: b.Family, Qty: int64(n), Price: m.floor(s, b), When: day})
}

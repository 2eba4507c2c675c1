package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

const (
	weeksAYear   = 52
	hoursAWeek   = 168
	serviceYears = 3 // years over which a chip should pay for itself, at most
)

// buyChips orders chips for the power that is coming, never for power that is
// not: it looks as far ahead as chips take to arrive and be installed, covers a
// share of the power then live, more of it the bolder the company is, and buys
// what earns its price back within the years it is willing to wait.
func buyChips(m *mind) {
	from, to := m.Sites()
	for s := from; s < to; s++ {
		if !m.powerToFill(s) {
			continue
		}
		if f, ok := m.bestFamily(s); ok {
			m.book(s, f, m.chipsWanted(s, f))
		}
	}
}

// worthFilling is the inverse of the share of a site's power that is worth an
// order of its own.
const worthFilling = 16

// powerToFill tells whether a site will have power to spare within the longest
// time that chips take, before anything dearer is asked.
func (m *mind) powerToFill(s sim.SiteID) bool {
	live := m.Site(s).Energised + m.PowerDue(s, m.Date()+longestWait)
	cover := ppm(lean(m.Risk, 0.85, 1.15))
	return units.KW(cover.Of(int64(live)))-m.Claimed(s) > live/worthFilling
}

// longestWait bounds how far ahead power is worth chips.
const longestWait = 7 * weeksAYear

// bestFamily is the one for sale with the least cost per unit of compute over
// its service, waiting included.
func (m *mind) bestFamily(s sim.SiteID) (best sim.FamilyID, ok bool) {
	least := 0.0
	for f := sim.FamilyID(1); int(f) <= m.Families(); f++ {
		k := m.Family(f)
		if !k.ForSale || m.payback(s, f) > lean(m.Patience, 1.2, serviceYears) {
			continue
		}
		wait := 1 + float64(waitWeight*k.Lead)/weeksAYear
		cost := float64(wait*float64(k.List)) / float64(k.H100e)
		if !ok || cost < least {
			best, least, ok = f, cost, true
		}
	}
	return best, ok
}

// waitWeight is what a year of waiting adds to the cost of a chip (economics.md 1).
const waitWeight = 0.35

// payback is how many years a chip needs to earn its price, at today's price of
// compute less the energy it draws.
func (m *mind) payback(s sim.SiteID, f sim.FamilyID) float64 {
	k := m.Family(f)
	earns := units.Rent(m.worth(), k.H100e, hoursAWeek*weeksAYear)
	draws := m.Facility(s, f, 1000)
	costs := units.Energy(m.EnergyPrice(s), draws, hoursAWeek*weeksAYear, units.One) / 1000
	return float64(k.List) / float64(max(earns-costs, 1))
}

// worth is what an H100e-hour brings: the own customers' price, less what it
// takes to win and keep them, where there are any to win, else the rent.
func (m *mind) worth() units.Price {
	rent := m.rentOnMarket()
	if m.own.Quality > 0 && m.own.Wanted > m.room() {
		return max(rent, units.Price(ppm(0.6).Of(int64(m.own.Price))))
	}
	return rent
}

// rentOnMarket is the cheapest public offer, or a customary rent when none is
// out: then capacity is scarce and last week's rent would be a floor.
func (m *mind) rentOnMarket() units.Price {
	if b := m.Board(); len(b) > 0 {
		return b[0].Floor
	}
	return units.Price(max(m.out.Plan.Level[sim.AreaLet], int64(customaryRent)))
}

// customaryRent is what Hopper capacity cost under contract at the start of 2025
// (USD 1.6 to 2.4 per hour).
const customaryRent = units.Price(2_000_000)

// chipsWanted is how many chips of a family a site will lack when they arrive.
func (m *mind) chipsWanted(s sim.SiteID, f sim.FamilyID) units.Chips {
	site := m.Site(s)
	weeks := int64(site.Install) + units.FromFloat(m.Family(f).Lead, 0, weeksAYear)
	live := site.Energised + m.PowerDue(s, m.Date()+min(units.Date(7*weeks), longestWait))
	cover := ppm(lean(m.Risk, 0.85, 1.15))
	gap := units.KW(cover.Of(int64(live))) - m.Claimed(s)
	if gap*worthFilling < live {
		return 0
	}
	return m.ChipsFor(s, f, gap)
}

// book orders up to n chips, as far as the money reaches, with a deposit that
// buys a better place in the queue the less patient the company is.
func (m *mind) book(s sim.SiteID, f sim.FamilyID, n units.Chips) {
	list := m.Family(f).List
	budget := units.USD(ppm(lean(m.Thrift, 0.9, 0.4)).Of(int64(m.spare())))
	n = min(n, units.Chips(int64(budget)/int64(max(list, 1))))
	if n < smallestOrder {
		return
	}
	o := sim.Order{Kind: sim.OrderChips, Family: f, Site: s, Qty: int64(n),
		Share: m.MinPrepaid(f) + ppm(lean(10-m.Patience, 0, 0.4))}
	o.Share = min(o.Share, units.One)
	o.By = m.Who()
	if r := m.Check(o); r.Reason == sim.ReasonNoSlots && r.Have >= smallestOrder {
		o.Qty = r.Have
	}
	if m.order(o) {
		m.own.ToPay += units.USD(units.MulDiv(int64(list), o.Qty, 1)) // the next site sees it spent
	}
}

// smallestOrder is a rack's worth; below it the paperwork costs more.
const smallestOrder = 72

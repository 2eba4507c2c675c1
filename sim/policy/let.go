package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// offerSpare puts running chips on offer that the company does not need for its
// own customers and does not keep on principle, and withdraws offers when it does.
// The floor rises while all is taken and falls while nothing is; it never goes below
// what the chips cost, nor below what the company pays for those it rents.
func offerSpare(m *mind) {
	kept := units.H100e(m.own.Policy.Keep.Of(int64(m.own.Own + m.own.Rented)))
	need := m.own.Wanted + m.own.Loss - max(0, m.own.Rented-kept)
	kept = max(0, kept-m.own.Rented)
	if m.own.Pledged > 0 { // what tenants have booked is not let to others before
		soon, _ := m.pledgedBy(m.Date().AddWeeks(quarterAhead))
		kept += soon
	}
	for _, s := range m.sites() {
		for at := m.FirstBlock(s); at != 0; {
			b := m.OwnBlock(at)
			at = b.Next
			free := max(0, min(b.Running, b.Ready)-b.Let-b.Later)
			if free > 0 {
				free -= m.keep(b, free, &kept, &need)
			}
			m.offer(s, b, free)
		}
	}
}

// keep is how many of the free chips of a block the company keeps, of the compute that it
// keeps on principle and of what its customers need: what is left of both stays there.
func (m *mind) keep(b *sim.Fleet, free units.Chips, kept, need *units.H100e) units.Chips {
	h, keep := m.H100eOf(b.Family), units.Chips(0)
	if *kept > 0 {
		keep = min(free, units.Chips(int64(*kept)/int64(h)))
		*kept -= units.H100e(keep) * h
	}
	if *need > 0 && m.keepsFor(max(b.Floor, m.last())) {
		more := min(free-keep, units.Chips(int64(*need)/int64(h))+1)
		*need -= units.H100e(more) * h
		keep += more
	}
	return keep
}

// quarterAhead is how many weeks ahead chips are kept for those who booked them.
const quarterAhead = 13

// offers tells whether any of the own chips are on offer.
func (m *mind) offers() bool {
	if !m.counted {
		m.counted, m.posts = true, m.OnOffer()
	}
	return m.posts
}

func (m *mind) offer(s sim.SiteID, b *sim.Fleet, n units.Chips) {
	worth := units.H100e(n)*m.H100eOf(b.Family) - m.own.Own/worthOffering // of a new offer
	if b.Posted != 0 {
		worth = 0
	}
	if min(int64(worth), int64(n-smallestOrder)) < 0 { // no jump: which of both nobody could guess
		n = 0
	}
	if n == 0 && b.Posted == 0 && (b.Let == 0 || m.offerAhead(s, b)) || b.From != 0 && n <= b.Posted {
		return
	}
	if n == 0 && b.Posted == 0 {
		m.keepFloor(s, b)
		return
	}
	floor := m.floor(s, b)
	if moved := max(n-b.Posted, b.Posted-n); moved*3 <= n && n > 0 && near(floor, b.Floor) {
		return
	}
	o := &sim.Order{Kind: sim.OrderOpenFleet, Site: s, Family: b.Family, Qty: int64(n), Price: floor}
	if n == 0 {
		o.Price = 0
	}
	if m.sure(o) && n > 0 { // no more than is free
		m.out.Plan.Level[sim.LevelLet] = int64(floor)
		m.hour = 0 // see rentOnMarket
	}
}

// worthOffering is the inverse of the part of its fleet below which a company makes no new
// offer of chips: nobody rents so little of a house of its size. By choice.
const worthOffering = 256

// keepFloor says at which rent tenants may stay, where all is let and the company
// has no customers of its own to take the chips back for.
func (m *mind) keepFloor(s sim.SiteID, b *sim.Fleet) {
	if m.serves() {
		return
	}
	if floor := m.floor(s, b); b.Floor == 0 || !near(floor, b.Floor) {
		m.sure(&sim.Order{Kind: sim.OrderOpenFleet, Site: s, Family: b.Family, Price: floor})
	}
}

// unlet tells whether a landlord sells so much of his compute by the week, for want
// of tenants, that more would not find any: the bold wait with more of it. Where the
// week brings more than a contract, that is no want.
func (m *mind) unlet() bool {
	return m.SpotMean() < float64(customaryRent) && !m.serves() && m.own.SpotOut > part(m.own.Own, lean(m.Risk, 0.05, 0.15))
}

// near tells whether a new floor is not worth telling everybody.
func near(a, b units.Price) bool { return max(a-b, b-a) <= b/10 }

// floor is the price asked: last time's, moved by how it went, between the cost
// of the chips and five times it, and not below the rent of chips that the own
// ones could stand in for.
func (m *mind) floor(s sim.SiteID, b *sim.Fleet) units.Price {
	cost := m.hourly(s, b.Family)
	last := b.Floor
	if last == 0 {
		last = m.last()
	}
	step := lean(10-m.Patience, 0.12, 0.2)
	if m.unlet() {
		step = float64(2 * step) // tenants go to the market of the week
	}
	switch {
	case b.Posted == 0 && b.Let > 0 && (len(m.Board()) == 0 || m.Board()[0].Floor >= last): // nobody offers for less
		last += part(last, step)
	case b.Posted > 0 && m.SpotMean() < float64(last): // else tenants will come
		last -= part(last, step)
	}
	return max(min(max(last, part(cost, lean(m.Thrift, 1.0, 1.15))), mostMargin*cost), m.rentPaid())
}

// last is the rent that the company asked when it last made an offer.
func (m *mind) last() units.Price {
	if rent := units.Price(m.out.Plan.Level[sim.LevelLet]); rent > 0 {
		return rent
	}
	return customaryRent
}

// mostMargin bounds what is asked, over the cost of the chips: an H100 was let for
// eight dollars an hour in 2023, and paid for itself at 1.65.
const mostMargin = 5

// hourly is the full cost of an H100e-hour: the chip at today's list price over
// its service, and its energy.
func (m *mind) hourly(s sim.SiteID, f sim.FamilyID) units.Price {
	costs := float64(m.ListOf(f)) + float64(serviceYears*m.yearOfEnergy(s, f))
	return units.Price(rounded(float64(costs*(float64(units.PriceScale*units.H100eScale)/(serviceYears*hoursAYear)))/float64(m.H100eOf(f)), 0, 1<<50))
}

package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// looks is what areas look at in a turn, each thing once: most turns need little
// of it.
type looks struct {
	told

	held  []sim.SiteID // see sites
	named []sim.SiteID // sites of which tenants have booked something by name
	dark  []sim.SiteID // sites with power, or power to come, and no chips for it: see fill and findPower

	pipe    sim.Pipeline // see announced
	planned sim.SitePlan // see plan

	houses sim.Landlords // see landlords
	booked sim.Bookings  // see bookings

	costs [maxFamilies]float64 // see cost

	unspent, sparedAt units.USD // see spare: what it was at a ToPay

	fullTill units.Date // see notBefore

	paid units.Price // see rentPaid

	posts bool // see offers

	hiring []int32 // by region, see quietest

	people []sim.PersonID // see keepStars and pickStars

	grids [16]sim.Grid // see grid

	onSale uint64       // families that it may order, see offered
	onList uint64       // and would, see buys
	best   sim.FamilyID // see cheapest

	yields   [maxFamilies]yield // see payBack
	valuedAt units.Price        // at a price of compute

	rankedAt float64 // and within how many years: see rank
	earning  uint64
	bears    float64

	away     units.H100e // see promisedAway
	awayRent units.Price

	gap, unfilled units.KW // see powerGap

	claimed, live units.KW // see power
	standing      units.KW // halls, with those that were announced at the start

	regions regionSet // see regionsHeld
	price   units.USD // see marketValue

	parts  [maxFamilies]float64     // by family: its part of a purchase
	bought uint64                   // the families that it is weighed for
	spread uint64                   // those of them that it is split over
	queued [maxFamilies]units.Chips // by family: ordered in this turn
}

// told is which of these have been looked at in this turn.
type told struct {
	walked, mapped, piped, visited, listed, spared, paying, counted, sorted, compared bool
	valued, pledged, gapped, shared, priced                                           bool

	custom    units.Price      // see customary, 0 not yet
	hour      units.Price      // see worth, 0 not yet
	fullSite  sim.SiteID       // the site that notBefore was asked for last
	reckoned  uint64           // families in costs, a bit each
	ordered   uint64           // families in queued
	had, seen uint64           // families that somebody books, see available, of those looked at
	ground    [16]sim.RegionID // what grids are of
}

// yield is what a chip costs, in whole dollars and as a number to reckon with, and what it
// earns in a year, energy apart.
type yield struct {
	price       units.USD
	cost, earns float64
}

// maxFamilies is 1 more than the families that a scenario can have.
const maxFamilies = 65

// forget makes room for another turn.
func (l *looks) forget() { l.told = told{} }

// sites lists the own sites with anything on them or under way.
func (m *mind) sites() []sim.SiteID {
	if m.walked { // as mostly
		return m.held
	}
	return m.walk()
}

func (m *mind) walk() []sim.SiteID {
	m.walked = true
	m.held, m.claimed, m.live, m.standing = m.HeldSites(m.held[:0])
	return m.held
}

// announced is what is announced for the own sites.
func (m *mind) announced() *sim.Pipeline {
	if !m.piped {
		m.piped = true
		m.pipe.Gather(m.View)
	}
	return &m.pipe
}

// landlords is what the company sees and hears of those who could let to it.
func (m *mind) landlords() *sim.Landlords {
	if !m.visited {
		m.visited = true
		m.houses.Gather(m.View, m.bookings())
	}
	return &m.houses
}

// bookings is what the company has booked of others, and they of it.
func (m *mind) bookings() *sim.Bookings {
	if !m.listed {
		m.listed = true
		m.booked.Gather(m.View)
	}
	return &m.booked
}

// plan is the plan of a site's power until a date; good until the next is asked for.
func (m *mind) plan(s sim.SiteID, by units.Date) *sim.SitePlan {
	m.announced().Plan(s, by, &m.planned)
	return &m.planned
}

// cost is what a unit of compute of a family costs, waiting and immature
// software included.
func (m *mind) cost(f sim.FamilyID) float64 {
	if m.reckoned>>(f-1)&1 == 0 {
		m.reckonCost(f)
	}
	return m.costs[f]
}

func (m *mind) reckonCost(f sim.FamilyID) {
	m.reckoned |= 1 << (f - 1)
	m.costs[f] = float64(float64(m.waiting(f)*float64(m.CostOf(f)))*(1+m.Penalty(f))) / float64(m.H100eOf(f))
}

// waiting is by what factor the wait for a family makes it dearer.
func (m *mind) waiting(f sim.FamilyID) float64 {
	return 1 + float64(waitWeight*m.LeadOf(f))/weeksAYear
}

// rentPaid is the dearest rent that the company pays.
func (m *mind) rentPaid() units.Price {
	if !m.paying {
		m.paying, m.paid = true, m.RentPaid()
	}
	return m.paid
}

// grid is what is known of a region, until another is asked for that shares its
// place in the table.
func (m *mind) grid(r sim.RegionID) *sim.Grid {
	at := int(r) % len(m.grids)
	if m.ground[at] != r {
		m.ground[at] = r
		m.LookAt(r, &m.grids[at])
	}
	return &m.grids[at]
}

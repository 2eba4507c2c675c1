package policy

import (
	"math"

	"entangle/sim"
	"entangle/sim/units"
)

// What chips earn where they stand, and which of them earn their price.

// yearOfEnergy is what the energy of a chip costs a year, in dollars.
func (m *mind) yearOfEnergy(s sim.SiteID, f sim.FamilyID) float64 {
	return float64(float64(float64(m.EnergyPrice(s))*float64(m.Watts(s, f))) * wattYear)
}

// wattYear is the years of an hour's price for a thousandth of a MWh, in dollars, that a
// chip of a watt takes.
const wattYear = hoursAYear / float64(1_000_000*units.PriceScale)

// payBack is the families whose chips earn their price at a site within some years, a
// bit each, at today's price of compute less the energy that they draw.
func (m *mind) payBack(s sim.SiteID, years float64) (set uint64) {
	if worth := m.worth(); !m.valued || worth != m.valuedAt {
		m.value(worth, years)
	} else if years != m.rankedAt {
		m.rank(years)
	}
	energy := float64(m.EnergyPrice(s))
	if float64(energy*float64(m.PUE(s))) <= m.bears {
		return m.earning // as nearly everywhere
	}
	for left := m.earning; left != 0; {
		f := next(&left)
		y := &m.yields[f]
		if y.cost/max(y.earns-float64(float64(energy*float64(m.Watts(s, f)))*wattYear), 1) <= years {
			set |= 1 << (f - 1)
		}
	}
	return set
}

// rank notes the families whose chips earn their price within some years where energy costs
// nothing, and up to which price of energy, times the cooling of a site, all of them do.
func (m *mind) rank(years float64) {
	m.rankedAt, m.earning, m.bears = years, 0, 1<<60
	for left := m.onList; left != 0; {
		m.rankOne(next(&left))
	}
}

// rankOne does so for a family.
func (m *mind) rankOne(f sim.FamilyID) {
	y := &m.yields[f]
	if y.cost/max(y.earns, 1) > m.rankedAt {
		return
	}
	m.earning |= 1 << (f - 1)
	most := (y.earns - y.cost/m.rankedAt) / float64(wattYear*float64(m.WattsOf(f)))
	m.bears = min(m.bears, float64(most*(surely*float64(units.One))))
}

// surely leaves out the sites at which a watt more or less could decide.
const surely = 0.99

// value reckons what the chips earn that the company would buy, at a price of compute, and
// ranks them: see rank.
func (m *mind) value(worth units.Price, years float64) {
	m.shopping()
	m.valued, m.valuedAt = true, worth
	m.rankedAt, m.earning, m.bears = years, 0, 1<<60
	for left := m.onList; left != 0; {
		f := next(&left)
		price, h100e, waste := m.CostOf(f), float64(m.H100eOf(f)), 1+m.Penalty(f)
		cost := float64(price)
		earns := float64(float64(float64(worth)*h100e) * (hoursAYear / float64(units.PriceScale*units.H100eScale)))
		m.yields[f] = yield{price, cost, earns / waste}
		m.costs[f] = float64(float64(m.waiting(f)*cost)*waste) / h100e
		m.rankOne(f)
	}
	m.reckoned |= m.onList
}

// worth is what an H100e-hour brings: the own customers' price, less what it
// takes to win and keep them, where there are any to win, else the rent.
func (m *mind) worth() units.Price {
	if m.hour == 0 {
		m.hour = m.reckonWorth()
	}
	return m.hour
}

func (m *mind) reckonWorth() units.Price {
	rent := m.rentOnMarket()
	if _, signed := m.promisedAway(); signed > rent {
		rent = signed
	}
	if m.serves() && m.own.Wanted > m.room() {
		return max(rent, part(m.own.Price, ownPart))
	}
	return rent
}

// ownPart is what of a price to own customers it does not take to win and keep them.
const ownPart = 0.6

// rentOnMarket is the cheapest public offer, or a customary rent when none is
// out: then capacity is scarce and last week's rent would be a floor. Who is shut out of
// what others buy finds a market in what he may take.
func (m *mind) rentOnMarket() units.Price {
	board, custom := m.Board(), m.customary()
	if custom <= customaryRent {
		if len(board) > 0 {
			return board[0].Floor
		}
	} else {
		for i := range board {
			if l := &board[i]; l.Landlord != m.Who() && !l.Exclude.Has(m.Who()) {
				return l.Floor
			}
		}
	}
	return max(units.Price(m.out.Plan.Level[sim.LevelLet]), custom)
}

// customary is what an hour costs under contract where the company may have one: what
// Hopper capacity cost, or, where better chips are sold to others alone, what tenants of
// those that are sold to it would have to be asked.
func (m *mind) customary() units.Price {
	if m.custom == 0 {
		m.custom = customaryRent
		if m.ShutOutOf() != 0 && len(m.sites()) > 0 {
			m.custom = m.askedAtLeast()
		}
	}
	return m.custom
}

// askedAtLeast is what tenants would have to be asked for an hour of the cheapest chips that
// others sell the company, or the usual rent if that is more: as mostly of the first that is
// looked at already, and then no other matters.
func (m *mind) askedAtLeast() units.Price {
	left, least := m.shopping()&^m.OwnDesigns(), units.Price(math.MaxInt64)
	if left == 0 {
		return customaryRent
	}
	for at := m.sites()[0]; left != 0; {
		if least = min(least, part(m.hourly(at, next(&left)), overCost)); least <= customaryRent {
			return customaryRent
		}
	}
	return least
}

const (
	// customaryRent is what Hopper capacity cost under contract at the start of 2025
	// (USD 1.6 to 2.4 per hour).
	customaryRent = units.Price(2_000_000)
	// overCost is what that was over the cost of the chips and their energy, 1.25: the rest
	// is for halls, and for the landlord.
	overCost = 1.6
)

package policy

import (
	"entangle/sim"
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// Bookings: who serves customers and sees that it will need more than it has and will
// have books capacity that landlords may still have to build. Landlords build for what
// they have promised: see powerGap, weighFamilies and offerSpare.

// signedAhead is how much more of an order of chips a landlord pays ahead while tenants
// wait for what they booked, for a better place in the queue. By choice.
const signedAhead = 0.25

const (
	bookSoon   = 26  // weeks ahead for which what others have under way is booked
	bookLate   = 70  // and what they would have to begin: a site's time, and signing
	bookFar    = 104 // and the largest plans
	worthABook = 6   // inverse of the part of its need that is worth a contract for years
	ownBuild   = 1.4 // years over which a tenant spends its cash (economics.md 4); its landlords believe the same
)

// bookAhead books what the company will lack in half a year, and in the time that it
// takes to build.
func bookAhead(m *mind) {
	if !m.Books() {
		m.out.Plan.Next[sim.AreaBook] = units.LastDate
		return
	}
	if m.own.Offers == 0 {
		return
	}
	m.leaveLate()
	if m.tight || !m.CanSign() || m.MaxTerm() < shortestBook || m.Waits(sim.OrderBook) {
		return
	}
	for _, weeks := range [...]int{bookFar, bookLate, bookSoon} {
		if weeks != bookSoon && 2*m.own.Own > m.needed() {
			return // who builds himself books only what cannot be built by then
		}
		day := m.Date().AddWeeks(weeks)
		grows := m.grows(day)
		need := m.needOn(grows)
		lack := need - m.holdsOn(day)
		if lack*worthABook < need || lack*worthABook < m.needed() {
			continue
		}
		if m.late = m.spent(sim.OrderBook, sim.AreaBook); m.late || m.bookBest(day, grows, lack, need) {
			return // one at a time: the next look sees what it brought
		}
	}
}

// needed is the compute that the company needs today.
func (m *mind) needed() units.H100e { return m.own.Wanted + m.own.Loss + m.own.Research }

// needOn is what it expects to need when it has grown by a factor. Those whom high prices
// keep away count too.
func (m *mind) needOn(grows float64) units.H100e {
	return part(m.needed()+part(m.own.Wanted, m.shortage()), grows)
}

// grows is by what factor the company expects to grow until a day, if customers come as
// they did lately: the bold believe it, the careful half of it.
func (m *mind) grows(day units.Date) float64 {
	years := float64(day-m.Date()) / (7 * weeksAYear)
	return detmath.Exp(float64(float64(m.Growth()*lean(m.Risk, 0.5, 1)) * years))
}

// holdsOn is the compute that it will have for itself on a day.
func (m *mind) holdsOn(day units.Date) units.H100e {
	pledged, _ := m.pledgedBy(day)
	return m.landlords().Own(day) - m.own.Let - pledged + m.own.Rented + m.Booked() + m.awaitedBy(day)
}

// bookBest books of the landlord who asks least, of those who commit to enough of it. No
// more of one landlord than the company's wish not to depend on him allows, and no more
// than it will be able to pay.
func (m *mind) bookBest(day units.Date, grows float64, lack, need units.H100e) bool {
	money := m.affords(day, grows)
	if money <= 0 {
		return false
	}
	best, cheapest, least := sim.Order{}, units.Price(0), max(min(lack, m.needed())/worthABook, smallestBooked)
	o := sim.Order{Kind: sim.OrderBook, Mode: sim.BookAtOnce, When: day, Qty: int64(lack), Weeks: m.bookTerm()}
	if 2*lack > m.needed() {
		o.Mode = sim.BookRamp
	}
	top, from := m.ceiling(), part(need, lean(m.Hedge, 1, 0.4))
	houses := m.landlords()
	houses.Ask(&o)
	for _, c := range houses.All() {
		live, has := houses.Seen(c)
		most := min(lack, from-has, part(units.H100e(live)*sim.MostForLive, m.relies()))
		if most < least || !houses.MayCommit(c, least) {
			continue // who is too small, or whom it depends on enough, is not asked
		}
		a := houses.Answer(c)
		useful := a.Rent
		if a.Family != 0 {
			useful += part(a.Rent, m.Penalty(a.Family)) // what immature software wastes is paid for as well
		}
		if useful > top || best.Peer != 0 && useful >= cheapest {
			continue // what it has takes longer to find out than what it asks
		}
		if most = min(most, a.Trusts, paysFor(money, a.Rent)); most < least {
			continue
		}
		if most = min(most, houses.Commits(c, least)); most >= least {
			best, cheapest = o, useful
			best.Peer, best.Qty, best.Price = c, int64(most), min(a.Rent+a.Rent/askMoves, top)
		}
	}
	if best.Peer == 0 {
		return false
	}
	hours := float64(float64(best.Weeks) * (hoursAWeek / float64(units.PriceScale*units.H100eScale)))
	all := float64(float64(float64(best.Qty)*float64(best.Price)) * hours)
	if float64(all*(4*prepaidPart)) < float64(m.spare()) {
		best.Share = ppm(prepaidPart) // money that would lie idle
	}
	m.late = !m.sure(&best) // the house has just said so
	return true
}

// relies is the part of what a landlord could have in a site's time that the company would
// book of it at once: the bold let one grow for them by half of what it has. By choice.
func (m *mind) relies() float64 { return lean(m.Risk, 0.2, 0.5) }

// askMoves is the inverse of the part by which an ask may move until the order has gone
// through the organisation.
const askMoves = 20

// smallestBooked is a thousand H100e: below it an offer on the board will do.
const smallestBooked = units.H100e(1_000_000)

// shortestBook is the shortest term for which anybody builds, in weeks.
const shortestBook = 2 * weeksAYear

// prepaidPart is paid ahead by those who have the money. (Microsoft prepaid a fifth in
// November 2025, most prepay nothing.) By choice.
const prepaidPart = 0.1

// bookTerm is for how long it books: the bold for longer.
func (m *mind) bookTerm() int32 {
	return min(int32(whole(lean(m.Risk, 2, 5)+0.5))*weeksAYear, m.MaxTerm())
}

// affords is how many more dollars a year it believes that it can pay on a day when it has
// grown by a factor: the bold spend all that they will take in, and a part of their cash, on
// compute. What it rents by then costs as much as the dearest of it does today.
func (m *mind) affords(day units.Date, grows float64) float64 {
	takes := float64(float64(weeksAYear*float64(m.income())) * grows)
	spends := float64(takes*lean(m.Risk, 0.4, 1)) + float64(max(m.own.Cash-m.toPay, 0))/ownBuild
	hour := float64(m.rentPaid()) / float64(units.PriceScale*units.H100eScale)
	return spends - float64(float64(m.own.Rented+m.awaitedBy(day))*float64(hour*hoursAYear))
}

// paysFor is the compute that so many dollars a year pay for.
func paysFor(money float64, rent units.Price) units.H100e {
	each := float64(float64(rent) * (hoursAYear / float64(units.PriceScale*units.H100eScale)))
	return units.H100e(rounded(money/max(each, 1e-9), 0, 1<<50))
}

// leaveLate leaves what a landlord is too late with, if the company can do without.
func (m *mind) leaveLate() {
	if m.own.Awaited == 0 {
		return
	}
	l, _, free := m.bookings().LateOf()
	if free && m.needed() < m.own.Own-m.own.Let+m.own.Rented {
		m.order(&sim.Order{Kind: sim.OrderBook, Mode: sim.BookLeave, Peer: l})
	}
}

// buyForTenants orders chips for the sites of which tenants have booked some before
// those for others, and looks again at every meeting until they are handed over.
func (m *mind) buyForTenants() {
	for _, s := range m.named {
		m.fill(s)
		m.lookIn(sim.AreaChips, m.weeks)
	}
}

// bookedSoon is what landlords are to hand over within half a year.
func (m *mind) bookedSoon() units.H100e {
	return m.awaitedBy(m.Date().AddWeeks(halfYear))
}

// awaitedBy is what they are to hand over until a day.
func (m *mind) awaitedBy(day units.Date) units.H100e {
	if m.own.Awaited == 0 { // as mostly
		return 0
	}
	return m.bookings().AwaitedBy(day)
}

// awaitedRent is what a year of all of it will cost.
func (m *mind) awaitedRent() float64 {
	if m.own.Awaited == 0 {
		return 0
	}
	return m.bookings().AwaitedRent()
}

// pledgedBy is what the company is to hand over to tenants until a day, and what an hour of it
// brings.
func (m *mind) pledgedBy(day units.Date) (units.H100e, units.Price) {
	if m.own.Pledged == 0 {
		return 0, 0
	}
	return m.bookings().PledgedBy(day)
}

// promisedAway is what the company has promised tenants for the time that a site takes, and
// what an hour of it brings.
func (m *mind) promisedAway() (units.H100e, units.Price) {
	if m.own.Pledged == 0 {
		return 0, 0
	}
	if !m.pledged {
		m.pledged = true
		m.away, m.awayRent = m.bookings().PledgedBy(m.Date().AddWeeks(siteWeeks))
	}
	return m.away, m.awayRent
}

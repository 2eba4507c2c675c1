package policy

import (
	"math/bits"
	"slices"

	"entangle/sim"
	"entangle/sim/detmath"
	"entangle/sim/units"
)

const (
	weeksAYear   = 52
	hoursAWeek   = 168
	hoursAYear   = hoursAWeek * weeksAYear
	serviceYears = 3 // years over which a chip should pay for itself, at most
)

// buyChips orders chips for the power that is coming, never for power that is
// not: it looks as far ahead as chips take to arrive and be installed, covers a
// share of the power then live, more of it the bolder the company is, and buys
// what earns its price back within the years it is willing to wait. A landlord
// finds tenants first.
func buyChips(m *mind) {
	given := len(m.out.Orders)
	if m.unlet() && m.own.Pledged == 0 || !m.affordsAny(m.budget()) {
		return
	}
	m.named, m.dark = m.named[:0], m.dark[:0]
	if m.own.Pledged > 0 {
		m.named = m.bookings().PledgedSites(m.named)
	}
	if len(m.named) > 0 {
		m.buyForTenants()
	}
	for _, s := range m.sites() {
		if m.late {
			return // there is no attention left for another order
		}
		if !slices.Contains(m.named, s) {
			m.fill(s)
		}
	}
	if len(m.out.Orders) == given && len(m.named) == 0 && len(m.dark) > 0 {
		m.awaitPower()
	}
}

// awaitPower has chips spoken of again when they have to be ordered to come with the power
// that is announced for sites where nothing but that is lacking.
func (m *mind) awaitPower() {
	first, pipe := units.LastDate, m.announced()
	for _, s := range m.dark {
		at, lead := m.OwnSite(s), leastAhead
		for left := m.spread; left != 0; {
			lead = max(lead, m.LeadOf(next(&left)))
		}
		need := part(at.Claimed()+leastFilling(pipe.Live(s, m.Date()+longestWait)), 1/m.cover())
		if day := pipe.PowerBeyond(s, need); day != 0 {
			first = min(first, day.AddWeeks(-int(at.Install)-int(rounded(lead, 0, weeksAYear))))
		}
	}
	next := &m.out.Plan.Next[sim.AreaChips]
	switch usual := *next; {
	case first == units.LastDate:
	case first > m.Date().AddWeeks(m.weeks) && first != usual: // by the next meeting nothing will be lacking either
		*next = first
	default:
		*next = usual.AddWeeks(-1) // that is no quiet: see lookAt
	}
}

// fill orders chips for the power of a site that none are there for.
func (m *mind) fill(s sim.SiteID) {
	if !m.powerToFill(s) || !m.weighFamilies(s) {
		return
	}
	m.dark = append(m.dark, s)
	for left := m.spread; left != 0 && !m.late; {
		f := next(&left)
		m.book(s, f, min(part(m.chipsWanted(s, f), m.parts[f]), m.ownRoom(f)))
	}
}

// leastFilling is the power that is worth an order of its own at a site of so much: a part
// of it, and at the largest no more than a hall.
func leastFilling(power units.KW) units.KW { return min(power/worthFilling, hallFilling) }

const (
	worthFilling = 6                 // inverse of that part
	hallFilling  = units.KW(100_000) // by choice: some 65 thousand H100e
)

// powerToFill tells whether a site will have power to spare within the longest
// time that chips take, before anything dearer is asked.
func (m *mind) powerToFill(s sim.SiteID) bool {
	live := m.announced().Live(s, m.Date()+longestWait)
	return part(live, m.cover())-m.OwnSite(s).Claimed() > leastFilling(live)
}

// cover is the part of the power to come that the company buys chips for.
func (m *mind) cover() float64 { return lean(m.Risk, 0.85, 1.15) }

// chipMeetings is at how many meetings chips are spoken of once, if neither tenants nor power
// have them come up before. What is ordered at one has to do until what is ordered at the next
// arrives: a third of that time is looked ahead as well. The half would leave no power
// without chips in the mean, but it fills the order books of a world that is short for good;
// at three meetings the poor lose no more of them than the rich when packaging is short.
const chipMeetings = 2

// longestWait bounds how far ahead power is worth chips.
const longestWait = 7 * weeksAYear

// weighFamilies splits the power of a site over the families that are worth it
// there and tells whether there are any.
func (m *mind) weighFamilies(s sim.SiteID) bool {
	set := m.payBack(s, lean(m.Patience, 1.2, serviceYears))
	if set == 0 && m.own.Pledged > 0 { // tenants have signed for years
		set = m.payBack(s, serviceYears)
	}
	set = m.toBeHad(set)
	if set != 0 && (!m.shared || set != m.bought) {
		m.bought, m.shared = set, true
		m.split()
	}
	return set != 0
}

// buys tells whether a family is one for the company to buy: who sells chips does
// not feed a rival, having its own at cost, unless its own are long in coming.
func (m *mind) buys(f sim.FamilyID) bool {
	m.shopping()
	return m.onList&(1<<(f-1)) != 0
}

// shopping is the families that the company may order; those that buys is true of are
// in onList.
func (m *mind) shopping() uint64 {
	if !m.sorted {
		own, sells := uint64(0), false
		m.sorted = true
		m.onSale, own, sells = m.OnSale()
		if !sells { // as mostly
			m.onList = m.onSale
		} else if m.onList = own; m.allScarce(own) {
			m.onList = m.onSale
		}
	}
	return m.onSale
}

// ownRoom is how many more chips of a family of its own a company lets its works
// promise it. Nobody queues behind himself for longer than selfQueue: power that own
// chips would reach later is filled with what others sell.
func (m *mind) ownRoom(f sim.FamilyID) units.Chips {
	if !m.Designs(f) {
		return 1 << 40
	}
	lead := m.LeadOf(f)
	free := weeksAYear - lead // that the works book at all
	if free <= 0 {
		return 0
	}
	soon := float64(float64(m.Slots(f, false))*(selfQueue-lead)) / free
	return units.Chips(rounded(soon, 0, 1<<40)) - m.inQueue(f)
}

// inQueue is how many chips of a family it has ordered in this turn.
func (m *mind) inQueue(f sim.FamilyID) units.Chips {
	if m.ordered>>(f-1)&1 == 0 {
		return 0
	}
	return m.queued[f]
}

// selfQueue is how many weeks of what its works make a company orders of itself. By
// choice: what it would wait for others' chips in 2025.
const selfQueue = 20

// allScarce tells whether there are long queues for all families of a set.
func (m *mind) allScarce(set uint64) bool {
	for left := set; left != 0; {
		if m.LeadOf(next(&left)) <= scarceLead {
			return false
		}
	}
	return set != 0
}

// next takes the first family out of a set that is not empty.
func next(set *uint64) sim.FamilyID {
	f := sim.FamilyID(bits.TrailingZeros64(*set) + 1)
	*set &= *set - 1
	return f
}

// split splits a purchase over the families bought. A family's part falls with
// what a unit of its compute costs, waiting and immature software included; those
// who like to hedge spread more evenly. The smallest part goes to the others while
// it is not worth a contract of its own.
func (m *mind) split() {
	if m.spread = m.bought; m.bought&(m.bought-1) == 0 { // there is but one
		m.parts[bits.TrailingZeros64(m.bought)+1] = 1
		return
	}
	least, sum := m.cost(sim.FamilyID(bits.TrailingZeros64(m.bought)+1)), 0.0
	for left := m.bought; left != 0; {
		least = min(least, m.cost(next(&left)))
	}
	steep := lean(m.Hedge, switching+1, switching-1)
	dear, kept := float64(least*detmath.Exp(lnSmallest/steep)), m.bought
	for left := m.bought; left != 0; {
		f := next(&left)
		switch cost := m.costs[f]; {
		case cost > dear: // its part would be too small whatever the others'
			kept &^= 1 << (f - 1)
			continue
		case cost > least:
			m.parts[f] = detmath.Exp(-float64(steep * detmath.Log(cost/least)))
		default:
			m.parts[f] = 1
		}
		sum += m.parts[f]
	}
	for kept&(kept-1) != 0 { // the last one is not too small
		small := sim.FamilyID(0)
		for left := kept; left != 0; {
			if f := next(&left); small == 0 || m.parts[f] < m.parts[small] {
				small = f
			}
		}
		if m.parts[small] >= float64(smallestShare*sum) {
			break
		}
		sum -= m.parts[small]
		kept &^= 1 << (small - 1)
	}
	for left := kept; left != 0; {
		m.parts[next(&left)] /= sum
	}
	m.spread = kept
}

const (
	// switching is how steeply the choice between families answers the log of cost
	// (economics.md 1).
	switching = 2.5
	// smallestShare of a purchase for a site is not worth a contract, racks and a stack
	// of its own: a hall is fitted for one design, or for two. By choice.
	smallestShare = 1.0 / 3
	lnSmallest    = 1.0987 // its logarithm, less the sign, and a little more
)

// waitWeight is what a year of waiting adds to the cost of a chip (economics.md 1).
const waitWeight = 0.35

// toBeHad is those of some families that are available: somebody makes them, and if that
// is the company itself, soon.
func (m *mind) toBeHad(set uint64) uint64 {
	for left := set &^ m.seen; left != 0; {
		has, f := uint64(0), next(&left)
		if m.Slots(f, true) >= smallestOrder {
			has = 1
		}
		m.had |= has << (f - 1)
	}
	m.seen |= set
	set &= m.had
	for left := set & m.OwnDesigns(); left != 0; {
		if f := next(&left); m.ownRoom(f) < smallestOrder {
			set &^= 1 << (f - 1)
		}
	}
	return set
}

// leastAhead is for how many weeks ahead at least a company orders chips, however short the
// queue is: who orders what he needs today stops when the queue is gone, and leaves lines
// empty. By choice; with more the second designer of octet has nothing left to sell.
const leastAhead = 5.0

// chipsWanted is how many chips of a family a site will lack when they arrive.
func (m *mind) chipsWanted(s sim.SiteID, f sim.FamilyID) units.Chips {
	at := m.OwnSite(s)
	weeks := int64(at.Install) + rounded(max(m.LeadOf(f), leastAhead), 0, weeksAYear) + int64(chipMeetings*m.weeks/3)
	live := m.announced().Live(s, m.Date()+min(units.Date(7*weeks), longestWait))
	gap := part(live, m.cover()) - at.Claimed()
	if gap <= 0 || gap < leastFilling(live) {
		return 0
	}
	return m.ChipsFor(s, f, gap)
}

// book orders up to n chips of a family that was weighed, as far as the money reaches, with a deposit that
// buys a better place in the queue the less patient the company is, and a premium
// where the queue is long and the bold cannot wait. Chips for power that is not
// there yet need not come before it.
func (m *mind) book(s sim.SiteID, f sim.FamilyID, n units.Chips) {
	if n < smallestOrder {
		return
	}
	cost, lead := m.yields[f].price, m.LeadOf(f)
	if n = min(n, units.Chips(int64(m.budget())/int64(max(cost, 1)))); n < smallestOrder {
		return
	}
	o := &sim.Order{Kind: sim.OrderChips, Family: f, Site: s, Qty: int64(n),
		Share: max(m.MinPrepaid(f), ppm(lean(10-m.Patience, 0.05, 0.3)))}
	if lead > scarceLead/2 { // money that would lie idle buys a better place
		ease := float64(m.spare()) / float64(units.MulDiv(int64(max(cost, 1)), int64(n), 1))
		o.Share += ppm(lean(min(max(float64(2*(ease-2)), 0), 10), 0, 0.3))
	}
	if m.own.Pledged > 0 && lead > scarceLead/2 { // who is late pays for it, and rent is signed for
		o.Share += ppm(signedAhead)
	}
	o.Share = min(o.Share, units.One)
	if haste := m.Risk - m.Patience; lead > scarceLead && haste > 0 {
		o.Price = units.Price(ppm(lean(haste, 0, 0.15)))
	}
	places := m.Slots(f, o.Price > 0)
	if min(o.Qty, places) < smallestOrder || !m.CanSign() {
		return
	}
	o.When = m.notBefore(s)
	m.urgent(o.When == 0 && (places < 2*o.Qty || m.turnedAway())) // power stands idle, and others take the places
	if o.Qty = min(o.Qty, places); m.sure(o) {
		m.toPay += units.USD(units.MulDiv(int64(cost), o.Qty, 1)) // the next site sees it spent
		m.queued[f] = m.inQueue(f) + units.Chips(o.Qty)
		m.ordered |= 1 << (f - 1)
		if m.overdrawn() {
			m.lookIn(sim.AreaCapital, 1) // the money is to be found
		}
	}
	m.urgent(false)
}

// notBefore is the day from which a site that is full has power again, less the
// time to install; 0 when it has some now or soon.
func (m *mind) notBefore(s sim.SiteID) units.Date {
	if m.fullSite != s {
		m.fullSite, m.fullTill = s, m.fillsFrom(s)
	}
	return m.fullTill
}

func (m *mind) fillsFrom(s sim.SiteID) units.Date {
	at := m.OwnSite(s)
	if at.Energised-at.Claimed() > leastFilling(at.Energised) {
		return 0
	}
	day := m.announced().NextPower(s).AddWeeks(-int(at.Install))
	if day <= m.Date() {
		return 0
	}
	return day
}

// budget is what may go into one order of chips.
func (m *mind) budget() units.USD {
	return part(m.spare(), lean(m.Thrift, 0.9, 0.4))
}

// affordsAny tells whether some money is enough for the smallest order of anything on
// sale.
func (m *mind) affordsAny(money units.USD) bool {
	left := m.shopping()
	for left != 0 {
		if money >= smallestOrder*m.CostOf(next(&left)) {
			return true
		}
	}
	return m.onSale == 0
}

// smallestOrder is a rack's worth; below it the paperwork costs more.
const smallestOrder = 72

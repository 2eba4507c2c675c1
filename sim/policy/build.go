package policy

import (
	"math"

	"entangle/sim"
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// buildPower looks a site's building time ahead: power takes longer than chips, so
// who waits for the need to show waits for the power as well. It shields from
// prices and starts halls for part of what will be lacking.
func buildPower(m *mind) {
	if m.shields() {
		for left := *m.regionsHeld(); left.some(); {
			if r := left.next(); m.Grows(r) && m.mayShield(r) {
				m.shield(r, m.grid(r))
			}
		}
	}
	if m.GrowsAnywhere() {
		m.startHalls()
	}
}

// buildMeetings is at how many meetings halls are spoken of once.
const buildMeetings = 4

const (
	siteWeeks     = 62     // from ground to power (economics 3, the stages' medians)
	leftOpen      = 0.70   // of the gap after four weeks (economics 3)
	idlePush      = 1.5    // more of it for idle chips (economics 3)
	perKW         = 18_000 // dollars that a kW takes: halls, and part of its chips
	hallsPerKW    = 12_000 // of these, for halls alone
	chipsPerKW    = 12_000 // dollars of chips that halls under way should find when they are ready
	smallestHall  = units.KW(8_000)
	worthStarting = 4     // inverse of the share of its power that a company starts at least
	kwPerOrder    = 1_000 // orders are in whole MW
	shortPush     = 0.5   // more growth a year expected for a shortage (economics 2)
	bookedAdds    = 0.5   // of what is booked, that would not have been built without. By choice
	computePart   = 0.5   // of a price to customers: they pay twice the rent (economics 2)
)

// startHalls breaks ground for part of the power that will be lacking when it
// would be ready, as far as money reaches and compute is worth it.
func (m *mind) startHalls() {
	afford := units.KW(m.halls(int64(m.spare())))
	_, live := m.power()
	if afford < smallestHall || afford*worthStarting < live {
		return // whatever is lacking
	}
	if !m.worthBuilding() {
		return
	}
	gap, unfilled := m.powerGap()
	idle := float64(m.own.Idle) / float64(max(m.own.Owned, 1))
	start := units.KW(rounded(float64(float64(m.startPart()*float64(gap))*(1+float64(idlePush*idle))), 0, 1<<40))
	start = min(start, units.KW(m.halls(int64(m.spare())-m.chipsSoon(unfilled)))) / kwPerOrder * kwPerOrder
	if start < smallestHall || start*worthStarting < live {
		return
	}
	o, ok := m.bestGround(start)
	if !ok {
		return
	}
	if flexible := lean(m.Patience, 10, 0) > 4 && m.own.Policy.Dispatch > 0; !flexible {
		m.order(&o)
	} else if m.Check(o).Allowed() &&
		(m.order(&sim.Order{Kind: sim.OrderJoinQueue, Mode: sim.QueueFlexible, Site: o.Site, Qty: o.Qty}) || m.Patience >= 3) {
		m.sure(&o) // the restless rather a meeting later than on firm terms
	}
}

// chipsSoon is what chips for power that none wait for take: where money can be raised
// those of half a year, else all of them.
func (m *mind) chipsSoon(unfilled units.KW) int64 {
	if m.Financed() {
		return int64(unfilled) * chipsPerKW * halfYear / siteWeeks
	}
	return int64(unfilled) * chipsPerKW
}

// halls is how many kW of halls some money is for.
func (m *mind) halls(money int64) int64 { return part(money, lean(m.Thrift, 0.8, 0.3)) / m.perKW() }

// perKW is what a company wants to have for a kW before it begins: who can turn to
// investors and lenders finds the money for chips when the halls are ready.
func (m *mind) perKW() int64 {
	if m.Financed() {
		return hallsPerKW
	}
	return perKW
}

// startPart is the part of the gap that is started at a time: the longer until
// the next look, the more.
func (m *mind) startPart() float64 {
	open := 1.0
	for range max(1, buildMeetings*m.weeks/4) {
		open = float64(open * leftOpen)
	}
	return 1 - open
}

func usd(p units.KW) units.USD { return units.USD(p) }

// powerGap is how much more power the company will want a site's time ahead than
// it will have with all that is under way, and how much of that no chips wait for.
// Who serves customers wants power for all that they ask, less what it rents.
func (m *mind) powerGap() (gap, unfilled units.KW) {
	if !m.gapped {
		m.gapped = true
		m.gap, m.unfilled = m.reckonGap()
	}
	return m.gap, m.unfilled
}

func (m *mind) reckonGap() (gap, unfilled units.KW) {
	claimed, _ := m.power()
	live, horizon := units.KW(0), m.Date().AddWeeks(siteWeeks)
	for _, s := range m.sites() {
		live += m.announced().Reach(s, horizon)
	}
	growth := lean(m.Risk, 0.35, 0.8) + float64(shortPush*m.shortage()) // a year (economics 3)
	more := detmath.Exp(float64(growth*float64(siteWeeks)) / weeksAYear)
	want := times(claimed, more)
	if booked, _ := m.promisedAway(); booked > 0 {
		want += part(m.powerOf(booked), bookedAdds)
	}
	if m.serves() {
		asked := times(m.powerOf(m.own.Wanted), more)
		if m.own.Rented > 0 {
			asked -= m.powerOf(m.own.Rented)
		}
		want = max(want, asked)
	}
	return want - live, max(0, live-claimed)
}

func times(p units.KW, more float64) units.KW {
	return units.KW(rounded(float64(float64(p)*more), 0, 1<<40))
}

// powerOf is the power that some compute would take at the company's first site,
// of the family cheapest to it.
func (m *mind) powerOf(h units.H100e) units.KW {
	sites, f := m.sites(), m.cheapest()
	if len(sites) == 0 || f == 0 {
		return 0
	}
	return m.Facility(sites[0], f, units.Chips(int64(h)/int64(m.H100eOf(f))))
}

// shortage is how short of compute the company feels, from 0 to 0.9 (economics 2):
// by the customers it turns away; or by how far an hour brings more than the usual,
// as prices rise until nobody has to be turned away.
func (m *mind) shortage() float64 {
	short, brings := 0.0, m.lastRent()
	if m.serves() {
		short = float64(m.own.Wanted)/float64(max(m.room(), 1)) - 1
		brings = max(brings, float64(computePart*float64(m.own.Price)))
	}
	return min(max(short, brings/float64(customaryRent)-1, 0), 0.9)
}

// lastRent is what the next hour would bring a landlord who has let all: what he
// last asked, or what is paid by the week.
func (m *mind) lastRent() float64 {
	if m.own.Let == 0 || m.offers() {
		return 0
	}
	return max(float64(m.out.Plan.Level[sim.LevelLet]), m.SpotMean())
}

// worthBuilding tells whether chips in new halls would find work and pay for
// themselves.
func (m *mind) worthBuilding() bool {
	if m.unlet() && m.own.Pledged == 0 {
		return false
	}
	years := lean(m.Patience, 1.2, serviceYears)
	if m.own.Pledged > 0 { // tenants have signed for years
		years = serviceYears
	}
	for _, s := range m.sites() {
		if !m.IsPlot(s) {
			return m.payBack(s, years) != 0
		}
	}
	return false
}

// regionsHeld is the regions in which the company has anything.
func (m *mind) regionsHeld() *regionSet {
	if !m.mapped {
		m.mapped, m.regions = true, regionSet{}
		for _, s := range m.sites() {
			m.regions.add(m.RegionOf(s))
		}
	}
	return &m.regions
}

// regionsBuilt is those in which it has more than land.
func (m *mind) regionsBuilt() (set regionSet) {
	for _, s := range m.sites() {
		if !m.IsPlot(s) {
			set.add(m.RegionOf(s))
		}
	}
	return set
}

// bestGround picks where power would come first, dear energy, unfriendly neighbours and too
// much in one place counting as weeks. Which of two is better nobody could guess: no branch.
func (m *mind) bestGround(power units.KW) (best sim.Order, ok bool) {
	least, site, much, begun := math.Float64bits(noRank), sim.SiteID(0), power, m.regionsBuilt()
	for _, s := range m.Grounds() {
		plot := m.IsPlot(s)
		if plot && begun.has(m.RegionOf(s)) {
			continue // extends what it has before it opens a second campus
		}
		bare, fits := m.BareHalls(s), power
		if bare >= smallestHall && bare < fits {
			fits = bare
		}
		rank := math.Float64bits(m.weeksTo(s, plot, bare, fits)) // numbers from 0 on are in the order of their bits
		if rank < least {
			site, much, least = s, fits, rank
		}
	}
	return sim.Order{Kind: sim.OrderBreakGround, Site: site, Qty: int64(much)}, site != 0
}

// power is the power that all chips at the own sites will need, those to come included, and
// what is energised there.
func (m *mind) power() (claimed, live units.KW) {
	m.sites()
	return m.claimed, m.live
}

// farthest is in how many weeks halls must stand at the latest for anybody to begin them: by
// then chips of today are worn, and nobody knows what is asked for. By choice.
const farthest = 4 * weeksAYear

// noRank is worse than any.
const noRank = 1e9

// weeksTo is a site's rank for new halls of a power, in weeks, or noRank beyond those that are
// too far off. No grid brings them faster than it grows, and no builders start more than they
// can.
func (m *mind) weeksTo(s sim.SiteID, plot bool, bare, power units.KW) float64 {
	r := m.RegionOf(s)
	headroom, turbines, energy, tolerance := m.GroundIn(r)
	weeks, land := 52, siteWeeks
	if tolerance < 0.36 {
		land = 4 * siteWeeks // nobody gets a permit there
	}
	if plot {
		weeks = land
	}
	if bare >= smallestHall {
		weeks = 17
	}
	build, queue := float64(weeks), larger(m.QueueWeeks(r, m.Patience < 6), float64(weeksAYear*float64(power))/float64(max(headroom, 1)))
	if m.bridges() && turbines > smallestHall {
		queue = float64(queue * lean(m.Risk, 0.8, 0.4)) // turbines stand in
	}
	dear := float64(energy) / 1e6
	crowd := float64(lean(m.Hedge, 0, 40)*float64(m.announced().Halls(s))) / float64(max(m.own.Broken+headroom, 1))
	beside := float64(0.3*dear) + float64(60*max(0, 0.5-tolerance)) + crowd
	if bare < smallestHall { // else nobody need ask builders
		build += m.BuildersWeeks(r, power)
	}
	if weeks := larger(build, queue); weeks <= farthest {
		return weeks + beside
	}
	return noRank
}

// larger is the larger of two numbers that are not negative, whose bits stand in the same
// order: nobody could guess which it is, and whole numbers are compared without a branch.
func larger(a, b float64) float64 {
	return math.Float64frombits(max(math.Float64bits(a), math.Float64bits(b)))
}

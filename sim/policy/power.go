package policy

import (
	"entangle/sim"
	"entangle/sim/units"
)

// planPower keeps the peace with neighbours and bridges what the grid owes: both
// cannot wait.
func planPower(m *mind) {
	if !m.calm() {
		for left := *m.regionsHeld(); left.some(); {
			r := left.next()
			if m.Grows(r) {
				m.keepPeace(r, m.grid(r))
			}
		}
	}
	for _, s := range m.sites() {
		if !m.Building(s) {
			continue
		}
		if !m.late && m.CanBridge() { // what one site's order lacks, another's would lack too
			m.bridge(s)
		}
		if m.spare() < perKW*usd(smallestHall) {
			m.leaveLine(s)
		}
	}
}

// bridges tells whether the company would run turbines at all.
func (m *mind) bridges() bool { return m.Risk >= 4 }

func (m *mind) ownHallsIn(r sim.RegionID) bool {
	for _, s := range m.sites() {
		if m.RegionOf(s) == r && !m.IsPlot(s) {
			return true
		}
	}
	return false
}

// bridge brings power before the grid does to halls that stand or will soon, if
// there are chips for it: turbines without a permit for who dares and cannot
// wait, with one for who can, batteries for the careful.
func (m *mind) bridge(s sim.SiteID) {
	soon := m.Date().AddWeeks(bridgeWeeks)
	gap, turbines := m.Unpowered(s, soon)
	if gap >= smallestHall { // mostly not, and then there is no need to plan
		plan := m.plan(s, soon)
		gap = min(gap, m.OwnSite(s).Claimed()+plan.HallsBy/4-plan.Live)
	}
	if m.Patience < 5 {
		gap = max(gap, m.overdue(s, turbines))
	}
	if gap < smallestHall {
		return
	}
	g := m.grid(m.RegionOf(s))
	if !g.Grows {
		return
	}
	mode := sim.BridgePermitFirst
	switch {
	case !m.bridges():
		mode = sim.BridgeBatteries
	case m.Risk >= 7 && m.Patience < 5 && !g.Suit && (g.Promises&(1<<sim.PactAir) == 0 || m.breaksWord(s)):
		mode = sim.BridgePermitLater
	}
	m.orderBridge(s, mode, gap, g)
	if mode != sim.BridgeBatteries && g.Turbines < gap {
		m.orderBridge(s, sim.BridgeBatteries, gap, g)
	}
}

// overdue is the power that a site was to have some months ago, as far as chips
// stand in its halls for it: such a day is none to count on any longer.
func (m *mind) overdue(s sim.SiteID, turbines units.KW) units.KW {
	halls, chips := m.Dark(s)
	idle := min(halls-turbines, chips)
	if idle < smallestHall {
		return 0
	}
	return min(m.LateStages(s, longLate), idle)
}

// longLate is for how many weeks a day may have passed and still be believed in: as
// long as turbines take.
const longLate = 18

// breaksWord tells whether a leadership would rather break a promise of clean air than
// let chips stand idle: only the boldest, and only when it hurts, with a fifth of
// all it owns and a quarter of those installed at the site without power.
func (m *mind) breaksWord(s sim.SiteID) bool {
	at := m.OwnSite(s)
	return m.Risk >= 9 && m.own.Idle*5 > m.own.Owned && (at.Needed-at.Energised)*4 > at.Needed
}

// bridgeWeeks is how soon halls must stand to be bridged: turbines take 17 weeks
// in the median (economics 3).
const bridgeWeeks = 20

func (m *mind) orderBridge(s sim.SiteID, mode uint8, gap units.KW, g *sim.Grid) {
	power, price := min(gap, m.BridgeRoom(s, mode)), int64(2000)
	if mode == sim.BridgeBatteries {
		price = 1000
	} else {
		power = min(power, g.Turbines)
	}
	power = min(power, units.KW(int64(m.spare())/2/price)) / kwPerOrder * kwPerOrder
	if power >= smallestHall/2 {
		m.urgent(m.own.Idle*10 > m.own.Owned) // chips stand idle for want of it
		defer m.urgent(false)
		m.sure(&sim.Order{Kind: sim.OrderBridgePower, Mode: mode, Site: s, Qty: int64(power)})
	}
}

// leaveLine withdraws what a site has asked of the grid beyond any halls it will
// have, when money is short: half of the deposit comes back.
func (m *mind) leaveLine(s sim.SiteID) {
	plan := m.plan(s, m.Date())
	over := min(plan.Grid-plan.Halls, plan.Grid-plan.GridBy) / kwPerOrder * kwPerOrder
	if over >= smallestHall {
		m.order(&sim.Order{Kind: sim.OrderJoinQueue, Mode: sim.QueueWithdraw, Site: s, Qty: int64(over)})
	}
}

// worried is the tolerance below which a leadership gives neighbours something.
func (m *mind) worried() float64 { return lean(m.Risk, 0.60, 0.48) }

// calm tells whether there is nothing for keepPeace to do in any region, at a glance.
func (m *mind) calm() bool {
	if m.own.Policy.Dispatch != units.One || m.SuedAnywhere() {
		return false
	}
	if m.Date() < units.Date(m.out.Plan.Level[sim.LevelPower]) {
		return true // it has just given something
	}
	worried := m.worried()
	for left := *m.regionsHeld(); left.some(); {
		if r := left.next(); m.Tolerance(r) < worried && m.Grows(r) {
			return false
		}
	}
	return true
}

// keepPeace gives neighbours whose patience runs low something before they sue,
// and lets turbines rest once they do, if the company is not one to defy them.
func (m *mind) keepPeace(r sim.RegionID, g *sim.Grid) {
	use := units.PPM(units.One)
	if yielded := m.own.Policy.Dispatch < units.One; m.Risk < 8 && g.Unpermitted > 0 && (g.Suit || yielded) {
		use = m.permitted() // and not again before the permit
	}
	if m.own.Policy.Dispatch != use && (use < units.One || !m.SuedAnywhere()) {
		m.order(&sim.Order{Kind: sim.OrderSetPolicy, Mode: sim.PolicyDispatch, Share: use})
	}
	if g.Tolerance >= m.worried() || g.Suit || m.Date() < units.Date(m.out.Plan.Level[sim.LevelPower]) || !m.ownHallsIn(r) {
		return
	}
	gift := min(part(m.spare(), lean(m.Thrift, 0.03, 0.01)), m.usualGift(r)) / giftStep * giftStep
	if gift < giftStep {
		return
	}
	if m.sure(&sim.Order{Kind: sim.OrderMakePact, Mode: m.promise(r, g), Region: r, Qty: int64(gift)}) {
		m.out.Plan.Level[sim.LevelPower] = int64(m.Date().AddWeeks(weeksAYear / 2))
	}
}

// usualGift is a hundredth of what the company's halls in a region cost [from memory: some
// 200 million dollars for roads and water beside Meta's 2 GW in Louisiana].
func (m *mind) usualGift(r sim.RegionID) units.USD {
	live := units.KW(0)
	for _, s := range m.sites() {
		if m.RegionOf(s) == r {
			live += m.OwnSite(s).Energised
		}
	}
	return min(units.USD(live)*giftPerKW, mostGift)
}

const (
	giftPerKW = units.USD(100)
	giftStep  = units.USD(1_000_000)   // and the least that there is, see make_pact
	mostGift  = units.USD(100_000_000) // by choice
)

// permitted is the share of the company's turbines that have a permit.
func (m *mind) permitted() units.PPM {
	all, clean := units.KW(0), units.KW(0)
	from, to := m.Sites()
	for s := from; s < to; s++ {
		all += m.OwnSite(s).Gen
		clean += m.OwnSite(s).Clean
	}
	return units.PPM(units.MulDiv(int64(clean), int64(units.One), int64(max(all, 1))))
}

// promise is what a company would promise first: clean air, if it runs no
// turbines without a permit and means to run none, else what costs it money. The
// bold mean it until chips stand idle: see breaksWord.
func (m *mind) promise(r sim.RegionID, g *sim.Grid) uint8 {
	free := func(mode uint8) bool { return g.Promises&(1<<mode) == 0 }
	switch {
	case free(sim.PactAir) && g.Unpermitted == 0 && (m.Risk < 7 || m.allPermitted(r)):
		return sim.PactAir
	case m.Thrift < 6 && free(sim.PactWater):
		return sim.PactWater
	case m.Thrift < 4 && free(sim.PactBills):
		return sim.PactBills
	}
	return sim.PactMoney
}

// allPermitted tells whether no turbines of the company's in a region lack a permit,
// those on their way or stopped by a court included.
func (m *mind) allPermitted(r sim.RegionID) bool {
	for _, s := range m.sites() {
		if m.RegionOf(s) == r && m.plan(s, m.Date()).Turbines > m.OwnSite(s).Clean {
			return false
		}
	}
	return true
}

// energyTerm is for how long a leadership binds energy: a block of the grid's for a
// year, to be free when prices fall, five where a plant is built for it.
func (m *mind) energyTerm(source sim.EnergySource) int32 {
	if source == sim.SourceBlock {
		return weeksAYear
	}
	return 5 * weeksAYear
}

// shields tells whether a leadership binds energy at all: see mayShield.
func (m *mind) shields() bool { return m.Hedge >= 6 || m.Patience >= 5 }

// mayShield tells whether there can be anything for shield to do in a region: energy that
// climbs, a nuclear plant, or a line so long that one of gas comes before it.
func (m *mind) mayShield(r sim.RegionID) bool {
	price, base, nuclear := m.EnergyIn(r)
	return m.climbs(price, base) || m.Patience >= 7 && m.Hedge >= 6 && nuclear >= smallestHall || m.longLine(r)
}

// climbs tells whether a leadership that hedges sees energy get dearer.
func (m *mind) climbs(price, base units.Price) bool { return m.Hedge >= 6 && price*100 > base*101 }

// longLine tells whether a patient leadership would not wait for the grid of a region.
func (m *mind) longLine(r sim.RegionID) bool { return m.Patience >= 5 && m.QueueWeeks(r, false) > 100 }

// shield binds energy for years: those who hedge when prices have begun to climb,
// and the patient also at the plants that bring power of their own.
func (m *mind) shield(r sim.RegionID, g *sim.Grid) {
	s, standing := m.largestIn(r)
	if s == 0 {
		return
	}
	climbs := m.climbs(g.Energy, g.Base)
	open := part(standing, lean(m.Hedge, 0.2, 0.8)) - m.Contracted(r)
	open = open / kwPerOrder * kwPerOrder
	if open < smallestHall {
		if climbs {
			m.meanwhile(r, s, open)
		}
		return
	}
	o := &sim.Order{Kind: sim.OrderSignEnergy, Site: s, Qty: int64(open)}
	lack := units.KW(0)
	if m.longLine(r) {
		plan := m.plan(s, m.Date().AddWeeks(siteWeeks))
		lack = plan.HallsBy - plan.GridBy
	}
	switch {
	case g.Nuclear >= open && m.Patience >= 7 && m.Hedge >= 6:
		o.Mode = uint8(sim.SourceNuclear)
	case lack > smallestHall:
		o.Mode, o.Qty = uint8(sim.SourceGas), int64(min(open, lack)/kwPerOrder*kwPerOrder)
	case climbs:
		o.Mode = uint8(sim.SourceBlock)
	default:
		return
	}
	o.Weeks = m.energyTerm(sim.EnergySource(o.Mode))
	if m.order(o) && climbs && m.Contracted(r) > 0 && o.Mode != uint8(sim.SourceBlock) {
		m.meanwhile(r, s, open)
	}
}

// meanwhile binds the grid's energy for a year at a time where the plants that a
// company has signed are still being built. Open is what they leave open.
func (m *mind) meanwhile(r sim.RegionID, s sim.SiteID, open units.KW) {
	if open = (open + m.WiresTo(r)) / kwPerOrder * kwPerOrder; open >= smallestHall {
		m.order(&sim.Order{Kind: sim.OrderSignEnergy, Mode: uint8(sim.SourceBlock), Site: s, Qty: int64(open), Weeks: weeksAYear})
	}
}

// largestIn is the company's site with the most chips in a region, and their draw.
func (m *mind) largestIn(r sim.RegionID) (best sim.SiteID, standing units.KW) {
	most := units.KW(0)
	for _, s := range m.sites() {
		if m.RegionOf(s) != r {
			continue
		}
		draw := m.OwnSite(s).Standing
		standing += draw
		if draw > most {
			best, most = s, draw
		}
	}
	return best, standing
}

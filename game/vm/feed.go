package vm

import (
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/session"
	"entangle/sim/units"
)

// News is an event that the player hears of.
type News struct {
	Date   units.Date
	Mine   bool // the player's company acted, was struck, or is the other side
	Gain   int8 // +1 a gain for the one it happened to, -1 a loss
	Impact float64
	event  sim.Event
}

// mostNews bounds the feed; older news are in the file of orders to be replayed.
const mostNews = 400

// secret are the kinds of event that only those concerned see: refused orders,
// policies, books and deliveries. Deals and power make the news.
var secret = map[sim.EventKind]bool{
	sim.EventOrderRefused: true, sim.EventPolicySet: true, sim.EventQuarterClosed: true, sim.EventIdleChips: true,
	sim.EventBidLost: true, sim.EventTurnedAway: true, sim.EventSlotsShort: true, sim.EventOrderWaits: true, sim.EventOrderDropped: true,
	sim.EventChipsDelivered: true, sim.EventFleetMoved: true, sim.EventCapacityShort: true, sim.EventPaymentMissed: true,

	// People; who courts whom is heard of when it is over.
	sim.EventStarCourted: true, sim.EventStarDeclined: true, sim.EventPledgeBroken: true, sim.EventTalentLeft: true,
	sim.EventOfficePlanned: true, sim.EventOfficeOpen: true, sim.EventPayMissed: true,

	// Models before they are out, and how they were entered at the boards.
	sim.EventRunBegun: true, sim.EventRunDelayed: true, sim.EventRunResized: true, sim.EventRunDone: true, sim.EventRunDisappointed: true,
	sim.EventRunShelved: true, sim.EventModelDistilled: true, sim.EventBoardEntered: true,

	// Money that is asked for, and the house.
	sim.EventRoundOpened: true, sim.EventRoundFailed: true, sim.EventLoanRepaid: true, sim.EventCovenantBroken: true,
	sim.EventSettled: true, sim.EventBureaucracy: true, sim.EventDeputyNamed: true, sim.EventDeputyRecalled: true,
	sim.EventDeputyReport: true, sim.EventWarRoomOpened: true, sim.EventWarRoomClosed: true, sim.EventInvestigated: true,
	sim.EventVentureGate: true, sim.EventVentureStage: true,
}

// public are the kinds of event that everybody hears of, however small.
var public = map[sim.EventKind]bool{
	sim.EventSupplyEased: true, sim.EventPackagingShort: true, sim.EventMemoryShort: true, sim.EventAuction: true,
	sim.EventSuit: true, sim.EventInjunction: true, sim.EventSiliconDone: true, sim.EventSupplyOrdered: true, sim.EventSupplyGrew: true,

	sim.EventStarJoined: true, sim.EventStakeBought: true, sim.EventTeamLifted: true, sim.EventStarReturns: true, sim.EventHiringWave: true, sim.EventStarLeft: true, sim.EventWageMoved: true,
	sim.EventLaidOff: true, sim.EventExodus: true, sim.EventModelReleased: true, sim.EventModelRefined: true, sim.EventScandal: true, sim.EventFrontierMoved: true,
	sim.EventEfficiencyShock: true, sim.EventExposed: true, sim.EventLicenceSigned: true, sim.EventRoundClosed: true, sim.EventLoanCalled: true,
	sim.EventGuidanceMissed: true, sim.EventFright: true, sim.EventInsolvent: true, sim.EventChipsAuctioned: true, sim.EventReorganised: true,
	sim.EventVentureShown: true, sim.EventVentureLive: true, sim.EventVentureFailed: true, sim.EventDebtLost: true,

	sim.EventForeseen: true, sim.EventOutside: true, sim.EventAnswered: true, sim.EventOutsideOver: true,
}

// loudEnough is the effect from which rivals' events are heard of.
const loudEnough = 0.05

// report takes the news out of the events of a week: all that concern the
// player, and of the others what is public and large, unless there is nothing to tell.
func (p *Play) report(week units.Date) {
	for _, e := range p.world().Events() {
		if !session.News(e) {
			continue
		}
		n := News{Date: week, event: e, Impact: p.world().Impact(e), Mine: e.By == p.Me || e.Peer == p.Me && !secret[e.Kind]}
		if n.Gain = (session.Highlight{Event: e}).Gain(); e.Peer == p.Me && striking[e.Kind] {
			n.Gain = -1
		}
		if n.Mine || public[e.Kind] || !secret[e.Kind] && n.Impact >= loudEnough {
			p.Feed = append(p.Feed, n)
		}
	}
	if over := len(p.Feed) - mostNews; over > 0 {
		p.Feed = append(p.Feed[:0], p.Feed[over:]...)
	}
}

// Tell is the sentence of a piece of news.
func (p *Play) Tell(n News) string { return chronicle.Sentence(p.Lex, p.SC, n.event) }

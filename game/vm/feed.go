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
	sim.EventVentureStage: true,
}

// public are the kinds of event that everybody hears of, however small.
var public = map[sim.EventKind]bool{
	sim.EventSupplyEased: true, sim.EventPackagingShort: true, sim.EventMemoryShort: true, sim.EventAuction: true,
	sim.EventSuit: true, sim.EventInjunction: true, sim.EventSiliconDone: true,
	sim.EventVentureShown: true, sim.EventVentureLive: true, sim.EventVentureFailed: true,

	// capital
	sim.EventFright: true, sim.EventInsolvent: true, sim.EventLoanCalled: true, sim.EventRoundClosed: true, sim.EventDebtLost: true,
}

// loudEnough is the effect from which rivals' events are heard of.
const loudEnough = 0.05

// report takes the news out of the events of a week: all that concern the
// player, and of the others what is public and large.
func (p *Play) report(week units.Date) {
	for _, e := range p.world().Events() {
		n := News{Date: week, event: e, Impact: p.world().Impact(e), Mine: e.By == p.Me || e.Peer == p.Me && !secret[e.Kind]}
		n.Gain = session.Highlight{Event: e}.Gain()
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

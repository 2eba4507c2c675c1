package vm

import (
	"entangle/sim"
	"entangle/sim/units"
)

// weighty is the effect on the player's company from which an event stops a run.
const weighty = 0.05

// stopping are the kinds of event that stop a run whatever their effect: what
// the player must know to decide.
var stopping = map[sim.EventKind]bool{
	sim.EventOrderRefused: true, sim.EventStageSlipped: true, sim.EventSiteEnergised: true, sim.EventPowerUnpaid: true, sim.EventCutOff: true,
	sim.EventPaymentMissed: true, sim.EventContractEnded: true, sim.EventContractBroken: true, sim.EventBidLost: true,
	sim.EventSlotsShort: true, sim.EventCapacityShort: true, sim.EventOrderDropped: true, sim.EventBookingLost: true,
	sim.EventPowerLost: true, sim.EventWorkSlipped: true, sim.EventWorkStopped: true, sim.EventHallsReady: true,
	sim.EventQueueMoved: true, sim.EventGridGranted: true, sim.EventUnitsShort: true, sim.EventPermit: true,
	sim.EventProtest: true, sim.EventSuit: true, sim.EventInjunction: true, sim.EventSuitEnded: true, sim.EventPactBroken: true,
	sim.EventEnergyEnded: true, sim.EventPortDone: true, sim.EventSiliconStage: true, sim.EventSiliconSlipped: true, sim.EventSiliconDone: true,

	sim.EventTalentLeft: true, sim.EventPayMissed: true, sim.EventExodus: true, sim.EventStarJoined: true, sim.EventStarDeclined: true,
	sim.EventStarThreatens: true, sim.EventStarLeft: true, sim.EventPledgeBroken: true, sim.EventRunDone: true, sim.EventRunDisappointed: true,
	sim.EventScandal: true, sim.EventExposed: true, sim.EventLicenceEnded: true, sim.EventRoundClosed: true, sim.EventRoundFailed: true,
	sim.EventPromiseMissed: true, sim.EventCovenantBroken: true, sim.EventLoanCalled: true, sim.EventGuidanceMissed: true, sim.EventInsolvent: true,
	sim.EventWarRoomClosed: true, sim.EventVentureStage: true, sim.EventVentureLive: true, sim.EventVentureFailed: true,
}

// striking are the kinds of event of others that stop a run when the player's
// company is the other side.
var striking = map[sim.EventKind]bool{sim.EventStarJoined: true, sim.EventTeamLifted: true, sim.EventStarReturns: true}

// stop is why a run ends by itself: the end of the game, a quarter's end or a
// piece of news. The zero value lets it go on.
type stop struct {
	end, quarter bool
	alarm        bool // somebody courts an own star, or one threatens
	asked        bool // an event from outside asks for a choice
	news         *News
}

func (s stop) is() bool { return s.end || s.quarter || s.alarm || s.asked || s.news != nil }

// stopFor is why a run stops after a week with these news.
func (p *Play) stopFor(week units.Date, news []News) stop {
	if p.Over() {
		return stop{end: true}
	}
	if p.View().Asked() {
		return stop{asked: true}
	}
	for i := range news {
		n := news[i]
		if n.Mine && n.event.Peer == p.Me && striking[n.event.Kind] || n.Mine && n.event.By == p.Me && (stopping[n.event.Kind] || n.Gain != 0 && n.Impact >= weighty) {
			return stop{news: &n}
		}
	}
	if p.View().Alarmed() {
		return stop{alarm: true}
	}
	return stop{quarter: p.Date() > week.EndOfQuarter()}
}

// Stop says why a run stops after the last week; "" if it goes on.
func (p *Play) Stop() string {
	switch {
	case p.stop.end:
		return p.T("stop.end")
	case p.stop.asked:
		return p.T("stop.asked", "event", p.Title(sim.OfIncident, int32(p.askedLast())))
	case p.stop.news != nil:
		return p.T("stop.news", "text", p.Tell(*p.stop.news))
	case p.stop.alarm:
		return p.T("stop.alarm")
	case p.stop.quarter:
		return p.T("stop.quarter")
	}
	return ""
}

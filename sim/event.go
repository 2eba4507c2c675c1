package sim

import "entangle/sim/units"

// Event is something that happened, as a row. By acted or was struck; Peer is
// the other side; Cause is the event that brought it about, 0 none.
type Event struct {
	ID     EventID
	Cause  EventID
	Kind   EventKind
	Mode   uint8 // of the order whose event it is, where the kinds of event do not tell its modes apart
	By     CompanyID
	Peer   CompanyID
	Reason Reason // of a refusal
	Order  OrderKind
	Family FamilyID // of the chips it is about, 0 none
	Ref    Ref
	Qty    int64 // in the unit EventSpec.Qty
	Amount int64 // in the unit EventSpec.Amount
}

// EventKind is a kind of event.
type EventKind uint8

// The kinds of event.
const (
	EventNone EventKind = iota
	EventOrderRefused
	EventChipsOrdered
	EventCapacityPosted
	EventCapacityRented
	EventBidLost
	EventFleetMoved
	EventPolicySet
	EventChipsDelivered
	EventSiteEnergised
	EventStageSlipped
	EventCapacityShort
	EventIdleChips
	EventTurnedAway
	EventPowerUnpaid
	EventCutOff
	EventPaymentMissed
	EventContractEnded
	EventContractBroken
	EventRenewed
	EventQuarterClosed
	EventSlotsShort
	EventOrderWaits
	EventOrderDropped
	EventSupplyEased
	EventPackagingShort
	EventMemoryShort
	EventRationed
	EventBookingLost
	EventPowerLost
	EventGroundBroken
	EventWorkStage
	EventWorkSlipped
	EventWorkStopped
	EventHallsReady
	EventQueueJoined
	EventQueueMoved
	EventQueueEarlier
	EventQueueLeft
	EventGridGranted
	EventBridgeOrdered
	EventUnitsShort
	EventPermit
	EventProtest
	EventSuit
	EventInjunction
	EventSuitEnded
	EventPactMade
	EventPactBroken
	EventEnergySigned
	EventEnergyEnded
	EventCurtailed
	EventAuction
	EventHallsIdle
	EventPortBegun
	EventPortDone
	EventSpotMoved
	EventRentalBegun
	EventFleetSold
	EventSiliconGate
	EventSiliconStage
	EventSiliconSlipped
	EventSiliconDone
	// talent
	EventTalentLeft
	EventWageMoved
	EventLaidOff
	EventOfficePlanned
	EventOfficeOpen
	EventExodus
	EventPayMissed

	// Customers.
	EventPriceCut
	EventLicenceSigned
	EventLicenceEnded
	EventRunBegun // models
	EventRunDelayed
	EventRunResized
	EventRunDone
	EventRunDisappointed
	EventRunShelved
	EventModelDistilled
	EventModelReleased
	EventScandal
	EventFrontierMoved
	EventEfficiencyShock
	EventBoardEntered
	EventExposed
	EventModelRefined
	EventStarCourted // stars
	EventStarJoined
	EventStakeBought
	EventStarDeclined
	EventStarStays
	EventStarThreatens
	EventStarLeft
	EventTeamLifted
	EventStarReturns
	EventHiringWave
	EventPledgeBroken
	EventRoundOpened // capital
	EventRoundClosed
	EventRoundFailed
	EventPromiseMissed
	EventLoanTaken
	EventLoanRepaid
	EventCovenantBroken
	EventLoanCalled
	EventResults
	EventGuidanceSet
	EventGuidanceMissed
	EventFright
	EventInsolvent
	EventChipsAuctioned
	EventDebtLost
	EventModelLeaked

	EventVentureGate // programmes
	EventVentureStage
	EventVentureShown
	EventVentureLive
	EventVentureFailed

	// Organisation.
	EventReorganised
	EventSettled
	EventBureaucracy
	EventDeputyNamed
	EventDeputyRecalled
	EventDeputyReport
	EventWarRoomOpened
	EventWarRoomClosed
	EventInvestigated

	// Events from outside.
	EventForeseen
	EventOutside
	EventAnswered
	EventOutsideOver

	EventBookingSigned // bookings
	EventBookingDelivered
	EventBookingLate
	EventBookingLeft
	EventSupplyOrdered // more packaging or memory
	EventSupplyGrew
	eventKinds
)

// Measure says what an event's Qty counts, and so how its weight is judged.
type Measure uint8

// The measures.
const (
	MeasureNone    Measure = iota
	MeasureCompute         // Qty in thousandths of an H100e, gained or at stake by By
	MeasureMoney           // Amount in dollars
)

// EventSpec describes a kind of event: what its numbers count, and whether By
// gains (+1) or loses (-1) by it.
type EventSpec struct {
	Name    string
	Measure Measure
	Qty     units.Kind
	Amount  units.Kind
	Gain    int8
}

const (
	noUnit = units.KindNumber
	money  = units.KindUSD
	h100e  = units.KindH100e
	chips  = units.KindChips
	rent   = units.KindUSDPerGPUHour
)

var eventSpecs = [eventKinds]EventSpec{
	EventOrderRefused:   {"order_refused", MeasureNone, noUnit, noUnit, 0},
	EventChipsOrdered:   {"chips_ordered", MeasureMoney, chips, money, 0},
	EventCapacityPosted: {"capacity_posted", MeasureNone, chips, rent, 0},
	EventCapacityRented: {"capacity_rented", MeasureCompute, h100e, rent, +1},
	EventBidLost:        {"bid_lost", MeasureNone, h100e, rent, -1},
	EventFleetMoved:     {"fleet_moved", MeasureCompute, h100e, noUnit, 0},
	EventPolicySet:      {"policy_set", MeasureNone, noUnit, noUnit, 0},
	EventChipsDelivered: {"chips_delivered", MeasureCompute, h100e, noUnit, +1},
	EventSiteEnergised:  {"site_energised", MeasureCompute, h100e, units.KindKW, +1},
	EventStageSlipped:   {"stage_slipped", MeasureNone, units.KindWeeks, units.KindKW, -1},
	EventCapacityShort:  {"capacity_short", MeasureCompute, h100e, noUnit, -1},
	EventIdleChips:      {"idle_chips", MeasureNone, h100e, units.KindShare, -1},
	EventTurnedAway:     {"customers_turned_away", MeasureMoney, h100e, money, -1},
	EventPowerUnpaid:    {"power_unpaid", MeasureMoney, noUnit, money, -1},
	EventCutOff:         {"cut_off", MeasureCompute, h100e, money, -1},
	EventPaymentMissed:  {"payment_missed", MeasureMoney, noUnit, money, -1},
	EventContractEnded:  {"contract_ended", MeasureCompute, h100e, money, 0},
	EventContractBroken: {"contract_broken", MeasureCompute, h100e, money, -1},
	EventRenewed:        {"rental_renewed", MeasureNone, h100e, rent, 0},
	EventQuarterClosed:  {"quarter_closed", MeasureNone, noUnit, money, 0},
	EventSlotsShort:     {"slots_short", MeasureNone, chips, noUnit, -1},
	EventOrderWaits:     {"order_waits", MeasureNone, units.KindWeeks, noUnit, 0},
	EventOrderDropped:   {"order_dropped", MeasureNone, noUnit, noUnit, -1},
	EventSupplyEased:    {"supply_eased", MeasureNone, noUnit, noUnit, 0},
	EventPackagingShort: {"packaging_short", MeasureNone, noUnit, noUnit, 0},
	EventMemoryShort:    {"memory_short", MeasureNone, noUnit, noUnit, 0},
	EventRationed:       {"chips_rationed", MeasureNone, units.KindShare, money, 0},
	EventBookingLost:    {"booking_lost", MeasureNone, chips, noUnit, -1},

	EventPowerLost:      {"power_lost", MeasureCompute, h100e, units.KindKW, -1},
	EventGroundBroken:   {"ground_broken", MeasureNone, units.KindWeeks, units.KindKW, 0},
	EventWorkStage:      {"work_stage", MeasureNone, units.KindWeeks, units.KindKW, 0},
	EventWorkSlipped:    {"work_slipped", MeasureNone, units.KindWeeks, units.KindKW, -1},
	EventWorkStopped:    {"work_stopped", MeasureNone, noUnit, units.KindKW, -1},
	EventHallsReady:     {"halls_ready", MeasureNone, noUnit, units.KindKW, +1},
	EventQueueJoined:    {"queue_joined", MeasureNone, units.KindWeeks, units.KindKW, 0},
	EventQueueMoved:     {"queue_moved", MeasureNone, units.KindWeeks, units.KindKW, -1},
	EventQueueEarlier:   {"queue_earlier", MeasureNone, units.KindWeeks, units.KindKW, +1},
	EventQueueLeft:      {"queue_left", MeasureNone, noUnit, units.KindKW, 0},
	EventGridGranted:    {"grid_granted", MeasureNone, noUnit, units.KindKW, +1},
	EventBridgeOrdered:  {"bridge_ordered", MeasureNone, units.KindWeeks, units.KindKW, 0},
	EventUnitsShort:     {"units_short", MeasureNone, noUnit, units.KindKW, -1},
	EventPermit:         {"permit_granted", MeasureNone, noUnit, units.KindKW, +1},
	EventProtest:        {"protest", MeasureNone, noUnit, units.KindKW, -1},
	EventSuit:           {"suit_filed", MeasureNone, noUnit, units.KindKW, -1},
	EventInjunction:     {"injunction", MeasureNone, noUnit, units.KindKW, -1},
	EventSuitEnded:      {"suit_ended", MeasureNone, noUnit, noUnit, +1},
	EventPactMade:       {"pact_made", MeasureNone, units.KindShare, money, 0},
	EventPactBroken:     {"pact_broken", MeasureNone, noUnit, units.KindKW, -1},
	EventEnergySigned:   {"energy_signed", MeasureNone, units.KindWeeks, units.KindKW, 0},
	EventEnergyEnded:    {"energy_ended", MeasureNone, noUnit, units.KindKW, 0},
	EventCurtailed:      {"power_curtailed", MeasureNone, noUnit, units.KindKW, -1},
	EventPortBegun:      {"port_begun", MeasureNone, noUnit, units.KindWeeks, 0},
	EventPortDone:       {"port_done", MeasureNone, noUnit, units.KindShare, +1},
	EventSpotMoved:      {"spot_moved", MeasureNone, h100e, rent, 0},
	EventRentalBegun:    {"rental_begun", MeasureCompute, h100e, noUnit, +1},
	EventFleetSold:      {"fleet_sold", MeasureCompute, h100e, money, -1},
	EventSiliconGate:    {"silicon_gate", MeasureNone, noUnit, money, 0},
	EventSiliconStage:   {"silicon_stage", MeasureNone, noUnit, noUnit, +1},
	EventSiliconSlipped: {"silicon_slipped", MeasureNone, units.KindWeeks, noUnit, -1},
	EventSiliconDone:    {"silicon_done", MeasureMoney, noUnit, money, +1},
	EventAuction:        {"capacity_auction", MeasureNone, noUnit, units.KindUSDPerMWh, 0},
	EventHallsIdle:      {"halls_idle", MeasureNone, noUnit, units.KindKW, -1},

	EventTalentLeft:    {"talent_left", MeasureNone, noUnit, units.KindShare, -1},
	EventWageMoved:     {"wage_moved", MeasureNone, noUnit, money, 0},
	EventLaidOff:       {"laid_off", MeasureNone, noUnit, money, -1},
	EventOfficePlanned: {"office_planned", MeasureNone, noUnit, money, 0},
	EventOfficeOpen:    {"office_open", MeasureNone, noUnit, noUnit, +1},
	EventExodus:        {"exodus", MeasureNone, noUnit, noUnit, -1},
	EventPayMissed:     {"pay_missed", MeasureMoney, noUnit, money, -1},

	// Customers.
	EventPriceCut:      {"price_cut", MeasureNone, units.KindShare, rent, -1},
	EventLicenceSigned: {"licence_signed", MeasureNone, units.KindWeeks, units.KindShare, 0},
	EventLicenceEnded:  {"licence_ended", MeasureMoney, noUnit, money, 0},
	// Models.
	EventRunBegun:        {"run_begun", MeasureNone, noUnit, noUnit, 0},
	EventRunDelayed:      {"run_delayed", MeasureNone, units.KindWeeks, noUnit, -1},
	EventRunResized:      {"run_resized", MeasureNone, noUnit, noUnit, 0},
	EventRunDone:         {"run_done", MeasureNone, noUnit, noUnit, +1},
	EventRunDisappointed: {"run_disappointed", MeasureNone, noUnit, noUnit, -1},
	EventRunShelved:      {"run_shelved", MeasureNone, noUnit, noUnit, -1},
	EventModelDistilled:  {"model_distilled", MeasureNone, noUnit, noUnit, +1},
	EventModelReleased:   {"model_released", MeasureNone, noUnit, noUnit, +1},
	EventScandal:         {"release_scandal", MeasureNone, units.KindWeeks, noUnit, -1},
	EventFrontierMoved:   {"frontier_moved", MeasureNone, noUnit, noUnit, +1},
	EventEfficiencyShock: {"efficiency_shock", MeasureNone, units.KindShare, units.KindShare, 0},
	EventBoardEntered:    {"benchmark_entered", MeasureNone, noUnit, noUnit, 0},
	EventExposed:         {"benchmark_exposed", MeasureNone, noUnit, noUnit, -1},
	EventModelRefined:    {"model_refined", MeasureNone, noUnit, noUnit, +1},
	// Stars.
	EventStarCourted:   {"star_courted", MeasureNone, noUnit, money, 0},
	EventStarJoined:    {"star_joined", MeasureMoney, noUnit, money, +1},
	EventStakeBought:   {"stake_bought", MeasureMoney, noUnit, money, 0},
	EventStarDeclined:  {"star_declined", MeasureNone, noUnit, money, -1},
	EventStarStays:     {"star_stays", MeasureMoney, noUnit, money, +1},
	EventStarThreatens: {"star_threatens", MeasureMoney, noUnit, money, -1},
	EventStarLeft:      {"star_left", MeasureMoney, noUnit, money, -1},
	EventTeamLifted:    {"team_lifted", MeasureMoney, noUnit, money, +1},
	EventStarReturns:   {"star_returns", MeasureMoney, noUnit, money, +1},
	EventHiringWave:    {"hiring_wave", MeasureNone, noUnit, money, +1},
	EventPledgeBroken:  {"pledge_broken", MeasureNone, h100e, units.KindShare, -1},

	// capital
	EventRoundOpened:    {"round_opened", MeasureMoney, units.KindWeeks, money, 0},
	EventRoundClosed:    {"round_closed", MeasureMoney, units.KindShare, money, +1},
	EventRoundFailed:    {"round_failed", MeasureMoney, noUnit, money, -1},
	EventPromiseMissed:  {"promise_missed", MeasureNone, units.KindShare, money, -1},
	EventLoanTaken:      {"loan_taken", MeasureMoney, units.KindShare, money, +1},
	EventLoanRepaid:     {"loan_repaid", MeasureNone, noUnit, money, 0},
	EventCovenantBroken: {"covenant_broken", MeasureMoney, noUnit, money, -1},
	EventLoanCalled:     {"loan_called", MeasureMoney, units.KindWeeks, money, -1},
	EventResults:        {"results", MeasureNone, units.KindShare, money, 0},
	EventGuidanceSet:    {"guidance_set", MeasureNone, noUnit, money, 0},
	EventGuidanceMissed: {"guidance_missed", MeasureNone, units.KindShare, money, -1},
	EventFright:         {"market_fright", MeasureNone, units.KindShare, noUnit, -1},
	EventInsolvent:      {"insolvent", MeasureMoney, noUnit, money, -1},
	EventChipsAuctioned: {"chips_auctioned", MeasureCompute, h100e, money, +1},
	EventDebtLost:       {"debt_lost", MeasureMoney, noUnit, money, -1},
	EventModelLeaked:    {"model_leaked", MeasureNone, noUnit, noUnit, -1},

	// Programmes.
	EventVentureGate:   {"venture_gate", MeasureNone, noUnit, money, 0},
	EventVentureStage:  {"venture_stage", MeasureNone, units.KindShare, noUnit, 0},
	EventVentureShown:  {"venture_shown", MeasureMoney, noUnit, money, 0},
	EventVentureLive:   {"venture_live", MeasureMoney, noUnit, money, +1},
	EventVentureFailed: {"venture_failed", MeasureMoney, noUnit, money, -1},

	EventReorganised:    {"reorganised", MeasureNone, noUnit, units.KindWeeks, 0},
	EventSettled:        {"reorganisation_settled", MeasureNone, noUnit, noUnit, 0},
	EventBureaucracy:    {"bureaucracy_moved", MeasureNone, units.KindWeeks, noUnit, 0},
	EventDeputyNamed:    {"deputy_named", MeasureNone, noUnit, noUnit, 0},
	EventDeputyRecalled: {"deputy_recalled", MeasureNone, noUnit, noUnit, 0},
	EventDeputyReport:   {"deputy_report", MeasureNone, noUnit, noUnit, 0},
	EventWarRoomOpened:  {"war_room_opened", MeasureNone, noUnit, units.KindWeeks, 0},
	EventWarRoomClosed:  {"war_room_closed", MeasureNone, noUnit, noUnit, 0},
	EventInvestigated:   {"investigated", MeasureNone, noUnit, units.KindWeeks, 0},

	EventForeseen:         {"outside_sign", MeasureNone, units.KindWeeks, noUnit, 0},
	EventOutside:          {"outside_event", MeasureNone, units.KindShare, noUnit, 0},
	EventAnswered:         {"outside_answer", MeasureNone, noUnit, noUnit, 0},
	EventOutsideOver:      {"outside_over", MeasureNone, noUnit, noUnit, 0},
	EventBookingSigned:    {"booking_signed", MeasureCompute, h100e, rent, +1},
	EventBookingDelivered: {"booking_delivered", MeasureCompute, h100e, noUnit, +1},
	EventBookingLate:      {"booking_late", MeasureCompute, h100e, noUnit, -1},
	EventBookingLeft:      {"booking_left", MeasureCompute, h100e, money, -1},
	EventSupplyOrdered:    {"supply_ordered", MeasureMoney, units.KindShare, money, 0},
	EventSupplyGrew:       {"supply_grew", MeasureNone, units.KindShare, noUnit, +1},
}

// Spec describes the kind.
func (k EventKind) Spec() EventSpec { return eventSpecs[k] }

// EventKinds lists all kinds.
func EventKinds() []EventKind {
	list := make([]EventKind, 0, eventKinds)
	for k := EventNone + 1; k < eventKinds; k++ {
		list = append(list, k)
	}
	return list
}

// emit records an event and returns its id.
func (w *World) emit(e Event) EventID {
	w.head.NextEvent++
	e.ID = w.head.NextEvent
	w.events = append(w.events, e)
	return e.ID
}

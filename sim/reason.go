package sim

import "entangle/sim/units"

// Reason is why an order was refused.
type Reason uint8

// The reasons.
const (
	ReasonNone          Reason = iota
	ReasonUnknownKind          // no such order, or no such mode
	ReasonUnusedField          // a field that the kind does not use is set
	ReasonNoSuchThing          // an id that names nothing
	ReasonTooSmall             // a number below its bound: have, need
	ReasonTooLarge             // a number above its bound: have, need
	ReasonNotOwnSite           // the site belongs to Ref
	ReasonSameSite             // from and to are the same site
	ReasonSamePeer             // a company cannot deal with itself
	ReasonNotSoldTo            // the designer does not sell this family to the company
	ReasonOwnFamily            // a designer does not buy its own chips
	ReasonNoSlots              // the designer books no more than Have chips now
	ReasonCash                 // Have dollars to spend above the cash floor, Need asked
	ReasonContractLimit        // Ref has Have contracts, no more than Need are possible
	ReasonBidLimit             // no more than Need bids a week
	ReasonNotOffered           // Ref offers none of that family
	ReasonExcluded             // the offer of Ref excludes the company
	ReasonOfferTooSmall        // Have chips are on offer, Need asked
	ReasonUnderFloor           // ceiling Have is below the floor Need
	ReasonNoSuchChips          // Have chips there are free, Need asked
	ReasonNoResale             // brokers do not take Ref from who designs it
	ReasonNoPower              // Have chips fit the free power of Ref, Need asked
	ReasonServesNobody         // the company serves no customers
	ReasonBadWeights           // weights that are negative or do not add up to one
	ReasonBadDate              // a date before the start or far beyond the end
	ReasonAttention            // Have points of attention are left, Need asked
	ReasonPending              // Have orders wait in the organisation, no more than Need can
	ReasonNotDesigner          // Ref designs the family, not the company
	ReasonTooSoon              // Have weeks since the last, Need are asked
	ReasonNoPlace              // names neither a region nor a site, or both
	ReasonNoGrowth             // nothing can be built in Ref
	ReasonNeedsSite            // Ref deals only with those who have a site there
	ReasonProjects             // Have projects of the kind are under way, no more than Need can be
	ReasonTolerance            // the neighbours in Ref bear Have, Need is needed
	ReasonPowerLeft            // Ref has room for Have kW, Need asked
	ReasonNoUnits              // suppliers in Ref have Have kW, Need asked
	ReasonSuitOpen             // the neighbours in Ref are suing the company
	ReasonRipe                 // the software for Ref needs no more work
	ReasonNoTestBlock          // Have chips of Ref run for the company, Need are asked
	ReasonNoEngineers          // Have engineers are free, Need asked
	ReasonNotOut               // the programme for Ref is not done
	ReasonNotOwnProgram        // the programme belongs to Ref
	ReasonProgramOver          // Ref is done, killed or never began
	ReasonSamePace             // Ref goes on like that already

	// talent
	ReasonNoTalent // the scenario has no market for people
	ReasonNoHeads  // Have people can go, Need asked
	ReasonOffices  // Have offices, no more than Need can be

	// Customers.
	ReasonNotHosted // others may not run Ref
	ReasonLicensed  // there is a licence from Ref
	// Models.
	ReasonMakesNone   // the company makes no models
	ReasonNotOwnModel // the model is of Ref
	ReasonNoRun       // nothing is under way for Ref that could be steered so
	ReasonRunTooBig   // Have is what can be trained in two years, Need asked
	ReasonNotFinished // Ref is not finished, or not on offer
	ReasonOnOffer     // Ref is on offer or in tests already, on these terms or for all
	ReasonEntered     // Ref was entered before
	// Stars.
	ReasonOwnStar    // Ref works for the company already
	ReasonNotOwnStar // Ref works for somebody else, or for nobody
	ReasonSettling   // Ref signed Have weeks ago and hears offers after Need
	ReasonAbroad     // Ref works for companies of another home
	ReasonLowPay     // Have a year is offered, Ref hears of no less than Need
	ReasonNoCompute  // Have thousandths of an H100e per head are left to promise, Need asked
	ReasonNoMandate  // Have of the mandate is left to give, Need asked
	ReasonNoOccasion // Ref does not threaten, has no offer that is known of, and no shares vest soon
	ReasonNoTeam     // Ref works for nobody and has no team to bring
	ReasonNoLink     // Ref is content, and nobody in the house worked there
	ReasonNoCapital  // capital: nobody invests or lends
	ReasonInsolvent  // Ref is in the hands of administrators
	ReasonStake      // investors put in Have at most, Need asked
	ReasonCollateral // what it rests on carries Have more, Need asked
	ReasonCover      // income carries Have more, Need asked
	ReasonLenders    // a covenant is broken: lenders lend no more
	ReasonLoans      // Have loans, no more than Need are possible
	ReasonGuided     // Have was promised for that quarter already
	ReasonTooHigh    // nobody would believe more than Have

	// Programmes.
	ReasonOtherProgram // Ref is no programme of the kind that the order is for
	ReasonStageMissing // Ref has Have stages done, Need must be

	// Organisation.
	ReasonNotPlayed  // the scenario does without it
	ReasonSameForm   // the company is organised like that already
	ReasonHasDeputy  // the area has a deputy
	ReasonNoDeputy   // the area has no deputy who could give the order
	ReasonDeputyBusy // the deputy gave Have orders this week, no more than Need are possible
	ReasonKnown      // nothing to learn for Have more weeks

	// Events from outside.
	ReasonNotOpen  // Ref has not happened, or it is too late to choose
	ReasonNotAsked // Ref does not concern the company
	ReasonAnswered // it has chosen Ref
	ReasonBarred   // Ref bars sales to the company

	// Bookings.
	ReasonOtherSite  // the site is none of Ref's
	ReasonBookingDay // it would begin in Have weeks, Need is possible
	ReasonNoHeadroom // Ref commits to no more than Have by then, Need asked
	ReasonCredit     // Ref trusts the company with no more than Have, Need asked
	ReasonUnderAsk   // Ref asks Need, Have is offered
	ReasonNotBooked  // nothing that is booked of Ref is still to come
	// Makers of packaging and memory.
	ReasonNotMaker // Ref makes it, not the company
	ReasonNoTools  // tools for Have more can be had, Need asked

	ReasonClosedRegion // Ref is open to others only
	reasonKinds
)

// ReasonSpec describes a reason: its name in outputs and what Have and Need count.
type ReasonSpec struct {
	Name string
	Unit units.Kind
}

var reasonSpecs = [reasonKinds]ReasonSpec{
	ReasonNone:          {"none", noUnit},
	ReasonUnknownKind:   {"unknown_kind", noUnit},
	ReasonUnusedField:   {"unused_field", noUnit},
	ReasonNoSuchThing:   {"no_such_thing", noUnit},
	ReasonTooSmall:      {"too_small", noUnit},
	ReasonTooLarge:      {"too_large", noUnit},
	ReasonNotOwnSite:    {"not_own_site", noUnit},
	ReasonSameSite:      {"same_site", noUnit},
	ReasonSamePeer:      {"same_peer", noUnit},
	ReasonNotSoldTo:     {"not_sold_to", noUnit},
	ReasonOwnFamily:     {"own_family", noUnit},
	ReasonNoResale:      {"no_resale", noUnit},
	ReasonNoSlots:       {"no_slots", chips},
	ReasonCash:          {"cash", money},
	ReasonContractLimit: {"contract_limit", noUnit},
	ReasonBidLimit:      {"bid_limit", noUnit},
	ReasonNotOffered:    {"not_offered", noUnit},
	ReasonExcluded:      {"excluded", noUnit},
	ReasonOfferTooSmall: {"offer_too_small", chips},
	ReasonUnderFloor:    {"under_floor", rent},
	ReasonNoSuchChips:   {"no_such_chips", chips},
	ReasonNoPower:       {"no_power", chips},
	ReasonServesNobody:  {"serves_nobody", noUnit},
	ReasonBadWeights:    {"bad_weights", noUnit},
	ReasonBadDate:       {"bad_date", noUnit},
	ReasonAttention:     {"attention", noUnit},
	ReasonPending:       {"pending", noUnit},
	ReasonNotDesigner:   {"not_designer", noUnit},
	ReasonTooSoon:       {"too_soon", noUnit},
	ReasonNoPlace:       {"no_place", noUnit},
	ReasonNoGrowth:      {"no_growth", noUnit},
	ReasonNeedsSite:     {"needs_site", noUnit},
	ReasonProjects:      {"projects", noUnit},
	ReasonTolerance:     {"tolerance", units.KindShare},
	ReasonPowerLeft:     {"power_left", units.KindKW},
	ReasonNoUnits:       {"no_units", units.KindKW},
	ReasonSuitOpen:      {"suit_open", noUnit},
	ReasonRipe:          {"ripe", noUnit},
	ReasonNoTestBlock:   {"no_test_block", chips},
	ReasonNoEngineers:   {"no_engineers", noUnit},
	ReasonNotOut:        {"not_out", noUnit},
	ReasonNotOwnProgram: {"not_own_programme", noUnit},
	ReasonProgramOver:   {"programme_over", noUnit},
	ReasonSamePace:      {"same_pace", noUnit},

	ReasonNoTalent: {"no_talent", noUnit},
	ReasonNoHeads:  {"no_heads", noUnit},
	ReasonOffices:  {"offices", noUnit},

	// Customers.
	ReasonNotHosted: {"not_hosted", noUnit},
	ReasonLicensed:  {"licensed", noUnit},
	// Models.
	ReasonMakesNone:   {"makes_no_models", noUnit},
	ReasonNotOwnModel: {"not_own_model", noUnit},
	ReasonNoRun:       {"no_run", noUnit},
	ReasonRunTooBig:   {"run_too_big", noUnit},
	ReasonNotFinished: {"not_finished", noUnit},
	ReasonOnOffer:     {"on_offer", noUnit},
	ReasonEntered:     {"entered", noUnit},
	// Stars.
	ReasonOwnStar:    {"own_star", noUnit},
	ReasonNotOwnStar: {"not_own_star", noUnit},
	ReasonSettling:   {"settling", noUnit},
	ReasonAbroad:     {"abroad", noUnit},
	ReasonLowPay:     {"low_pay", money},
	ReasonNoCompute:  {"no_compute", h100e},
	ReasonNoMandate:  {"no_mandate", units.KindShare},
	ReasonNoOccasion: {"no_occasion", noUnit},
	ReasonNoTeam:     {"no_team", noUnit},
	ReasonNoLink:     {"no_link", noUnit},
	ReasonNoCapital:  {"no_capital", noUnit},
	ReasonInsolvent:  {"insolvent", noUnit},
	ReasonStake:      {"stake", money},
	ReasonCollateral: {"collateral", money},
	ReasonCover:      {"cover", money},
	ReasonLenders:    {"lenders", noUnit},
	ReasonLoans:      {"loans", noUnit},
	ReasonGuided:     {"guided", money},
	ReasonTooHigh:    {"too_high", money},

	// Programmes.
	ReasonOtherProgram: {"other_programme", noUnit},
	ReasonStageMissing: {"stage_missing", noUnit},

	ReasonNotPlayed:  {"not_played", noUnit},
	ReasonSameForm:   {"same_form", noUnit},
	ReasonHasDeputy:  {"has_deputy", noUnit},
	ReasonNoDeputy:   {"no_deputy", noUnit},
	ReasonDeputyBusy: {"deputy_busy", noUnit},
	ReasonKnown:      {"known", noUnit},

	ReasonNotOpen:    {"not_open", noUnit},
	ReasonNotAsked:   {"not_asked", noUnit},
	ReasonAnswered:   {"answered", noUnit},
	ReasonBarred:     {"barred", noUnit},
	ReasonOtherSite:  {"other_site", noUnit},
	ReasonBookingDay: {"booking_day", units.KindWeeks},
	ReasonNoHeadroom: {"no_headroom", h100e},
	ReasonCredit:     {"credit", h100e},
	ReasonUnderAsk:   {"under_ask", rent},
	ReasonNotBooked:  {"not_booked", noUnit},
	ReasonNotMaker:   {"not_maker", noUnit},
	ReasonNoTools:    {"no_tools", noUnit},

	ReasonClosedRegion: {"closed_region", noUnit},
}

// Spec describes the reason.
func (r Reason) Spec() ReasonSpec { return reasonSpecs[r] }

// Reasons lists all reasons for refusal.
func Reasons() []Reason {
	list := make([]Reason, 0, reasonKinds)
	for r := ReasonNone + 1; r < reasonKinds; r++ {
		list = append(list, r)
	}
	return list
}

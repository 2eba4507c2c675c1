package sim

import (
	"slices"

	"entangle/sim/units"
)

// The standing policies, as modes of set_policy.
const (
	PolicyPrice     uint8 = iota + 1 // the price itself; the rule goes on from there
	PolicyPriceStep                  // largest weekly change by the price rule, 0 fixes the price
	PolicyCashFloor                  // cash that new commitments must leave
	PolicyRenew                      // share of a lapsing rental renewed by itself
	PolicyDispatch                   // share of own turbines put to work
)

// setPolicySpec: set_policy changes a standing policy. Policies run by
// themselves, also while somebody else gives the company's orders.
var setPolicySpec = OrderSpec{
	Kind: OrderSetPolicy, Name: "set_policy", Group: GroupOrganisation, Attention: 1, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "policy"}},
	Modes: append([]ModeSpec{
		{PolicyPrice, "price", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldPrice, Name: "price", Unit: rent, Min: int64(minPrice), Max: int64(maxRent)}, {Field: FieldSegment, Name: "segment", Optional: true}}},
		{PolicyPriceStep, "price_step", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "step", Unit: units.KindShare, Min: 0, Max: 50_000}}},
		{PolicyCashFloor, "cash_floor", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldQty, Name: "cash", Unit: money, Min: 0, Max: maxExact}}},
		{PolicyRenew, "renew", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "share", Unit: units.KindShare, Min: 0, Max: int64(units.One)}}},
		{PolicyDispatch, "dispatch", []FieldSpec{{Field: FieldMode, Name: "policy"},
			{Field: FieldShare, Name: "use", Unit: units.KindShare, Min: 0, Max: int64(units.One)}}},
	}, slices.Concat(computePolicies(), talentPolicies(), modelPolicies(), pricePolicies(), bookingPolicies())...),
	check: checkSetPolicy, apply: applySetPolicy,
}

func checkSetPolicy(w *World, o *Order) Refusal {
	switch policyNeeds[o.Mode&31] {
	case needsOffers:
		if w.companies[o.By].Offers == 0 || o.Segment != 0 && w.product(o.Segment, o.By).Price == 0 {
			return Refusal{Reason: ReasonServesNobody}
		}
	case needsTalent:
		if !w.hasTalent() {
			return Refusal{Reason: ReasonNoTalent}
		}
	case needsBookings:
		if !w.books() {
			return Refusal{Reason: ReasonNotPlayed}
		}
	}
	return Refusal{}
}

// What a policy needs.
const (
	needsNothing uint8 = iota
	needsOffers
	needsTalent
	needsBookings
)

// policyNeeds is what each needs, by mode, with room for more than there are.
var policyNeeds = makePolicyNeeds()

func makePolicyNeeds() (all [32]uint8) {
	for mode := range uint8(maxModes) {
		switch {
		case pricesWhat(mode):
			all[mode] = needsOffers
		case mode >= PolicyPay && mode <= PolicyRaise:
			all[mode] = needsTalent
		case mode == PolicyBookFloor:
			all[mode] = needsBookings
		}
	}
	return all
}

// applySetPolicy has one switch for all, since nobody could guess which comes next.
func applySetPolicy(w *World, o *Order) {
	co := &w.companies[o.By]
	switch o.Mode {
	case PolicyPrice:
		w.setPrice(o.By, o.Segment, o.Price)
	case PolicyPriceStep:
		co.Policy.PriceStep = o.Share
	case PolicyCashFloor:
		co.Policy.CashFloor = usd(o.Qty)
	case PolicyRenew:
		co.Policy.Renew = o.Share
	case PolicyDispatch:
		co.Policy.Dispatch = o.Share
	case PolicyMatch, PolicyFollow:
		w.setMatch(o)
	case PolicyBookFloor:
		co.Policy.BookFloor = o.Price
	case PolicySplit:
		co.Policy.Split = o.Share
	case PolicySpotReserve:
		co.Policy.Reserve = o.Price
	case PolicySpotCeiling:
		co.Policy.SpotCeiling = o.Price
	case PolicyFamily:
		co.Policy.Family = o.Family
	case PolicyCover:
		co.Policy.Cover = o.Share
	case PolicyPay:
		co.Policy.Pay = o.Share
	case PolicyGrowth:
		co.Policy.Growth = o.Share
	case PolicyRaise:
		co.Policy.Match = o.Share
	case PolicyResearch:
		co.Policy.Research = o.Share
	case PolicyTraining:
		co.Policy.Training = o.Share
	}
	w.emit(Event{Kind: EventPolicySet, By: o.By, Family: o.Family, Order: o.Kind, Qty: int64(o.Mode), Amount: o.Qty + int64(o.Price) + int64(o.Share)})
	for s := w.sc.companies[o.By].siteFrom; o.Mode == PolicyDispatch && s < w.sc.companies[o.By].siteTo; s++ {
		w.relight(s, 0)
	}
}

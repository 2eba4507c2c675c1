package sim

import "entangle/sim/units"

// layOffSpec: lay_off lets people of a tier go, newcomers and old hands alike.
// Severance buys a part of the goodwill back.
var layOffSpec = OrderSpec{
	Kind: OrderLayOff, Name: "lay_off", Group: GroupTalent, Attention: 2, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "tier"}},
	Modes:  []ModeSpec{{1 + uint8(TierResearchers), "researchers", layOffFields}, {1 + uint8(TierEngineers), "engineers", layOffFields}, {1 + uint8(TierSoftware), "software", layOffFields}},
	check:  checkLayOff, apply: applyLayOff,
}

var layOffFields = []FieldSpec{{Field: FieldMode, Name: "tier"},
	{Field: FieldQty, Name: "heads", Unit: noUnit, Min: 1, Max: 10_000_000},
	{Field: FieldShare, Name: "severance", Unit: units.KindShare, Min: 0, Max: 2 * int64(units.One)}}

// tierOf is the tier of an order's mode.
func (o *Order) tierOf() Tier { return Tier(o.Mode - 1) }

func checkLayOff(w *World, o *Order) Refusal {
	if !w.hasTalent() {
		return Refusal{Reason: ReasonNoTalent}
	}
	if have := w.canGo(o.By, o.tierOf()); o.Qty > have {
		return Refusal{Reason: ReasonNoHeads, Field: FieldQty, Amounts: Amounts{have, o.Qty}, Ref: Ref{OfCompany, int32(o.By)}}
	}
	// The cash floor is no reason to keep people whom one cannot pay.
	if cost, have := w.severance(o), w.companies[o.By].Cash-w.room.pledged[o.By]; cost > max(have, 0) {
		return Refusal{Reason: ReasonCash, Amounts: Amounts{int64(max(have, 0)), int64(cost)}}
	}
	return Refusal{}
}

// canGo is how many people of a tier a company can let go: engineers only as far
// as they are free.
func (w *World) canGo(c CompanyID, t Tier) int64 {
	have := w.crew(c, t).Heads()
	if t == TierEngineers {
		return min(have, w.engineersFree(c))
	}
	return have
}

// severance is what a lay-off costs at once: the share of a year's pay.
func (w *World) severance(o *Order) units.USD {
	k := w.crew(o.By, o.tierOf())
	if k.Heads() == 0 {
		return 0
	}
	year := float64(k.weekly()*weeksAYear) / float64(k.Heads())
	return usd(o.Share.Of(units.Whole(float64(year*float64(o.Qty)), maxExact/4)))
}

const (
	layOffMorale = 200.0 // points that letting all people go without severance would cost
	layOffTrust  = 10.0  // of the public's trust
)

func applyLayOff(w *World, o *Order) {
	k, t, cost := w.crew(o.By, o.tierOf()), o.tierOf(), w.severance(o)
	w.payUpTo(o.By, Payroll, FlowPay, cost)
	share := float64(o.Qty) / float64(w.teams[o.By].Others+w.heads(o.By))
	heads := float64(k.Heads())
	fresh := units.MulDiv(k.New, o.Qty, max(k.Heads(), 1))
	old := min(o.Qty-fresh, k.Old)
	fresh = o.Qty - old
	k.Old -= old
	k.leaveNew(fresh, w.slot())
	k.LaidOff += o.Qty
	k.Target = min(k.Target, float64(k.Heads()))
	w.labour.Pool[t] += o.Qty
	softened := 1 - float64(0.5*min(float64(o.Share)/float64(units.One), 1))
	w.shake(o.By, float64(float64(layOffMorale*share)*softened))
	w.companies[o.By].Trust = max(0, w.companies[o.By].Trust-float64(float64(layOffTrust*share)*softened))
	if t == TierResearchers {
		w.takeAlong(o.By, old, fresh, heads)
	}
	w.countStaff(o.By)
	w.reckonPay(o.By)
	w.emit(Event{Kind: EventLaidOff, By: o.By, Order: o.Kind, Qty: o.Qty, Amount: int64(cost), Ref: Ref{OfNone, int32(t) + 1}})
}

// heads is all people of a company in tiers.
func (w *World) heads(c CompanyID) (n int64) {
	for t := range TierCount {
		n += w.crew(c, t).Heads()
	}
	return n
}

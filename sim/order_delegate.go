package sim

import "entangle/sim/units"

// RecallArea is the mode of delegate that takes an area back: its Group and this.
const RecallArea uint8 = 5

// delegateSpec: delegate hands an area to a deputy, or takes it back. A deputy is
// the built-in strategy of the area. He gives orders of one point, two a week, that
// take no attention of the leadership; he never passes the organisation by, and his
// office adds to it.
var delegateSpec = OrderSpec{
	Kind: OrderDelegate, Name: "delegate", Group: GroupOrganisation, Attention: 1,
	Fields: []FieldSpec{{Field: FieldMode, Name: "deputy"}},
	Modes: []ModeSpec{{uint8(GroupCompute), "compute", briefFields}, {uint8(GroupPower), "power", briefFields},
		{uint8(GroupTalent), "talent", briefFields}, {uint8(GroupModels), "models", briefFields}, {uint8(GroupCapital), "capital", briefFields},
		{RecallArea + uint8(GroupCompute), "recall_compute", recallFields}, {RecallArea + uint8(GroupPower), "recall_power", recallFields},
		{RecallArea + uint8(GroupTalent), "recall_talent", recallFields}, {RecallArea + uint8(GroupModels), "recall_models", recallFields},
		{RecallArea + uint8(GroupCapital), "recall_capital", recallFields}},
	check: checkDelegate, apply: applyDelegate,
}

var (
	briefFields = []FieldSpec{{Field: FieldMode, Name: "deputy"},
		{Field: FieldShare, Name: "boldness", Unit: units.KindShare, Min: 0, Max: int64(units.One)}}
	recallFields = []FieldSpec{{Field: FieldMode, Name: "deputy"}}
)

func checkDelegate(w *World, o *Order) Refusal {
	org := &w.orgs[o.By]
	if org.Form == FormNone || !on(w.sc.setup.Switches.Deputies) {
		return Refusal{Reason: ReasonNotPlayed}
	}
	if o.Mode > RecallArea {
		if org.Deputies&(1<<(o.Mode-RecallArea)) == 0 {
			return Refusal{Reason: ReasonNoDeputy, Field: FieldMode}
		}
		return Refusal{}
	}
	switch n := int64(org.deputies()); {
	case org.Deputies&(1<<o.Mode) != 0:
		return Refusal{Reason: ReasonHasDeputy, Field: FieldMode}
	case n >= mostDeputies:
		return Refusal{Reason: ReasonProjects, Amounts: Amounts{n, mostDeputies}, Ref: Ref{OfCompany, int32(o.By)}}
	}
	return Refusal{}
}

func applyDelegate(w *World, o *Order) {
	org, e := &w.orgs[o.By], Event{Kind: EventDeputyNamed, By: o.By, Order: o.Kind, Qty: int64(o.Mode)}
	if o.Mode > RecallArea {
		g := o.Mode - RecallArea
		e.Kind, e.Qty, e.Amount = EventDeputyRecalled, int64(g), int64(org.Month[g])
		org.Deputies &^= 1 << g
		org.Brief[g], org.Acted[g], org.Month[g] = 0, 0, 0
	} else {
		org.Deputies |= 1 << o.Mode
		org.Brief[o.Mode] = o.Share
	}
	w.emit(e)
	w.weigh(o.By)
}

// AreaOf is the area that an order belongs to: that of its kind, and of a standing
// policy that of what it rules.
func AreaOf(o *Order) Group {
	if o.Kind != OrderSetPolicy {
		return orderSpecs[o.Kind].Group
	}
	switch o.Mode {
	case PolicyPrice, PolicyPriceStep:
		return GroupModels
	case PolicyCashFloor:
		return GroupCapital
	case PolicyDispatch:
		return GroupPower
	case PolicyRenew, PolicySplit, PolicySpotReserve, PolicySpotCeiling, PolicyFamily, PolicyCover, PolicyBookFloor:
		return GroupCompute
	}
	return GroupOrganisation
}

// orderDesk is where an order of a kind and mode is dealt with.
type orderDesk struct {
	area      Group // that it belongs to
	office    uint8 // which deputy may give it, a bit per Group; none where it takes more than one has the standing for
	attention uint8 // points that it takes of the week's
	_         uint8 // four bytes are found by a shift
}

// orderDesks has room for more kinds and modes than there are, so that nothing is asked
// where one is looked up.
type orderDesks [64][32]orderDesk

// deskOf is where an order whose form is right is dealt with.
func (s *Scenario) deskOf(o *Order) *orderDesk { return &s.desks[o.Kind&63][o.Mode&31] }

func makeDesks() *orderDesks {
	all := new(orderDesks)
	for k := OrderNone + 1; k < orderKinds; k++ {
		for mode := range maxModes {
			desk := &all[k][mode]
			desk.area, desk.attention = AreaOf(&Order{Kind: k, Mode: uint8(mode)}), uint8(orderSpecs[k].Attention)
			if desk.attention == 1 {
				desk.office = 1 << desk.area
			}
		}
	}
	return all
}

// entrusted tells whether a deputy may give an order.
func (w *World) entrusted(o *Order) Refusal {
	org, desk := &w.orgs[o.By], w.sc.deskOf(o)
	switch {
	case org.Deputies&desk.office == 0 || o.Escalate:
		return Refusal{Reason: ReasonNoDeputy}
	case org.Acted[desk.area] >= deputyOrders:
		return Refusal{Reason: ReasonDeputyBusy, Amounts: Amounts{int64(org.Acted[desk.area]), deputyOrders}}
	}
	return Refusal{}
}

// note remembers what an order of a company took, and for whom it goes.
func (o *Org) note(order *Order, desk *orderDesk) {
	given, area := countIf(order.Deputy), desk.area // nobody could guess who gives an order
	o.Given[area] += float64(desk.attention)
	o.Acted[area] += uint8(given)
	o.Month[area] = uint8(min(uint(o.Month[area])+given, 200))
}

// noteOrder is note for an order that uses a war room, or passes somebody by.
func (w *World) noteOrder(org *Org, o *Order) {
	org.note(o, w.sc.deskOf(o))
	if org.Room != 0 && !o.Deputy {
		org.useHalf(o.Kind, o.Escalate)
	}
	if o.Escalate && w.delay(o.By, o.Kind, false) > 0 {
		w.shake(o.By, passedMorale)
	}
}

// passedMorale is what it costs in morale to pass an area by.
const passedMorale = 2

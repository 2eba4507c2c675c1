package sim

import (
	"entangle/sim/rng"
	"entangle/sim/units"
)

// expandSpec: expand_supply has a company that makes packaging or memory build more of
// it. It pays now; the capacity comes when tools and halls do, most of a year later, give
// or take a quarter of that, and nobody can take it back.
var expandSpec = OrderSpec{
	Kind: OrderExpandSupply, Name: "expand_supply", Group: GroupCompute, Attention: 2, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "supply"}},
	Modes:  []ModeSpec{{uint8(SupplyPackaging), "packaging", expandFields}, {uint8(SupplyMemory), "memory", expandFields}},
	check:  checkExpand, apply: applyExpand,
}

var expandFields = []FieldSpec{{Field: FieldMode, Name: "supply"},
	{Field: FieldQty, Name: "extra", Unit: noUnit, Min: 1, Max: 1_000_000_000_000}}

func checkExpand(w *World, o *Order) Refusal {
	m := w.maker(Supply(o.Mode))
	switch {
	case m.Of == 0 || !on(w.sc.setup.Switches.Expansion):
		return Refusal{Reason: ReasonNotPlayed}
	case m.Of != o.By:
		return Refusal{Reason: ReasonNotMaker, Field: FieldMode, Ref: Ref{OfCompany, int32(m.Of)}}
	}
	if n := m.underWay(); n >= makerWorks {
		return Refusal{Reason: ReasonProjects, Amounts: Amounts{n, makerWorks}}
	}
	if most := w.expandable(Supply(o.Mode)); o.Qty > most {
		return Refusal{Reason: ReasonNoTools, Field: FieldQty, Amounts: Amounts{most, o.Qty}}
	}
	return w.spend(o.By, w.expandCost(o))
}

func applyExpand(w *World, o *Order) {
	m, bill, at := w.maker(Supply(o.Mode)), w.expandCost(o), 0
	for m.Works[at].Add > 0 {
		at++
	}
	draw := w.stream(streamExpand, uint64(o.Mode)<<8|uint64(at))
	weeks := float64(m.Weeks * (1 - expandSpread + float64(2*expandSpread*draw.Float64())))
	m.Works[at] = Expansion{Add: float64(o.Qty), Due: w.head.Tick + roundUp(weeks), Plan: w.head.Tick + roundUp(m.Weeks)}
	m.Ordered += float64(o.Qty)
	m.Spent += bill
	w.pay(PartyOf(o.By), Builders, FlowSupply, bill)
	w.emit(Event{Kind: EventSupplyOrdered, Mode: o.Mode, By: o.By, Order: o.Kind, Qty: share(float64(o.Qty), w.capacityNow(Supply(o.Mode))), Amount: int64(bill)})
}

// streamExpand draws the weeks until an expansion is at work; subject: supply and row.
const streamExpand rng.StreamID = 80

// expandSpread is by how much of the planned time an expansion comes sooner or later:
// three to five quarters where a year is planned.
const expandSpread = 0.25

func roundUp(weeks float64) int32 { return int32(units.FromFloat(weeks+0.499, 1, maxWeeks)) }

// expandCost is what an expansion costs.
func (w *World) expandCost(o *Order) units.USD {
	return usd(units.Whole(float64(float64(w.maker(Supply(o.Mode)).Cost)*float64(o.Qty)), maxExact))
}

// expandable is how much more can be begun: who makes tools brings no company more than
// doubles what it has, all that is under way together.
func (w *World) expandable(s Supply) int64 {
	m := w.maker(s)
	return units.Whole(w.ownNow(s)-m.coming(), maxExact)
}

// ownNow is what the maker of a supply can make in a week now, without shocks.
func (w *World) ownNow(s Supply) float64 {
	k := &w.chain
	start, growth := k.Wafers, k.Growth
	if s == SupplyMemory {
		start, growth = k.GB, k.GBGrowth
	}
	return w.maker(s).ownAt(start, growth, float64(w.head.Tick))
}

// underWay is how many rows of expansions are in use.
func (m *Maker) underWay() (n int64) {
	for i := range m.Works {
		if m.Works[i].Add > 0 {
			n++
		}
	}
	return n
}

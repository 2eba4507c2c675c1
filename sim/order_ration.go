package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// rationSpec: ration says how a designer shares out a family that is short: what
// price, prepayment and loyalty weigh, which share of the order book it keeps
// for those who pay a premium, and the list price.
var rationSpec = OrderSpec{
	Kind: OrderRation, Name: "ration", Group: GroupCompute, Attention: 2,
	Fields: []FieldSpec{
		{Field: FieldFamily, Name: "family"},
		{Field: FieldWeights, Name: "weights"},
		{Field: FieldShare, Name: "hold_back", Unit: units.KindShare, Min: 0, Max: int64(units.One)},
		{Field: FieldQty, Name: "list", Unit: money, Optional: true, Min: 0, Max: maxListPrice},
	},
	check: checkRation, apply: applyRation,
}

// What a designer weighs, by position in the weights of ration.
const (
	weighPrice = iota
	weighPrepaid
	weighLoyalty
)

// A list price moves by order once a quarter and by a tenth at most, so that
// buyers can plan; the drift with the queue goes on (movePrices).
const (
	listStep  = units.One / 10
	listWeeks = 13
)

func checkRation(w *World, o *Order) Refusal {
	designer := w.sc.families[o.Family].designer
	if designer != o.By {
		return Refusal{Reason: ReasonNotDesigner, Field: FieldFamily, Ref: Ref{OfCompany, int32(designer)}}
	}
	if o.Qty == 0 {
		return Refusal{}
	}
	row := &w.families[o.Family]
	list := int64(row.List)
	if weeks := int64(w.Date()-row.Listed) / 7; row.Listed != 0 && weeks < listWeeks {
		return Refusal{Reason: ReasonTooSoon, Field: FieldQty, Amounts: Amounts{weeks, listWeeks}, Ref: Ref{OfFamily, int32(o.Family)}}
	}
	if least := max(int64(row.UnitCost), list-listStep.Of(list), 1); o.Qty < least {
		return Refusal{Reason: ReasonTooSmall, Field: FieldQty, Amounts: Amounts{o.Qty, least}}
	}
	if most := list + listStep.Of(list); o.Qty > most {
		return Refusal{Reason: ReasonTooLarge, Field: FieldQty, Amounts: Amounts{o.Qty, most}}
	}
	return Refusal{}
}

func applyRation(w *World, o *Order) {
	row := &w.families[o.Family]
	row.Weigh, row.HoldBack = o.Weights, o.Share
	if o.Qty > 0 {
		row.List, row.ListFine, row.Listed = usd(o.Qty), float64(o.Qty), w.Date()
	}
	w.emit(Event{Kind: EventRationed, By: o.By, Family: o.Family, Ref: Ref{OfFamily, int32(o.Family)},
		Qty: int64(row.HoldBack), Amount: int64(row.List)})
}

// queue is what counts in the queue for a family: each of a buyer's merits, and the
// power to which their sum is raised.
type queue struct {
	family                  FamilyID // first of its designer
	prepaid, price, loyalty float64
	haste                   float64
	open                    bool // all are alike
}

// queueOf is what a designer makes of the queue for a family; without an order to
// ration all kinds of merit count as they are.
func (w *World) queueOf(f FamilyID) queue {
	weigh, row := [3]float64{1, 1, 1}, &w.families[f]
	if row.Weigh != [3]units.PPM{} {
		for kind, share := range row.Weigh {
			weigh[kind] = float64(3*share) / float64(units.One)
		}
	}
	return queue{family: w.sc.families[f].first, prepaid: float64(prepaidPull*weigh[weighPrepaid]) / float64(units.One), price: float64(premiumPull*weigh[weighPrice]) / float64(units.One),
		loyalty: float64(w.params.Loyalty * weigh[weighLoyalty]), haste: w.haste(f), open: !on(w.sc.setup.Switches.Rationing)}
}

// pull is the weight of a buyer in the queue for a family: those who prepaid,
// who pay a premium and who have long been faithful come before the others, as
// far as the designer weighs it, and the more so the longer the queue. 1 is a buyer
// with none of it.
func (w *World) pull(q *queue, c CompanyID, prepaid, premium units.PPM) int64 {
	if q.open {
		return int64(units.One)
	}
	sum := 1 + float64(q.prepaid*float64(prepaid)) + float64(q.price*float64(premium)) + float64(q.loyalty*w.account(c, q.family).Liked)
	sum = max(sum, 0.1)
	if q.haste > 1 && sum != 1 {
		sum = nearExp(float64(q.haste * nearLog(sum)))
	}
	return units.FromFloat(float64(sum*float64(units.One)), 1, maxPull)
}

// haste is the power to which weights in the queue for a family are raised.
func (w *World) haste(f FamilyID) float64 {
	if over := w.families[f].Lead / w.params.TargetLead; over > 1 {
		return 1 + float64(queueHaste*detmath.QuickLog(over))
	}
	return 1
}

const (
	// queueHaste is how much more a place is worth where the queue is longer than
	// designers like: the weight is raised to the power 1 and this for each e-fold
	// of it (economics.md 1).
	queueHaste = 3
	// maxPull keeps a weight within what rationing counts. A buyer's own is four hundred
	// times that of one with nothing at most: see nearExp.
	maxPull = 1000 * int64(units.One)
	// prepaidPull is how much more a buyer who has paid all in advance weighs than
	// one who has paid nothing, by choice: economics.md has 0.3 on a relation of
	// about 1.
	prepaidPull = 2
	// premiumPull does the same for a price above list: a tenth more of the price is
	// worth to a designer with two thirds of margin about what a quarter of it in
	// advance is.
	premiumPull = 5
)

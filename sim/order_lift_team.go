package sim

import "entangle/sim/units"

// liftTeamSpec: lift_team takes a leader and part of the team at a stroke, for a sum
// paid at once. It needs a leader who is unhappy, or a former colleague in the house
// to speak for it; the leader keeps the pay that the market gives.
var liftTeamSpec = OrderSpec{
	Kind: OrderLiftTeam, Name: "lift_team", Group: GroupTalent, Attention: 3,
	Fields: []FieldSpec{
		{Field: FieldPerson, Name: "leader"},
		{Field: FieldQty, Name: "heads", Unit: noUnit, Min: 2, Max: 1000},
		{Field: FieldPrice, Name: "package", Unit: money, Min: 10_000, Max: maxStarPay},
	},
	check: checkLift, apply: applyLift,
}

// unhappyOdds is the chance of staying below which a leader lets himself be lifted.
const unhappyOdds = 0.5

func checkLift(w *World, o *Order) Refusal {
	p, ref := &w.people[o.Person], Ref{OfPerson, int32(o.Person)}
	if r := w.courtable(o, p, ref); !r.Allowed() {
		return r
	}
	switch {
	case p.Employer == 0:
		return Refusal{Reason: ReasonNoTeam, Field: FieldPerson, Ref: ref}
	case int64(o.Price) < w.leastOffer(o.Person, o.By):
		return Refusal{Reason: ReasonLowPay, Field: FieldPrice, Amounts: Amounts{int64(o.Price), w.leastOffer(o.Person, o.By)}, Ref: ref}
	case o.Qty > int64(p.Team):
		return Refusal{Reason: ReasonTooLarge, Field: FieldQty, Amounts: Amounts{o.Qty, int64(p.Team)}}
	case p.Lever == 0 && !w.linked(o.By, p.Employer) && w.stayOdds(p) >= unhappyOdds:
		return Refusal{Reason: ReasonNoLink, Field: FieldPerson, Ref: ref}
	}
	s := w.liftOf(o)
	return w.spend(o.By, w.atOnce(o.Person, &s)+payReserve*weekOf(s.Pay))
}

// linked tells whether somebody works for a company who came from another.
func (w *World) linked(c, from CompanyID) bool {
	for i := 1; i < len(w.people); i++ {
		if p := &w.people[i]; (p.Employer-c)|(p.Last-from) == 0 { // one question: nearly nobody is
			return true
		}
	}
	return false
}

// liftOf is the suit that an order to lift a team makes.
func (w *World) liftOf(o *Order) Suit {
	s := suitOf(o)
	s.Pay = usd(units.FromFloat(w.starAsk(&w.people[o.Person]), 1, maxStarPay))
	return s
}

func applyLift(w *World, o *Order) {
	w.enterSuit(o.Person, w.liftOf(o))
	w.emit(Event{Kind: EventStarCourted, By: o.By, Peer: w.people[o.Person].Employer, Order: o.Kind, Ref: Ref{OfPerson, int32(o.Person)},
		Qty: o.Qty, Amount: int64(o.Price)})
}

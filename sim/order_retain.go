package sim

import "entangle/sim/units"

// retainSpec: retain makes a star of one's own a better offer: pay, compute, mandate,
// and new shares that vest in two years. It needs an occasion: a threat, an offer that
// was heard of, or shares that vest within half a year.
var retainSpec = OrderSpec{
	Kind: OrderRetain, Name: "retain", Group: GroupTalent, Attention: 1,
	Fields: []FieldSpec{
		{Field: FieldPerson, Name: "person"},
		{Field: FieldPrice, Name: "pay", Unit: money, Min: 10_000, Max: maxStarPay},
		{Field: FieldQty, Name: "compute", Unit: h100e, Optional: true, Max: mostPledged},
		{Field: FieldShare, Name: "mandate", Unit: units.KindShare, Optional: true, Max: int64(units.One)},
	},
	check: checkRetain, apply: applyRetain,
}

const (
	vestsSoon   = 26 // weeks before the vesting date in which one may talk of new shares
	retainBonus = units.One / 10
	lesson      = 0.15 // that a raise under threat adds to what others learn
	resented    = 0.03 // of morale, that a mandate takes from the others
)

func checkRetain(w *World, o *Order) Refusal {
	p, ref := &w.people[o.Person], Ref{OfPerson, int32(o.Person)}
	switch {
	case p.Employer != o.By:
		return Refusal{Reason: ReasonNotOwnStar, Field: FieldPerson, Ref: ref}
	case !w.occasion(p):
		return Refusal{Reason: ReasonNoOccasion, Field: FieldPerson, Ref: ref}
	case units.USD(o.Price) < p.Pay:
		return Refusal{Reason: ReasonLowPay, Field: FieldPrice, Amounts: Amounts{int64(o.Price), int64(p.Pay)}, Ref: ref}
	}
	if r := w.canPromise(o, p, ref); !r.Allowed() {
		return r
	}
	return w.spend(o.By, usd(retainBonus.Of(int64(o.Price)))+payReserve*(weekOf(units.USD(o.Price))-p.weekly()))
}

// occasion tells whether there is something to talk about with a star.
func (w *World) occasion(p *Person) bool { return w.toTalk(p) != 0 }

func applyRetain(w *World, o *Order) {
	p, r := &w.people[o.Person], &w.rosters[o.By]
	over := float64(o.Price) / float64(max(p.Pay, 1))
	pressed := p.Lever != 0
	before := p.weekly()
	w.vow(p, -1)
	p.Pay, p.Broken = units.USD(o.Price), false
	w.moveBill(o.By, p.weekly()-before, w.head.Tick)
	if o.Qty > 0 {
		p.Pledge = units.H100e(o.Qty)
	}
	if o.Share > p.Mandate {
		r.Grudge = min(r.Grudge+resented, usualMorale)
	}
	if o.Share > 0 {
		p.Mandate = o.Share
	}
	w.vow(p, 1)
	p.Vest = max(p.Vest, w.Date().AddWeeks(grantYears*52))
	if pressed && w.staysNow(p) > w.elsewhere(p, w.knownPlaces()) {
		p.Lever = 0 // else he only listened
	}
	bonus := usd(retainBonus.Of(int64(o.Price)))
	r.Bonuses += bonus
	w.pay(PartyOf(o.By), Payroll, FlowStars, bonus)
	if pressed || over > 1 {
		r.Lesson = min(1, r.Lesson+lesson)
	}
	w.emit(Event{Kind: EventStarStays, By: o.By, Order: o.Kind, Ref: Ref{OfPerson, int32(o.Person)}, Qty: o.Qty, Amount: int64(o.Price)})
	if over > 1 {
		w.shows(p, p.Pay, signedShows/2)
	}
}

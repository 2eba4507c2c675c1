package sim

import "entangle/sim/units"

// Refusal says why an order cannot be given. The zero value means it can. Ref is what
// it is about. With more fields than these it would no longer be passed in registers.
type Refusal struct {
	Reason Reason
	Field  FieldID
	Amounts
	Ref Ref
}

// Amounts are what there is and what it would take, in the unit of a reason.
type Amounts struct{ Have, Need int64 }

// Allowed tells whether there is no refusal.
func (r Refusal) Allowed() bool { return r.Reason == ReasonNone }

// Check tells whether an order could be given now. It is pure and cheap; Step
// asks it again when the order's turn comes.
func Check(w *World, o Order) Refusal {
	w.room.draft = o
	return w.check(&w.room.draft)
}

// check is Check for an order that has a place: a copy costs as much as most of
// what is checked.
func (w *World) check(o *Order) Refusal {
	if !w.formal(o) {
		if r := w.blemish(o); !r.Allowed() {
			return r
		}
	}
	return w.checkMatter(o)
}

// checkMatter looks at an order whose form is right.
func (w *World) checkMatter(o *Order) Refusal {
	plain := o.attentive(&w.companies[o.By], &w.orgs[o.By], w.sc.deskOf(o)) // as most are, see take
	r := orderSpecs[o.Kind].check(w, o)
	if plain || r.Reason != ReasonNone {
		return r
	}
	return w.attend(o)
}

// formal tells whether an order is of a company that can act, and has all fields that
// it needs, no other, and each within its bounds. One look at all of them costs less
// than one at each; which it is, if one does not fit, blemish finds. Orders with
// weights are left to it.
func (w *World) formal(o *Order) bool {
	by := uint(o.By)
	if o.Kind >= orderKinds || o.Mode >= maxModes || by >= uint(len(w.companies)) {
		return false
	}
	nobody := int64(by-1) | -int64(countIf(w.companies[by].Bust)) // has a sign too
	m := &w.sc.forms[o.Kind][o.Mode]
	if off(o.Qty, m.qty[0], m.qty[1])|off(int64(o.Price), m.price[0], m.price[1])|off(int64(o.Share), m.share[0], m.share[1])|
		off(int64(o.Weeks), m.weeks[0], m.weeks[1])|off(int64(o.Peer), int64(m.peer[0]), int64(m.peer[1]))|nobody < 0 {
		return false
	}
	if m.strange(0, inLanes(int16(o.Site), int16(o.Dest), int16(o.Region), int16(o.Family)))|
		m.strange(1, inLanes(int16(o.Model), int16(o.Person), int16(o.Segment), int16(o.Program))) != 0 {
		return false
	}
	return o.plain()|uint64(m.asks) == 0 || m.suits(o, w.sc.setup.Start)
}

// blemish says what is wrong with the fields of an order, or that nothing is.
func (w *World) blemish(o *Order) Refusal {
	if o.Kind == OrderNone || o.Kind >= orderKinds {
		return Refusal{Reason: ReasonUnknownKind}
	}
	if modes := len(orderSpecs[o.Kind].Modes); modes > 0 && o.Mode == 0 || int(o.Mode) > modes {
		return Refusal{Reason: ReasonUnknownKind, Field: FieldMode}
	}
	if o.sets()&^w.sc.forms[o.Kind][o.Mode].used != 0 || o.Escalate && !orderSpecs[o.Kind].Line {
		return Refusal{Reason: ReasonUnusedField}
	}
	if o.By < 1 || int(o.By) >= len(w.companies) {
		return Refusal{Reason: ReasonNoSuchThing, Ref: Ref{OfCompany, int32(o.By)}}
	}
	if w.companies[o.By].Bust {
		return Refusal{Reason: ReasonInsolvent, Ref: Ref{OfCompany, int32(o.By)}}
	}
	if f := w.misfit(o); f != nil {
		return unfit(o, f)
	}
	return Refusal{}
}

// misfit is the first field of an order that does not fit, or nil.
func (w *World) misfit(o *Order) *FieldSpec {
	fields := o.fields()
	for i := range fields {
		if !w.fits(o, &fields[i]) {
			return &fields[i]
		}
	}
	return nil
}

// fits tells whether a field names something that is there, or lies in bounds.
func (w *World) fits(o *Order, f *FieldSpec) bool {
	if ref, is := o.Ref(f.Field); is {
		return ref.ID >= 1 && int(ref.ID) <= w.sc.Count(ref.Of) || ref.ID == 0 && f.Optional
	}
	switch f.Field {
	case FieldWeights:
		return sumsToOne(o.Weights)
	case FieldWhen:
		return o.When >= w.sc.setup.Start && o.When <= lastOrderDate || o.When == 0 && f.Optional
	case FieldQty:
		return o.Qty >= f.Min && o.Qty <= f.Max
	case FieldPrice:
		return int64(o.Price) >= f.Min && int64(o.Price) <= f.Max
	case FieldShare:
		return int64(o.Share) >= f.Min && int64(o.Share) <= f.Max
	case FieldWeeks:
		return int64(o.Weeks) >= f.Min && int64(o.Weeks) <= f.Max
	}
	return true // a mode, a set
}

// sumsToOne tells whether weights are shares of a whole.
func sumsToOne(weights [3]units.PPM) bool {
	sum := units.PPM(0)
	for _, x := range weights {
		if x < 0 || x > units.One {
			return false
		}
		sum += x
	}
	return sum == units.One
}

// lastOrderDate bounds dates in orders; no scenario reaches it.
const lastOrderDate = units.LastDate

// unfit is the refusal of a field that does not fit.
func unfit(o *Order, f *FieldSpec) Refusal {
	if ref, is := o.Ref(f.Field); is {
		return Refusal{Reason: ReasonNoSuchThing, Field: f.Field, Ref: ref}
	}
	switch v := o.Number(f.Field); {
	case f.Field == FieldWeights:
		return Refusal{Reason: ReasonBadWeights, Field: FieldWeights}
	case f.Field == FieldWhen:
		return Refusal{Reason: ReasonBadDate, Field: FieldWhen}
	case v < f.Min:
		return Refusal{Reason: ReasonTooSmall, Field: f.Field, Amounts: Amounts{v, f.Min}}
	default:
		return Refusal{Reason: ReasonTooLarge, Field: f.Field, Amounts: Amounts{v, f.Max}}
	}
}

// spend tells whether a company may commit to pay an amount now.
func (w *World) spend(c CompanyID, amount units.USD) Refusal {
	co := &w.companies[c]
	if have := co.Cash - co.Policy.CashFloor - w.room.pledged[c]; amount > have {
		return Refusal{Reason: ReasonCash, Amounts: Amounts{int64(max(have, 0)), int64(amount)}}
	}
	return Refusal{}
}

// pledge keeps money and a contract for what a company asked for this week and
// what is cleared at its end.
func (w *World) pledge(c CompanyID, amount units.USD) {
	w.room.asked[c]++
	w.putBy(c, amount)
}

// putBy keeps money alone.
func (w *World) putBy(c CompanyID, amount units.USD) {
	w.room.pledged[c] += amount
	w.room.bound = true
}

// release gives all pledges back, before they are cleared.
func (w *World) release() {
	if w.room.bound {
		w.room.bound = false
		clear(w.room.asked)
		clear(w.room.pledged)
	}
}

// roomFor tells whether a company can ask for one more contract.
func (w *World) roomFor(c CompanyID) Refusal {
	if n := w.companies[c].Contracts + w.room.asked[c]; n >= contractsPerCompany {
		return Refusal{Reason: ReasonContractLimit, Amounts: Amounts{int64(n), contractsPerCompany}, Ref: Ref{OfCompany, int32(c)}}
	}
	return Refusal{}
}

// ownSite tells whether a site is the company's.
func (w *World) ownSite(c CompanyID, s SiteID, f FieldID) Refusal {
	if owner := w.sc.sites[s].owner; owner != c {
		return Refusal{Reason: ReasonNotOwnSite, Field: f, Ref: Ref{OfCompany, int32(owner)}}
	}
	return Refusal{}
}

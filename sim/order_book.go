package sim

import "entangle/sim/units"

// How capacity is booked.
const (
	BookAtOnce uint8 = iota + 1 // all of it from the first day
	BookRamp                    // in rampSteps equal parts, rampEvery weeks apart
	BookLeave                   // what a landlord has not handed over is no longer wanted
)

const (
	rampSteps = 4 // of a booking that ramps up: over a year, a part each quarter. By choice
	rampEvery = 13

	minBooked  = 1_000_000           // thousandths of an H100e: below it an offer on the board will do
	maxBooked  = 100_000_000_000     // a hundred times what anybody has
	minBooking = 2 * weeksAYearWhole // weeks: nobody builds for less
	maxBooking = 6 * weeksAYearWhole
	soonest    = 4                   // weeks until a booking begins, at least
	latest     = 3 * weeksAYearWhole // and at most: nobody sees further

	weeksAYearWhole = 52
)

// PolicyBookFloor is the standing policy, a mode of set_policy, of a landlord for
// bookings: the rent below which none is signed, whatever his house would ask.
const PolicyBookFloor uint8 = PolicyFollow + 1

func bookingPolicies() []ModeSpec {
	return []ModeSpec{{PolicyBookFloor, "booking_floor", []FieldSpec{{Field: FieldMode, Name: "policy"},
		{Field: FieldPrice, Name: "floor", Unit: rent, Min: 0, Max: int64(maxRent)}}}}
}

// bookSpec: book_capacity asks a landlord to run compute from a day on, for years, that
// he may still have to build. His house answers by what the deal is worth to him:
// see quote.
var bookSpec = OrderSpec{
	Kind: OrderBook, Name: "book_capacity", Group: GroupCompute, Attention: 2, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "delivery"}},
	Modes: []ModeSpec{{BookAtOnce, "at_once", bookFields}, {BookRamp, "ramp", bookFields},
		{BookLeave, "leave", []FieldSpec{{Field: FieldMode, Name: "delivery"}, {Field: FieldPeer, Name: "supplier"}}}},
	check: checkBook, apply: applyBook,
}

var bookFields = []FieldSpec{
	{Field: FieldMode, Name: "delivery"},
	{Field: FieldPeer, Name: "supplier"},
	{Field: FieldSite, Name: "site", Optional: true},
	{Field: FieldQty, Name: "capacity", Unit: h100e, Min: minBooked, Max: maxBooked},
	{Field: FieldWhen, Name: "begins"},
	{Field: FieldWeeks, Name: "weeks", Unit: units.KindWeeks, Min: minBooking, Max: maxBooking},
	{Field: FieldPrice, Name: "rent", Unit: rent, Min: 1, Max: int64(maxRent)},
	{Field: FieldShare, Name: "prepaid", Unit: units.KindShare, Optional: true, Max: int64(units.One) / 2},
}

func checkBook(w *World, o *Order) Refusal {
	switch {
	case !w.books():
		return Refusal{Reason: ReasonNotPlayed}
	case o.Peer == o.By:
		return Refusal{Reason: ReasonSamePeer, Field: FieldPeer}
	case o.Mode == BookLeave:
		return w.checkLeave(o)
	case w.companies[o.Peer].Bust:
		return Refusal{Reason: ReasonInsolvent, Field: FieldPeer, Ref: Ref{OfCompany, int32(o.Peer)}}
	case o.Site != 0 && w.sc.sites[o.Site].owner != o.Peer:
		return Refusal{Reason: ReasonOtherSite, Field: FieldSite, Ref: Ref{OfCompany, int32(o.Peer)}}
	case o.Site != 0 && !w.sc.openTo(o.By, o.Site):
		return w.shutOut(o.By, o.Site, FieldSite)
	case !w.housesFor(o.Peer, o.By):
		return w.shutOut(o.By, w.largestSite(o.Peer), FieldPeer)
	}
	if most := int64(w.params.MaxTerm); int64(o.Weeks) > most {
		return Refusal{Reason: ReasonTooLarge, Field: FieldWeeks, Amounts: Amounts{int64(o.Weeks), max(most, minBooking)}}
	}
	if first, last := w.Date().AddWeeks(soonest), w.Date().AddWeeks(latest); o.When < first || o.When > last {
		return Refusal{Reason: ReasonBookingDay, Field: FieldWhen, Amounts: Amounts{int64(o.When-w.Date()) / 7, int64(min(max(o.When, first), last)-w.Date()) / 7}}
	}
	q := w.quote(o)
	switch {
	case q.most < o.Qty && q.most <= q.trusts: // the tighter of the two is named
		return Refusal{Reason: ReasonNoHeadroom, Field: FieldQty, Amounts: Amounts{q.most, o.Qty}, Ref: Ref{OfCompany, int32(o.Peer)}}
	case q.trusts < o.Qty:
		return Refusal{Reason: ReasonCredit, Field: FieldQty, Amounts: Amounts{q.trusts, o.Qty}, Ref: Ref{OfCompany, int32(o.Peer)}}
	case o.Price < q.asks:
		return Refusal{Reason: ReasonUnderAsk, Field: FieldPrice, Amounts: Amounts{int64(o.Price), int64(q.asks)}, Ref: Ref{OfCompany, int32(o.Peer)}}
	}
	if r := w.roomFor(o.By); !r.Allowed() {
		return r
	}
	return w.spendNow(o.By, w.prepayment(o))
}

// housesFor tells whether a landlord has a hall with power where a company may rent; who
// has none anywhere may build it anywhere.
func (w *World) housesFor(landlord, c CompanyID) bool {
	live := false
	for s := w.firstHeld(landlord); s != 0; s = w.nextHeld(s) {
		if w.sites[s].Energised > 0 {
			if w.sc.openTo(c, s) {
				return true
			}
			live = true
		}
	}
	return !live
}

// shutOut says who keeps a company from what stands at a site: the owner, or the region.
func (w *World) shutOut(c CompanyID, s SiteID, f FieldID) Refusal {
	if info := &w.sc.sites[s]; w.sc.companies[info.owner].closed.Has(c) {
		return Refusal{Reason: ReasonExcluded, Field: f, Ref: Ref{OfCompany, int32(info.owner)}}
	}
	return Refusal{Reason: ReasonClosedRegion, Field: f, Ref: Ref{OfRegion, int32(w.sc.sites[s].region)}}
}

// spendNow is spend, for who may also have nothing to pay.
func (w *World) spendNow(c CompanyID, amount units.USD) Refusal {
	if amount == 0 {
		return Refusal{}
	}
	return w.spend(c, amount)
}

// prepayment is what is paid on signing.
func (w *World) prepayment(o *Order) units.USD {
	return units.USD(o.Share.Of(int64(w.wholeRent(o))))
}

// wholeRent is the rent that a booking would come to, if all is handed over in time.
func (w *World) wholeRent(o *Order) units.USD {
	c, k := bookingClause(o), Contract{Start: o.When, End: o.When.AddWeeks(int(o.Weeks))}
	return w.dues(&k, &c, o.Price, 0)
}

// bookingClause is the clause that an order asks for.
func bookingClause(o *Order) Clause {
	c := Clause{Kind: ClauseBooking, From: o.Peer, To: o.By, Site: o.Site, Qty: o.Qty, Steps: 1}
	if o.Mode == BookRamp {
		c.Steps, c.Every = rampSteps, rampEvery
	}
	return c
}

// applyBook signs the contract: what is booked, its rent, and what the landlord pays if
// he is late.
func applyBook(w *World, o *Order) {
	if o.Mode == BookLeave {
		w.leave(o)
		return
	}
	e := w.emit(Event{Kind: EventBookingSigned, By: o.By, Peer: o.Peer, Order: o.Kind,
		Ref: Ref{OfCompany, int32(o.Peer)}, Qty: o.Qty, Amount: int64(o.Price)})
	ahead := w.prepayment(o)
	id := w.sign(o.By, o.Peer, o.When, o.When.AddWeeks(int(o.Weeks)), w.turnFrom(o.When), e)
	c, p := bookingClause(o), &w.params
	c.Share, c.Exit = p.Take, uint8(p.LateExit)
	w.add(id, &c)
	w.add(id, &Clause{Kind: ClausePay, Base: PayRent, From: o.By, To: o.Peer, Price: o.Price, Share: o.Share, Qty: int64(ahead)})
	if p.LateCredit > 0 {
		w.add(id, &Clause{Kind: ClausePay, Base: PayCredit, From: o.Peer, To: o.By, Price: creditPrice(o.Price, p.LateCredit), Share: p.LateCredit})
	}
	w.schedule(id.row())
	w.expectBooked(&c, +1)
	w.pay(PartyOf(o.By), PartyOf(o.Peer), FlowPrepaid, ahead)
}

// openBooking is the row of the booking with a landlord of which something is missing,
// the one that is late for longest or was signed first; 0 none.
func (w *World) openBooking(tenant, landlord CompanyID) (best int32) {
	for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
		c := &w.clauses[row]
		if c.To == tenant && c.From == landlord && c.Now < c.Qty && (best == 0 || c.Late > w.clauses[best].Late) {
			best = row
		}
	}
	return best
}

// leaveCosts is what it costs a tenant to leave what was not handed over.
func (w *World) leaveCosts(row int32) units.USD {
	c := &w.clauses[row]
	if c.Exit > 0 && c.Late >= c.Exit {
		return 0
	}
	k := &w.contracts[c.Contract.row()]
	return units.USD(c.Share.Of(int64(w.dues(k, c, w.rentOf(k).Price, c.Now))))
}

func (w *World) checkLeave(o *Order) Refusal {
	row := w.openBooking(o.By, o.Peer)
	if row == 0 {
		return Refusal{Reason: ReasonNotBooked, Field: FieldPeer, Ref: Ref{OfCompany, int32(o.Peer)}}
	}
	return w.spendNow(o.By, w.leaveCosts(row))
}

// leave pays for what is no longer wanted of a booking, and frees it.
func (w *World) leave(o *Order) {
	row := w.openBooking(o.By, o.Peer)
	c, costs := &w.clauses[row], w.leaveCosts(row)
	w.emit(Event{Kind: EventBookingLeft, Cause: w.contracts[c.Contract.row()].Signed, By: o.By, Peer: o.Peer, Order: o.Kind,
		Ref: Ref{OfCompany, int32(o.Peer)}, Qty: c.Qty - c.Now, Amount: int64(costs)})
	w.pay(PartyOf(o.By), PartyOf(o.Peer), FlowFee, costs)
	w.strike(row)
}

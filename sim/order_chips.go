package sim

import (
	"math/bits"

	"entangle/sim/market"
	"entangle/sim/units"
)

// chipsSpec: order_chips asks the designer of a family for a place in its order
// book. A place is a contract: the designer delivers as supply and rank allow, the buyer pays a
// share now and the rest on delivery, at today's list price and the premium on it.
// Who designs a family and may order it himself has it built at cost.
var chipsSpec = OrderSpec{
	Kind: OrderChips, Name: "order_chips", Group: GroupCompute, Attention: 1, Line: true,
	Fields: []FieldSpec{
		{Field: FieldFamily, Name: "family"},
		{Field: FieldQty, Name: "chips", Unit: chips, Min: 1, Max: maxChips},
		{Field: FieldSite, Name: "site"},
		{Field: FieldShare, Name: "prepaid", Unit: units.KindShare, Min: 0, Max: int64(units.One)},
		{Field: FieldPrice, Name: "premium", Unit: units.KindShare, Optional: true, Min: 0, Max: int64(maxPremium)},
		{Field: FieldWhen, Name: "not_before", Optional: true},
	},
	check: checkChips, apply: applyChips,
}

const (
	maxChips   = 100_000_000   // bounds one order: more accelerators than the world has made
	maxPremium = units.One / 2 // over list; nobody was seen to pay more
)

// premium is what an order offers over the list price, as a share of it.
func (o *Order) premium() units.PPM { return units.PPM(o.Price) }

func checkChips(w *World, o *Order) Refusal {
	sold := w.sc.companies[o.By].orders &^ w.companies[o.By].Barred & w.toOrder >> ((o.Family - 1) & 63) & 1
	if int64(sold-1)|int64(w.sc.sites[o.Site].owner^o.By) != 0 { // one branch for what nearly all orders pass
		if r := w.notSold(o); !r.Allowed() {
			return r
		}
	}
	if least := int64(w.leastPrepaid(o.Family)); int64(o.Share) < least {
		return Refusal{Reason: ReasonTooSmall, Field: FieldShare, Amounts: Amounts{int64(o.Share), least}}
	}
	if free := w.slots(o.Family, o.premium() > 0); o.Qty > free {
		return Refusal{Reason: ReasonNoSlots, Field: FieldQty, Amounts: Amounts{free, o.Qty}, Ref: Ref{OfCompany, int32(w.sc.families[o.Family].designer)}}
	}
	return w.affords(o)
}

// notSold says why a company cannot order a family for a site.
func (w *World) notSold(o *Order) Refusal {
	info := &w.sc.families[o.Family]
	if info.designer == o.By && !info.captive {
		return Refusal{Reason: ReasonOwnFamily, Ref: Ref{OfFamily, int32(o.Family)}}
	}
	if !info.buyers.Has(o.By) {
		return Refusal{Reason: ReasonNotSoldTo, Ref: Ref{OfCompany, int32(info.designer)}}
	}
	if w.companies[o.By].Barred&(1<<(o.Family-1)) != 0 {
		return Refusal{Reason: ReasonBarred, Field: FieldFamily, Ref: Ref{OfIncident, int32(w.barredBy(o.By, o.Family))}}
	}
	if w.companies[info.designer].Bust {
		return Refusal{Reason: ReasonInsolvent, Field: FieldFamily, Ref: Ref{OfCompany, int32(info.designer)}}
	}
	if w.families[o.Family].Shut {
		return Refusal{Reason: ReasonNotOut, Field: FieldFamily, Ref: Ref{OfFamily, int32(o.Family)}}
	}
	return w.ownSite(o.By, o.Site, FieldSite)
}

// slots is how many chips of a family the designer still books, before the week's
// orders are signed: for those who pay a premium also in the part of the book that is
// held back.
func (w *World) slots(f FamilyID, premium bool) int64 {
	return w.slotsAt(f, premium, w.families[f].Lead)
}

// slotsLeft is the same while orders are signed.
func (w *World) slotsLeft(f FamilyID, premium bool) int64 {
	return w.slotsAt(f, premium, w.leadOf(w.sc.families[f].designer))
}

// slotsAt is slots at a lead time of what the designer makes of wafers.
func (w *World) slotsAt(f FamilyID, premium bool, lead float64) int64 {
	row := &w.families[f]
	held := row.HoldBack
	if premium {
		held = 0
	}
	weeks := w.params.OrderCap * int64(units.One-held)
	if row.PerWafer > 0 {
		free := float64(weeks)/float64(units.One) - lead
		return units.Whole(float64(free*row.Possible)-0.5, maxChips)
	}
	return max(0, units.MulDiv(int64(row.Capacity), weeks, int64(units.One))-int64(row.waited()))
}

// own tells whether a designer orders for himself: then he pays what the chips
// cost to build, when they are built.
func (w *World) own(o *Order) bool { return w.sc.families[o.Family].designer == o.By }

// dealPrice is what an order pays for a chip.
func (w *World) dealPrice(o *Order) units.Price {
	list := int64(w.families[o.Family].List)
	return price(list+o.premium().Of(list)) * microUSD
}

// deposit is what an order for chips costs at signing.
func (w *World) deposit(o *Order) units.USD {
	if w.own(o) {
		return 0
	}
	return deposit(w.dealPrice(o), o.Share, o.Qty)
}

func applyChips(w *World, o *Order) {
	*another(&w.booking) = *o
	w.pledge(o.By, w.deposit(o))
}

// clearBooking gives the week's orders for chips their places in the order books.
// When a designer has fewer than are asked for, the same counts as later in the
// queue: what is prepaid, the premium, loyalty (pull).
func (w *World) clearBooking() {
	asked := uint64(0) // families, a bit each
	for i := range w.booking {
		asked |= 1 << ((w.booking[i].Family - 1) & 63)
	}
	for ; asked != 0; asked &= asked - 1 {
		f := FamilyID(bits.TrailingZeros64(asked) + 1)
		who, need, all := w.room.who[:0], w.room.need[:0], int64(0)
		for i := range w.booking {
			if o := &w.booking[i]; o.Family == f {
				who, need, all = append(who, int32(i)), append(need, o.Qty), all+o.Qty
			}
		}
		w.room.who, w.room.need = who, need
		switch {
		case all == 0: // nobody asks
		case all <= w.slotsLeft(f, false):
			for _, at := range who {
				w.signChips(&w.booking[at], 0)
			}
		default:
			w.bookFamily(f)
		}
	}
}

// bookFamily shares the places for a family out among those in the scratch room:
// the open part of the book first, then the part that is held back among those
// who pay a premium and still want some.
func (w *World) bookFamily(f FamilyID) {
	who, need, weight := w.room.who, w.room.need, w.room.weight[:0]
	q := w.queueOf(f)
	for _, at := range who {
		o := &w.booking[at]
		weight = append(weight, w.pull(&q, o.By, o.Share, o.premium()))
	}
	w.room.weight = weight
	open, all := w.slotsLeft(f, false), w.slotsLeft(f, true)
	got := w.room.grow(len(who))
	market.Ration(need, weight, got, open, w.room.sums(len(who)))
	for i, at := range who {
		w.booking[at].Qty, need[i] = got[i], need[i]-got[i]
		if w.booking[at].premium() == 0 {
			weight[i] = 0
		}
	}
	if all > open {
		market.Ration(need, weight, got, all-open, w.room.sums(len(who)))
		for i, at := range who {
			w.booking[at].Qty += got[i]
			need[i] -= got[i]
		}
	}
	for i, at := range who {
		w.signChips(&w.booking[at], need[i])
	}
}

// signChips signs an order for chips; for short more the book has no room.
func (w *World) signChips(o *Order, short int64) {
	designer := w.sc.families[o.Family].designer
	if short > 0 {
		w.emit(Event{Kind: EventSlotsShort, By: o.By, Peer: designer, Family: o.Family, Ref: Ref{OfFamily, int32(o.Family)}, Qty: short})
	}
	if o.Qty == 0 {
		return
	}
	price, down := w.dealPrice(o), w.deposit(o)
	e := w.emit(Event{Kind: EventChipsOrdered, By: o.By, Peer: designer, Family: o.Family, Ref: Ref{OfFamily, int32(o.Family)},
		Qty: o.Qty, Amount: units.MulDiv(int64(price), o.Qty, int64(microUSD))})
	if at := w.openOrder(o); at != 0 {
		w.addTo(at, o)
	} else {
		w.signOrder(o, price, down, e)
	}
	w.payEach(o.By, designer, FlowChips, down) // of his own nothing
	w.families[o.Family].Backlog += units.Chips(o.Qty)
	w.noteDeal(o.By, o.Family, o.Qty)
}

// signOrder writes the contract of an order: its clauses as add would, one after the other.
// It is looked at when it calls for it, see schedule.
func (w *World) signOrder(o *Order, price units.Price, down units.USD, by EventID) {
	designer, turn, at, pay := w.sc.families[o.Family].designer, uint8(0), w.freeClause(), int32(0)
	if !w.own(o) {
		turn, pay = w.families[o.Family].turn(o.Family), w.freeClause()
	}
	id := w.sign(o.By, designer, max(w.Date(), o.When), 0, turn, by)
	c, p := &w.clauses[at], &w.clauses[pay]
	*c = Clause{} // and written where it stands
	c.Kind, c.From, c.To, c.Family, c.Site, c.Fleet = ClauseDeliver, designer, o.By, o.Family, o.Site, w.fleetOf(o.Site, o.Family)
	c.Contract, c.Next, c.Qty, c.Share, c.Advance = id, pay, o.Qty, o.premium(), down
	w.list(at)
	w.contracts[id.row()].Clauses = at
	if pay != 0 {
		w.bare[o.Family] = w.bare[o.Family] || o.Share < w.params.DepositShare
		*p = Clause{}
		p.Kind, p.Base, p.From, p.To, p.Contract = ClausePay, PayPerChip, o.By, designer, id
		p.Price, p.Share, p.Delivered = price, o.Share, int64(down)
		w.list(pay)
	}
	w.expect(c, +1)
}

// affords tells whether the buyer can still sign and pay the deposit.
func (w *World) affords(o *Order) Refusal {
	if r := w.roomFor(o.By); !r.Allowed() && w.openOrder(o) == 0 {
		return r
	}
	return w.spend(o.By, w.deposit(o))
}

func price(n int64) units.Price { return units.Price(n) }

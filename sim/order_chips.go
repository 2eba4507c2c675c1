package sim

import (
	"entangle/sim/market"
	"entangle/sim/units"
)

// chipsSpec: order_chips asks the designer of a family for a place in its order
// book. A place is a contract: the designer delivers as supply and rank allow, the buyer pays a
// share now and the rest on delivery, at today's list price.
var chipsSpec = OrderSpec{
	Kind: OrderChips, Name: "order_chips", Group: GroupCompute, Attention: 1, Line: true,
	Fields: []FieldSpec{
		{Field: FieldFamily, Name: "family"},
		{Field: FieldQty, Name: "chips", Unit: chips, Min: 1, Max: maxChips},
		{Field: FieldSite, Name: "site"},
		{Field: FieldShare, Name: "prepaid", Unit: units.KindShare, Min: 0, Max: int64(units.One)},
	},
	check: checkChips, apply: applyChips,
}

// maxChips bounds one order: more accelerators than the world has made.
const maxChips = 100_000_000

func checkChips(w *World, o Order) Refusal {
	designer := w.sc.families[o.Family].designer
	if designer == o.By {
		return Refusal{Reason: ReasonOwnFamily, Ref: Ref{OfFamily, int32(o.Family)}}
	}
	if !w.sc.families[o.Family].buyers.Has(o.By) {
		return Refusal{Reason: ReasonNotSoldTo, Ref: Ref{OfCompany, int32(designer)}}
	}
	if r := w.ownSite(o.By, o.Site, FieldSite); !r.Allowed() {
		return r
	}
	if least := int64(w.params.MinPrepaid); int64(o.Share) < least {
		return Refusal{Reason: ReasonTooSmall, Field: FieldShare, Have: int64(o.Share), Need: least}
	}
	if free := w.slots(o.Family); o.Qty > free {
		return Refusal{Reason: ReasonNoSlots, Field: FieldQty, Have: free, Need: o.Qty, Ref: Ref{OfCompany, int32(designer)}}
	}
	return w.affords(o)
}

// slots is how many chips of a family the designer still books.
func (w *World) slots(f FamilyID) int64 {
	row := &w.families[f]
	if row.PerWafer > 0 {
		weeks := float64(w.params.OrderCap) - w.leadOf(w.sc.families[f].designer)
		return units.FromFloat(float64(weeks*row.Possible)-0.5, 0, maxChips)
	}
	return max(0, int64(row.Capacity)*w.params.OrderCap-int64(row.Backlog))
}

// deposit is what an order for chips costs at signing.
func (w *World) deposit(o Order) units.USD {
	return deposit(price(int64(w.families[o.Family].List))*microUSD, o.Share, o.Qty)
}

func applyChips(w *World, o Order) {
	w.booking = append(w.booking, o)
	w.pledge(o.By, w.deposit(o))
}

// clearBooking gives the week's orders for chips their places in the order books.
// When a designer has fewer than are asked for, those who prepay more get more.
func (w *World) clearBooking() {
	for f := 1; f < len(w.families) && len(w.booking) > 0; f++ {
		who, need, weight := w.room.who[:0], w.room.need[:0], w.room.weight[:0]
		for i := range w.booking {
			if o := &w.booking[i]; o.Family == FamilyID(f) {
				who, need, weight = append(who, int32(i)), append(need, o.Qty), append(weight, w.pull(o.Share))
			}
		}
		got := w.room.grow(len(who))
		market.Ration(need, weight, got, w.slots(FamilyID(f)), w.room.sums(len(who)))
		for i, at := range who {
			w.signChips(w.booking[at], got[i])
		}
		w.room.who, w.room.need, w.room.weight = who, need, weight
	}
}

// signChips signs one order for n of its chips; the book has no room for the rest.
func (w *World) signChips(o Order, n int64) {
	designer := w.sc.families[o.Family].designer
	if short := o.Qty - n; short > 0 {
		w.emit(Event{Kind: EventSlotsShort, By: o.By, Peer: designer, Family: o.Family, Ref: Ref{OfFamily, int32(o.Family)}, Qty: short})
	}
	if o.Qty = n; n == 0 {
		return
	}
	list := price(int64(w.families[o.Family].List)) * microUSD
	down := w.deposit(o)
	e := w.emit(Event{Kind: EventChipsOrdered, By: o.By, Peer: designer, Family: o.Family, Ref: Ref{OfFamily, int32(o.Family)},
		Qty: o.Qty, Amount: units.MulDiv(int64(w.families[o.Family].List), o.Qty, 1)})
	id := w.sign(o.By, designer, w.Date(), 0, e)
	w.add(id, Clause{Kind: ClauseDeliver, From: designer, To: o.By, Family: o.Family, Site: o.Site, Qty: o.Qty})
	w.add(id, Clause{Kind: ClausePay, Base: PayPerChip, From: o.By, To: designer, Price: list, Share: o.Share, Delivered: int64(down)})
	w.pay(PartyOf(o.By), PartyOf(designer), FlowChips, down)
	w.families[o.Family].Backlog += units.Chips(o.Qty)
}

// affords tells whether the buyer can still sign and pay the deposit.
func (w *World) affords(o Order) Refusal {
	if r := w.roomFor(o.By); !r.Allowed() {
		return r
	}
	return w.spend(o.By, w.deposit(o))
}

func price(n int64) units.Price { return units.Price(n) }

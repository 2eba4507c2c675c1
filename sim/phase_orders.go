package sim

import (
	"entangle/sim/market"
	"entangle/sim/units"
)

// takeOrders applies the orders of the week. The company that goes first
// changes from week to week; within a company the order given is kept. Each
// order is checked against the world as it is when its turn comes.
func (w *World) takeOrders() {
	w.bids = w.bids[:0]
	n := len(w.companies) - 1
	w.room.queue(w.in.Orders, n)
	for k := range n {
		c := CompanyID((int(w.head.Tick)+k)%n + 1)
		for at := w.room.first[c]; at >= 0; at = w.room.next[at] {
			w.take(w.in.Orders[at])
		}
	}
	w.clearBids()
}

func (w *World) take(o Order) {
	w.head.Orders++
	if r := Check(w, o); !r.Allowed() {
		w.refuse(o, r)
		return
	}
	orderSpecs[o.Kind].apply(w, o)
}

func (w *World) refuse(o Order, r Refusal) {
	w.head.Refused++
	w.emit(Event{Kind: EventOrderRefused, By: o.By, Peer: o.Peer, Reason: r.Reason, Order: o.Kind, Ref: r.Ref, Qty: r.Need})
}

// bid is an order for capacity waiting to be cleared with the others.
type bid struct {
	order Order
	fleet int32
	done  bool
}

// clearBids sells what each landlord offers to those who bid for it, at one
// price per block: its floor when all fit in, else the highest ceiling that
// went short.
func (w *World) clearBids() {
	for i := range w.bids {
		if !w.bids[i].done {
			w.clearBlock(w.bids[i].fleet)
		}
	}
}

func (w *World) clearBlock(fleet int32) {
	f := &w.fleets[fleet]
	book := w.room.book[:0]
	who := w.room.who[:0]
	for i := range w.bids {
		if b := &w.bids[i]; b.fleet == fleet {
			b.done = true
			key := w.key.Stream(streamBids, w.sc.companies[b.order.By].key)
			book = append(book, market.Bid{Qty: b.order.Qty, Ceiling: int64(b.order.Price), Key: key.Uint64()})
			who = append(who, int32(i))
		}
	}
	got := w.room.got[:len(book)]
	price := units.Price(market.Uniform(book, int64(f.Posted), int64(f.Floor), got))
	for i, at := range who {
		b := &w.bids[at]
		if got[i] > 0 {
			w.let(f, b.order, units.Chips(got[i]), price)
		}
		if miss := b.order.Qty - got[i]; miss > 0 {
			w.emit(Event{Kind: EventBidLost, Cause: f.PostedBy, By: b.order.By, Peer: w.sc.sites[f.Site].owner,
				Ref: Ref{OfFamily, int32(f.Family)}, Qty: miss * int64(w.families[f.Family].H100e), Amount: int64(price)})
		}
	}
	w.room.book, w.room.who = book, who
}

// let signs a rental of n chips of a block.
func (w *World) let(f *Fleet, o Order, n units.Chips, price units.Price) {
	landlord := w.sc.sites[f.Site].owner
	if r := w.roomFor(o.By, landlord); !r.Allowed() {
		w.refuse(o, r) // signed too much elsewhere in the same week
		return
	}
	e := w.emit(Event{Kind: EventCapacityRented, Cause: f.PostedBy, By: o.By, Peer: landlord,
		Ref: Ref{OfSite, int32(f.Site)}, Qty: int64(n) * int64(w.families[f.Family].H100e),
		Amount: int64(price)})
	w.rental(landlord, o.By, f, n, price, w.Date(), o.Weeks, e)
}

// rental writes the contract of a rental and takes the chips off the offer. The
// caller has made sure that both parties and the book have room.
func (w *World) rental(landlord, tenant CompanyID, f *Fleet, n units.Chips, price units.Price, from units.Date, weeks int32, by EventID) {
	id := w.sign(landlord, tenant, from, from.AddWeeks(int(weeks)), by)
	w.add(id, Clause{Kind: ClauseCapacity, From: landlord, To: tenant, Family: f.Family, Site: f.Site, Qty: int64(n)})
	w.add(id, Clause{Kind: ClausePay, Base: PayRent, From: tenant, To: landlord, Price: price})
	f.Posted -= n
	f.Let += n
}

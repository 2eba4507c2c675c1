package sim

import (
	"entangle/sim/market"
	"entangle/sim/units"
)

// takeOrders applies the orders of the week. Who goes first is drawn each week, so
// that no name is an advantage; within a company the order given is kept, those
// that waited in the organisation first. Each order is checked against the world as it is when its turn comes. What is
// scarce, chips and capacity, is only bid for: all bids are cleared together.
func (w *World) takeOrders() {
	w.dropBids()
	w.booking, w.asks = w.booking[:0], w.asks[:0]
	w.ripen()
	w.room.queue(w.room.ripe, w.in.Orders)
	for _, c := range w.turns() {
		w.takeFrom(c)
	}
	w.procure()
	w.release()
	w.clearBooking()
	w.clearBids()
	w.clearAsks()
}

// takeFrom takes the orders of a company.
func (w *World) takeFrom(c CompanyID) {
	ripe, given, behind := w.room.ripe, w.in.Orders, w.room.behind
	for at := w.room.first[c]; at != 0; at = behind[at] {
		if at := int(at) - 1; at < len(ripe) {
			w.carryOut(&ripe[at])
		} else {
			w.take(&given[at-len(ripe)])
		}
	}
	w.room.first[c] = 0
}

// turns has the companies that gave orders in an order drawn for the week.
func (w *World) turns() []CompanyID {
	list, keys := w.room.turn, w.room.keys[:0]
	draw := w.stream(streamTurn, 0)
	salt := draw.Uint64()
	for n, c := range list {
		key, at := (w.sc.companies[c].key^salt)*serialStride, n // keys are hashes of names
		for keys = append(keys, key); at > 0 && key < keys[at-1]; at-- {
			keys[at], list[at] = keys[at-1], list[at-1]
		}
		keys[at], list[at] = key, c
	}
	w.room.keys = keys
	return list
}

func (w *World) take(o *Order) {
	w.head.Orders++
	if r := w.check(o); !r.Allowed() {
		w.refuse(o, r)
		return
	}
	if !o.Deputy {
		w.companies[o.By].Attention -= w.cost(o.By, o.Kind, o.Escalate)
	}
	if org := &w.orgs[o.By]; org.Form != FormNone {
		w.noteOrder(org, o)
	}
	if weeks := w.delay(o.By, o.Kind, o.Escalate); weeks > 0 {
		w.hold(o, weeks)
		return
	}
	orderSpecs[o.Kind].apply(w, o)
}

func (w *World) refuse(o *Order, r Refusal) {
	w.head.Refused++
	w.emit(Event{Kind: EventOrderRefused, By: o.By, Peer: o.Peer, Reason: r.Reason, Order: o.Kind, Family: o.Family,
		Ref: r.Ref, Qty: r.Need, Amount: r.Have})
}

// bid is an order for capacity waiting to be cleared with the others.
type bid struct {
	order Order
	fleet int32
	done  bool
}

// dropBids forgets the bids of a week.
func (w *World) dropBids() {
	if len(w.bids) > 0 {
		w.bids = w.bids[:0]
		clear(w.room.bids)
	}
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
			if f.Exclude.Has(b.order.By) {
				b.order.Price = 0 // excluded after he bid
			}
			key := w.stream(streamBids, w.sc.companies[b.order.By].key+uint64(i)<<32)
			book = append(book, market.Bid{Qty: b.order.Qty, Ceiling: int64(b.order.Price), Key: key.Uint64()})
			who = append(who, int32(i))
		}
	}
	got := w.room.grow(len(book))
	price := units.Price(market.Uniform(book, int64(f.Posted), int64(f.Floor), got))
	for i, at := range who {
		b := &w.bids[at]
		if got[i] > 0 {
			w.let(f, b.order, units.Chips(got[i]), price)
		}
		if miss := b.order.Qty - got[i]; miss > 0 {
			w.emit(Event{Kind: EventBidLost, Cause: f.PostedBy, By: b.order.By, Peer: w.sc.sites[f.Site].owner,
				Family: f.Family, Ref: Ref{OfFamily, int32(f.Family)}, Qty: miss * int64(w.families[f.Family].H100e), Amount: int64(price)})
		}
	}
	w.room.book, w.room.who = book, who
}

// let signs a rental of n chips of a block.
func (w *World) let(f *Fleet, o Order, n units.Chips, price units.Price) {
	landlord := w.sc.sites[f.Site].owner
	e := w.emit(Event{Kind: EventCapacityRented, Cause: f.PostedBy, By: o.By, Peer: landlord,
		Family: f.Family, Ref: Ref{OfSite, int32(f.Site)}, Qty: int64(n) * int64(w.families[f.Family].H100e),
		Amount: int64(price)})
	w.rental(landlord, o.By, f, n, price, max(w.Date(), f.From), o.Weeks, f.From > w.Date(), e)
}

// rental writes the contract of a rental and takes the chips off the offer. The
// caller has made sure that both parties and the book have room.
func (w *World) rental(landlord, tenant CompanyID, f *Fleet, n units.Chips, price units.Price, from units.Date, weeks int32, ahead bool, by EventID) {
	id := w.sign(tenant, landlord, from, from.AddWeeks(int(weeks)), w.turnFrom(from), by)
	w.add(id, &Clause{Kind: ClauseCapacity, From: landlord, To: tenant, Family: f.Family, Site: f.Site, Qty: int64(n), Ahead: ahead})
	w.add(id, &Clause{Kind: ClausePay, Base: PayRent, From: tenant, To: landlord, Price: price})
	w.schedule(id.row())
	f.Posted -= n
	w.letAt[f.Site] += units.H100e(n) * w.families[f.Family].H100e
	w.head.Relist = true
	if ahead {
		f.Later += n
		w.companies[tenant].Booked += units.H100e(n) * w.families[f.Family].H100e
		w.head.Ahead++
		w.ahead = min(w.ahead, from)
	} else {
		f.Let += n
		w.companies[tenant].Owed += units.H100e(n) * w.families[f.Family].H100e
		w.relet(w.fleetOf(f.Site, f.Family))
	}
}

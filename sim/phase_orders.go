package sim

import (
	"entangle/sim/market"
	"entangle/sim/units"
)

// takeOrders applies the orders of the week: first those whose week has come in the
// organisations, then those that are given. Who goes first of these is drawn each week, so
// that no name is an advantage; within a company the order given is kept. Each order is
// checked against the world as it is when its turn comes. What is scarce, chips and
// capacity, is only bid for: all bids are cleared together.
func (w *World) takeOrders() {
	w.dropBids()
	w.booking, w.asks = w.booking[:0], w.asks[:0]
	w.ripen()
	w.takeGiven(w.in.Orders)
	w.procure()
	w.release()
	w.clearBooking()
	w.clearBids()
	w.clearAsks()
}

// takeGiven takes the orders given for the week by turns.
func (w *World) takeGiven(given []Order) {
	line, draw := &w.room.line, w.stream(streamTurn, 0)
	line.begin(len(given))
	for i := range given {
		line.join(given[i].By, i)
	}
	line.draw(w.sc.companies, draw.Uint64())
	line.close()
	behind, nodes := line.behind, len(w.companies)
	for node := behind[0]; node != 0; node = behind[node] {
		w.take(&given[int(node)-nodes])
	}
}

// take takes an order that passes check, whose steps stand here once more. Most are plain:
// the leadership has the attention, and nothing makes them cheaper or dearer. That is asked
// first, so that one question after the check is enough.
func (w *World) take(o *Order) {
	w.head.Orders++
	if !w.formal(o) {
		if r := w.blemish(o); !r.Allowed() {
			w.refuse(o, r)
			return
		}
	}
	co, org, desk := &w.companies[o.By], &w.orgs[o.By], w.sc.deskOf(o)
	plain := o.attentive(co, org, desk)
	if r := orderSpecs[o.Kind].check(w, o); r.Reason != ReasonNone || !plain {
		w.takeOther(o, r)
		return
	}
	pace := &w.paces[o.Kind]
	cost := pace.attention
	if o.Deputy {
		cost = 0
	}
	co.Attention -= cost
	if org.Form != FormNone {
		org.note(o, desk)
	}
	if bureaucracy := co.meets(org.Form, pace.waits); bureaucracy >= weekOfDelay {
		w.hold(o, weeksOfDelay(bureaucracy))
		return
	}
	orderSpecs[o.Kind].apply(w, o)
}

// takeOther is the same from the check on, of which r came, for orders of any kind.
//
//go:noinline
func (w *World) takeOther(o *Order, r Refusal) {
	if r.Allowed() {
		r = w.attend(o)
	}
	if !r.Allowed() {
		w.refuse(o, r)
		return
	}
	w.companies[o.By].Attention -= w.costOf(o)
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
			w.let(fleet, &b.order, units.Chips(got[i]), price)
		}
		if miss := b.order.Qty - got[i]; miss > 0 {
			w.emit(Event{Kind: EventBidLost, Cause: f.PostedBy, By: b.order.By, Peer: w.sc.sites[f.Site].owner,
				Family: f.Family, Ref: Ref{OfFamily, int32(f.Family)}, Qty: miss * int64(w.families[f.Family].H100e), Amount: int64(price)})
		}
	}
	w.room.book, w.room.who = book, who
}

// let signs a rental of n chips of a block.
func (w *World) let(fleet int32, o *Order, n units.Chips, price units.Price) {
	f := &w.fleets[fleet]
	landlord := w.sc.sites[f.Site].owner
	e := w.emit(Event{Kind: EventCapacityRented, Cause: f.PostedBy, By: o.By, Peer: landlord,
		Family: f.Family, Ref: Ref{OfSite, int32(f.Site)}, Qty: int64(n) * int64(w.families[f.Family].H100e),
		Amount: int64(price)})
	w.rental(landlord, o.By, fleet, n, price, max(w.Date(), f.From), o.Weeks, f.From > w.Date(), e)
}

// rental writes the contract of a rental and takes the chips off the offer. The
// caller has made sure that both parties and the book have room.
func (w *World) rental(landlord, tenant CompanyID, fleet int32, n units.Chips, price units.Price, from units.Date, weeks int32, ahead bool, by EventID) (id ContractID) {
	f := &w.fleets[fleet]
	id = w.sign(tenant, landlord, from, from.AddWeeks(int(weeks)), w.turnFrom(from), by)
	at, pay := w.freeClause(), w.freeClause()
	w.companies[landlord].Clauses += 2
	w.companies[tenant].Clauses += 2
	w.enterRental(&w.contracts[id.row()], at, pay, tenant, fleet, n, price, ahead)
	w.takeOff(f, fleet, n)
	if ahead {
		f.Later += n
		w.companies[tenant].Booked += units.H100e(n) * w.families[f.Family].H100e
		w.head.Ahead++
		w.ahead = min(w.ahead, from)
	} else {
		w.moveIn(tenant, f, fleet, n)
	}
	return id
}

// takeOff takes chips of a block off its offer.
func (w *World) takeOff(f *Fleet, fleet int32, n units.Chips) {
	f.Posted -= n
	w.letAt[f.Site] += units.H100e(n) * w.families[f.Family].H100e
	w.reoffer(fleet)
}

// moveIn lets a tenant have them.
func (w *World) moveIn(tenant CompanyID, f *Fleet, fleet int32, n units.Chips) {
	f.Let += n
	w.companies[tenant].Owed += units.H100e(n) * w.families[f.Family].H100e
	w.relet(fleet)
}

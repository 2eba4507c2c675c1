package sim

// Waiting is an order on its way through the organisation of the company that
// gave it. It was allowed when it was given; when its week comes it is checked
// again, and may find that the world has moved on.
type Waiting struct {
	Order Order
	Due   int32 // tick at which it is carried out
	Since EventID
}

// hold puts an order into the organisation.
func (w *World) hold(o *Order, weeks int32) {
	e := w.emit(Event{Kind: EventOrderWaits, By: o.By, Peer: o.Peer, Order: o.Kind, Family: o.Family, Qty: int64(weeks)})
	x := another(&w.waiting)
	x.Order, x.Due, x.Since = *o, w.head.Tick+weeks, e
	w.companies[o.By].Waiting++
	w.inside[o.By] |= 1 << o.Kind
}

// ripen carries out the orders whose week has come, in the order in which they were given:
// who came first was drawn then. It notes anew which kinds of orders wait in the companies.
func (w *World) ripen() {
	clear(w.inside)
	kept := 0
	for i := range w.waiting {
		x := &w.waiting[i]
		if x.Due > w.head.Tick {
			if kept < i {
				w.waiting[kept] = *x
			}
			kept++
			w.inside[x.Order.By] |= 1 << x.Order.Kind
			continue
		}
		w.companies[x.Order.By].Waiting--
		w.carryOut(x)
	}
	w.waiting = w.waiting[:kept]
}

// carryOut does what an order that waited says, if it still can.
func (w *World) carryOut(x *Waiting) {
	o := &x.Order
	r := Refusal{Reason: ReasonInsolvent, Ref: Ref{OfCompany, int32(o.By)}}
	if !w.companies[o.By].Bust {
		r = orderSpecs[o.Kind].check(w, o)
	}
	if !r.Allowed() {
		w.emit(Event{Kind: EventOrderDropped, Cause: x.Since, By: o.By, Peer: o.Peer, Reason: r.Reason, Order: o.Kind,
			Family: o.Family, Ref: r.Ref, Qty: r.Need, Amount: r.Have})
		return
	}
	orderSpecs[o.Kind].apply(w, o)
}

// Waiting lists the orders that wait in the companies' organisations; read only,
// valid until the next Step.
func (w *World) Waiting() []Waiting { return w.waiting }

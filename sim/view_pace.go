package sim

// Pace is what goes for all orders that a company gives in a week.
type Pace struct {
	kinds *orderPaces
	weeks [waitsCount]int32 // that orders wait
	room  *Org              // with a war room
	held  uint64            // kinds of orders that wait in its organisation, a bit each

	Free, Deputies uint8 // areas that have a deputy who has orders left, and all that have one, a bit per Group
}

// Pace writes how the company's orders go this week.
func (v View) Pace(p *Pace) {
	w, o := v.w, &v.w.orgs[v.who]
	b, after, plain := w.companies[v.who].Bureaucracy, formSpecs[o.Form].after, int32(o.Told)
	if o.Form == FormNone { // else it is known
		plain = weeksOfDelay(b)
	}
	longer := plain
	if after != 0 {
		longer = weeksOfDelay(b + after)
	}
	p.weeks[waitsPlain], p.weeks[waitsLonger] = plain, longer
	room := (*Org)(nil)
	if o.Room != 0 {
		room = o
	}
	p.kinds, p.room, p.held = w.paces, room, w.inside[v.who]
	p.Free, p.Deputies = o.delegated()
}

// Terms is View.Terms.
func (p *Pace) Terms(k OrderKind) (cost int64, weeks int32) {
	x := &p.kinds[k]
	if cost = x.attention; p.room != nil {
		cost = p.room.inRoom(k, cost)
	}
	return cost, p.weeks[x.waits]
}

// Waits tells whether orders of a kind wait in the company's organisation.
func (v View) Waits(k OrderKind) bool {
	return v.w.inside[v.who]&(1<<k) != 0
}

// Inside is 1 if some do, else 0.
func (p *Pace) Inside(k OrderKind) int32 { return int32(p.held >> (k & 63) & 1) }

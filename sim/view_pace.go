package sim

// Pace is what goes for all orders that a company gives in a week.
type Pace struct {
	kinds *orderPaces
	weeks [waitsCount]int32 // that orders wait
	held  uint64            // kinds of orders that wait in its organisation, a bit each

	Free, Deputies uint8 // areas that have a deputy who has orders left, and all that have one, a bit per Group

	room orderPaces // kinds, with a war room: few have one, and then nobody else need ask for it
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
	p.kinds, p.held = w.paces, w.inside[v.who]
	if o.Room != 0 {
		p.gather(o)
	}
	p.Free, p.Deputies = o.delegated()
}

// Terms is View.Terms.
func (p *Pace) Terms(k OrderKind) (cost int64, weeks int32) {
	x := &p.kinds[k]
	return x.attention, p.weeks[x.waits]
}

// gather has orders take what they do while a war room is open.
func (p *Pace) gather(o *Org) {
	p.room = *p.kinds
	for k := range p.room {
		p.room[k].attention = o.inRoom(OrderKind(k), p.room[k].attention)
	}
	p.kinds = &p.room
}

// Waits tells whether orders of a kind wait in the company's organisation.
func (v View) Waits(k OrderKind) bool {
	return v.w.inside[v.who]&(1<<k) != 0
}

// Inside is 1 if some do, else 0.
func (p *Pace) Inside(k OrderKind) int32 { return int32(p.held >> (k & 63) & 1) }

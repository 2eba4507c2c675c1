package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// queueWeeks is the median wait of a request that would join a region's line now.
func (w *World) queueWeeks(r RegionID, flexible bool) float64 {
	if flexible {
		return float64(w.regions[r].Wait * flexibleQueue)
	}
	return w.regions[r].Wait
}

// lookAtLine reckons the wait in a region's line anew from what was asked of its
// grid in a year (economics 3).
func (w *World) lookAtLine(row *Region) {
	if !on(w.sc.setup.Switches.Queue) || row.Headroom == 0 {
		row.Wait = 0
		return
	}
	crowd := row.Asked / float64(row.Headroom)
	row.Wait = min(float64(float64(row.QueueWeeks*(1+detmath.Pow(crowd, 1.2)))*0.5), maxQueue)
}

// maxQueue is the longest median wait: ten years, beyond which nobody plans.
const maxQueue = 520

// file puts a request into the line. All who file in a week wait alike; who
// comes first was drawn. The caller has made sure that there is a row and money.
func (w *World) file(o Order, cause EventID) {
	r := o.Region
	if o.Site != 0 {
		r = w.sc.sites[o.Site].region
	}
	row, power := &w.regions[r], units.KW(o.Qty)
	q := w.freeRequest(o.By)
	if q == nil {
		return
	}
	flexible := o.Mode == QueueFlexible
	median := w.queueWeeks(r, flexible)
	weeks := w.wait(streamQueue, w.serial(o.By), span{median, queueSigma, 0, 3 * maxQueue})
	row.Places++
	row.Filed += power
	*q = Request{By: o.By, Region: r, Site: o.Site, Flexible: flexible, Place: row.Places, Power: power, Filed: w.Date(),
		Due: w.Date().AddWeeks(int(weeks)), Expected: w.Date().AddWeeks(int(units.Whole(median, maxQueue))),
		Deposit: usd(o.Qty) * gridDeposit}
	w.pay(PartyOf(o.By), Utilities, FlowGrid, q.Deposit)
	w.opens(o.By, q.Site, useRequests)
	q.Event = w.emit(Event{Kind: EventQueueJoined, Cause: cause, By: o.By, Ref: Ref{OfRegion, int32(r)},
		Qty: int64(units.Whole(median, maxQueue)), Amount: o.Qty})
}

// freeRequest is a row of a company's requests that is free, or nil.
func (w *World) freeRequest(c CompanyID) *Request {
	if at := w.freeSlot(c, useRequests); at != 0 {
		return &w.requests[at]
	}
	return nil
}

// mature lets a request come nearer its date. The study, after a third of the
// way, and the agreement, after two thirds, each tell half of how far off the
// announced date is.
func (w *World) mature(at int) {
	q, today := &w.requests[at], w.Date()
	if q.Private && today >= q.Due {
		w.connect(q, q.Power)
		return
	}
	gone, way := today-q.Filed, q.Due-q.Filed
	told := q.Expected
	if q.Step < 2 && 3*gone >= units.Date(q.Step+1)*way {
		q.Step++
		q.Expected += (q.Due - q.Expected) / 2
	}
	if q.Expected <= today {
		q.Expected = today + max(7*noticed, gone/6) // overdue, and nobody says for how long
	}
	kind, moved := EventQueueMoved, (q.Expected-told)/7
	if moved < 0 {
		kind, moved = EventQueueEarlier, -moved
	}
	if moved >= noticed {
		w.emit(Event{Kind: kind, Cause: q.Event, By: q.By, Ref: Ref{OfRegion, int32(q.Region)}, Qty: int64(moved), Amount: int64(q.Power - q.Granted)})
	}
	if q.Site == 0 && today >= q.Due.AddWeeks(lapseWeeks) {
		w.withdraw(q, q.Power-q.Granted, 0)
	}
	if !q.Private && q.Site != 0 && q.Due <= today {
		w.room.due = append(w.room.due, int32(at))
	}
}

// grantInLine gives what the grids can add to the requests whose day has come,
// in the order of each region's line.
func (w *World) grantInLine() {
	line := w.room.keys[:0]
	for _, i := range w.room.due {
		if q := &w.requests[i]; w.companies[q.By].Cash >= w.connection(q, q.Power-q.Granted) {
			line = lineUp(line, q.Place, int(i))
		}
	}
	w.room.keys = line
	for n, place := range line {
		if q := &w.requests[rowOf(place)]; !w.behind(line[:n], q.Region) {
			w.grantTo(q)
		}
	}
}

// behind tells whether somebody before in a region's line still waits for power.
func (w *World) behind(before []uint64, r RegionID) bool {
	for _, place := range before {
		if q := &w.requests[rowOf(place)]; q.By != 0 && q.Region == r {
			return true
		}
	}
	return false
}

// grantTo connects what the grid has room for, in a few parts of a large request,
// if the company can pay after what it paid others this week.
func (w *World) grantTo(q *Request) {
	open, row := q.Power-q.Granted, &w.regions[q.Region]
	if w.companies[q.By].Cash < w.connection(q, open) {
		return
	}
	if on(w.sc.setup.Switches.Queue) {
		if row.Room < min(open, q.Power/gridParts) {
			return
		}
		open = min(open, row.Room)
		row.Room -= open
	}
	w.connect(q, open)
}

// gridParts is in how many parts a request is connected at most.
const gridParts = 4

// connection is what connecting a part of a request costs; its part of the
// deposit counts.
func (w *World) connection(q *Request, part units.KW) units.USD {
	return max(0, usd(int64(part))*gridPerKW-q.deposit(part))
}

// deposit is the part of the deposit held that belongs to a part of what is open.
func (q *Request) deposit(part units.KW) units.USD {
	if open := q.Power - q.Granted; open > 0 {
		return usd(units.MulDiv(int64(q.Deposit), int64(part), int64(open)))
	}
	return 0
}

// connect makes a part of a request grid power of its site.
func (w *World) connect(q *Request, part units.KW) {
	if part <= 0 {
		return
	}
	if !q.Private {
		w.pay(PartyOf(q.By), Utilities, FlowGrid, w.connection(q, part))
	}
	q.Deposit -= q.deposit(part)
	q.Granted += part
	row, s, site := &w.regions[q.Region], &w.sites[q.Site], q.Site
	row.Granted += part
	if !q.Private {
		row.Grown += float64(part)
	}
	s.Grid += part
	s.Wired += part
	if q.Flexible {
		s.Flexible += part
		w.flexible[uint(site)/64] |= 1 << (uint(site) % 64)
	}
	e := w.emit(Event{Kind: EventGridGranted, Cause: q.Event, By: q.By, Ref: Ref{OfSite, int32(site)}, Amount: int64(part)})
	w.closeRequest(q)
	w.relight(site, e)
}

// closeRequest frees a row of which nothing is open.
func (w *World) closeRequest(q *Request) {
	if q.Granted == q.Power {
		by, site := q.By, q.Site
		*q = Request{}
		w.closes(by, site)
	}
}

// withdraw takes a part of what is open out of the line; back is the share of
// its deposit that is paid back.
func (w *World) withdraw(q *Request, part units.KW, back units.PPM) {
	held := q.deposit(part)
	w.pay(Utilities, PartyOf(q.By), FlowRefund, usd(back.Of(int64(held))))
	q.Deposit -= held
	q.Power -= part
	w.regions[q.Region].Left += part
	w.emit(Event{Kind: EventQueueLeft, Cause: q.Event, By: q.By, Ref: Ref{OfRegion, int32(q.Region)}, Amount: int64(part)})
	w.closeRequest(q)
}

// queued is the power that a company's open requests ask for at a site.
func (w *World) queued(c CompanyID, s SiteID) (sum units.KW) {
	for use := w.inUse(c, useRequests); use.left != 0; {
		if q := &w.requests[use.next()]; q.Site == s {
			sum += q.Power - q.Granted
		}
	}
	return sum
}

// underway is the power of the halls being built at a site.
func (w *World) underway(s SiteID) (sum units.KW) {
	for use := w.inUse(w.sc.sites[s].owner, useWorks); use.left != 0; {
		if k := &w.works[use.next()]; k.Site == s {
			sum += k.Power
		}
	}
	return sum
}

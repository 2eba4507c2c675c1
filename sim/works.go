package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// allot shares out what contractors and makers of transformers can start in a
// month among the works that wait for it, in each region: who broke ground first
// comes before the others.
func (w *World) allot() {
	line := w.room.keys[:0]
	for word, lacks := range w.lacks {
		for rows := (setBits{64 * word, lacks}); rows.left != 0; {
			i := rows.next()
			line = lineUp(line, int32(w.works[i].Event), i)
		}
	}
	ahead := w.lacking
	clear(ahead)
	for _, place := range line {
		i := rowOf(place)
		k := &w.works[i]
		iron, builders := k.Iron, k.Builders
		r := w.sc.sites[k.Site].region
		row := &w.regions[r]
		w.allotTo(&k.Iron, k.Power, &row.Iron, row.Transformers)
		if k.over(taskLand) {
			w.allotTo(&k.Builders, k.Power, &row.Builders, row.Contractors)
		}
		if iron < k.Power && k.Iron == k.Power || builders < k.Power && k.Builders == k.Power {
			k.Wakes = 0
			w.stir(CompanyID(i / slotsPerCompany))
		}
		k.Before = ahead[r]
		ahead[r].Builders += k.Power - k.Builders
		ahead[r].Iron += k.Power - k.Iron
		if !k.lacks() {
			w.lacks[i/64] &^= 1 << (i % 64)
		}
	}
	w.room.keys = line
}

// allotTo gives a work what it lacks of a supply, as far as that goes. Where the
// scenario says nothing of it there is enough.
func (w *World) allotTo(got *units.KW, need units.KW, stock *units.KW, yearly units.KW) {
	part := need - *got
	if yearly > 0 && on(w.sc.setup.Switches.Builders) {
		part = min(part, *stock)
		*stock -= part
	}
	*got += part
}

// lacks tells whether a work still waits for contractors or transformers, in this
// week or later.
func (k *Work) lacks() bool { return k.Iron < k.Power || k.Builders < k.Power }

// over tells whether a task is done.
func (k *Work) over(t taskID) bool { return k.Done[t] >= k.Weeks[t] }

// landOpen tells whether work on the land can go on.
func (w *World) landOpen(k *Work) bool {
	return !k.over(taskLand) && (k.Kind != workGreenfield || !on(w.sc.setup.Switches.Tolerance) ||
		w.regions[w.sc.sites[k.Site].region].Tolerance >= landTolerance)
}

// workOn moves a work on, as far as it is paid for. A task that another has waited for
// lets it begin in the same week. Builders send a bill every eight weeks, and in the week
// in which a task is over; until then nobody looks at the work (Wakes).
func (w *World) workOn(k *Work, owner CompanyID) {
	co := &w.companies[owner]
	bill := bill{by: owner, cash: co.Cash}
	if k.Active != 0 {
		k.catchUp(w.head.Tick-k.Seen-1, &bill)
	}
	k.Seen, k.Active = w.head.Tick, 0
	if w.landOpen(k) {
		w.advance(k, taskLand, &bill)
	}
	if !k.over(taskShell) && k.Builders == k.Power && k.over(taskLand) {
		w.advance(k, taskShell, &bill)
	}
	if !k.over(taskIron) && k.Iron == k.Power {
		w.advance(k, taskIron, &bill)
	}
	if k.over(taskShell) && k.over(taskIron) && k.over(taskLand) && !k.over(taskFit) {
		w.advance(k, taskFit, &bill)
	}
	w.pay(PartyOf(owner), Builders, FlowSites, bill.spent)
	co.Committed -= bill.spent
	if bill.stopped && !k.Stopped {
		w.emit(Event{Kind: EventWorkStopped, Cause: k.Event, By: owner, Ref: Ref{OfSite, int32(k.Site)}, Amount: int64(k.Power)})
	}
	k.Stopped = bill.stopped
	if k.over(taskFit) {
		w.finish(k, owner)
		return
	}
	w.foresee(k, owner)
	k.Wakes = w.head.Tick + k.rest()
}

// rest is in how many weeks somebody looks at a work again: in one while it is stopped
// by want of money or by the neighbours.
func (k *Work) rest() int32 {
	if k.Stopped || !k.over(taskLand) && k.Active&(1<<taskLand) == 0 {
		return 1
	}
	weeks := int32(drawWeeks)
	for set := k.Active; set != 0; set &= set - 1 {
		t := taskID(bits.TrailingZeros8(uint8(set)))
		weeks = min(weeks, k.Weeks[t]-k.Done[t])
	}
	return weeks
}

// drawWeeks is how often builders send a bill while no task is over. By choice.
const drawWeeks = 2 * billWeeks

// bill is what a work costs since the last one.
type bill struct {
	by          CompanyID
	cash, spent units.USD
	stopped     bool // more was due than there is cash
}

// catchUp does the weeks since the last bill of the tasks that went on, as many as can
// be paid; none of them is over by that.
func (k *Work) catchUp(weeks int32, b *bill) {
	for set := k.Active; set != 0; set &= set - 1 {
		t := taskID(bits.TrailingZeros8(uint8(set)))
		n, done := weeks, k.Done[t]
		due := k.paidBy(t, done+n) - k.paidBy(t, done)
		for n > 0 && b.cash-b.spent < due {
			n, b.stopped = n-1, true
			due = k.paidBy(t, done+n) - k.paidBy(t, done)
		}
		b.spent += due
		k.Done[t] += n
	}
}

// advance does a week of a task that can go on, if it can be paid.
func (w *World) advance(k *Work, t taskID, b *bill) {
	due := k.installment(t)
	if b.cash-b.spent < due {
		b.stopped = true
		return
	}
	b.spent += due
	k.Done[t]++
	if !k.over(t) {
		k.Active |= 1 << t
	} else if t != taskFit {
		w.emit(Event{Kind: EventWorkStage, Cause: k.Event, By: b.by, Ref: Ref{OfSite, int32(k.Site)},
			Qty: int64(w.expects(k)), Amount: int64(k.Power)})
	}
}

// installment is what the next week of a task costs: an even part over the weeks
// that it usually takes, and the rest in its last.
func (k *Work) installment(t taskID) units.USD {
	done, p := k.Done[t], paces[k.Kind][t]
	switch {
	case done >= p.usual:
		return 0
	case done+1 >= k.Weeks[t]:
		return (taskSpecs[t].perKW - p.weekly*units.USD(done)) * units.USD(k.Power)
	}
	return p.weekly * units.USD(k.Power)
}

// paidBy is what a task has cost after so many weeks.
func (k *Work) paidBy(t taskID, weeks int32) units.USD {
	if p := paces[k.Kind][t]; weeks < k.Weeks[t] && weeks < p.usual {
		return p.weekly * units.USD(weeks) * units.USD(k.Power)
	}
	return taskSpecs[t].perKW * units.USD(k.Power)
}

// remaining is how many weeks are left as far as anybody can see: what is done is
// known, the rest takes as long as it usually does.
func (k *Work) remaining() int32 { return k.after(0, 0) }

// after is the same if it has so many weeks to wait for builders and for transformers.
func (k *Work) after(builders, iron int32) int32 {
	left := func(t taskID) int32 {
		weeks := max(paces[k.Kind][t].usual-k.Done[t], 1)
		if k.over(t) { // nobody could guess it: no branch
			weeks = 0
		}
		return weeks
	}
	return max(left(taskLand)+builders+left(taskShell), iron+left(taskIron)) + left(taskFit)
}

// foresee moves the announced date of a work when it has become wrong by more
// than it would be polite to hide.
func (w *World) foresee(k *Work, owner CompanyID) {
	left := w.expects(k)
	soon := w.Date().AddWeeks(int(left) + 1)
	if late := soon - k.Expected; late >= max(7*noticed, units.Date(2*left)) || -late >= 7*noticed {
		k.Expected = soon
		if late > 0 {
			w.emit(Event{Kind: EventWorkSlipped, Cause: k.Event, By: owner, Ref: Ref{OfSite, int32(k.Site)}, Qty: int64(late) / 7, Amount: int64(k.Power)})
		}
	}
}

// expects is in how many weeks a work will be ready in the mean of its halls, if those
// before it in line get contractors and transformers first. Who breaks ground knows what a
// region can start in a year.
func (w *World) expects(k *Work) int32 {
	if !k.lacks() || !on(w.sc.setup.Switches.Builders) {
		return k.remaining() + w.tail(k)
	}
	row := &w.regions[w.sc.sites[k.Site].region]
	wait := func(own, before, stock, yearly units.KW) int32 {
		if open := own + before - stock; own > 0 && open > 0 && yearly > 0 {
			return int32(min(int64(open)*weeksInYear/int64(yearly), maxQueue))
		}
		return 0
	}
	return w.tail(k) + k.after(wait(k.Power-k.Builders, k.Before.Builders, row.Builders, row.Contractors),
		wait(k.Power-k.Iron, k.Before.Iron, row.Iron, row.Transformers))
}

// noticed is by how many weeks a date must move to be told.
const noticed = 4

// finish hands a work's halls over: all that the crews of a site have fitted out by then,
// and of a larger work the rest by and by.
func (w *World) finish(k *Work, owner CompanyID) {
	s, id, e, part := &w.sites[k.Site], k.Site, k.Event, w.batch(k)
	s.Shell += part
	s.Built += part
	w.companies[owner].Finished += part
	e = w.emit(Event{Kind: EventHallsReady, Cause: e, By: owner, Ref: Ref{OfSite, int32(id)}, Amount: int64(part)})
	if part == k.Power {
		*k = Work{}
		w.closes(owner, id)
	} else {
		k.Power, k.Iron, k.Builders = k.Power-part, k.Iron-part, k.Builders-part
		k.Wakes, k.Expected = w.head.Tick+billWeeks, w.Date().AddWeeks(billWeeks+int(w.tail(k)))
	}
	w.relight(id, e)
}

// batch is how much of a work's halls is handed over at a time.
func (w *World) batch(k *Work) units.KW {
	if w.params.FitOut == 0 {
		return k.Power
	}
	return min(billWeeks*w.params.FitOut, k.Power)
}

// tail is in how many weeks after its first halls a work is ready, in the mean of them.
func (w *World) tail(k *Work) int32 {
	return int32((k.Power-1)/w.batch(k)) * billWeeks / 2
}

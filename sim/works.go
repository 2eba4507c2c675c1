package sim

import (
	"entangle/sim/units"
)

// allot shares out what contractors and makers of transformers can start this
// week among the works that wait for it, in each region: who broke ground first
// comes before the others.
func (w *World) allot() {
	who := w.room.who[:0]
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		for use := w.inUse(c, useWorks); use.left != 0; {
			i := use.next()
			k := &w.works[i]
			if k.Iron == k.Power && (k.Builders == k.Power || !k.over(taskLand)) {
				continue
			}
			who = append(who, int32(i))
			for at := len(who) - 1; at > 0 && w.works[who[at-1]].Event > k.Event; at-- {
				who[at], who[at-1] = who[at-1], who[at]
			}
		}
	}
	for _, at := range who {
		k := &w.works[at]
		row := &w.regions[w.sc.sites[k.Site].region]
		w.allotTo(&k.Iron, k.Power, &row.Iron, row.Transformers)
		if k.over(taskLand) {
			w.allotTo(&k.Builders, k.Power, &row.Builders, row.Contractors)
		}
	}
	w.room.who = who
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

// over tells whether a task is done.
func (k *Work) over(t taskID) bool { return k.Done[t] >= k.Weeks[t] }

// ready tells whether a task can go on.
func (w *World) ready(k *Work, t taskID) bool {
	switch {
	case k.over(t):
		return false
	case t == taskLand:
		return k.Kind != workGreenfield || !on(w.sc.setup.Switches.Tolerance) ||
			w.regions[w.sc.sites[k.Site].region].Tolerance >= landTolerance
	case t == taskShell:
		return k.over(taskLand) && k.Builders == k.Power
	case t == taskIron:
		return k.Iron == k.Power
	}
	return k.over(taskLand) && k.over(taskShell) && k.over(taskIron)
}

// workOn moves a work on by a week, as far as it is paid for.
func (w *World) workOn(k *Work) {
	owner := w.sc.sites[k.Site].owner
	co, stopped, spent := &w.companies[owner], false, units.USD(0)
	for t := taskID(0); t < taskCount; t++ {
		if k.over(t) || !w.ready(k, t) {
			continue
		}
		due := k.installment(t)
		if co.Cash-spent < due {
			stopped = true
			continue
		}
		spent += due
		k.Done[t]++
		if k.over(t) && t != taskFit {
			w.emit(Event{Kind: EventWorkStage, Cause: k.Event, By: owner, Ref: Ref{OfSite, int32(k.Site)},
				Qty: int64(k.remaining()), Amount: int64(k.Power)})
		}
	}
	w.pay(PartyOf(owner), Builders, FlowSites, spent)
	co.Committed -= spent
	if stopped && !k.Stopped {
		w.emit(Event{Kind: EventWorkStopped, Cause: k.Event, By: owner, Ref: Ref{OfSite, int32(k.Site)}, Amount: int64(k.Power)})
	}
	k.Stopped = stopped
	if k.over(taskFit) {
		w.finish(k, owner)
		return
	}
	if w.head.Tick%lookEvery == 0 {
		w.foresee(k, owner)
	}
}

// installment is what the next week of a task costs: an even part over the weeks
// that it usually takes, and the rest in its last.
func (k *Work) installment(t taskID) units.USD {
	done, weekly := k.Done[t], t.weekly(k.Kind)
	switch {
	case done >= t.usual(k.Kind):
		return 0
	case done+1 >= k.Weeks[t]:
		return (taskSpecs[t].perKW - weekly*units.USD(done)) * units.USD(k.Power)
	}
	return weekly * units.USD(k.Power)
}

// paidBy is what a task has cost after so many weeks.
func (k *Work) paidBy(t taskID, weeks int32) units.USD {
	if weeks < k.Weeks[t] && weeks < t.usual(k.Kind) {
		return t.weekly(k.Kind) * units.USD(weeks) * units.USD(k.Power)
	}
	return taskSpecs[t].perKW * units.USD(k.Power)
}

// remaining is how many weeks are left as far as anybody can see: what is done is
// known, the rest takes as long as it usually does.
func (k *Work) remaining() int32 {
	left := func(t taskID) int32 {
		if k.over(t) {
			return 0
		}
		return max(t.usual(k.Kind)-k.Done[t], 1)
	}
	return max(left(taskLand)+left(taskShell), left(taskIron)) + left(taskFit)
}

// foresee moves the announced date of a work when it has become wrong by more
// than it would be polite to hide.
func (w *World) foresee(k *Work, owner CompanyID) {
	left := k.remaining() + w.supplyWait(k)
	soon := w.Date().AddWeeks(int(left) + 1)
	if late := soon - k.Expected; late >= max(7*noticed, units.Date(2*left)) || -late >= 7*noticed {
		k.Expected = soon
		if late > 0 {
			w.emit(Event{Kind: EventWorkSlipped, Cause: k.Event, By: owner, Ref: Ref{OfSite, int32(k.Site)}, Qty: int64(late) / 7, Amount: int64(k.Power)})
		}
	}
}

// supplyWait is how many weeks a work waits for contractors or transformers, if it
// is the first in line for them.
func (w *World) supplyWait(k *Work) int32 {
	row := &w.regions[w.sc.sites[k.Site].region]
	wait := func(open, yearly units.KW) int32 {
		if open == 0 || yearly == 0 || !on(w.sc.setup.Switches.Builders) {
			return 0
		}
		return int32(min(int64(open)*weeksInYear/int64(yearly), maxQueue))
	}
	if !k.over(taskLand) {
		return wait(k.Power-k.Iron, row.Transformers) / 2 // beside the land
	}
	return max(wait(k.Power-k.Builders, row.Contractors), wait(k.Power-k.Iron, row.Transformers))
}

// noticed is by how many weeks a date must move to be told.
const noticed = 4

// finish hands a work's halls over.
func (w *World) finish(k *Work, owner CompanyID) {
	s, id, e := &w.sites[k.Site], k.Site, k.Event
	s.Shell += k.Power
	s.Built += k.Power
	w.companies[owner].Finished += k.Power
	e = w.emit(Event{Kind: EventHallsReady, Cause: e, By: owner, Ref: Ref{OfSite, int32(id)}, Amount: int64(k.Power)})
	*k = Work{}
	w.closes(owner, id)
	w.relight(id, e)
}

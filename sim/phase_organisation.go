package sim

import (
	"math/bits"

	"entangle/sim/units"
)

// A company's bureaucracy goes to a norm: that of its size and form at the start,
// more for people that came since, for fast hiring and for a form with more ranks
// (economics.md 7). Deputies and the turmoil of a reorganisation add to it while
// they last (play.md 2).

const (
	lookWeeks    = 12   // between two looks at an organisation
	latelyPart   = 0.75 // of the way to the people of today, that their mean goes in a look: about a quarter's memory
	givenFades   = 0.34 // of what is remembered of the attention used by area, at each look
	mostHiring   = 25   // points that hiring can add
	shedAtCalm   = 0.6  // of what is above the norm, that a reorganisation does away with
	mostDeputies = 3
	deputyOrders = 2 // that a deputy gives in a week
)

// organise ends what has had its time, lets deputies report by the month, and every
// quarter looks at all organisations.
func (w *World) organise() {
	if !w.ruled() {
		return
	}
	next := w.Date() + 7
	if w.head.Ending != 0 && w.head.Ending <= next {
		w.wakeAll(next)
	}
	if w.head.Tick%billWeeks != billWeeks-1 {
		return
	}
	w.rankModels()
	look := w.head.Tick%lookWeeks == lookWeeks-1
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if look {
			w.settleNorm(c)
		}
		if w.orgs[c].Deputies != 0 {
			w.report(c)
		}
	}
}

// wakeAll ends what has had its time, and notes when the next will.
func (w *World) wakeAll(next units.Date) {
	w.head.Ending = 0
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if o := &w.orgs[c]; o.Wake != 0 && o.Wake <= next {
			w.wake(c, next)
		} else {
			w.ends(o.Wake)
		}
	}
}

// ends notes that something ends on a day, 0 never.
func (w *World) ends(on units.Date) {
	if on != 0 && (w.head.Ending == 0 || on < w.head.Ending) {
		w.head.Ending = on
	}
}

// wake settles a reorganisation and closes a war room whose time is over.
func (w *World) wake(c CompanyID, next units.Date) {
	o := &w.orgs[c]
	if o.Calm != 0 && o.Calm <= next {
		shift := w.formShift(c)
		o.Settled += shift - o.Shift
		o.Shift, o.Calm = shift, 0
		o.Norm = w.normOf(c, nil)
		if over := o.Settled - o.Norm; over > 0 {
			o.Settled -= float64(shedAtCalm * over)
		}
		o.Settled = min(max(o.Settled, 0), 100)
		w.weigh(c)
		w.emit(Event{Kind: EventSettled, By: c, Order: OrderReorganise, Qty: int64(o.Form)})
	}
	if o.Room != 0 && o.Closes <= next {
		w.closeRoom(c, next)
	}
	w.nextWake(o)
}

// nextWake notes the first day on which something ends.
func (w *World) nextWake(o *Org) {
	o.Wake = o.Calm
	if o.Room != 0 && (o.Wake == 0 || o.Closes < o.Wake) {
		o.Wake = o.Closes
	}
	w.ends(o.Wake)
}

// settleNorm moves a company's bureaucracy towards its norm.
func (w *World) settleNorm(c CompanyID) {
	o, co := &w.orgs[c], &w.companies[c]
	for g := range o.Given {
		o.Given[g] = float64(o.Given[g] * givenFades)
	}
	o.Norm = w.normOf(c, nil)
	o.Lately += float64(latelyPart * (float64(co.Staff) - o.Lately))
	if on(w.sc.setup.Switches.BureaucracyDrift) {
		o.Settled += float64((o.Norm - o.Settled) * min(lookWeeks/w.params.NormWeeks, 1))
		w.weigh(c)
	}
}

// normOf is the bureaucracy to which a company tends.
func (w *World) normOf(c CompanyID, t *Terms) float64 {
	o, staff := &w.orgs[c], float64(w.companies[c].Staff)
	size, hiring := 0.0, 0.0
	if o.People > 0 && staff > 0 {
		size = float64(w.params.SizePoints*nearLog(staff/float64(o.People))) / ln10
		hiring = within(float64(w.params.HiringPoints*(staff/atLeast(o.Lately, 1)-1)), 0, mostHiring)
	}
	norm := within(o.Base+size+hiring+o.Shift, 0, 100)
	if t != nil {
		t.Add(TermStart, o.Base)
		t.Add(TermSize, size)
		t.Add(TermHiring, hiring)
		t.Add(TermForm, norm-o.Base-size-hiring)
	}
	return norm
}

const ln10 = 2.302585092994046

// bureaucracyOf is a company's bureaucracy.
func (w *World) bureaucracyOf(c CompanyID, t *Terms) float64 {
	o := &w.orgs[c]
	if o.Form == FormNone {
		t.Add(TermStart, w.companies[c].Bureaucracy)
		return w.companies[c].Bureaucracy
	}
	deputies, turmoil := float64(float64(o.deputies())*w.params.DeputyPoints), 0.0
	if o.Calm != 0 {
		turmoil = w.params.TurmoilPoints
	}
	sum := min(o.Settled+deputies+turmoil, 100)
	if t != nil {
		t.Add(TermSettled, o.Settled)
		t.Add(TermDeputies, deputies)
		t.Add(TermTurmoil, sum-o.Settled-deputies)
	}
	return sum
}

// weigh reckons a company's bureaucracy anew, and tells when orders of the line
// wait longer or shorter than they did.
func (w *World) weigh(c CompanyID) {
	o, co := &w.orgs[c], &w.companies[c]
	co.Bureaucracy = w.bureaucracyOf(c, nil)
	if weeks := weeksOfDelay(co.Bureaucracy); weeks != int32(o.Told) {
		w.emit(Event{Kind: EventBureaucracy, By: c, Qty: int64(weeks), Amount: int64(o.Told)})
		o.Told = uint8(weeks)
	}
}

// addTape makes a company more bureaucratic by some points; where organisations
// change, it comes back to its norm.
func (w *World) addTape(c CompanyID, points float64) {
	co, o := &w.companies[c], &w.orgs[c]
	if o.Form == FormNone {
		co.Bureaucracy = min(co.Bureaucracy+points, 100)
		return
	}
	o.Settled = min(o.Settled+points, 100)
	w.weigh(c)
}

// deputies counts a company's deputies.
func (o *Org) deputies() int { return bits.OnesCount8(o.Deputies) }

// report has a company's deputies say what they did in the month.
func (w *World) report(c CompanyID) {
	o := &w.orgs[c]
	for set := o.Deputies; set != 0; set &= set - 1 {
		g := bits.TrailingZeros8(set)
		w.emit(Event{Kind: EventDeputyReport, By: c, Order: OrderDelegate, Qty: int64(g), Amount: int64(o.Month[g])})
		o.Month[g] = 0
	}
}

// rankModels notes whose models customers rank first and second: what everybody
// reads in public lists.
func (w *World) rankModels() {
	first, second := CompanyID(0), CompanyID(0)
	for _, c := range w.sc.owners {
		switch {
		case w.companies[c].Quality <= 0:
		case first == 0 || w.better(c, first):
			first, second = c, first
		case second == 0 || w.better(c, second):
			second = c
		}
	}
	w.head.Leader, w.head.Second = first, second
}

// better tells whether customers rank a company's model before another's: by
// quality, then by how many use it.
func (w *World) better(a, b CompanyID) bool {
	x, y := &w.companies[a], &w.companies[b]
	return x.Quality > y.Quality || x.Quality == y.Quality && (x.Served > y.Served || x.Served == y.Served && w.sc.companies[a].key < w.sc.companies[b].key)
}

// loadOrgs sets up the organisations of the start.
func (w *World) loadOrgs() {
	clear(w.orgs)
	w.head.Ending = 0
	if !w.ruled() {
		return
	}
	k := &w.sc.setup.Organisation
	w.params.NormWeeks, w.params.SizePoints, w.params.HiringPoints = w.figure(&k.NormWeeks), w.figure(&k.SizePoints), w.figure(&k.HiringPoints)
	w.params.DeputyPoints, w.params.TurmoilPoints, w.params.TurmoilWeeks = w.figure(&k.DeputyPoints), w.figure(&k.TurmoilPoints), max(1, int32(w.whole(&k.TurmoilWeeks)))
	for i := range w.sc.setup.Companies {
		setup, co, o := &w.sc.setup.Companies[i].Organised, &w.companies[i+1], &w.orgs[i+1]
		o.Form, o.Settled, o.Base = FormUnits, co.Bureaucracy, co.Bureaucracy
		if setup.Form != "" {
			o.Form = formNamed(setup.Form)
		}
		if setup.Norm.Given {
			o.Base = w.figure(&setup.Norm)
		}
		o.People, o.Lately = co.Staff, float64(co.Staff)
		o.Shift = w.formShift(CompanyID(i + 1))
		o.Base -= o.Shift
		o.Norm = w.normOf(CompanyID(i+1), nil)
		o.Told = uint8(weeksOfDelay(co.Bureaucracy))
	}
	w.rankModels()
}

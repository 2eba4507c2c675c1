package sim

import "entangle/sim/units"

// Announced stages are halls under way since before the start. Who builds himself still
// owes builders a part of them: as much a week for each, from the week in which they
// begin on, or from the start, until they stand. Bills come by the month; what there is no
// cash for stays owed.

// hallsStand is the week in which a stage's halls stand, hallsBegin the one in which their
// building begins.
func (w *World) hallsStand(stage int) int32 { return w.weekFrom(w.sc.stages[stage].planned - 6) }
func (w *World) hallsBegin(stage int) int32 { return w.hallsStand(stage) - buildWeeks }

// hallBill is what a stage's halls cost their owner in a week.
func (w *World) hallBill(stage int) units.USD {
	owner := w.sc.sites[w.sc.stages[stage].site].owner
	own := units.PPM(w.whole(&w.sc.setup.Companies[owner-1].SelfBuild)) // of what they cost, what it pays itself
	if own == 0 {
		return 0
	}
	return units.USD(own.Of(int64(usd(int64(w.stages[stage].Add))*workPerKW))) / buildWeeks
}

// loadHalls begins the halls that are under way at the start, and lets stages rest until
// their first days.
func (w *World) loadHalls() {
	clear(w.openings)
	for at := len(w.stages) - 1; at >= 0; at-- { // so that each stands before those there are
		if w.hallsBegin(at) <= 0 {
			w.beginHalls(at)
		}
		w.awaitStage(at)
	}
}

// beginHalls has the owner of a stage's halls owe their bills from this week on.
func (w *World) beginHalls(stage int) {
	if bill := w.hallBill(stage); bill > 0 {
		co := &w.companies[w.sc.sites[w.sc.stages[stage].site].owner]
		co.addHalls(bill, w.head.Tick)
		co.Committed += bill * units.USD(w.hallsStand(stage)-w.head.Tick)
	}
}

// endHalls ends them.
func (w *World) endHalls(stage int) {
	if bill := w.hallBill(stage); bill > 0 {
		w.companies[w.sc.sites[w.sc.stages[stage].site].owner].addHalls(-bill, w.head.Tick)
	}
}

// addHalls changes what a company owes for halls in a week, from this one on.
func (co *Company) addHalls(bill units.USD, tick int32) {
	co.HallsDue += co.HallsBill * units.USD(tick-co.Billed)
	co.HallsBill += bill
	co.Billed = tick
}

// payBuilders pays what companies owe for announced halls, by the month.
func (w *World) payBuilders() {
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		if co.HallsBill|co.HallsDue == 0 {
			continue
		}
		co.addHalls(0, w.head.Tick)
		paid := w.payUpTo(CompanyID(c), Builders, FlowSites, co.HallsDue)
		co.HallsDue -= paid
		co.Committed -= paid
	}
}

// owedForHalls is what a company still has to pay for announced halls that are begun.
func (w *World) owedForHalls(c CompanyID) units.USD {
	co := &w.companies[c]
	owed := co.HallsDue + co.HallsBill*units.USD(w.head.Tick-co.Billed)
	for at := range w.stages {
		if w.sc.sites[w.sc.stages[at].site].owner == c && w.hallsBegin(at) < max(w.head.Tick, 1) && !w.stages[at].Halls {
			owed += w.hallBill(at) * units.USD(w.hallsStand(at)-w.head.Tick)
		}
	}
	return owed
}

package sim

import "entangle/sim/units"

// software reckons what immature software costs, then lets it ripen: a company
// learns a family by running it and by setting engineers to port its stack. Until
// then its chips run, draw power, and do less. The learning of four weeks is counted
// at once, a family in one of them.
func (w *World) software() {
	if len(w.sc.immature) == 0 {
		return
	}
	for _, f := range w.sc.ripeIn[w.head.Tick%billWeeks] {
		w.ripenAt(f)
	}
	w.reckonLosses()
}

// reckonLosses reckons anew what is lost to immature software where that may have changed.
func (w *World) reckonLosses() {
	for i, word := range w.unlost {
		w.unlost[i] = 0
		for rows := (setBits{64 * i, word}); rows.left != 0; {
			account := rows.next()
			loss, was := w.lossOn(&w.accounts[account]), &w.losses[account]
			w.companies[w.sc.holders[account]].Loss += loss - *was
			*was = loss
		}
	}
}

// ripenAt lets the software for a family ripen at all for whom it may.
func (w *World) ripenAt(f FamilyID) {
	for i, word := range w.ripening[f] {
		for rows := (setBits{64*i + 1, word}); rows.left != 0; {
			c := CompanyID(rows.next())
			if !w.ripenFor(c, f, w.account(c, f)) {
				w.ripening[f][i] &^= 1 << ((c - 1) & 63)
			}
		}
	}
}

// ripenFor does it for a company, and tells whether there was anything to ripen.
func (w *World) ripenFor(c CompanyID, f FamilyID, t *Account) bool {
	crew := t.Crew > 0
	if crew {
		w.portOn(c, f, t)
	}
	use := t.Kept + t.Hired
	if use <= 0 || t.Penalty <= 0 {
		return crew
	}
	w.learn(c, f, float64(billWeeks*float64(learning*(float64(min(use, schoolUse))/schoolUse)))/weeksAYear)
	return true
}

// lossOn is what a company loses on a family: with a penalty p it gets 1/(1+p)
// of what runs.
func (w *World) lossOn(t *Account) units.H100e {
	use := t.Kept + t.Hired
	if use == 0 || !on(w.sc.setup.Switches.Software) {
		return 0
	}
	return min(units.H100e(units.Whole(float64(float64(use)*t.Penalty)/(1+t.Penalty), maxExact)), use)
}

// penalty is what a company's software costs it on a family, in shares of the
// compute that is left.
func (w *World) penalty(c CompanyID, f FamilyID) float64 {
	if !on(w.sc.setup.Switches.Software) {
		return 0
	}
	return w.account(c, f).Penalty
}

const (
	// learning is how fast use alone lets a penalty fall, log a year, once a
	// thousand H100e run: below that few kernels are written for it. economics.md 1.
	learning  = 0.6
	schoolUse = 1000 * units.H100eScale
	// A hundred engineers halve a penalty in half a year; four hundred need not a
	// quarter of the time but two thirds, for they wait for each other.
	portPace  = 0.0267 // log a week
	portCrew  = 100
	crewLimit = 2
	// engineerWeek is what an engineer at work on a port costs beyond the payroll:
	// test machines, contractors, what he does not do. Half of a yearly pay of
	// 400,000 dollars, spread over the year.
	engineerWeek = units.USD(4_000)
	// ripe is the penalty below which nobody speaks of it.
	ripe = 0.005
)

// learn lets a company's software for a family ripen: a few per cent need no exponential.
func (w *World) learn(c CompanyID, f FamilyID, pace float64) {
	t := w.account(c, f)
	w.reloss(c, f)
	if t.Penalty -= float64(t.Penalty * pace); t.Penalty < ripe {
		t.Penalty = 0
		w.seeRipe(c, f)
	}
}

// portOn has a crew work for the weeks since it began or was last seen, and lets it go
// if it is done.
func (w *World) portOn(c CompanyID, f FamilyID, t *Account) {
	until := min(w.Date()+7, t.Until)
	weeks := int64(until-t.Seen+6) / 7
	t.Seen = until
	if t.Penalty > 0 && weeks > 0 {
		w.learn(c, f, w.port(c, t, weeks))
	}
	if t.Penalty > 0 && t.Until > w.Date()+7 {
		return
	}
	w.emit(Event{Kind: EventPortDone, By: c, Family: f, Ref: Ref{OfFamily, int32(f)}, Qty: int64(t.Crew),
		Amount: units.Whole(float64(t.Penalty*float64(units.One)), maxExact)})
	t.Crew, t.Until, t.Seen = 0, 0, 0
}

// port has a crew work for some weeks, if the company can pay it, and returns by how
// much the penalty falls for it.
func (w *World) port(c CompanyID, t *Account, weeks int64) float64 {
	bill := engineerWeek * units.USD(int64(t.Crew)*weeks)
	if w.payUpTo(c, Payroll, FlowPorting, bill) < bill {
		return 0
	}
	crew, left := float64(t.Crew), 1.0
	for pace := float64(portPace*crewLimit*crew) / (crew + portCrew); weeks > 0; weeks-- {
		left -= float64(left * pace)
	}
	return 1 - left
}

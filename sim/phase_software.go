package sim

import "entangle/sim/units"

// software reckons what immature software costs, then lets it ripen: a company
// learns a family by running it and by setting engineers to port its stack. Until
// then its chips run, draw power, and do less.
func (w *World) software() {
	for c := CompanyID(1); len(w.sc.immature) > 0 && int(c) < len(w.companies); c++ {
		co, use, accounts := &w.companies[c], w.usedBy(c), w.accountsOf(c)
		co.Loss, co.Busy = 0, co.Designing
		for _, f := range w.sc.immature {
			if t := &accounts[f]; t.Penalty > 0 && (use[f] > 0 || t.Crew > 0) {
				co.Loss += w.lossOn(t, use[f])
				w.learn(c, f, t, use[f])
			}
		}
	}
}

// reckonLoss sums up what a company loses of the compute it has.
func (w *World) reckonLoss(c CompanyID) {
	use := w.usedBy(c)
	for _, f := range w.sc.immature {
		w.companies[c].Loss += w.lossOn(w.account(c, f), use[f])
	}
}

// lossOn is what a company loses on a family: with a penalty p it gets 1/(1+p)
// of what runs.
func (w *World) lossOn(t *Account, use units.H100e) units.H100e {
	if use == 0 || !on(w.sc.setup.Switches.Software) {
		return 0
	}
	return min(units.H100e(units.FromFloat(float64(float64(use)*t.Penalty)/(1+t.Penalty), 0, maxExact)), use)
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

// learn lets a company's software for a family ripen for a week.
func (w *World) learn(c CompanyID, f FamilyID, t *Account, use units.H100e) {
	if use == 0 && t.Crew == 0 {
		return
	}
	pace := float64(learning*min(float64(use)/schoolUse, 1)) / weeksAYear
	if t.Crew > 0 {
		pace += w.port(c, f, t)
	}
	if t.Penalty -= float64(t.Penalty * pace); t.Penalty < ripe { // a few per cent a week: no exponential needed
		t.Penalty = 0
	}
	if t.Crew > 0 && (t.Penalty == 0 || t.Until <= w.Date()+7) {
		w.emit(Event{Kind: EventPortDone, By: c, Family: f, Ref: Ref{OfFamily, int32(f)}, Qty: int64(t.Crew),
			Amount: units.FromFloat(float64(t.Penalty*float64(units.One)), 0, maxExact)})
		t.Crew, t.Until = 0, 0
	}
}

// port has a crew work for a week, if the company can pay it, and returns by how
// much the penalty falls for it.
func (w *World) port(c CompanyID, f FamilyID, t *Account) float64 {
	w.companies[c].Busy += int64(t.Crew)
	bill := engineerWeek * units.USD(t.Crew)
	if w.payUpTo(c, Payroll, FlowPorting, bill) < bill {
		return 0
	}
	crew := float64(t.Crew)
	return float64(portPace*crewLimit*crew) / (crew + portCrew)
}

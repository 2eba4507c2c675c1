package policy

import "entangle/sim"

const (
	payback   = 78  // weeks of sales that a programme is judged by
	profit    = 0.5 // of what customers pay: the rest is what the compute costs (economics 2)
	crowded   = 4   // inverse of the part of its compute that a company would turn to better customers
	idleRest  = 13  // weeks until what was not begun is looked at again
	farAway   = 520 // the same of those without programmes
	boldShow  = 7   // an inclination to risk from which it is shown
	tooManyOf = 2   // forms after which nobody believes in another
)

// decideVentures decides on programmes for businesses: fund while they promise more
// than they cost, show where the leadership is bold or behind, ship when the odds
// are good enough for its taste, stop when the fan is poor.
func decideVentures(m *mind) {
	rest := int32(farAway)
	for p := sim.ProgramID(1); int(p) <= m.Programs(); p++ {
		if stage, own := m.VentureStage(p); !own || stage >= sim.VentureLive {
			continue
		}
		var row sim.Outlook
		m.VentureInHand(p, &row)
		mode := m.decision(p, &row)
		if mode != 0 {
			m.sure(&sim.Order{Kind: sim.OrderGateProgramme, Mode: mode, Program: p})
		}
		if mode != 0 || row.Stage != sim.VentureIdle {
			rest = 0
		}
		rest = min(rest, idleRest)
	}
	if rest > 0 {
		m.out.Plan.Next[sim.AreaVentures] = m.Date().AddWeeks(int(rest))
	}
}

// decision is what to do about a programme, 0 nothing.
func (m *mind) decision(p sim.ProgramID, v *sim.Outlook) uint8 {
	left := float64(v.Left)
	switch v.Stage {
	case sim.VentureIdle:
		likely := float64(left * (0.5 + float64(0.5*v.Odds))) // what is poor is stopped half-way
		if m.hopeless(v) || m.Engineers() < v.Engineers || float64(m.spare()) < float64(left*lean(m.Thrift, 0.6, 1.4)) ||
			float64(v.Odds*m.promised(p)) < float64(likely*lean(m.Risk, 1.6, 0.7)) {
			return 0
		}
		return sim.DecideFund
	case sim.VentureBuilt, sim.VentureTried:
		return m.atGate(v, float64(v.Odds*m.promised(p)), left)
	}
	if m.Thrift > 4 && m.own.Cash < m.own.Policy.CashFloor && v.Stage != sim.VentureLaunch {
		return sim.DecideStop // every week of it comes out of the reserve
	}
	return 0
}

// atGate decides on a programme that waits for it. Its odds are worth the rest of
// its cost, or another form of it may be, or nothing is.
func (m *mind) atGate(v *sim.Outlook, expected, left float64) uint8 {
	enough := lean(m.Risk, 0.6, 0.35)
	switch {
	case m.hopeless(v) || expected < float64(left*lean(m.Risk, 1, 0.5)):
		return m.again(v)
	case v.Odds >= enough && m.shows(v):
		return sim.DecideShow
	case v.Odds >= enough && (v.Stage == sim.VentureTried || m.Risk+float64(10*(v.Odds-enough)) > m.Patience+5):
		return sim.DecideShip
	case v.Stage == sim.VentureBuilt:
		return sim.DecideFund // a quiet trial
	}
	return m.again(v)
}

// hopeless tells whether the odds are such that nobody goes on, however large the
// market: nor does anybody begin what would be stopped at its first gate.
func (m *mind) hopeless(v *sim.Outlook) bool { return v.Odds < lean(m.Patience, 0.12, 0.05) }

// again is another form of what was tried, where the patient still believe in it and
// can pay it, else the end. What is only built and looks poor is not tried at all.
func (m *mind) again(v *sim.Outlook) uint8 {
	if v.Stage == sim.VentureTried && m.Patience > 3 && v.Forms < tooManyOf && m.spare() > v.Cost {
		return sim.DecideFund
	}
	return sim.DecideStop
}

// shows tells whether the leadership shows a programme before it ships it: the bold
// do, and those whose model is behind or who are short of customers.
func (m *mind) shows(v *sim.Outlook) bool {
	if v.Shown {
		return false
	}
	behind := 0.0
	if m.own.Quality > 0 {
		behind = float64(0.5 * min(m.Behind(), 4))
	}
	if m.Talk() > 0 { // everybody talks about somebody else
		behind++
	}
	return m.Risk+behind >= boldShow
}

// promised is what a programme would bring if it worked: sales of the compute that is
// free, and of a part of the other which better customers would take over.
func (m *mind) promised(p sim.ProgramID) float64 {
	takes, sales := m.Promise(p)
	free := max(m.room()-m.own.Served, 0) + (m.own.Own+m.own.Rented)/crowded
	met := 1.0
	if takes > free {
		met = float64(free) / float64(takes)
	}
	return float64(profit * payback * float64(met*float64(sales)))
}

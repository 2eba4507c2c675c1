package sim

import (
	"math"

	"entangle/sim/detmath"
	"entangle/sim/units"
)

const (
	threatGap   = 0.7 // by which the best outside offer must exceed the own place (economics.md 7)
	lessonGap   = 0.4 // that the knowledge takes off it that threats pay
	lateThreat  = 4   // weeks after which an unanswered threat is carried out
	walkOdds    = 0.5
	bestPlaces  = 4 // of one home, that stars see
	mostPlaces  = 2 * bestPlaces
	calmMargin  = 0.1 // by which a place must be better than the best outside for peace
	mostAsked   = 4   // times the pay of today
	regretFrom  = 3   // weeks with a new employer, after which a star may regret: two whom Meta had hired in 2025 went back within the month (The Decoder)
	regretUntil = 26
	regretOrder = 45 // bureaucracy that a star regrets
	regretOdds  = 0.7
	regretMood  = 40 // morale below which a star regrets
)

// lookAround has each star hold the own place against the best that the market would
// give elsewhere.
func (w *World) lookAround() {
	places := w.seePlaces()
	for i := PersonID(1); int(i) < len(w.people); i++ {
		p := &w.people[i]
		if p.Employer == 0 {
			continue
		}
		kept := 1.0
		if p.Pledge > 0 {
			kept = min(1, float64(w.labCompute(p.Employer))/float64(w.room.pledges[p.Employer]))
		}
		if own := w.stays(p, &w.room.spots[p.Employer], kept); !w.regrets(i, own) {
			w.mayThreaten(i, own, w.elsewhere(p, places))
		}
	}
}

// bestPlaces lists the places of each home that are worth most to a star with usual tastes and can
// pay what the market gives; it fills in the places of all labs.
func (w *World) bestPlaces() []place {
	list := w.room.best[:0]
	ask := usd(units.FromFloat(w.stars.Level, 1, maxStarPay))
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if !w.isLab(c) {
			continue
		}
		l := &w.room.spots[c]
		*l = w.placeOf(c)
		if w.companies[c].Cash-w.companies[c].Policy.CashFloor < ask {
			continue
		}
		list = rank(list, l)
	}
	w.room.best = list
	return list
}

// rank puts a place among the best, the best first: bestPlaces of each home and
// mostPlaces in all, so that those of one home do not hide those of another.
func rank(list []place, l *place) []place {
	at, same, last := 0, 0, -1
	for k := range list {
		if list[k].worth() >= l.worth() {
			at = k + 1
		}
		if list[k].home == l.home {
			same, last = same+1, k
		}
	}
	switch {
	case same == bestPlaces && at > last:
		return list
	case same == bestPlaces: // the least of its home makes room
	case len(list) < mostPlaces:
		list, last = append(list, place{}), len(list)
	case at == len(list):
		return list
	default:
		last = len(list) - 1
	}
	copy(list[at+1:last+1], list[at:last])
	list[at] = *l
	return list
}

// seePlaces has stars see which places are best.
func (w *World) seePlaces() []place {
	w.stars.Known = int8(copy(w.stars.Places[:], w.bestPlaces()))
	return w.knownPlaces()
}

// knownPlaces is bestPlaces as stars saw them when they last looked around.
func (w *World) knownPlaces() []place { return w.stars.Places[:w.stars.Known] }

// elsewhere is the best that a person could have elsewhere: at the pay that the market
// gives, or what is offered.
func (w *World) elsewhere(p *Person, places []place) float64 {
	best := p.bestOf(places)
	if p.Answer == 0 { // nobody courts him
		return best
	}
	for k := range p.Suits {
		if s := &p.Suits[k]; s.By != 0 {
			l := w.placeOf(s.By)
			best = max(best, w.bidWorth(p, s, &l))
		}
	}
	return best
}

// bestOf is the best of some places for a person, or to be on one's own: of his home, but
// for his own place. Each is asked, without a branch: which of them count nobody can guess.
func (p *Person) bestOf(places []place) float64 {
	best := ranked(freeWorth)
	for k := range places {
		l := &places[k]
		rank := ranked(p.appeal(l))
		if l.who == p.Employer {
			rank = math.MinInt64
		}
		if l.home != p.Home {
			rank = math.MinInt64
		}
		best = max(best, rank)
	}
	return unranked(best)
}

// mayThreaten has a star threaten to leave where it is much better elsewhere, carry
// the threat out when nothing came of it, or be at peace.
func (w *World) mayThreaten(id PersonID, own, best float64) {
	p := &w.people[id]
	gap := best - own
	switch {
	case p.Lever == 0 && gap > threatGap-float64(lessonGap*w.rosters[p.Employer].Lesson):
		p.Lever = w.Date()
		w.alarm(p.Employer, id)
		w.emit(Event{Kind: EventStarThreatens, By: p.Employer, Ref: Ref{OfPerson, int32(id)}, Amount: int64(w.wouldStayFor(p, gap))})
	case p.Lever != 0 && gap < 0:
		p.Lever = 0
	case p.Lever != 0 && w.Date() >= p.Lever.AddWeeks(lateThreat):
		draw := w.stream(streamWalk, w.sc.people[id].key)
		if draw.Float64() < walkOdds {
			w.walkOut(id)
		}
	}
}

// wouldStayFor is the yearly pay that makes the own place better than the best
// outside by calmMargin.
func (w *World) wouldStayFor(p *Person, gap float64) units.USD {
	raise := (max(gap, 0) + calmMargin) / max(float64(weighPay*p.Tastes[tasteMoney]), 0.1)
	return usd(units.FromFloat(float64(float64(p.Pay)*min(detmath.QuickExp(raise), mostAsked)), 1, maxStarPay))
}

// regrets has somebody who came of late and finds a broken pledge, an organisation in
// his way, or people who have lost heart, go back to where he came from, if that is better
// and can pay.
func (w *World) regrets(id PersonID, own float64) bool {
	p := &w.people[id]
	today := w.Date()
	if p.Last == 0 || p.Since < w.sc.setup.Start || today < p.Since.AddWeeks(regretFrom) || today > p.Since.AddWeeks(regretUntil) ||
		!on(w.sc.setup.Switches.Boomerang) ||
		!p.Broken && w.companies[p.Employer].Bureaucracy <= regretOrder && w.teams[p.Employer].Morale >= regretMood {
		return false
	}
	back := Suit{By: p.Last, Pay: min(p.Pay, usd(units.FromFloat(w.starAsk(p), 1, maxStarPay)))}
	l := w.placeOf(p.Last)
	// He would rather lose his new shares, and does not feel at home.
	if w.bidWorth(p, &back, &l) <= own-w.held(p)-staying ||
		!w.spend(p.Last, back.Pay/2).Allowed() {
		return false
	}
	draw := w.stream(streamRegret, w.sc.people[id].key)
	if draw.Float64() >= regretOdds {
		return false
	}
	w.goBack(id, back.Pay)
	return true
}

// goBack has a person return to the former employer; nobody pays to sign.
func (w *World) goBack(id PersonID, pay units.USD) {
	p, from := &w.people[id], w.people[id].Employer
	to := p.Last
	w.dismiss(id)
	p.Employer, p.Pay, p.Answer, p.Suits = to, pay, 0, [suitsPerPerson]Suit{}
	w.rosters[to].Stars++
	w.moveBill(to, p.weekly(), w.head.Tick)
	w.moveKnow(from, to, p.Know)
	w.alarm(from, id)
	w.emit(Event{Kind: EventStarReturns, By: to, Peer: from, Ref: Ref{OfPerson, int32(id)}, Amount: int64(pay)})
}

// stayOdds is the chance that a person stays if the best of the outside asked today,
// what is offered or what the market would give.
func (w *World) stayOdds(p *Person) float64 {
	return detmath.Logistic(float64((w.staysNow(p) - w.elsewhere(p, w.knownPlaces())) / choiceScale))
}

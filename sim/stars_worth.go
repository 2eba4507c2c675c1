package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// What an employer is worth to a star, in the logit units of economics.md 7. The
// level has no meaning; differences have.

const (
	weighPay     = 1.2  // the log of pay over what the market gives
	weighCompute = 0.15 // the log of compute per head over the usual
	weighMission = 1.5  // a mission of 1 against one of 0
	weighOrder   = 0.8  // a bureaucracy of 0 against one of 100
	weighLead    = 0.02 // an index point of the best model, against the best there is
	weighMorale  = 0.8  // a morale of 1 against one of 0
	weighMandate = 1.5  // all of the mandate against none (by choice)
	usualHead    = 30   // H100e per head at which compute neither attracts nor repels
	usualOrder   = 0.35
	usualMorale  = 0.6
	usualBehind  = 6
	mostBehind   = 20 // index points: who makes no models is as far behind

	staying    = 0.4  // that he is there already (by choice)
	newLoyalty = -0.3 // of those who came within a year
	loyalYear  = 0.05 // that a year of service adds
	loyalYears = 6    // at most
	vestYear   = 0.45 // that a year of shares that leaving forfeits holds
	vestYears  = 2    // at most
	knowsPlace = 0.2  // that a former employer has before strangers
	brokenWord = -0.3 // of an employer whose pledge is broken
	freeWorth  = -1   // of being on one's own
)

// The places in Person.Tastes.
const (
	tasteCompute = iota
	tasteMission
	tasteMoney
	tastePower
)

// missionOf is how far people believe in what a company does, 0 to 1.
func (w *World) missionOf(c CompanyID) float64 {
	if !w.hasTalent() {
		return 0.5
	}
	return w.teams[c].mission(w.Date())
}

// moraleOf is the morale of a company's people, 0 to 1: the usual one, less what
// they begrudge those who came from outside.
func (w *World) moraleOf(c CompanyID) float64 {
	if w.hasTalent() {
		return w.teams[c].Morale / 100
	}
	return max(0, usualMorale-w.rosters[c].Grudge)
}

// isLab tells whether a company makes models, which is what stars want to do.
func (w *World) isLab(c CompanyID) bool {
	return w.companies[c].Quality > 0 || w.rosters[c].Stars > 0
}

// place is what a company is to any star, pay and pledges apart.
type place struct {
	who     CompanyID
	home    RegionID
	head    float64 // H100e per head
	mission float64
	rest    float64 // bureaucracy, lead, morale
	compute float64 // worth of head
}

// worth is what a place is to a star with usual tastes.
func (l *place) worth() float64 { return l.compute + l.mission + l.rest }

// bestOffered is the quality of the best model on offer.
func (w *World) bestOffered() float64 {
	if best := w.head.Frontier; best != 0 {
		return best
	}
	return w.bestQuality()
}

func (w *World) placeOf(c CompanyID) place {
	co := &w.companies[c]
	l := place{who: c, home: w.sc.companies[c].home, head: float64(w.labCompute(c)) / float64(units.H100eScale*max(co.Staff, 1))}
	l.compute = computeWorth(l.head)
	l.mission = float64(weighMission * (w.missionOf(c) - 0.5))
	l.rest = float64(weighOrder*(usualOrder-co.Bureaucracy/100)) + float64(weighLead*(atLeast(co.Quality-w.bestOffered(), -mostBehind)+usualBehind)) +
		float64(weighMorale*(w.moraleOf(c)-usualMorale))
	return l
}

// computeWorth is the worth of compute per head, in H100e.
func computeWorth(head float64) float64 {
	return float64(weighCompute * nearLog(atLeastOne(head)/usualHead))
}

// appeal is what a place is to a star who is promised nothing.
func (p *Person) appeal(l *place) float64 {
	return float64(p.Tastes[tasteCompute]*l.compute) + float64(p.Tastes[tasteMission]*l.mission) + l.rest
}

// starAsk is the pay a year that the market gives a person.
func (w *World) starAsk(p *Person) float64 {
	return atLeastOne(float64(w.stars.Level * p.Rank))
}

// payWorth is the worth of a yearly pay to a person.
func (w *World) payWorth(p *Person, pay units.USD) float64 {
	return float64(float64(weighPay*p.Tastes[tasteMoney]) * detmath.QuickLog(atLeastOne(float64(pay))/w.starAsk(p)))
}

// promised is the worth of a pledge of compute and a mandate, beyond what the place
// gives anyway; kept is the share of the pledge that is there.
func (p *Person) promised(l *place, pledge units.H100e, mandate units.PPM, kept float64) (sum float64) {
	if head := float64(float64(pledge)*kept) / units.H100eScale; head > l.head {
		sum = float64(p.Tastes[tasteCompute] * (computeWorth(head) - l.compute))
	}
	return sum + float64(float64(weighMandate*float64(p.Tastes[tastePower]*float64(mandate)))/float64(units.One))
}

// held is what shares that leaving forfeits hold a person with.
func (w *World) held(p *Person) float64 {
	if !on(w.sc.setup.Switches.Vesting) || p.Vest <= w.Date() {
		return 0
	}
	return float64(vestYear * min(float64(p.Vest-w.Date())/daysAYear, vestYears))
}

// forfeited is what leaving now would cost a person: half of the pay until the shares
// vest is in them.
func (w *World) forfeited(p *Person) units.USD {
	if !on(w.sc.setup.Switches.Vesting) || p.Vest <= w.Date() {
		return 0
	}
	years := min(float64(p.Vest-w.Date())/daysAYear, vestYears)
	return usd(units.Whole(float64(float64(p.Pay)*float64(years/2)), maxStarPay))
}

// stays is what the present place is to a person.
func (w *World) stays(p *Person, l *place, kept float64) float64 {
	if p.Employer == 0 {
		return freeWorth
	}
	u := staying + p.appeal(l) + w.payWorth(p, p.Pay) + p.promised(l, p.Pledge, p.Mandate, kept) + w.held(p)
	if p.Broken {
		u += brokenWord
	}
	if years := float64(w.Date()-p.Since) / daysAYear; years < 1 {
		u += newLoyalty
	} else {
		u += float64(loyalYear * min(years, loyalYears))
	}
	return u
}

// bidWorth is what a suit is to a person.
func (w *World) bidWorth(p *Person, s *Suit, l *place) float64 {
	u := p.appeal(l) + w.payWorth(p, w.yearly(p, s)) + p.promised(l, s.Pledge, s.Mandate, 1)
	if s.Buyout {
		u += w.held(p)
	}
	if s.By == p.Last {
		u += knowsPlace
	}
	return u
}

// packageYears is over how many years a sum paid at once counts as pay.
const packageYears = 2

// teamPay is what a member of a star's team earns a year, of what he does himself.
const teamPay = 0.15

// yearly is the yearly pay that a suit comes to: what is paid at once is spread over
// two years, and over the team where it comes along.
func (w *World) yearly(p *Person, s *Suit) units.USD {
	if s.Package == 0 {
		return s.Pay
	}
	shares := 1 + float64(teamPay*float64(s.Heads))
	return s.Pay + usd(units.Whole(float64(s.Package)/float64(packageYears*shares), maxStarPay))
}

// kept is the share of its pledges of compute that a company can keep.
func (w *World) kept(c CompanyID) float64 {
	sum := w.rosters[c].Pledged
	if sum <= 0 {
		return 1
	}
	return min(1, float64(w.labCompute(c))/float64(sum))
}

// vow notes what an employer has promised to a person, or with -1 that it is over.
func (w *World) vow(p *Person, sign int64) {
	r := &w.rosters[p.Employer]
	r.Pledged += p.Pledge * units.H100e(int64(p.Team)*sign)
	r.Given += p.Mandate * units.PPM(sign)
}

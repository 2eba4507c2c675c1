package sim

import (
	"math"

	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// StarLook is what a company knows of a person. Of its own people it knows all;
// of others the employer, the team and what the market would give; the day of vesting
// roughly; not who else courts them.
type StarLook struct {
	Candidate
	Own      bool
	Abroad   bool       // works for companies of another home
	Suited   bool       // somebody is known to court the person: own people only
	Courting units.USD  // what the company itself offers now, a year; 0 nothing
	Vests    units.Date // shares of his; of others the quarter, roughly
}

// Candidate is as much of it as goes into an offer.
type Candidate struct {
	Employer  CompanyID
	Settles   bool // has signed of late and hears no offers
	Threatens bool // publicly
	Team      int32
	Know      float64
	Ask       units.USD // a year: what the market gives such a person
}

// People is the number of named people; ids run from 1. Without their market it is 0.
func (v View) People() int {
	if !on(v.w.sc.setup.Switches.Stars) {
		return 0
	}
	return len(v.w.people) - 1
}

// Alarmed tells whether the company heard last week that somebody may leave.
func (v View) Alarmed() bool { return lastWeek(v.w.companies[v.who].Alarm, v.w.head.Tick) }

// lastWeek tells whether the week noted of something is a week, which is not the first.
func lastWeek(noted, tick int32) bool { return ((noted^tick)-1)&-tick < 0 }

// Heard is of whom it heard that, 0 of nobody.
func (v View) Heard() PersonID {
	if !v.Alarmed() {
		return 0
	}
	return v.w.rosters[v.who].Heard
}

// OwnRoster is what the company has in named people, where it stands; read only.
func (v View) OwnRoster() *Roster { return &v.w.rosters[v.who] }

// StarMarket is what signings have shown to everybody.
func (v View) StarMarket() StarMarket { return v.w.stars }

// Star is what the company knows of a person.
func (v View) Star(id PersonID) (l StarLook) {
	p := &v.w.people[id]
	l = StarLook{Candidate: v.Candidate(id), Own: p.Employer == v.who, Abroad: p.Home != v.w.sc.companies[v.who].home}
	for k := range p.Suits {
		if s := &p.Suits[k]; s.By == v.who {
			l.Courting = v.w.yearly(p, s)
		} else if s.By != 0 && l.Own && s.Heard {
			l.Suited = true
		}
	}
	if l.Vests = p.Vest; !l.Own {
		l.Vests = roughly(p.Vest)
	}
	return l
}

// Candidate is Star for those who make an offer.
func (v View) Candidate(id PersonID) Candidate {
	p := &v.w.people[id]
	return Candidate{p.Employer, v.settles(p), p.Lever != 0, p.Team, p.Know, usd(units.FromFloat(v.w.starAsk(p), 1, maxStarPay))}
}

// settles tells whether a person has signed of late.
func (v View) settles(p *Person) bool {
	return p.Employer != 0 && v.Date() < p.Since+7*settleWeeks
}

// Occasion tells whether there is something to talk about with one of the company's
// own: shares that vest soon, a threat to leave, or others who are known to court him.
func (v View) Occasion(id PersonID) bool {
	p := &v.w.people[id]
	return p.Employer == v.who && v.w.occasion(p)
}

// Glance is what a person knows, in index points, and what the market would give him a year,
// in dollars: what is worth a closer look. Loose is 1 for who threatens to leave, or is free,
// and new is who has worked for nobody so far.
func (v View) Glance(id PersonID) (know, ask float64, loose int, new bool) {
	p := &v.w.people[id]
	loose = int(uint32(-p.Lever|units.Date(p.Employer)-1) >> 31) // which of them is nobody could guess: no branch
	return p.Know, v.w.starAsk(p), loose, p.Employer|p.Last == 0
}

// Stake is what would have to be paid for what a person built and would leave.
func (v View) Stake(id PersonID) units.USD { return v.w.stake(id) }

// AtHome lists the people who may listen to the company, for they are of its home; read only.
func (v View) AtHome() []PersonID { return v.w.sc.companies[v.who].people }

// Bound is until when shares hold a person, roughly.
func (v View) Bound(id PersonID) units.Date { return roughly(v.w.people[id].Vest) }

// Deaf is who of its home hears no offers of the company, for he has signed of late.
func (v View) Deaf(id PersonID) bool { return v.settles(&v.w.people[id]) }

// Courts tells whether the company courts a person now.
func (v View) Courts(id PersonID) bool {
	var s *[4]Suit = &v.w.people[id].Suits // all at once: where its suit stands nobody could guess
	return int(s[0].By-v.who)*int(s[1].By-v.who)*int(s[2].By-v.who)*int(s[3].By-v.who) == 0
}

// StarTerms is what the company believes that a person earns a year and would forfeit
// by leaving: exact for its own, with an error for others, the same for a quarter.
func (v View) StarTerms(id PersonID) (pay, forfeits units.USD) {
	p := &v.w.people[id]
	pay, forfeits = p.Pay, v.w.forfeited(p)
	if p.Employer == v.who || p.Employer == 0 {
		return pay, forfeits
	}
	key := rng.At(v.w.head.Seed, int32(v.w.quarter))
	s := key.Stream(streamFog, v.w.sc.companies[v.who].key+3*v.w.sc.people[id].key)
	fog := detmath.QuickExp(float64(rivalError * s.Normal()))
	return usd(units.FromFloat(float64(float64(pay)*fog), 1, maxStarPay)), usd(units.Whole(float64(float64(forfeits)*fog), maxStarPay))
}

// Forfeits is what StarTerms says of what a person would forfeit.
func (v View) Forfeits(id PersonID) units.USD {
	if v.w.forfeited(&v.w.people[id]) == 0 {
		return 0
	}
	_, forfeits := v.StarTerms(id)
	return forfeits
}

// roughly is the first day of the quarter of a year around a day.
func roughly(d units.Date) units.Date { return d - d%91 }

// Stay is the chance that a person of the company's own stays if the best outside asked
// today, and the yearly pay for which he would rather stay, as he says himself; 0 for
// others.
func (v View) Stay(id PersonID) (odds float64, pay units.USD) {
	p := &v.w.people[id]
	if p.Employer != v.who {
		return 0, 0
	}
	gap := v.w.elsewhere(p, v.w.knownPlaces()) - v.w.staysNow(p)
	return detmath.Logistic(float64(-gap / choiceScale)), v.w.wouldStayFor(p, gap)
}

// Employer is who employs a person, as everybody knows; 0 nobody.
func (v View) Employer(id PersonID) CompanyID { return v.w.people[id].Employer }

// Promisable is what the company can still promise a person: compute per head, and a
// part of its mandate.
func (v View) Promisable(id PersonID) (perHead units.H100e, mandate units.PPM) {
	p := &v.w.people[id]
	compute, given := v.w.labCompute(v.who)-v.w.rosters[v.who].Pledged, v.w.rosters[v.who].Given
	if p.Employer == v.who {
		compute, given = compute+p.Pledge*units.H100e(p.Team), given-p.Mandate
	}
	return max(compute, 0) / units.H100e(max(p.Team, 1)), max(mostMandate-given, 0)
}

// Linked tells whether somebody works for the company who came from another.
func (v View) Linked(from CompanyID) bool { return v.w.linked(v.who, from) }

// Gap is how many index points the company's best model is behind the best there is.
func (v View) Gap() float64 { return v.w.bestOffered() - v.w.companies[v.who].Quality }

// PointWorth is the weight of an index point in the choice of the customers of the
// segment that weighs it most: public, from what they buy.
func (v View) PointWorth() (most float64) {
	segments, bits := v.w.segments, uint64(0) // as bits, positive numbers are in the same order, and need no branch
	for s := range segments {
		bits = max(bits, math.Float64bits(segments[s].Taste))
	}
	return math.Float64frombits(bits)
}

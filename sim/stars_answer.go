package sim

import "entangle/sim/units"

// choiceScale is the scale of the chance part of a star's choice, in the units of
// worth (by choice: a difference of 0.7 decides nineteen times in twenty).
const choiceScale = 0.25

// answerSuits lets those answer whose day has come, and notes when the next will.
func (w *World) answerSuits() {
	never, soon := ^uint32(0), uint32(w.Date()+6)
	first := never
	for i := PersonID(1); int(i) < len(w.people); i++ {
		p := &w.people[i]
		if uint32(p.Answer-1) < soon { // those whom nobody courts have the day 0
			w.answer(i)
		}
		first = min(first, uint32(p.Answer-1))
	}
	w.stars.Wake = w.sc.weeks
	if first != never {
		w.stars.Wake = min(w.sc.weeks, w.weekFrom(units.Date(first)+1-6))
	}
}

// answer has a person choose among all who court him and the place where he is. A
// suit whose company cannot pay any more is none.
func (w *World) answer(id PersonID) {
	p := &w.people[id]
	draw := w.stream(streamAnswer, w.sc.people[id].key)
	best, chosen := w.staysNow(p)+float64(choiceScale*gumbel(draw.Float64())), -1
	for k := range p.Suits {
		s, chance := &p.Suits[k], draw.Float64()
		if s.By == 0 || !w.spend(s.By, w.atOnce(id, s)).Allowed() {
			continue
		}
		l := w.placeOf(s.By)
		if u := w.bidWorth(p, s, &l) + float64(choiceScale*gumbel(chance)); u > best {
			best, chosen = u, k
		}
	}
	suits := p.Suits
	p.Answer, p.Suits = 0, [suitsPerPerson]Suit{}
	for k := range suits {
		if suits[k].By != 0 && k != chosen {
			w.alarm(suits[k].By, id)
			w.emit(Event{Kind: EventStarDeclined, By: suits[k].By, Peer: p.Employer, Ref: Ref{OfPerson, int32(id)}, Amount: int64(suits[k].Pay)})
		}
	}
	if chosen >= 0 {
		w.join(id, &suits[chosen])
	}
}

// staysNow is what the present place is to a person today.
func (w *World) staysNow(p *Person) float64 {
	if p.Employer == 0 {
		return freeWorth
	}
	l := w.placeOf(p.Employer)
	return w.stays(p, &l, w.kept(p.Employer))
}

// signingShare is what a star is paid on signing, as a share of a year's pay.
const signingShare = units.One / 4

// atOnce is what a suit costs on the day it is accepted.
func (w *World) atOnce(id PersonID, s *Suit) units.USD {
	p := &w.people[id]
	sum := usd(signingShare.Of(int64(s.Pay))) + s.Package + w.stake(id)
	if s.Buyout {
		sum += w.forfeited(p)
	}
	return sum
}

// stake is what those want who own what a person built and leaves for his first employer.
func (w *World) stake(id PersonID) units.USD {
	if p := &w.people[id]; p.Employer != 0 || p.Last != 0 {
		return 0
	}
	return usd(w.whole(&w.sc.setup.People[id-1].Stake))
}

// grantYears is over how long the shares of a new contract vest.
const grantYears = 2

// join has a person begin at the company whose suit he chose: his know-how goes with
// him, part of his team too, and those who were there compare.
func (w *World) join(id PersonID, s *Suit) {
	p, from := &w.people[id], w.people[id].Employer
	bonus, stake := w.atOnce(id, s), w.stake(id)
	if from == 0 {
		s.Heads = 0 // the team is gone
	}
	w.dismiss(id)
	p.Employer, p.Pay, p.Pledge = s.By, s.Pay, s.Pledge
	p.Mandate = 0 // what two suits offered together may be more than there is to give
	p.Mandate = min(s.Mandate, max(mostMandate-w.rosters[s.By].Given, 0))
	p.Vest = w.Date().AddWeeks(grantYears * 52)
	w.vow(p, 1)
	r := &w.rosters[s.By]
	r.Stars++
	w.moveBill(s.By, p.weekly(), w.head.Tick)
	r.Bonuses += bonus
	w.pay(PartyOf(s.By), Payroll, FlowStars, bonus)
	n := w.comeAlong(id, from, s)
	e := Event{Kind: EventStarJoined, By: s.By, Peer: from, Ref: Ref{OfPerson, int32(id)}, Qty: n, Amount: int64(s.Pay)}
	if s.Heads > 0 {
		e.Kind = EventTeamLifted
		w.disrupt(from)
	}
	w.emit(e)
	if stake > 0 {
		w.emit(Event{Kind: EventStakeBought, By: s.By, Ref: Ref{OfPerson, int32(id)}, Amount: int64(stake)})
	}
	w.countHire(s.By, s.Pay)
	w.shows(p, w.yearly(p, s), signedShows)
	w.envyOf(s.By, float64(s.Pay)/w.starAsk(p))
	if from != 0 {
		w.alarm(from, id)
	}
}

// followOdds is the chance that a member of a team follows who was not asked
// (economics.md 7).
const followOdds = 0.15

// comeAlong moves a person's know-how, and those of the team who go with their leader
// with theirs, and says how many. The more of the team comes, the more of what they
// know is of use in the new place: they know it of each other.
func (w *World) comeAlong(id PersonID, from CompanyID, s *Suit) int64 {
	p, n := &w.people[id], int64(s.Heads)
	if n == 0 && from != 0 && on(w.sc.setup.Switches.Followers) {
		draw := w.stream(streamFollow, w.sc.people[id].key)
		n = min(scattered(float64(followOdds*float64(p.Team)), draw.Uint64()), int64(p.Team))
	}
	part := carried + float64((together-carried)*float64(n))/float64(max(int64(p.Team), n, 1))
	w.moveKnowOf(from, s.By, p.Know, part)
	if n > 0 && from != 0 {
		w.followers(from, s.By, n, part)
	}
	return n
}

// followers moves n members of a team from one company to another, with what each of
// them knows: they are old hands.
func (w *World) followers(from, to CompanyID, n int64, part float64) {
	w.rosters[from].Lost += n
	w.rosters[to].Gained += n
	w.moveKnowOf(from, to, float64(oldKnows*float64(n))/float64(max(w.researchersOf(from), n)), part)
	w.moveHeads(from, to, n)
}

// researchersOf is how many of a company's people do research: where the scenario does
// not say, a quarter of its staff.
func (w *World) researchersOf(c CompanyID) int64 {
	if k := w.crew(c, TierResearchers); k.Old+k.New > 0 {
		return k.Old + k.New
	}
	return w.companies[c].Staff / 4
}

// moveHeads takes members of a team from the old hands of one company to the
// newcomers of another, who pays them what its newcomers have; 0 stands for those
// elsewhere.
func (w *World) moveHeads(from, to CompanyID, n int64) {
	k, j := w.crew(from, TierResearchers), w.crew(to, TierResearchers)
	if n = min(n, k.Old); n <= 0 {
		return
	}
	k.Old -= n
	j.Target += float64(n) // nobody planned for them
	j.join(n, max(j.NewPay, w.labour.Wage[TierResearchers]), w.slot())
	for _, c := range [...]CompanyID{from, to} {
		if c > 0 {
			w.countStaff(c)
		}
	}
}

// compareStep is what morale loses where an outsider gets twice what the market
// gives: a quarter of the log of the gap (economics.md 7), on a roster of four.
const compareStep = 0.06

// envyOf has those who are there hold an outsider's pay against what the market
// gave till then.
func (w *World) envyOf(c CompanyID, over float64) {
	if over > 1 && w.hasTalent() {
		w.shake(c, float64(100*float64(compareStep*(min(over, headline)-1))))
	} else if over > 1 {
		w.rosters[c].Grudge = min(w.rosters[c].Grudge+float64(compareStep*(min(over, headline)-1)), usualMorale)
	}
}

// shaken is the attention that the loss of a whole team takes in the week after.
const shaken = 2

// disrupt throws a company back that lost a team at a stroke.
func (w *World) disrupt(c CompanyID) {
	if c == 0 {
		return
	}
	w.rosters[c].Shaken++
	w.companies[c].Attention = max(0, w.companies[c].Attention-shaken)
}

// alarm tells a company's leadership that a person may leave, or has answered.
func (w *World) alarm(c CompanyID, id PersonID) {
	co, r := &w.companies[c], &w.rosters[c]
	if co.Alarm == w.head.Tick+1 && r.Heard != id {
		id = SeveralPeople
	}
	co.Alarm, r.Heard = w.head.Tick+1, id
}

package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// tradeStars pays named people by the month, lets those answer whose day has come, and
// once in twelve weeks has everybody look around.
func (w *World) tradeStars() {
	if len(w.people) < 2 {
		return
	}
	if w.head.Tick%billWeeks == billWeeks-1 {
		w.payStars()
	}
	if !on(w.sc.setup.Switches.Stars) {
		return
	}
	if w.stars.Wake <= w.head.Tick {
		w.answerSuits()
	}
	if w.head.Tick%lookAround == lookAround-1 {
		w.keepPledges()
		w.lookAround()
		w.fadeLevel()
	}
}

// lookAround is how many weeks pass between two looks of a star at the market.
const lookAround = 12

// payStars pays everybody's bill of the month. Of those who are not paid one walks
// out.
func (w *World) payStars() {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		r := &w.rosters[c]
		if w.moveBill(c, 0, w.head.Tick+1); r.Owed == 0 {
			continue
		}
		due := r.Owed
		if r.Owed = 0; w.payUpTo(c, Payroll, FlowStars, due) < due && r.Stars > 0 {
			w.walkOut(w.dearest(c))
		}
	}
}

// moveBill changes what a company pays its stars a week from a week on.
func (w *World) moveBill(c CompanyID, by units.USD, from int32) {
	r := &w.rosters[c]
	r.Owed += r.Bill * units.USD(max(from-r.Counted, 0))
	r.Bill, r.Counted = r.Bill+by, max(from, r.Counted)
}

// dearest is the best paid star of a company.
func (w *World) dearest(c CompanyID) (best PersonID) {
	for i := PersonID(1); int(i) < len(w.people); i++ {
		if w.people[i].Employer == c && (best == 0 || w.people[i].Pay > w.people[best].Pay) {
			best = i
		}
	}
	return best
}

// walkOut ends a star's employment: he is free, and his know-how is nobody's.
func (w *World) walkOut(id PersonID) {
	p := &w.people[id]
	from := p.Employer
	w.emit(Event{Kind: EventStarLeft, By: from, Ref: Ref{OfPerson, int32(id)}, Amount: int64(p.Pay)})
	w.dismiss(id)
	w.moveKnow(from, 0, p.Know)
	p.Pay = usd(units.FromFloat(w.starAsk(p), 1, maxStarPay))
}

// dismiss takes a person off the list of his employer.
func (w *World) dismiss(id PersonID) {
	p := &w.people[id]
	if p.Employer != 0 {
		w.rosters[p.Employer].Stars--
		w.vow(p, -1)
		w.moveBill(p.Employer, -p.weekly(), w.head.Tick)
	}
	p.Last, p.Employer, p.Since = p.Employer, 0, w.Date()
	p.Vest, p.Pledge, p.Mandate, p.Lever, p.Broken = 0, 0, 0, 0, false
}

// keepPledges has those see it whose employer gives them less than four fifths of
// the compute that it promised.
func (w *World) keepPledges() {
	sums := w.room.pledges
	clear(sums)
	for i := 1; i < len(w.people); i++ {
		p := &w.people[i]
		sums[p.Employer] += int64(p.Pledge) * int64(p.Team)
	}
	for i := PersonID(1); int(i) < len(w.people); i++ { // sums stand for lookAround
		p := &w.people[i]
		if p.Pledge == 0 {
			continue
		}
		have, all := int64(w.labCompute(p.Employer)), sums[p.Employer]
		broken := float64(have) < float64(pledgeKept*float64(all))
		if broken && !p.Broken {
			w.emit(Event{Kind: EventPledgeBroken, By: p.Employer, Ref: Ref{OfPerson, int32(i)}, Qty: int64(p.Pledge),
				Amount: units.MulDiv(have, int64(units.One), all)})
		}
		p.Broken = broken
	}
}

// pledgeKept is the share of a pledge below which it is broken.
const pledgeKept = 0.8

// fadeLevel lets what signings have shown fade towards what stars earn, over half a
// year, and grudges and lessons over a year.
func (w *World) fadeLevel() {
	pay, rank := 0.0, 0.0
	for i := 1; i < len(w.people); i++ {
		if p := &w.people[i]; p.Employer != 0 {
			pay, rank = pay+float64(p.Pay), rank+p.Rank
		}
	}
	if rank > 0 {
		w.stars.Level += float64((pay/rank - w.stars.Level) * (lookAround / levelWeeks))
	}
	for c := range w.rosters {
		r := &w.rosters[c]
		r.Grudge -= float64(r.Grudge * (lookAround / grudgeWeeks))
		r.Lesson -= float64(r.Lesson * (lookAround / grudgeWeeks))
	}
}

const (
	levelWeeks  = 26.0
	grudgeWeeks = 52.0
	// signedShows is how far one signing moves what everybody believes that the
	// market gives; a raise for somebody who stays shows half as much.
	signedShows = 0.15
	// headline bounds how far one signing is believed: the press tells of more.
	headline = 3
)

// shows moves the level of star pay by a signing.
func (w *World) shows(p *Person, pay units.USD, weight float64) {
	w.stars.Signed++
	seen := min(float64(pay)/p.Rank, float64(headline*w.stars.Level))
	w.stars.Level += float64(weight * (seen - w.stars.Level))
}

// gumbel is the chance part of a choice, of scale 1.
func gumbel(u float64) float64 { return -detmath.QuickLog(-detmath.QuickLog(u)) }

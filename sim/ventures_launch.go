package sim

import "entangle/sim/detmath"

// What becomes of a business programme with customers: see phase_ventures.go for the
// way there.

// appealOf is the appeal of a business programme that is so far above its bar, in
// standard deviations.
func (v *Venture) appealOf(excess float64) float64 {
	excess = min(max(excess, -mostExcess), mostExcess)
	if excess > 0 {
		return v.Reach + float64(worthOfGood*excess)
	}
	return v.Reach - flop + float64(worthOfGood*excess)
}

// land brings a business programme to its customers, who like it or send it back.
func (w *World) land(id ProgramID) {
	v, info := &w.ventures[id], &w.sc.programs[id]
	product := w.product(info.segment, info.owner)
	excess := v.Merit + w.aid(id) - v.Bar
	v.Works, v.Base, v.Hosts = excess > 0, v.appealOf(excess), w.hostable(info.owner)
	e := Event{By: info.owner, Ref: Ref{OfProgram, int32(id)}, Amount: int64(v.Spent)}
	if product.Price == 0 {
		product.open(v.Price)
		w.news(info.owner)
	} else if !v.Works {
		v.Base = 0 // customers stay with what they had
	}
	if v.Works {
		v.Stage, e.Kind = VentureLive, EventVentureLive
		w.staffVenture(id, v.Crew/keepCrew)
		w.trust(info.owner, 1+float64(trustOfShow*v.hypeIfShown()))
		if v.Shown > 0 && w.rivals(info.segment, info.owner) { // who saw it had time to copy it
			v.Base -= float64(v.Base * min(float64(copyShown*float64(w.Date()-v.Shown))/7, 0.5))
		}
		w.crowd(id)
	} else {
		v.Stage, v.Buzz, e.Kind = VentureFailed, 0, EventVentureFailed
		w.staffVenture(id, 0)
		w.takeBack(id)
		w.trust(info.owner, -trustOfFlop-float64(trustOfFall*v.hypeIfShown()))
	}
	w.widenReach(id, v.Base+v.Buzz)
	v.Left, v.Report, v.Gate = 0, false, w.Date()
	w.emit(e)
}

// crowd brings a business the customers who waited for it: part of those who buy from
// nobody. The others come as fast as customers of the segment move.
func (w *World) crowd(id ProgramID) {
	v, info := &w.ventures[id], &w.sc.programs[id]
	nobody := w.nobody[info.segment]
	w.product(info.segment, info.owner).Share += float64(float64(waiting*v.Buzz) * max(nobody, 0))
	w.countNobody(info.segment)
}

// waiting is the part of those who buy from nobody that waits for a business at a log
// unit of hype.
const waiting = 0.2

// keepCrew is the inverse of the share of the engineers who stay with what customers
// use.
const keepCrew = 3

// takeBack has a company take back what customers send back.
func (w *World) takeBack(id ProgramID) {
	v, owner := &w.ventures[id], w.sc.programs[id].owner
	back := usd(v.Returns.Of(int64(v.Spent)))
	if v.Shown > 0 {
		back *= 2
	}
	v.Spent += w.payUpTo(owner, Customers, FlowVenture, back)
}

// widenReach makes a business programme add so much to its owner's reach.
func (w *World) widenReach(id ProgramID, gain float64) {
	v, info := &w.ventures[id], &w.sc.programs[id]
	w.product(info.segment, info.owner).Reach += gain - v.Gain
	v.Gain = gain
}

// tend lets what customers use change for four weeks: the buzz of a show fades, a
// market widens, a marketplace follows the models that it may host.
func (w *World) tend(id ProgramID) {
	v, info := &w.ventures[id], &w.sc.programs[id]
	v.Buzz -= float64(v.Buzz * (billWeeks * buzzFade))
	if w.rivals(info.segment, info.owner) {
		v.Base -= float64(v.Base * (billWeeks * copyFade))
	}
	more := 0.0
	if info.kind == Marketplace {
		more = float64(reachOfChoice * detmath.Log(float64(1+w.hostable(info.owner))/float64(1+v.Hosts)))
	}
	if v.Widens > 0 {
		g := &w.segments[info.segment]
		g.Potential += float64(float64(g.Potential*float64(v.Widens*w.reliability(id))) * (billWeeks / weeksAYear))
	}
	w.widenReach(id, v.Base+v.Buzz+more)
}

// reliability is from 0 to 2 how far a programme can be relied on to do what others did
// before: by its model over what the market is used to. A marketplace has everybody's.
func (w *World) reliability(id ProgramID) float64 {
	info := &w.sc.programs[id]
	if info.kind == Marketplace {
		return 1
	}
	return min(max(0.5+float64(0.1*(w.companies[info.owner].Quality-w.segments[info.segment].Standard)), 0), 2)
}

// copyFade is the part of what is new about a business that others copy in a week,
// where there are others: half in two years. Invented.
const copyFade = 0.0066

// copyShown is the same of what was shown and is not out: nobody has to take it apart.
const copyShown = 0.004

// rivals tells whether somebody else serves a segment.
func (w *World) rivals(s SegmentID, c CompanyID) bool {
	for _, d := range w.sellers(s) {
		if d != c && w.product(s, d).On {
			return true
		}
	}
	return false
}

// dropVentures stops all that a company has under way, and frees its people: for those
// who go under.
func (w *World) dropVentures(c CompanyID) {
	for p := 1; p < len(w.ventures); p++ {
		if v := &w.ventures[p]; w.sc.programs[p].owner == c && v.Stage > VentureIdle && v.Stage < VentureLive {
			w.stopVenture(ProgramID(p))
		}
	}
}

// reachOfChoice is the appeal of a log unit of models to choose from.
const reachOfChoice = 0.5

// Trust that programmes win and lose, in points.
const (
	trustOfShow = 2 // for a log unit of hype
	trustOfFlop = 3
	trustOfFall = 8 // for a log unit of hype that was not deserved
	trustOfVain = 3 // for one that never came
)

// hypeIfShown is the hype that was made of a programme.
func (v *Venture) hypeIfShown() float64 {
	if v.Shown > 0 {
		return v.Hype
	}
	return 0
}

// trust moves the public's trust in a company.
func (w *World) trust(c CompanyID, points float64) {
	co := &w.companies[c]
	co.Trust = min(max(co.Trust+w.anger(points), 0), 100)
}

// hype is what the public hopes for from a company's programmes that it was shown and
// has not got, in log units of appeal: capital markets may price it.
func (w *World) hype(c CompanyID) (sum float64) {
	for p := 1; p < len(w.ventures); p++ {
		if v := &w.ventures[p]; v.Shown > 0 && v.Stage < VentureLive && w.sc.programs[p].owner == c {
			sum += v.Buzz
		}
	}
	return sum
}

// staffVenture gives a business programme so many engineers.
func (w *World) staffVenture(id ProgramID, n int32) {
	v, co := &w.ventures[id], &w.companies[w.sc.programs[id].owner]
	co.Designing += int64(n - v.Engineers)
	v.Engineers = n
}

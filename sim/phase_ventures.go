package sim

import (
	"math"

	"entangle/sim/detmath"
	"entangle/sim/units"
)

// business lets business programmes work for a week; those that customers know of
// already are looked at once in four.
func (w *World) business() {
	for p := 1; p < len(w.ventures); p++ {
		switch v := &w.ventures[p]; {
		case v.Stage.workIn() >= 0:
			w.pursue(ProgramID(p))
		case v.Stage == VentureLive && (int(w.head.Tick)+p)%billWeeks == 0:
			w.tend(ProgramID(p))
		}
		if v := &w.ventures[p]; v.Buzz > 0 && v.Stage < VentureLaunch { // people wait for what has a date
			v.Buzz -= float64(v.Buzz * buzzFade)
		}
	}
}

// pursue pays for a week of a business programme and brings it on; without money, or
// without people, it stands still.
func (w *World) pursue(id ProgramID) {
	v, info := &w.ventures[id], &w.sc.programs[id]
	bill, pace := v.weekly(), w.pace(info.owner)
	if pace > 0 && w.companies[info.owner].Cash >= bill {
		w.fundVenture(id, bill)
		v.Left -= pace
	}
	if v.Left > 0 {
		return
	}
	if v.Stage == VentureLaunch {
		w.land(id)
		return
	}
	w.observe(id, trialError[v.Stage.workIn()])
	v.Stage++ // built, or tried
	v.Left, v.Report, v.Gate = 0, true, w.Date()
	w.emit(Event{Kind: EventVentureStage, By: info.owner, Ref: Ref{OfProgram, int32(id)},
		Qty: units.Whole(float64(w.odds(id)*float64(units.One)), int64(units.One)), Amount: int64(v.Stage)})
}

// pace is how much of a planned week a company does in a week: with 100 points of
// bureaucracy less than half, and less where engineers have left.
func (w *World) pace(c CompanyID) float64 {
	co, there := &w.companies[c], 1.0
	if co.Engineers < co.Designing {
		there = float64(max(co.Engineers, 0)) / float64(co.Designing)
	}
	return there / (1 + float64(bureaucracyDrag*co.Bureaucracy))
}

// fundVenture pays for work on a business programme: to the partner who does it, or
// to people, makers and whoever else.
func (w *World) fundVenture(id ProgramID, amount units.USD) {
	info, to := &w.sc.programs[id], Payroll
	if info.partner != 0 {
		to = PartyOf(info.partner)
	}
	w.pay(PartyOf(info.owner), to, FlowVenture, amount)
	w.ventures[id].Spent += amount
}

const (
	// bureaucracyDrag is by which part a point of it makes work on a business longer.
	// Invented; 100 points let a stage of a chip slip three times in ten (economics 1).
	bureaucracyDrag = 0.012

	buzzFade    = 0.052 // a week: half in a quarter
	worthOfGood = 0.5   // log units of appeal by which a standard deviation of merit is more liked
	flop        = 2.5   // log units of appeal that a failure lacks
	mostExcess  = 2.5   // standard deviations above or below the bar that still matter
)

// trialError is how far off, in standard deviations of merit, what an owner sees of
// it is: when it is built, and after a quiet trial.
var trialError = [ventureWork - 1]float64{0.9, 0.45}

// observe has the owner of a business programme see how good it is, with an error,
// and think again.
func (w *World) observe(id ProgramID, err float64) {
	v := &w.ventures[id]
	draw := w.stream(streamTrial, w.sc.programs[id].key+uint64(v.Stage))
	seen := v.Merit + float64(err*draw.Normal())
	weight := float64(v.Sigma*v.Sigma) / (float64(v.Sigma*v.Sigma) + float64(err*err))
	v.Mean += float64(weight * (seen - v.Mean))
	v.Sigma = float64(v.Sigma * math.Sqrt(1-weight))
}

// aid is what helps a business programme beyond its own merit, in standard deviations
// of it: a model better than its customers are used to, or many models to host.
func (w *World) aid(id ProgramID) float64 {
	info := &w.sc.programs[id]
	if info.kind == Marketplace {
		return min(max(float64(aidOfChoice*detmath.Log(float64(float64(1+w.hostable(info.owner))/usualChoice))), -mostAid), mostAid)
	}
	quality := w.companies[info.owner].Quality
	if quality <= 0 {
		return -mostAid
	}
	return min(max(float64(aidOfQuality*(quality-w.segments[info.segment].Standard)), -mostAid), mostAid)
}

const (
	aidOfQuality = 0.05 // for a point
	aidOfChoice  = 0.8  // for each log unit of models to choose from
	usualChoice  = 3    // models, one's own or none included
	mostAid      = 1.5
)

// hostable is how many models of others a company could host: the best open weights,
// and the best that can be had for a fee.
func (w *World) hostable(c CompanyID) (n int32) {
	if m := w.head.Shelf.Open; m != 0 && w.sc.ModelOwner(m) != c {
		n++
	}
	for _, m := range w.head.Shelf.Hosted {
		if m != 0 && w.sc.ModelOwner(m) != c {
			n++
		}
	}
	return n
}

// odds is the chance that a business programme works, as its owner sees it.
func (w *World) odds(id ProgramID) float64 {
	v := &w.ventures[id]
	return detmath.Logistic(float64(normalAsLogistic*(v.Mean+w.aid(id)-v.Bar)) / v.Sigma)
}

// normalAsLogistic is the steepness of the logistic curve that comes within a
// hundredth of the normal one.
const normalAsLogistic = 1.702

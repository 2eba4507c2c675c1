package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/units"
)

// Program is a programme for a chip family of the owner's own.
type Program struct {
	Stage     SiliconStage
	Pace      units.PPM // of the plan; 0: not begun, or over
	Left      float64   // weeks of work in the stage, slips included
	Expected  units.Date
	First     units.Date // expected when it was funded
	Gate      units.Date // last decision or report
	Report    bool       // a stage was finished since the last decision
	Engineers int32      // at work
	Cost      units.USD  // of the whole plan
	Spent     units.USD
	Weeks     [siliconStages]float64 // of the stages, as planned
	Slip      float64                // chance, without bureaucracy
	SlipWeeks float64                // mean
	Crew      int32                  // engineers at the pace of the plan
	Worked    int32                  // week before which its work is counted
}

// SiliconStage is how far a programme has come.
type SiliconStage uint8

// The stages. A programme that is over has a pace of 0.
const (
	SiliconIdle    SiliconStage = iota // not begun
	SiliconDesign                      // to tape-out
	SiliconSample                      // to samples
	SiliconQualify                     // to qualification
	SiliconRamp                        // to chips that can be ordered
	SiliconDone
	SiliconKilled
)

const siliconStages = 4

// silicon lets own-chip programmes work, each in its week of four for those since the last:
// they take years. Only the end of the last stage is noticed in its week, for chips follow.
func (w *World) silicon() {
	turn := turnOf(w.head.Tick)
	for id := 1; id < len(w.programs); id++ {
		p := &w.programs[id]
		ends := p.Stage == SiliconRamp && p.Left <= float64(float64(w.head.Tick+1-p.Worked)*p.speed())
		if p.Pace > 0 && (turn == turnOf(int32(id)) || ends) {
			w.work(ProgramID(id), w.head.Tick+1)
		}
	}
}

// work pays for the weeks of a programme that were not counted until a week, and brings it
// on; without the money it stands still.
func (w *World) work(id ProgramID, until int32) {
	p, info := &w.programs[id], &w.sc.programs[id]
	weeks := until - p.Worked
	bill := units.USD(weeks) * p.weekly()
	p.Worked = until
	if w.companies[info.owner].Cash < bill {
		p.Expected += 7 * units.Date(weeks)
		return
	}
	to := Foundries
	if info.partner != 0 {
		to = PartyOf(info.partner)
	}
	w.pay(PartyOf(info.owner), to, FlowSilicon, bill)
	p.Spent += bill
	if p.Left -= float64(float64(weeks) * p.speed()); p.Left <= 0 {
		w.nextStage(id)
	}
	p.Expected = p.finish(w.Date() + 7)
}

// weekly is what a week costs at the present pace.
func (p *Program) weekly() units.USD { return p.Weekly(p.Pace) }

// Weekly is what it costs at another.
func (p *Program) Weekly(pace units.PPM) units.USD {
	weeks := 0.0
	for _, x := range p.Weeks {
		weeks += x
	}
	return usd(units.Whole(float64(float64(p.Cost)*float64(pace))/float64(weeks*float64(units.One)), maxExact))
}

// The paces of a programme, in shares of the planned money a week, and what they
// bring: half as much again buys a quarter, half of it leaves six tenths.
const (
	paceWide   = units.One * 3 / 2
	paceNarrow = units.One / 2
	speedWide  = 1.25
	speedSlow  = 0.6
)

// speed is how many weeks of the plan a week of work is worth.
func (p *Program) speed() float64 {
	switch p.Pace {
	case paceWide:
		return speedWide
	case paceNarrow:
		return speedSlow
	}
	return 1
}

// finish is the day on which the programme would be done at the present pace if
// nothing slips any more.
func (p *Program) finish(today units.Date) units.Date {
	left := p.Left
	for s := int(p.Stage); s < siliconStages; s++ {
		left += p.Weeks[s]
	}
	if p.Stage >= SiliconDone {
		return p.Expected
	}
	return today.AddWeeks(int(units.Whole(left/p.speed()+0.499, maxWeeks)))
}

// bureaucracySlip is what 100 points of bureaucracy add to the chance that a stage
// slips (economics.md 1).
const bureaucracySlip = 0.3

// enter begins a stage of a programme and draws whether it will slip.
func (w *World) enter(id ProgramID, stage SiliconStage) {
	p, info := &w.programs[id], &w.sc.programs[id]
	p.Stage, p.Left = stage, min(p.Left, 0)+p.Weeks[stage-1] // what was done of the week counts
	draw := w.stream(streamSilicon, info.key+uint64(stage))
	chance := p.Slip + float64(bureaucracySlip*w.companies[info.owner].Bureaucracy)/100
	if u, v := draw.Float64(), draw.Float64(); u < chance && on(w.sc.setup.Switches.SiliconSlips) {
		slip := -float64(p.SlipWeeks * detmath.Log(v))
		p.Left += slip
		w.emit(Event{Kind: EventSiliconSlipped, By: info.owner, Family: info.family, Ref: Ref{OfProgram, int32(id)},
			Qty: units.Whole(slip, maxWeeks), Amount: int64(stage)})
	}
}

// nextStage reports a finished stage and begins the next; after the last the
// family can be ordered.
func (w *World) nextStage(id ProgramID) {
	p, info := &w.programs[id], &w.sc.programs[id]
	p.Report, p.Gate = true, w.Date()
	if p.Stage < SiliconRamp {
		w.emit(Event{Kind: EventSiliconStage, By: info.owner, Family: info.family, Ref: Ref{OfProgram, int32(id)}, Qty: int64(p.Stage)})
		w.enter(id, p.Stage+1)
		return
	}
	w.closeProgram(id, SiliconDone)
	w.openFamily(info.family)
	w.emit(Event{Kind: EventSiliconDone, By: info.owner, Family: info.family, Ref: Ref{OfProgram, int32(id)}, Amount: int64(p.Spent)})
}

// closeProgram ends a programme and frees its engineers.
func (w *World) closeProgram(id ProgramID, stage SiliconStage) {
	p := &w.programs[id]
	w.companies[w.sc.programs[id].owner].Designing -= int64(p.Engineers)
	p.Stage, p.Pace, p.Left, p.Engineers = stage, 0, 0, 0
}

// openFamily lets a family be ordered, and gives it what its designer's other
// families leave of the wafers.
func (w *World) openFamily(f FamilyID) {
	row, rest := &w.families[f], 1.0
	row.Shut = false
	w.listFamilies()
	for g := 1; g < len(w.families); g++ {
		if w.sc.families[g].designer == w.sc.families[f].designer {
			rest -= w.families[g].Mix
		}
	}
	row.Mix = max(rest, 0)
}

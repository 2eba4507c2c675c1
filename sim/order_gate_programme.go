package sim

import (
	"math"

	"entangle/sim/units"
)

// What gate_programme decides.
const (
	DecideFund uint8 = iota + 1
	DecideShow
	DecideShip
	DecideStop
)

// gateProgrammeSpec: gate_programme decides on a programme for a business: fund its
// next stage, show it to the public, ship it, or stop it. What funding means follows
// from the stage: development, then a quiet trial, then another form of the whole.
var gateProgrammeSpec = OrderSpec{
	Kind: OrderGateProgramme, Name: "gate_programme", Group: GroupModels, Attention: 2, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "decision"}},
	Modes:  []ModeSpec{{DecideFund, "fund", decisionFields}, {DecideShow, "show", decisionFields}, {DecideShip, "ship", decisionFields}, {DecideStop, "stop", decisionFields}},
	check:  checkDecision, apply: applyDecision,
}

var decisionFields = []FieldSpec{{Field: FieldMode, Name: "decision"}, {Field: FieldProgram, Name: "programme"}}

// decisionWeeks is how long a decision holds while no stage is finished.
const decisionWeeks = 4

func checkDecision(w *World, o *Order) Refusal {
	v, info, ref := &w.ventures[o.Program], &w.sc.programs[o.Program], Ref{OfProgram, int32(o.Program)}
	switch weeks := int64(w.Date()-v.Gate) / 7; {
	case info.owner != o.By:
		return Refusal{Reason: ReasonNotOwnProgram, Field: FieldProgram, Ref: Ref{OfCompany, int32(info.owner)}}
	case info.kind == ChipProgram:
		return Refusal{Reason: ReasonOtherProgram, Field: FieldProgram, Ref: ref}
	case v.Stage >= VentureLive, v.Stage == VentureIdle && o.Mode == DecideStop, !on(w.sc.setup.Switches.Ventures):
		return Refusal{Reason: ReasonProgramOver, Field: FieldProgram, Ref: ref}
	case (o.Mode == DecideShow || o.Mode == DecideShip) && v.Stage < VentureBuilt:
		return Refusal{Reason: ReasonStageMissing, Field: FieldMode, Amounts: Amounts{int64(v.Stage), int64(VentureBuilt)}, Ref: ref}
	case v.goesOn(o.Mode):
		return Refusal{Reason: ReasonSamePace, Field: FieldMode, Ref: ref}
	case v.Gate != 0 && !v.Report && weeks < decisionWeeks:
		return Refusal{Reason: ReasonTooSoon, Field: FieldProgram, Amounts: Amounts{weeks, decisionWeeks}, Ref: ref}
	}
	if free := w.engineersFree(o.By) + int64(v.Engineers); o.Mode == DecideFund && int64(v.Crew) > free {
		return Refusal{Reason: ReasonNoEngineers, Field: FieldProgram, Amounts: Amounts{free, int64(v.Crew)}, Ref: ref}
	}
	if bill := v.price(o.Mode); bill > 0 {
		return w.spend(o.By, bill)
	}
	return Refusal{}
}

// goesOn tells whether a decision would change nothing: what is at work is funded
// already, what was shown is known, what is being launched is shipped.
func (v *Venture) goesOn(mode uint8) bool {
	switch mode {
	case DecideFund:
		return v.Stage.workIn() >= 0
	case DecideShow:
		return v.Shown > 0
	case DecideShip:
		return v.Stage == VentureLaunch
	}
	return false
}

// price is the money that a decision takes: for the work ahead of it half a year at
// most.
func (v *Venture) price(mode uint8) units.USD {
	switch mode {
	case DecideFund:
		return v.weekly() * units.USD(units.FromFloat(min(v.Weeks[v.next().workIn()], gateWeeks)+0.499, 1, gateWeeks))
	case DecideShow:
		return v.campaign()
	case DecideShip:
		return v.weekly() * units.USD(units.FromFloat(min(v.Weeks[VentureLaunch.workIn()], gateWeeks)+0.499, 1, gateWeeks))
	}
	return 0
}

// next is the stage that funding begins. After a trial that is development again: of
// another form, which keeps part of what was learnt.
func (v *Venture) next() VentureStage {
	if v.Stage == VentureBuilt {
		return VentureTrial
	}
	return VentureDevelop
}

func applyDecision(w *World, o *Order) {
	v, info, ref := &w.ventures[o.Program], &w.sc.programs[o.Program], Ref{OfProgram, int32(o.Program)}
	e := Event{Kind: EventVentureGate, By: o.By, Peer: info.partner, Order: o.Kind, Ref: ref, Qty: int64(o.Mode)}
	v.Gate, v.Report = w.Date(), false
	switch o.Mode {
	case DecideFund:
		e.Amount = int64(v.weekly())
		if v.Stage == VentureTried {
			w.reform(o.Program)
		}
		w.beginStage(o.Program, v.next())
	case DecideShow:
		e.Kind, e.Amount, e.Qty = EventVentureShown, int64(v.campaign()), 0
		w.fundVenture(o.Program, v.campaign())
		v.Shown, v.Buzz = w.Date(), v.Hype
		w.trust(o.By, float64(trustOfShow*v.Hype))
	case DecideShip:
		e.Amount = int64(v.weekly())
		w.beginStage(o.Program, VentureLaunch)
	case DecideStop:
		w.stopVenture(o.Program)
	}
	w.emit(e)
}

// beginStage sets people to work on a stage of a business programme.
func (w *World) beginStage(id ProgramID, stage VentureStage) {
	v := &w.ventures[id]
	v.Stage, v.Left = stage, v.Weeks[stage.workIn()]
	if stage == VentureDevelop && v.Forms > 0 {
		v.Left = float64(v.Left / 2) // not all of it is new
	}
	w.staffVenture(id, v.Crew)
}

const (
	keptMerit = 0.6  // of a form, that the next one keeps
	learnt    = 0.35 // standard deviations of merit that a failed form teaches
	newMerit  = 0.8  // standard deviation of what is new
)

// reform makes another form of what a business programme has tried.
func (w *World) reform(id ProgramID) {
	v := &w.ventures[id]
	draw := w.stream(streamVenture, w.sc.programs[id].key)
	v.Merit = float64(keptMerit*v.Merit) + learnt + float64(newMerit*draw.Normal())
	v.Mean = float64(keptMerit*v.Mean) + learnt
	v.Sigma = math.Sqrt(float64(float64(keptMerit*v.Sigma)*float64(keptMerit*v.Sigma)) + float64(newMerit*newMerit))
	v.Forms = min(v.Forms, 254) + 1
}

// stopVenture ends a business programme and frees its engineers. What was shown and
// never comes is held against its owner.
func (w *World) stopVenture(id ProgramID) {
	v := &w.ventures[id]
	w.staffVenture(id, 0)
	v.Stage, v.Left, v.Buzz = VentureStopped, 0, 0
	if v.Shown > 0 {
		w.trust(w.sc.programs[id].owner, -trustOfVain-float64(trustOfShow*v.Hype))
	}
}

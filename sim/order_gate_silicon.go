package sim

import "entangle/sim/units"

// What gate_silicon decides.
const (
	GateFund uint8 = iota + 1
	GateWiden
	GateShrink
	GateKill
)

// gateSiliconSpec: gate_silicon decides on a programme for a chip of one's own:
// fund it as planned, widen or shrink it, or kill it. Between decisions lies a
// report of a finished stage, or half a year.
var gateSiliconSpec = OrderSpec{
	Kind: OrderGateSilicon, Name: "gate_silicon", Group: GroupCompute, Attention: 2, Line: true,
	Fields: []FieldSpec{{Field: FieldMode, Name: "gate"}},
	Modes:  []ModeSpec{{GateFund, "fund", gateFields}, {GateWiden, "widen", gateFields}, {GateShrink, "shrink", gateFields}, {GateKill, "kill", gateFields}},
	check:  checkGate, apply: applyGate,
}

var gateFields = []FieldSpec{{Field: FieldMode, Name: "gate"}, {Field: FieldProgram, Name: "programme"}}

// gateWeeks is how long a decision holds while no stage is finished.
const gateWeeks = 26

// paceOf is the pace that a decision sets.
func paceOf(mode uint8) units.PPM {
	switch mode {
	case GateFund:
		return units.One
	case GateWiden:
		return paceWide
	case GateShrink:
		return paceNarrow
	}
	return 0
}

// crewAt is how many engineers a programme ties up at a pace.
func (p *Program) crewAt(pace units.PPM) int64 { return pace.Of(int64(p.Crew)) }

func checkGate(w *World, o *Order) Refusal {
	p, info, ref := &w.programs[o.Program], &w.sc.programs[o.Program], Ref{OfProgram, int32(o.Program)}
	switch weeks := int64(w.Date()-p.Gate) / 7; {
	case info.owner != o.By:
		return Refusal{Reason: ReasonNotOwnProgram, Field: FieldProgram, Ref: Ref{OfCompany, int32(info.owner)}}
	case info.kind != ChipProgram:
		return Refusal{Reason: ReasonOtherProgram, Field: FieldProgram, Ref: ref}
	case p.Stage >= SiliconDone, p.Stage == SiliconIdle && o.Mode == GateKill:
		return Refusal{Reason: ReasonProgramOver, Field: FieldProgram, Ref: ref}
	case p.Pace == paceOf(o.Mode) && p.Stage != SiliconIdle:
		return Refusal{Reason: ReasonSamePace, Field: FieldMode, Ref: ref}
	case p.Gate != 0 && !p.Report && weeks < gateWeeks:
		return Refusal{Reason: ReasonTooSoon, Field: FieldProgram, Amounts: Amounts{weeks, gateWeeks}, Ref: ref}
	}
	need, free := p.crewAt(paceOf(o.Mode)), w.engineersFree(o.By)+int64(p.Engineers)
	if need > free {
		return Refusal{Reason: ReasonNoEngineers, Field: FieldProgram, Amounts: Amounts{free, need}, Ref: ref}
	}
	if o.Mode == GateKill || o.Mode == GateShrink {
		return Refusal{}
	}
	next := *p
	next.Pace = paceOf(o.Mode)
	return w.spend(o.By, gateWeeks*next.weekly())
}

func applyGate(w *World, o *Order) {
	p, info := &w.programs[o.Program], &w.sc.programs[o.Program]
	e := Event{Kind: EventSiliconGate, By: o.By, Peer: info.partner, Family: info.family, Order: o.Kind,
		Ref: Ref{OfProgram, int32(o.Program)}, Qty: int64(o.Mode), Amount: int64(p.Spent)}
	if p.Pace > 0 {
		w.work(o.Program, w.head.Tick)
	}
	p.Worked = w.head.Tick
	if o.Mode == GateKill {
		w.emit(e)
		w.closeProgram(o.Program, SiliconKilled)
		return
	}
	p.Pace, p.Gate, p.Report = paceOf(o.Mode), w.Date(), false
	w.staff(o.Program)
	e.Amount = int64(p.weekly())
	w.emit(e)
	if p.Stage == SiliconIdle {
		w.enter(o.Program, SiliconDesign)
		p.First = p.finish(w.Date())
	}
	p.Expected = p.finish(w.Date())
}

// staff gives a programme the engineers of its pace.
func (w *World) staff(id ProgramID) {
	p, co := &w.programs[id], &w.companies[w.sc.programs[id].owner]
	co.Designing -= int64(p.Engineers)
	p.Engineers = int32(p.crewAt(p.Pace))
	co.Designing += int64(p.Engineers)
}

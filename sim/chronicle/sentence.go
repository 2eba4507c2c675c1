package chronicle

import (
	"strconv"
	"strings"

	"entangle/assets"
	"entangle/sim"
)

// Sentence tells an event. The pattern is event.<name>; its variants .no_peer,
// .no_qty and .no_amount, also joined (.no_qty_amount), tell events without
// another side or with a number that is 0.
func Sentence(lex *assets.Lexicon, sc *sim.Scenario, e sim.Event) string {
	t := teller{lex, sc}
	key := t.pick("event."+e.Kind.Spec().Name, lacking(e))
	return t.begun(lex.Text(key, t.event(e)), company(e.By), company(e.Peer), e.Ref)
}

// lacking lists what an event is without. A company that deals with itself has no other
// side, and an expectation that came true to the point is no figure of its own.
func lacking(e sim.Event) (parts []string) {
	if e.Peer == 0 || e.Peer == e.By {
		parts = append(parts, "peer")
	}
	if e.Qty == 0 {
		parts = append(parts, "qty")
	}
	if e.Amount == 0 || e.Amount == e.Qty && comparing(e.Kind) {
		parts = append(parts, "amount")
	}
	return parts
}

// comparing tells whether a kind of event sets Qty against Amount.
func comparing(k sim.EventKind) bool {
	return k == sim.EventRunDone || k == sim.EventRunDisappointed || k == sim.EventFrontierMoved
}

// event collects what sentences about an event may mention.
func (t teller) event(e sim.Event) args {
	spec := e.Kind.Spec()
	a := args{"qty": Number(t.lex, spec.Qty, e.Qty), "amount": Number(t.lex, spec.Amount, e.Amount)}
	t.name(a, "by", e.By)
	t.name(a, "peer", e.Peer)
	t.refer(a, sim.Ref{Of: sim.OfFamily, ID: int32(e.Family)})
	t.refer(a, e.Ref)
	switch e.Kind {
	case sim.EventOrderWaits:
		a["order"] = t.inline("order." + e.Order.Spec().Name)
	case sim.EventOrderRefused, sim.EventOrderDropped:
		a["order"] = t.inline("order." + e.Order.Spec().Name)
		a["need"] = Number(t.lex, e.Reason.Spec().Unit, e.Qty)
		if e.Reason == sim.ReasonRunTooBig {
			a["need"] = t.flop(e.Qty)
		}
		a["reason"] = t.lex.Text(t.withOrder("reason."+e.Reason.Spec().Name, e.Order), a)
	case sim.EventPolicySet:
		t.policy(a, e)
	case sim.EventPactMade: // a share that changes by points
		a["qty"] = t.lex.Text("ui.points", args{"n": oneDecimal(float64(e.Qty)/10_000, t.lex.Lang)})
	case sim.EventRunBegun, sim.EventRunResized, sim.EventRunShelved:
		a["qty"] = t.flop(e.Qty)
		if e.Kind == sim.EventRunBegun && e.Order == sim.OrderSteerRun { // of a model that is on offer already
			a["model"] = t.lex.Text("value.more_training", a)
		}
	case sim.EventLicenceSigned:
		a["use"] = t.lex.Text("value.licence_use."+strconv.Itoa(int(e.Mode)), nil)
	case sim.EventSiliconGate:
		t.policy(a, sim.Event{Order: e.Order, Qty: e.Qty})
		a["gate"] = a["policy"]
	case sim.EventModelReleased, sim.EventBoardEntered:
		t.policy(a, sim.Event{Order: e.Order, Qty: e.Amount})
		a["how"] = a["policy"]
	case sim.EventVentureGate, sim.EventVentureStage, sim.EventVentureShown, sim.EventVentureLive, sim.EventVentureFailed:
		t.venture(a, e)
	case sim.EventReorganised, sim.EventSettled, sim.EventDeputyNamed, sim.EventDeputyRecalled, sim.EventDeputyReport,
		sim.EventWarRoomOpened, sim.EventWarRoomClosed, sim.EventInvestigated:
		a["topic"] = t.mode(e)
	case sim.EventSupplyOrdered, sim.EventSupplyGrew:
		a["what"] = t.lex.Text("value.supply."+strconv.Itoa(int(e.Mode)), nil)
	case sim.EventFrontierMoved:
		if e.Order == sim.OrderSteerRun { // a model that has its name from before
			a["model"] = t.lex.Text("value.refined", a)
		}
	case sim.EventForeseen:
		a["story"] = t.story(t.sc.SignOf(sim.IncidentID(e.Ref.ID)))
	case sim.EventOutside:
		a["story"] = t.story(t.sc.TextOf(sim.IncidentID(e.Ref.ID)))
		if e.By != 0 {
			a["event"] = t.lex.Text("value.struck", a)
		}
	case sim.EventAnswered:
		a["event"] = t.title(sim.Ref{Of: sim.OfIncident, ID: int32(t.sc.EventOf(sim.ChoiceID(e.Ref.ID)))})
	case sim.EventSiliconSlipped:
		a["stage"] = t.lex.Text("value.stage."+strconv.FormatInt(e.Amount, 10), nil)
		a["project"] = t.project(a)
	case sim.EventTalentLeft, sim.EventLaidOff:
		a["tier"] = t.lex.Text("value.tier."+strconv.FormatInt(int64(e.Ref.ID), 10), nil)
	case sim.EventWageMoved:
		a["tier"] = t.lex.Text("value.tier."+strconv.FormatInt(e.Qty, 10), nil)
	case sim.EventSiliconStage:
		a["stage"] = t.lex.Text("value.stage."+strconv.FormatInt(e.Qty, 10), nil)
		a["project"] = t.project(a)
	}
	return a
}

// project says what a programme for own chips is for, unless its name says so.
func (t teller) project(a args) string {
	if a["programme"] == a["family"] {
		return t.lex.Text("value.chip_programme.same", nil)
	}
	return t.lex.Text("value.chip_programme", a)
}

// story is a text of a scenario as it stands in a sentence: without its last stop.
func (t teller) story(text sim.Text) string {
	story := text.En
	if t.lex.Lang == "zh" && text.Zh != "" {
		story = text.Zh
	}
	return strings.TrimRight(strings.TrimSpace(story), ".。")
}

// venture fills in what is told of a business programme: the market it is for, and
// what was decided, or which stage is over.
func (t teller) venture(a args, e sim.Event) {
	a["segment"] = t.inside(sim.Ref{Of: sim.OfSegment, ID: int32(t.sc.Opens(sim.ProgramID(e.Ref.ID)))})
	switch e.Kind {
	case sim.EventVentureGate:
		t.policy(a, sim.Event{Order: e.Order, Qty: e.Qty})
		a["decision"] = a["policy"]
	case sim.EventVentureStage:
		a["stage"] = t.lex.Text("value.venture."+strconv.FormatInt(e.Amount, 10), nil)
	}
}

// policy reads the event of a standing policy: Qty is the mode of the order,
// Amount the value in the unit of the mode's number.
func (t teller) policy(a args, e sim.Event) {
	spec := e.Order.Spec()
	for _, mode := range spec.Modes {
		if int64(mode.Mode) != e.Qty {
			continue
		}
		a["policy"] = t.inline(spec.Fields[0].Name + "." + mode.Name)
		for _, f := range mode.Fields {
			switch {
			case f.Unit != 0:
				a["amount"] = Number(t.lex, f.Unit, e.Amount)
			case f.Field == sim.FieldFamily && e.Family != 0:
				a["amount"] = a["family"]
			case f.Field == sim.FieldFamily:
				a["amount"] = t.lex.Text("value.any_family", nil)
			}
		}
	}
}

// mode names the mode of its order that an event tells of in Qty.
func (t teller) mode(e sim.Event) string {
	spec := e.Order.Spec()
	for _, mode := range spec.Modes {
		if int64(mode.Mode) == e.Qty {
			return t.inline(spec.Fields[0].Name + "." + mode.Name)
		}
	}
	return ""
}

// withOrder is the variant of a pattern for a kind of order, if it has one.
func (t teller) withOrder(key string, kind sim.OrderKind) string {
	if special := key + "." + kind.Spec().Name; t.lex.Has(special) {
		return special
	}
	return key
}

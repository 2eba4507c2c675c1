package sim

import "entangle/sim/units"

// answerSpec: answer chooses how to meet an event from outside. Who says nothing in
// time does nothing.
var answerSpec = OrderSpec{
	Kind: OrderAnswer, Name: "answer", Group: GroupOrganisation, Attention: 1,
	Fields: []FieldSpec{{Field: FieldChoice, Name: "choice"}},
	check:  checkAnswer, apply: applyAnswer,
}

func checkAnswer(w *World, o *Order) Refusal {
	id := w.sc.choices[o.Choice].incident
	row, ref := &w.incidents[id], Ref{OfIncident, int32(id)}
	switch {
	case row.Closes <= w.Date():
		return Refusal{Reason: ReasonNotOpen, Field: FieldChoice, Ref: ref}
	case !row.Struck.Has(o.By):
		return Refusal{Reason: ReasonNotAsked, Field: FieldChoice, Ref: ref}
	case *w.chosen(id, o.By) != 0:
		return Refusal{Reason: ReasonAnswered, Field: FieldChoice, Ref: Ref{OfChoice, int32(*w.chosen(id, o.By))}}
	}
	return w.spendNow(o.By, w.costOfChoice(o.By, o.Choice, row))
}

// costOfChoice is what a choice costs a company at once.
func (w *World) costOfChoice(by CompanyID, k ChoiceID, row *Incident) (sum units.USD) {
	info := &w.sc.choices[k]
	for x := info.effects[0]; x < info.effects[1]; x++ {
		if e := &w.sc.effects[x]; e.kind == EffectCost && !e.setup.After.Given && !e.setup.Odds.Given {
			sum += usd(w.sizeOf(x, by, row.Severity))
		}
	}
	return sum
}

func applyAnswer(w *World, o *Order) {
	info := &w.sc.choices[o.Choice]
	row := &w.incidents[info.incident]
	*w.chosen(info.incident, o.By) = o.Choice
	was := row.Event
	row.Event = w.emit(Event{Kind: EventAnswered, Cause: row.Event, By: o.By, Ref: Ref{OfChoice, int32(o.Choice)}})
	for x := info.effects[0]; x < info.effects[1]; x++ {
		w.impose(x, o.By, row)
	}
	row.Event = was
}

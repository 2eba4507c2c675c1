package chronicle

import (
	"strconv"

	"entangle/assets"
	"entangle/sim"
	"entangle/sim/units"
)

// Refusal tells why an order cannot be given: the term that failed with its
// figures, whose rule it is, and what would pass. The pattern is
// refusal.<reason>, or refusal.<reason>.<order> where orders differ, with
// variants for fields left out (.no_site) and for nothing to be had (.no_have).
func Refusal(lex *assets.Lexicon, sc *sim.Scenario, r sim.Refusal, o sim.Order) string {
	t := teller{lex, sc}
	key := t.withOrder("refusal."+r.Reason.Spec().Name, o.Kind)
	missing := empty(o)
	if r.Have == 0 {
		missing = append(missing, "have")
	}
	return t.begun(lex.Text(t.pick(key, missing), t.refusal(r, o)), company(o.By), r.Ref, company(o.Peer), sim.Ref{Of: sim.OfPerson, ID: int32(o.Person)})
}

// refusal collects what texts about a refusal may mention: what the order says,
// and have, need, field, place (the site that the field names), count, id,
// fields and known.
func (t teller) refusal(r sim.Refusal, o sim.Order) args {
	a := t.order(o)
	t.refer(a, r.Ref)
	a["have"], a["need"] = t.figures(unitOf(r, o), r)
	if r.Reason == sim.ReasonRunTooBig || fieldName(r.Field, o) == "flop" {
		a["have"], a["need"] = t.flops(r.Amounts)
	}
	a["field"] = t.lex.Text("field."+fieldName(r.Field, o), nil)
	if at, _ := o.Ref(r.Field); at.ID != 0 {
		a["place"] = t.title(at)
	}
	a["id"] = strconv.Itoa(int(r.Ref.ID))
	a["count"] = strconv.Itoa(t.sc.Count(r.Ref.Of))
	spec := o.Kind.Spec()
	var fields, known []string
	for _, f := range spec.FieldsOf(o.Mode) {
		fields = append(fields, f.Name)
	}
	if r.Field == sim.FieldMode {
		for _, m := range spec.Modes {
			known = append(known, m.Name)
		}
	} else {
		for _, s := range sim.OrderSpecs() {
			known = append(known, s.Name)
		}
	}
	a["fields"], a["known"] = t.list(fields), t.list(known)
	return a
}

// figures writes two numbers to be compared. The one that is the limit is rounded to
// the side that passes; both are exact if the short forms do not differ and the
// numbers do.
func (t teller) figures(kind units.Kind, r sim.Refusal) (have, need string) {
	have, need = Number(t.lex, kind, r.Have), Number(t.lex, kind, r.Need)
	if have == need && r.Have != r.Need {
		return exact(t.lex, kind, r.Have), exact(t.lex, kind, r.Need)
	}
	switch r.Reason {
	case sim.ReasonTooSmall, sim.ReasonTooLarge, sim.ReasonUnderFloor, sim.ReasonTolerance:
		need = towards(t.lex, kind, r.Need, r.Have < r.Need)
	default:
		have = towards(t.lex, kind, r.Have, false)
	}
	return have, need
}

// unitOf is what the figures of a refusal count: the unit of the reason, or that
// of the field for bounds.
func unitOf(r sim.Refusal, o sim.Order) units.Kind {
	unit := r.Reason.Spec().Unit
	spec := o.Kind.Spec()
	for _, f := range spec.FieldsOf(o.Mode) {
		if f.Field == r.Field && f.Unit != 0 && unit == units.KindNumber {
			return f.Unit
		}
	}
	return unit
}

// fieldName is the name of a field in the spec of an order; without a field it
// is the company that orders.
func fieldName(id sim.FieldID, o sim.Order) string {
	spec := o.Kind.Spec()
	for _, f := range spec.FieldsOf(o.Mode) {
		if f.Field == id {
			return f.Name
		}
	}
	return "company"
}

package session

import (
	"fmt"
	"strings"

	"entangle/sim"
	"entangle/sim/near"
)

// order reads a line after the first.
func (o *orderReader) order(members []member) {
	spec, fields, ok := o.kind(members)
	if !ok {
		return
	}
	before := len(o.mistakes)
	wanted, optional := []string{"date", "order"}, []string(nil)
	for _, f := range fields {
		if f.Optional {
			optional = append(optional, f.Name)
		} else {
			wanted = append(wanted, f.Name)
		}
	}
	if spec.Line {
		optional = append(optional, escalateKey)
	}
	found := o.keys(members, wanted, optional)
	out := OrderLine{Line: o.line, Order: sim.Order{Kind: spec.Kind, By: o.out.Company}}
	if m := found["date"]; m != nil {
		out.Date, _ = o.date(m)
	}
	if m := found[escalateKey]; m != nil && spec.Line {
		out.Order.Escalate = o.truth(m)
	}
	for i := range fields {
		if m := found[fields[i].Name]; m != nil {
			o.field(&out.Order, spec, &fields[i], m)
		}
	}
	if len(o.mistakes) == before || out.Date != 0 {
		o.out.Lines = append(o.out.Lines, out)
	}
}

// kind finds the kind of order and, where it has several modes, the fields of
// the mode that is meant.
func (o *orderReader) kind(members []member) (*sim.OrderSpec, []sim.FieldSpec, bool) {
	name := find(members, "order")
	if name == nil {
		o.say(`the key "order" is missing`, "known orders: "+strings.Join(orderNames(), ", "))
		return nil, nil, false
	}
	if !name.isText() {
		o.say(`"order" must be the name of an order`+name.instead(), "known orders: "+strings.Join(orderNames(), ", "))
		return nil, nil, false
	}
	specs := sim.OrderSpecs()
	for i := range specs {
		if specs[i].Name != name.text {
			continue
		}
		mode, ok := o.mode(&specs[i], members)
		return &specs[i], specs[i].FieldsOf(mode), ok
	}
	o.say(fmt.Sprintf("unknown order %q", name.text), near.Suggest(name.text, orderNames()))
	return nil, nil, false
}

// mode finds the mode of an order of a kind that has several; 0 for the others.
func (o *orderReader) mode(spec *sim.OrderSpec, members []member) (uint8, bool) {
	if len(spec.Modes) == 0 {
		return 0, true
	}
	key := spec.Fields[0].Name
	m := find(members, key)
	if m == nil {
		o.say(fmt.Sprintf("the key %q is missing", key), "one of "+strings.Join(modeNames(spec), ", "))
		return 0, false
	}
	for _, mode := range spec.Modes {
		if mode.Name == m.text && m.isText() {
			return mode.Mode, true
		}
	}
	if !m.isText() {
		o.say(fmt.Sprintf("%q must be a text", key)+m.instead(), "one of "+strings.Join(modeNames(spec), ", "))
		return 0, false
	}
	o.say(fmt.Sprintf("%q: unknown %s %q", key, key, m.text), near.Suggest(m.text, modeNames(spec)))
	return 0, false
}

// field reads one field of an order.
func (o *orderReader) field(out *sim.Order, spec *sim.OrderSpec, f *sim.FieldSpec, m *member) {
	if of := f.Field.Entity(); of != sim.OfNone {
		out.SetRef(f.Field, o.entity(m, of))
		return
	}
	switch f.Field {
	case sim.FieldMode:
		for _, mode := range spec.Modes {
			if mode.Name == m.text {
				out.Mode = mode.Mode
			}
		}
	case sim.FieldWeights:
		out.Weights = o.weights(m)
	case sim.FieldWhen:
		out.When = o.day(m)
	case sim.FieldSet:
		out.Set = o.companies(m)
	default:
		out.SetNumber(f.Field, o.quantity(f, m))
	}
}

// companies reads a list of companies.
func (o *orderReader) companies(m *member) (set sim.CompanySet) {
	if !m.isList {
		o.say(fmt.Sprintf("%q must be a list of companies", m.key)+m.instead(), `like ["`+o.sc.Name(sim.Ref{Of: sim.OfCompany, ID: 1})+`"]`)
		return set
	}
	for _, name := range m.list {
		if id := o.entity(&member{key: m.key, text: name}, sim.OfCompany); id > 0 {
			set = set.With(sim.CompanyID(id))
		}
	}
	return set
}

func find(members []member, key string) *member {
	for i := range members {
		if members[i].key == key {
			return &members[i]
		}
	}
	return nil
}

func orderNames() (names []string) {
	for _, s := range sim.OrderSpecs() {
		names = append(names, s.Name)
	}
	return names
}

func modeNames(spec *sim.OrderSpec) (names []string) {
	for _, m := range spec.Modes {
		names = append(names, m.Name)
	}
	return names
}

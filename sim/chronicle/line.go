package chronicle

import (
	"entangle/assets"
	"entangle/sim"
	"entangle/sim/units"
)

// Order tells in one line who orders what. The pattern is order.<name>.line, or
// <field>.<mode>.line for an order with modes (policy.renew.line); variants such
// as .no_site tell orders that leave a field out or have 0 in it.
func Order(lex *assets.Lexicon, sc *sim.Scenario, o sim.Order) string {
	t := teller{lex, sc}
	spec := o.Kind.Spec()
	if spec.Kind == sim.OrderNone {
		return lex.Text("order.none", t.order(o))
	}
	key := "order." + spec.Name
	for _, mode := range spec.Modes {
		if mode.Mode == o.Mode {
			key = spec.Fields[0].Name + "." + mode.Name
		}
	}
	return t.begun(lex.Text(t.pick(key+".line", empty(o)), t.order(o)), company(o.By))
}

// empty lists the fields of an order that hold nothing.
func empty(o sim.Order) (names []string) {
	spec := o.Kind.Spec()
	for _, f := range spec.FieldsOf(o.Mode) {
		if ref, is := o.Ref(f.Field); is && ref.ID == 0 ||
			f.Unit != 0 && o.Number(f.Field) == 0 ||
			f.Field == sim.FieldWhen && o.When == 0 ||
			f.Field == sim.FieldSet && o.Set == (sim.CompanySet{}) {
			names = append(names, f.Name)
		}
	}
	return names
}

// order collects what a text about an order may mention: who, and each field by
// the name it has in the spec.
func (t teller) order(o sim.Order) args {
	spec := o.Kind.Spec()
	a := args{}
	t.name(a, "by", o.By)
	if spec.Kind != sim.OrderNone {
		a["order"] = t.inline("order." + spec.Name)
	}
	for _, f := range spec.FieldsOf(o.Mode) {
		if ref, is := o.Ref(f.Field); is && ref.ID != 0 {
			a[f.Name] = t.inside(ref)
		} else if f.Name == "flop" {
			a[f.Name] = t.flop(o.Number(f.Field))
		} else if f.Unit != 0 {
			a[f.Name] = Number(t.lex, f.Unit, o.Number(f.Field))
		} else if f.Field == sim.FieldSet {
			a[f.Name] = t.members(o.Set)
		} else if f.Field == sim.FieldWhen {
			a[f.Name] = o.When.String()
		} else if f.Field == sim.FieldWeights {
			a[f.Name] = t.weights(o.Weights)
		}
	}
	return a
}

func (t teller) weights(w [3]units.PPM) string {
	var shares []string
	for _, x := range w {
		shares = append(shares, Number(t.lex, units.KindShare, int64(x)))
	}
	return t.list(shares)
}

func (t teller) members(set sim.CompanySet) string {
	var names []string
	for c := sim.CompanyID(1); int(c) <= t.sc.Companies(); c++ {
		if set.Has(c) {
			names = append(names, t.inside(company(c)))
		}
	}
	return t.list(names)
}

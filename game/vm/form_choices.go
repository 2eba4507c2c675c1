package vm

import "entangle/sim"

// options lists what may be chosen in a field.
func (f *Form) options(x sim.FieldSpec) (list []Option) {
	switch x.Field {
	case sim.FieldMode:
		s := f.spec()
		for _, m := range s.Modes {
			list = append(list, Option{ID: int32(m.Mode), Name: f.p.Plain(x.Name + "." + m.Name), Chosen: m.Mode == f.order.Mode})
		}
		return list
	case sim.FieldSet:
		for _, id := range f.candidates(sim.FieldPeer) {
			list = append(list, Option{ID: id, Name: f.p.Title(sim.OfCompany, id), Chosen: f.order.Set.Has(sim.CompanyID(id))})
		}
		return list
	}
	now := refOf(f.order, x.Field)
	if x.Optional {
		none := "any"
		if x.Field == sim.FieldDest {
			none = "brokers"
		}
		list = append(list, Option{Name: f.p.T(none), Chosen: now == 0})
	}
	for _, id := range f.candidates(x.Field) {
		o := Option{ID: id, Name: f.p.Title(x.Field.Entity(), id), Chosen: now == id}
		if x.Field == sim.FieldChoice {
			o.Tip = f.p.aboutChoice(sim.ChoiceID(id))
		}
		list = append(list, o)
	}
	return list
}

// candidates lists what a field may name: the others as peers, the peer's sites
// for an order that has a peer, else one's own sites and programmes.
func (f *Form) candidates(id sim.FieldID) (list []int32) {
	of, me := id.Entity(), f.p.Me
	for i := int32(1); int(i) <= f.p.SC.Count(of); i++ {
		switch of {
		case sim.OfCompany:
			if sim.CompanyID(i) == me {
				continue
			}
		case sim.OfSite:
			owner := f.p.SC.Owner(sim.SiteID(i))
			if f.has(sim.FieldPeer) && f.order.Peer != 0 && owner != f.order.Peer || !f.has(sim.FieldPeer) && owner != me {
				continue
			}
		case sim.OfProgram:
			if !f.decides(sim.ProgramID(i)) {
				continue
			}
		case sim.OfChoice:
			if _, open := f.p.View().Question(f.p.SC.EventOf(sim.ChoiceID(i))); !open {
				continue
			}
		case sim.OfPerson:
			if !f.about(sim.PersonID(i)) && f.order.Person != sim.PersonID(i) {
				continue
			}
		case sim.OfModel:
			if !f.runsOn(sim.ModelID(i)) {
				continue
			}
		}
		list = append(list, i)
	}
	return list
}

func (f *Form) has(id sim.FieldID) bool {
	for _, x := range f.fields() {
		if x.Field == id {
			return true
		}
	}
	return false
}

// refOf is the id that a field of an order names, 0 if it names nothing.
func refOf(o sim.Order, id sim.FieldID) int32 {
	ref, _ := o.Ref(id)
	return ref.ID
}

// setRef lets a field of an order name something. Another peer has other sites.
func setRef(o *sim.Order, id sim.FieldID, to int32) {
	o.SetRef(id, to)
	if id == sim.FieldPeer {
		o.Site = 0
	}
}

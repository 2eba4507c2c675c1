package vm

import (
	"entangle/sim"
)

// refFields says which kind of thing a field names. A field that is not here is
// a number, a mode, a set, weights or a date.
var refFields = map[sim.FieldID]sim.Entity{
	sim.FieldPeer: sim.OfCompany, sim.FieldSite: sim.OfSite, sim.FieldDest: sim.OfSite,
	sim.FieldFamily: sim.OfFamily, sim.FieldRegion: sim.OfRegion, sim.FieldProgram: sim.OfProgram,
	sim.FieldModel: sim.OfModel, sim.FieldPerson: sim.OfPerson, sim.FieldSegment: sim.OfSegment,
	sim.FieldChoice: sim.OfChoice,
}

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
		o := Option{ID: id, Name: f.p.Title(refFields[x.Field], id), Chosen: now == id}
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
	of, me := refFields[id], f.p.Me
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

// refOf is the id that a field of an order names.
func refOf(o sim.Order, id sim.FieldID) int32 {
	switch id {
	case sim.FieldPeer:
		return int32(o.Peer)
	case sim.FieldSite:
		return int32(o.Site)
	case sim.FieldDest:
		return int32(o.Dest)
	case sim.FieldFamily:
		return int32(o.Family)
	case sim.FieldRegion:
		return int32(o.Region)
	case sim.FieldProgram:
		return int32(o.Program)
	case sim.FieldModel:
		return int32(o.Model)
	case sim.FieldPerson:
		return int32(o.Person)
	case sim.FieldSegment:
		return int32(o.Segment)
	case sim.FieldChoice:
		return int32(o.Choice)
	}
	return 0
}

// setRef lets a field of an order name something.
func setRef(o *sim.Order, id sim.FieldID, to int32) {
	switch id {
	case sim.FieldPeer:
		o.Peer, o.Site = sim.CompanyID(to), 0
	case sim.FieldSite:
		o.Site = sim.SiteID(to)
	case sim.FieldDest:
		o.Dest = sim.SiteID(to)
	case sim.FieldFamily:
		o.Family = sim.FamilyID(to)
	case sim.FieldRegion:
		o.Region = sim.RegionID(to)
	case sim.FieldProgram:
		o.Program = sim.ProgramID(to)
	case sim.FieldModel:
		o.Model = sim.ModelID(to)
	case sim.FieldPerson:
		o.Person = sim.PersonID(to)
	case sim.FieldSegment:
		o.Segment = sim.SegmentID(to)
	case sim.FieldChoice:
		o.Choice = sim.ChoiceID(to)
	}
}

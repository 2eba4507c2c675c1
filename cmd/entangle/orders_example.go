package main

import (
	"entangle/sim"
	"entangle/sim/units"
)

// exampleScenario is what examples of orders name: the shipped scenario that has
// something for every kind but answers to events from outside.
const exampleScenario = "octet"

// exampleFor is the scenario of the example of a kind.
func exampleFor(kind string) string {
	if kind == sim.OrderAnswer.Spec().Name {
		return "2025"
	}
	return exampleScenario
}

// example is a line with an order of a kind, made for a scenario.
func example(sc *sim.Scenario, spec *sim.OrderSpec, mode uint8) (string, error) {
	o := exampleOf(sc)
	o.Kind, o.Mode = spec.Kind, mode
	out := sim.Order{Kind: o.Kind, By: o.By, Mode: mode}
	for _, f := range spec.FieldsOf(mode) {
		switch f.Field {
		case sim.FieldMode, sim.FieldSet: // the mode stands there already, a set is optional
		case sim.FieldPeer:
			out.Peer = o.Peer
		case sim.FieldSite:
			if !f.Optional {
				out.Site = o.Site
			}
		case sim.FieldDest:
			out.Dest = o.Dest
		case sim.FieldFamily:
			out.Family = o.Family
			if spec.Kind == sim.OrderPortStack {
				out.Family = otherMakes(sc, o.By)
			}
		case sim.FieldRegion:
			out.Region = 1
		case sim.FieldProgram:
			out.Program = 1
		case sim.FieldModel:
			out.Model = sim.ModelID(8*int32(o.By-1) + 1)
		case sim.FieldPerson:
			out.Person = 1
		case sim.FieldSegment:
			out.Segment = 1
		case sim.FieldChoice:
			out.Choice = 1
		case sim.FieldWeights:
			out.Weights = [3]units.PPM{units.One / 2, units.One * 3 / 10, units.One / 5}
		case sim.FieldWhen:
			if !f.Optional {
				out.When = sc.Start().AddWeeks(26)
			}
		default:
			if f.Optional {
				continue
			}
			text := f.Unit.Example()
			switch f.Unit {
			case units.KindChips:
				text = "1000" // the general example would fill the largest hall
			case units.KindNumber:
				text = "100" // people
			}
			v, err := units.Parse(f.Unit, text, "")
			if err != nil {
				return "", err
			}
			out.SetNumber(f.Field, min(max(int64(v), f.Min), f.Max))
		}
	}
	return orderLine(sc, sc.Start().AddWeeks(1), out)
}

// otherMakes is a family of a third company, neither of the designer of the first
// family nor of the buyer: software runs well on the first already.
func otherMakes(sc *sim.Scenario, by sim.CompanyID) sim.FamilyID {
	for f := sim.FamilyID(2); int(f) <= sc.Families(); f++ {
		if d := sc.Designer(f); d != sc.Designer(1) && d != by {
			return f
		}
	}
	return 1
}

// exampleOf fills the names of an example: the company with the most sites, two
// of them, another company, a chip family.
func exampleOf(sc *sim.Scenario) (o sim.Order) {
	most := 0
	for c := 1; c <= sc.Companies(); c++ {
		var own []sim.SiteID
		for s := 1; s <= sc.Sites(); s++ {
			if sc.Owner(sim.SiteID(s)) == sim.CompanyID(c) {
				own = append(own, sim.SiteID(s))
			}
		}
		if len(own) > most {
			most, o.By, o.Site, o.Dest = len(own), sim.CompanyID(c), own[0], own[len(own)-1]
		}
	}
	o.Peer, o.Family = 1, 1
	if o.By == 1 {
		o.Peer = 2
	}
	return o
}

package vm

import (
	"cmp"
	"slices"

	"entangle/sim"
	"entangle/sim/units"
)

// mostTries bounds the search for an order to suggest.
const mostTries = 2000

// suggest fills an order with choices and numbers that would pass now, if any
// do; the kind and the mode stay. The first thought of numbers is the usual one,
// and what is in force for standing policies.
func (f *Form) suggest(o sim.Order) sim.Order {
	f.order = o
	for _, x := range f.fields() {
		switch {
		case x.Unit != 0 && f.kept.Number(x.Field) != 0: // as the draft has it
		case x.Unit != 0:
			o.SetNumber(x.Field, min(max(f.usual(x, o.Mode), x.Min), x.Max))
		case x.Field == sim.FieldWeights:
			o.Weights = [3]units.PPM{400_000, 300_000, 300_000}
		case x.Field == sim.FieldWhen && !x.Optional:
			o.When = f.p.Date().AddWeeks(26)
		}
	}
	first, found := o, false
	tries := 0
	for _, counter := range []bool{false, true} {
		ok := f.search(o, f.fields(), &tries, func(try sim.Order) bool {
			if !found {
				first, found = try, true
			}
			if counter {
				near, passes := sim.Counter(f.p.world(), try)
				passes = passes && f.keeps(near)
				o = near
				return passes
			}
			o = try
			return sim.Check(f.p.world(), try).Allowed()
		})
		if ok {
			return o
		}
		tries = 0
	}
	return f.somewhere(first)
}

// somewhere names a place for an order that may name one of several kinds and must name
// one: an own site with power, else a region, the first that would do; if none would,
// the first there is, so that the refusal is about a place.
func (f *Form) somewhere(o sim.Order) sim.Order {
	first := o
	for _, field := range []sim.FieldID{sim.FieldSite, sim.FieldRegion} {
		if !f.mayLeaveOut(field) || refOf(o, field) != 0 || !f.mayLeaveOut(sim.FieldSite) || !f.mayLeaveOut(sim.FieldRegion) {
			continue
		}
		f.order = o
		list := f.candidates(field)
		f.rank(field, list)
		for _, id := range list {
			if field == sim.FieldSite && f.p.View().Energised(sim.SiteID(id)) == 0 {
				continue
			}
			try := o
			setRef(&try, field, id)
			if sim.Check(f.p.world(), try).Allowed() {
				return try
			}
			if first == o {
				first = try
			}
		}
	}
	return first
}

// mayLeaveOut tells whether the form has a field that need not be filled in.
func (f *Form) mayLeaveOut(id sim.FieldID) bool {
	for _, x := range f.fields() {
		if x.Field == id {
			return x.Optional
		}
	}
	return false
}

// search goes through the choices of the fields, the first one slowest, until
// one is taken.
func (f *Form) search(o sim.Order, fields []sim.FieldSpec, tries *int, take func(sim.Order) bool) bool {
	if *tries++; *tries > mostTries {
		return false
	}
	if len(fields) == 0 {
		return take(o)
	}
	x := fields[0]
	if x.Field.Entity() == sim.OfNone || x.Optional && x.Field != sim.FieldDest || refOf(f.kept, x.Field) != 0 {
		return f.search(o, fields[1:], tries, take)
	}
	f.order = o
	list := slices.DeleteFunc(f.candidates(x.Field), func(id int32) bool { return f.senseless(o, x.Field, id) })
	f.rank(x.Field, list)
	for _, id := range list {
		try := o
		setRef(&try, x.Field, id)
		if f.search(try, fields[1:], tries, take) {
			return true
		}
	}
	return len(list) == 0 && f.search(o, fields[1:], tries, take)
}

// rank puts what comes to mind first in front: of own sites those with most power
// live, of plots those in the region in which the company has most compute, its own
// or rented; and so for regions. What is alike stays in its order.
func (f *Form) rank(field sim.FieldID, list []int32) {
	v := f.p.View()
	switch {
	case field == sim.FieldRegion:
		slices.SortStableFunc(list, func(a, b int32) int {
			return cmp.Compare(v.ComputeIn(sim.RegionID(b)), v.ComputeIn(sim.RegionID(a)))
		})
	case field == sim.FieldSite && !f.has(sim.FieldPeer):
		slices.SortStableFunc(list, func(a, b int32) int {
			s, t := sim.SiteID(a), sim.SiteID(b)
			return cmp.Or(cmp.Compare(v.Energised(t), v.Energised(s)), cmp.Compare(v.ComputeIn(v.RegionOf(t)), v.ComputeIn(v.RegionOf(s))))
		})
	}
}

// keeps tells whether an order still names what the draft in hand asks for.
func (f *Form) keeps(o sim.Order) bool {
	if f.kept.Mode != 0 && o.Mode != f.kept.Mode || f.asked != 0 && o.Mode != f.asked {
		return false
	}
	for id := range sim.FieldCount {
		if asked := refOf(f.kept, id); asked != 0 && refOf(o, id) != asked {
			return false
		}
	}
	return true
}

// senseless tells whether a choice can be no first thought: the site where the
// chips already are, a family that software runs well on, or that cannot be had.
func (f *Form) senseless(o sim.Order, field sim.FieldID, id int32) bool {
	switch {
	case field == sim.FieldDest:
		return sim.SiteID(id) == o.Site || !f.p.View().Holds(sim.SiteID(id))
	case field == sim.FieldFamily && o.Kind == sim.OrderPortStack:
		view, family := f.p.View(), sim.FamilyID(id)
		return view.Penalty(family) == 0 || !view.Family(family).ForSale && view.TestChips(family) == 0
	}
	return false
}

// cent is one in the unit of prices.
const cent = 10_000

// usual is the number that most would start from, in base units.
func (f *Form) usual(x sim.FieldSpec, mode uint8) int64 {
	own := f.p.View().Own()
	if f.spec().Kind == sim.OrderSetPolicy {
		if v, ok := inForce(own, mode); ok {
			return v
		}
	}
	if v, ok := f.usualOf(x.Name, mode); ok {
		return v
	}
	switch {
	case x.Optional:
		return x.Min
	case x.Name == "engineers":
		return 100
	}
	switch x.Unit {
	case units.KindChips:
		return 1000
	case units.KindWeeks:
		return 26
	case units.KindShare:
		return 200_000
	case units.KindUSDPerGPUHour:
		return 2_500_000
	case units.KindUSDPerMWh:
		return 60_000_000
	case units.KindUSD:
		return 50_000_000
	case units.KindKW:
		return 20_000
	}
	return x.Min
}

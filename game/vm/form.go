package vm

import (
	"slices"

	"entangle/sim"
)

// Form is the form of one order. It knows no kind of order: fields, choices,
// bounds and texts come from the engine's specs and from the words.
type Form struct {
	p       *Play
	specs   []sim.OrderSpec
	at      int // index in specs
	order   sim.Order
	kept    sim.Order              // what a draft asks for, while it is filled in
	texts   map[sim.FieldID]string // what is typed into number fields
	faults  map[sim.FieldID]string // what is wrong with it
	asked   uint8                  // the mode that somebody has chosen of this kind, 0 none
	touched bool                   // somebody has chosen something since it was filled in
}

// NewForm makes a form that stands at the first kind of order the company could
// give now without being warned.
func (p *Play) NewForm() *Form {
	f := &Form{p: p, specs: sim.OrderSpecs()}
	for i := range f.specs {
		f.SetKind(i)
		if v := f.Verdict(); v.Passes && !v.Warns {
			return f
		}
	}
	f.SetKind(0)
	return f
}

// Kind is a kind of order as the list of kinds shows it.
type Kind struct {
	Name, Help string
	Group      sim.Group
	Hidden     bool // not for this company
}

// Kinds lists the kinds of order, group by group.
func (f *Form) Kinds() []Kind {
	list := make([]Kind, len(f.specs))
	for i, s := range f.specs {
		list[i] = Kind{f.p.Plain("order." + s.Name), f.p.Plain("order." + s.Name + ".help"), s.Group, !f.concerns(s.Kind)}
	}
	return list
}

// At is the index of the kind that the form is for.
func (f *Form) At() int { return f.at }

// Name is the name of the kind.
func (f *Form) Name() string { return f.p.Plain("order." + f.spec().Name) }

// Help says what the kind does, or the mode where it has several.
func (f *Form) Help() string {
	s := f.spec()
	if s.Kind == sim.OrderAnswer {
		return f.aboutEvent()
	}
	for _, m := range s.Modes {
		if m.Mode == f.order.Mode {
			return f.p.Plain(s.Fields[0].Name + "." + m.Name + ".help")
		}
	}
	return f.p.Plain("order." + s.Name + ".help")
}

// About says what the kind does and what the mode means, where that is not the same.
func (f *Form) About() []TipLine {
	s := f.spec()
	kind, mode := f.p.Plain("order."+s.Name+".help"), f.Help()
	if len(s.Modes) == 0 || kind == mode {
		return []TipLine{{Text: mode}}
	}
	return []TipLine{{Text: kind}, {Text: f.mode(), Head: true}, {Text: mode}}
}

// mode is the name of the mode that the form stands at.
func (f *Form) mode() string {
	for _, o := range f.options(f.spec().Fields[0]) {
		if o.Chosen {
			return o.Name
		}
	}
	return ""
}

// SetKind turns the form to another kind of order and fills it with something
// that would pass, if there is such a thing.
func (f *Form) SetKind(i int) {
	f.at, f.asked = i, 0
	f.reset(0)
}

// SetMode turns to another mode of the kind.
func (f *Form) SetMode(mode uint8) {
	f.asked = mode
	f.reset(mode)
}

// reset fills the form anew.
func (f *Form) reset(mode uint8) {
	s := f.spec()
	if len(s.Modes) > 0 && mode == 0 {
		mode = s.Modes[0].Mode
	}
	if f.order = f.suggest(f.draft(s.Kind, mode)); f.kept.Price == 0 {
		f.order = f.paid(f.order)
	}
	if f.order.Kind == sim.OrderRation && f.order.Qty == 0 && f.order.Family != 0 {
		f.order.Qty = f.listPrice(f.order.Family)
	}
	f.touched = false
	f.show()
}

// draft is the order that a form begins with: the kind, the mode and what a draft
// asks for.
func (f *Form) draft(k sim.OrderKind, mode uint8) sim.Order {
	o := sim.Order{}
	if f.kept.Kind == k {
		o = f.kept
	}
	o.Kind, o.By, o.Mode = k, f.p.Me, mode
	return o
}

// show writes the numbers of the order into their fields.
func (f *Form) show() {
	f.texts, f.faults = map[sim.FieldID]string{}, map[sim.FieldID]string{}
	for _, x := range f.fields() {
		switch {
		case x.Unit != 0:
			f.texts[x.Field] = inputText(x, f.order.Number(x.Field))
		case x.Field == sim.FieldWhen && f.order.When != 0:
			f.texts[x.Field] = f.order.When.String()
		}
	}
	f.p.version++
}

// Refresh looks at the order again after a week: what was suggested may have become
// impossible, then something else is; what a person chose or typed stays.
func (f *Form) Refresh() {
	if !f.touched && !f.Verdict().Passes {
		f.reset(f.order.Mode)
	}
	f.p.version++
}

// Order is the order as it stands in the form. Today's list price asks for no
// change: as an order it would use up the one of the quarter.
func (f *Form) Order() sim.Order {
	o := f.order
	if o.Kind == sim.OrderRation && o.Family != 0 && o.Qty == f.listPrice(o.Family) {
		o.Qty = 0
	}
	return o
}

func (f *Form) listPrice(id sim.FamilyID) int64 { return int64(f.p.View().Family(id).List) }

func (f *Form) spec() sim.OrderSpec { return f.specs[f.at] }

func (f *Form) fields() []sim.FieldSpec {
	s := f.spec()
	return s.FieldsOf(f.order.Mode)
}

// CanEscalate tells whether the order may pass the organisation by.
func (f *Form) CanEscalate() bool { return f.spec().Line }

// Escalate lets the order pass the organisation by, or not.
func (f *Form) Escalate(on bool) {
	f.order.Escalate, f.touched = on && f.spec().Line, true
	f.p.version++
}

// Add puts the order on the list for the coming week, if it would pass.
func (f *Form) Add() bool {
	if !f.Verdict().Passes {
		return false
	}
	f.p.Enqueue(f.Order())
	return true
}

// Sound tells whether all that is typed can be read.
func (f *Form) Sound() bool { return len(f.faults) == 0 }

// Groups lists the groups of orders in their order.
func (f *Form) Groups() (list []sim.Group) {
	for _, s := range f.specs {
		list = append(list, s.Group)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

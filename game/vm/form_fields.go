package vm

import (
	"strings"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// FieldKind says how a field of a form is filled in.
type FieldKind int

// The kinds of field.
const (
	Choice   FieldKind = iota // one of Options
	Several                   // any of Options
	Quantity                  // typed, with steps
	Shares                    // three shares of a whole
	Day                       // a date, typed
)

// Field is a field of the form as it is shown.
type Field struct {
	ID      sim.FieldID
	Kind    FieldKind
	Label   string
	Help    string
	Value   string // what is chosen
	Text    string // what is typed
	Unit    string // stands behind what is typed
	Bounds  string
	Fault   string // why the text cannot be read
	Hint    string // stands where nothing is typed
	Options []Option
}

// Option is one choice of a field.
type Option struct {
	ID     int32 // 0 is "any", of a field that may be left out
	Name   string
	Chosen bool
	Tip    string // what it means; "" where the name says it
}

// Fields lists the fields of the form.
func (f *Form) Fields() (list []Field) {
	s := f.spec()
	for _, x := range f.fields() {
		field := Field{ID: x.Field, Label: f.label(x.Name), Help: f.p.Plain("order." + s.Name + "." + x.Name), Fault: f.faults[x.Field]}
		switch {
		case x.Field == sim.FieldSet:
			field.Kind, field.Options = Several, f.options(x)
			field.Value = f.members(field.Options)
		case x.Field == sim.FieldWeights:
			field.Kind, field.Unit = Shares, "%"
		case x.Field == sim.FieldWhen:
			field.Kind, field.Text, field.Hint = Day, f.texts[x.Field], f.p.T("form.day")
			if x.Optional {
				field.Hint = f.p.T("form.any_day")
			}
		case x.Unit != 0:
			field.Kind, field.Text, field.Unit = Quantity, f.texts[x.Field], f.unit(x)
			field.Bounds = f.bounds(x)
		default:
			field.Kind, field.Options = Choice, f.options(x)
			field.Value = f.chosen(field.Options)
		}
		list = append(list, field)
	}
	return list
}

// label is the name of a field at the head of its line: the window's own short
// one, or the name that sentences use.
func (f *Form) label(name string) string {
	if key := "label." + name; f.p.Has(key) {
		return f.p.T(key)
	}
	text := f.p.Plain("field." + name)
	if f.p.Lex.Lang == "en" && text != "" {
		text = strings.ToUpper(text[:1]) + text[1:]
	}
	return text
}

// unit is what stands behind a number that is typed.
func (f *Form) unit(x sim.FieldSpec) string {
	if key := "unit." + x.Name; f.p.Has(key) {
		return f.p.T(key)
	}
	if key := "unit." + x.Unit.String(); f.p.Has(key) {
		return f.p.T(key)
	}
	return ""
}

// boundless is more than anybody will ever ask for: as a bound it says nothing.
const boundless = 1_000_000_000_000

// bounds says between what the number must lie.
func (f *Form) bounds(x sim.FieldSpec) string {
	switch {
	case x.Max >= boundless:
		return f.p.T("bounds.least", "low", chronicle.Number(f.p.Lex, x.Unit, x.Min))
	case x.Unit == units.KindUSDPerGPUHour && x.Min == 1:
		return f.p.T("bounds.most", "high", chronicle.Number(f.p.Lex, x.Unit, x.Max))
	}
	low, high := chronicle.Number(f.p.Lex, x.Unit, x.Min), chronicle.Number(f.p.Lex, x.Unit, x.Max)
	return f.p.T("bounds", "low", low, "high", high)
}

func (f *Form) chosen(options []Option) string {
	for _, o := range options {
		if o.Chosen {
			return o.Name
		}
	}
	return f.p.T("none")
}

func (f *Form) members(options []Option) string {
	var names []string
	for _, o := range options {
		if o.Chosen {
			names = append(names, o.Name)
		}
	}
	if names == nil {
		return f.p.T("nobody")
	}
	return strings.Join(names, f.p.Plain("list.separator"))
}

// Choose picks an option of a field, or takes one of several in or out.
func (f *Form) Choose(id sim.FieldID, option int32) {
	f.touched = true
	switch id {
	case sim.FieldMode:
		f.SetMode(uint8(option))
		return
	case sim.FieldSet:
		f.order.Set = toggled(f.order.Set, sim.CompanyID(option))
	default:
		old := f.order.Family
		setRef(&f.order, id, option)
		f.followList(old)
		if id == sim.FieldPerson {
			f.order = f.paid(f.order)
			f.show()
		}
	}
	f.p.version++
}

// followList keeps the list price at today's when another family is chosen.
func (f *Form) followList(old sim.FamilyID) {
	if o := &f.order; o.Kind == sim.OrderRation && o.Family != old && old != 0 && o.Qty == f.listPrice(old) {
		o.Qty = f.listPrice(o.Family)
		f.show()
	}
}

// paid offers a person what the market gives such a person, one's own what would hold
// him, if that is more.
func (f *Form) paid(o sim.Order) sim.Order {
	if o.Person == 0 || o.Kind != sim.OrderCourtStar && o.Kind != sim.OrderRetain {
		return o
	}
	v := f.p.View()
	l := v.Star(o.Person)
	pay, _ := v.StarTerms(o.Person)
	_, asks := v.Stay(o.Person)
	if o.Price = price(l.Ask); l.Own {
		o.Price = price(max(pay, asks))
	}
	return o
}

// toggled takes a company into a set, or out of it.
func toggled(set sim.CompanySet, c sim.CompanyID) sim.CompanySet {
	set[(c-1)>>6] ^= 1 << (uint(c-1) & 63)
	return set
}

// Weights are the shares of a field of shares, in percent.
func (f *Form) Weights() (w [3]int) {
	for i, x := range f.order.Weights {
		w[i] = int(x / 10_000)
	}
	return w
}

// Shift moves a share by some percent, at the cost of the others in turn, so
// that they still add up to the whole.
func (f *Form) Shift(i, percent int) {
	f.touched = true
	w := &f.order.Weights
	to := min(max(w[i]+units.PPM(percent)*10_000, 0), units.One)
	rest := w[i] - to // what the others get
	w[i] = to
	for j := 1; j < len(w); j++ {
		k := (i + j) % len(w)
		next := min(max(w[k]+rest, 0), units.One)
		rest -= next - w[k]
		w[k] = next
	}
	f.p.version++
}

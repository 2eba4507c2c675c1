package vm

import (
	"cmp"

	"entangle/sim"
	"entangle/sim/chronicle"
)

// Verdict is what the world would say to the order in the form, together with
// those already on the list for the week.
type Verdict struct {
	Passes  bool
	Text    string // what would be done, or why not
	Near    string // what would pass instead; "" if nothing near does
	Note    string // what it costs and brings, or what the one that would pass does
	Warns   bool   // the note is a warning
	counter sim.Order
}

// Verdict asks the world.
func (f *Form) Verdict() Verdict {
	if !f.Sound() {
		return Verdict{Text: f.p.T("form.fault")}
	}
	w, o := f.p.world(), f.Order()
	r := sim.Check(w, o)
	if !r.Allowed() {
		v := Verdict{Text: cmp.Or(f.nothing(), chronicle.Refusal(f.p.Lex, f.p.SC, r, o))}
		if near, ok := sim.Counter(w, o); ok && near != o {
			v.Near, v.counter = chronicle.Order(f.p.Lex, f.p.SC, near), near
			v.Note, v.Warns = f.p.note(near)
		}
		return v
	}
	if e, refused := f.p.afterQueue(o); refused {
		return Verdict{Text: f.p.T("form.after_queue", "sentence", chronicle.Sentence(f.p.Lex, f.p.SC, e))}
	}
	v := Verdict{Passes: true, Text: chronicle.Order(f.p.Lex, f.p.SC, o)}
	v.Note, v.Warns = f.p.note(o)
	return v
}

// nothing says that there is nothing at all that the order could be about, where that is
// why it names nothing; "" if there is.
func (f *Form) nothing() string {
	key := "nothing." + f.spec().Name
	if !f.p.Has(key) {
		return ""
	}
	for _, x := range f.fields() {
		if x.Field.Entity() != sim.OfNone && !x.Optional && refOf(f.order, x.Field) == 0 {
			return f.p.T(key, "company", f.p.Company(f.p.Me))
		}
	}
	return ""
}

// TakeNear puts what would pass into the form.
func (f *Form) TakeNear() {
	if v := f.Verdict(); v.Near != "" {
		f.order, f.touched = v.counter, true
		f.show()
	}
}

// afterQueue tells whether the world would refuse an order because of those on
// the list before it. It plays the week on a copy with the player's orders only:
// what others will order is not known.
func (p *Play) afterQueue(o sim.Order) (e sim.Event, refused bool) {
	if len(p.Queue) == 0 || p.Over() {
		return e, false
	}
	before := len(p.refusalsOf(p.Queue))
	list := p.refusalsOf(append(p.Queue[:len(p.Queue):len(p.Queue)], o))
	if len(list) <= before {
		return e, false
	}
	return list[len(list)-1], true
}

func (p *Play) refusalsOf(orders []sim.Order) (list []sim.Event) {
	p.trial.CopyFrom(p.world())
	p.trial.Step(sim.Input{Orders: orders})
	for _, e := range p.trial.Events() {
		if e.Kind == sim.EventOrderRefused && e.By == p.Me {
			list = append(list, e)
		}
	}
	return list
}

// Queued is an order on the list for the coming week.
type Queued struct {
	Text string
	Cost int64 // points of attention
}

// Queued lists the orders for the coming week.
func (p *Play) Queued() []Queued {
	list := make([]Queued, len(p.Queue))
	for i, o := range p.Queue {
		list[i] = Queued{chronicle.Order(p.Lex, p.SC, o), p.world().Cost(o)}
	}
	return list
}

// Cost is what the order in the form takes of the week's attention, in points.
func (f *Form) Cost() int64 { return f.p.world().Cost(f.order) }

// Wait is how many weeks the order would wait in the organisation.
func (f *Form) Wait() int { return int(f.p.world().Wait(f.order)) }

// Attention is what is left for this week's orders: the company's points, less
// those of the orders on the list.
func (p *Play) Attention() (left, of int64) {
	of = p.View().Own().Attention
	left = of
	for _, o := range p.Queue {
		left -= p.world().Cost(o)
	}
	return left, of
}

// Waiting is how many orders are on their way through the organisation.
func (p *Play) Waiting() int { return int(p.View().Own().Waiting) }

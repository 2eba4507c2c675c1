package vm

import (
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// brings tells what a choice in an event from outside would bring the player.
func (p *Play) brings(k sim.ChoiceID) string {
	return chronicle.Effects(p.Lex, p.SC, p.View().Brings(p.SC.EventOf(k), k))
}

// aboutChoice is what a choice means and brings, for a list of them.
func (p *Play) aboutChoice(k sim.ChoiceID) string {
	return p.Pick(p.SC.AboutChoice(k)) + " " + p.T("quote.answer", "effects", p.brings(k)) + "."
}

// aboutEvent is what the event asks that the form's order would meet: what happened, what
// it brings whatever anybody chooses, and until when one can choose.
func (f *Form) aboutEvent() string {
	if f.order.Choice == 0 {
		return f.p.Plain("order.answer.help")
	}
	id := f.p.SC.EventOf(f.order.Choice)
	q, _ := f.p.View().Question(id)
	return f.p.T("event.asks", "event", f.p.Title(sim.OfIncident, int32(id)), "effects", chronicle.Effects(f.p.Lex, f.p.SC, f.p.View().Brings(id, 0)),
		"date", (q.Closes-1).String()) + " " + f.p.Pick(f.p.SC.TextOf(id))
}

// askedLast is the event from outside that asks for the player's choice, of several the
// one that leaves most time; 0 none.
func (p *Play) askedLast() (last sim.IncidentID) {
	v, latest := p.View(), units.Date(0)
	for id := sim.IncidentID(1); int(id) <= v.Incidents(); id++ {
		if q, open := v.Question(id); open && q.Closes >= latest {
			last, latest = id, q.Closes
		}
	}
	return last
}

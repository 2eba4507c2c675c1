package vm

import (
	"slices"

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

// events is the table of the events from outside that ask for a choice, that were met
// while one still could, and whose sign was seen.
func (p *Play) events() Section {
	s := Section{Key: "events", Title: p.T("section.events"), Columns: []Column{p.column("events.event", 0), p.column("events.state", 0)}}
	v := p.View()
	for id := sim.IncidentID(1); int(id) <= v.Incidents(); id++ {
		row := Row{Cells: []Cell{{Text: p.Title(sim.OfIncident, int32(id))}, {}}}
		q, open := v.Question(id)
		due, seen := v.Foreseen(id)
		switch {
		case open:
			row.Mine, row.Cells[1] = true, Cell{Text: p.T("events.until", "date", (q.Closes - 1).String()), Tone: -1}
			for k := q.From; k < q.To; k++ {
				row.Orders = append(row.Orders, Draft{p.Title(sim.OfChoice, int32(k)), sim.Order{Kind: sim.OrderAnswer, Choice: k}})
			}
			row.Tip = func() []TipLine { return p.aboutChoices(id, q) }
		case q.Chosen != 0 && q.Closes > p.Date():
			row.Cells[1] = Cell{Text: p.Title(sim.OfChoice, int32(q.Chosen))}
		case seen:
			row.Cells[1] = Cell{Text: p.T("events.due", "date", due.String())}
			row.Tip = func() []TipLine { return []TipLine{{Text: p.Pick(p.SC.SignOf(id)), Dim: true}} }
		default:
			continue
		}
		s.Rows = append(s.Rows, row)
	}
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return len(b.Orders) - len(a.Orders) }) // what asks first
	return s
}

// aboutChoices tells what happened and what each choice would bring.
func (p *Play) aboutChoices(id sim.IncidentID, q sim.Question) []TipLine {
	tip := []TipLine{{Text: p.Pick(p.SC.TextOf(id))}, {Text: chronicle.Effects(p.Lex, p.SC, p.View().Brings(id, 0)), Dim: true}}
	for k := q.From; k < q.To; k++ {
		tip = append(tip, TipLine{Text: p.Title(sim.OfChoice, int32(k)), Head: true}, TipLine{Text: p.brings(k), Dim: true})
	}
	return tip
}

package vm

import (
	"strconv"

	"entangle/sim"
)

// ventures is the table of the own programmes for a business.
func (p *Play) ventures() Section {
	s := Section{Key: "ventures", Title: p.T("section.ventures"), Columns: []Column{p.column("ventures.what", 0), p.column("ventures.stage", 0),
		p.column("ventures.spent", 2), p.column("ventures.left", 1), p.column("ventures.odds", 0), p.column("ventures.from", 0)}}
	s.Columns[1].Left = true
	for id := sim.ProgramID(1); int(id) <= p.SC.Count(sim.OfProgram); id++ {
		if x, own := p.View().Venture(id); own {
			s.Rows = append(s.Rows, p.venture(id, x))
		}
	}
	return s
}

// venture is the row of a programme.
func (p *Play) venture(id sim.ProgramID, x sim.Outlook) Row {
	row := Row{Mine: true, Cells: []Cell{{Text: p.Title(sim.OfProgram, int32(id))}, {Text: p.T("venture." + strconv.Itoa(int(x.Stage)))},
		{Text: p.dollars(float64(x.Spent))}, none(), none(), none()}}
	row.Tip = func() []TipLine {
		return []TipLine{{Text: p.T("ventures.opens", "segment", p.Title(sim.OfSegment, int32(x.Segment))), Dim: true}}
	}
	if x.Stage >= sim.VentureLive {
		return row
	}
	row.Cells[3], row.Cells[4] = Cell{Text: p.dollars(float64(x.Left))}, Cell{Text: p.percent(x.Odds), Bar: x.Odds}
	if x.Stage != sim.VentureIdle {
		row.Cells[5] = Cell{Text: x.Expected.String()}
	}
	row.Tip = func() []TipLine {
		_, sales := p.View().Promise(id)
		return []TipLine{{Text: p.T("ventures.use"), Value: p.T("about", "value", p.dollars(twoDigits(float64(sales)*52)))}, {Text: p.T("ventures.opens", "segment", p.Title(sim.OfSegment, int32(x.Segment))), Dim: true}}
	}
	for _, m := range sim.OrderGateProgramme.Spec().Modes {
		row.Orders = append(row.Orders, p.order(sim.Order{Kind: sim.OrderGateProgramme, Mode: m.Mode, Program: id}))
	}
	return row
}

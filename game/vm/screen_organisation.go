package vm

import (
	"slices"
	"strconv"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// organisation is the screen of the own leadership: what it can give its mind to,
// who decides what, what waits, and the rules that run by themselves.
func (p *Play) organisation(int32) []Section {
	list := []Section{{Key: "chair", Title: p.T("section.chair"), Facts: p.facts(
		measure{"attention", +1}, measure{"shadow_attention", 0}, measure{"bureaucracy", -1}, measure{"bureaucracy_norm", -1}, measure{"research_drag", -1})}}
	if asked := p.events(); len(asked.Rows) > 0 {
		list = append(list, asked)
	}
	if p.View().Organises() {
		list = append(list, p.areas(), p.forms())
	}
	if held := p.held(); len(held.Rows) > 0 {
		list = append(list, held)
	} else {
		list[0].Note = p.T("held.none")
	}
	return append(list, p.rules())
}

// areas is the table of the areas of decisions: who decides, and how much of the
// leadership's mind they take.
func (p *Play) areas() Section {
	org := p.View().Organisation()
	s := Section{Key: "areas", Title: p.T("section.areas"), Half: true, Columns: []Column{p.column("org.area", 0), p.column("org.given", 1), p.column("org.deputy", 0), p.column("org.acted", 2), p.column("org.room", 0)}}
	total := 0.0
	for _, x := range org.Given {
		total += x
	}
	for g := sim.GroupCompute; g <= sim.GroupCapital; g++ {
		given := share(org.Given[g], total)
		row := Row{Mine: true, Cells: []Cell{{Text: p.T("group." + strconv.Itoa(int(g)))}, {Text: p.percent(given), Bar: given}, none(), none(), none()}}
		if org.Deputies&(1<<g) != 0 {
			row.Cells[2] = Cell{Text: p.T("org.bold", "share", p.percent(float64(org.Brief[g])/1e6))}
			row.Cells[3] = Cell{Text: p.count(int64(org.Month[g]))}
			row.Orders = append(row.Orders, p.order(sim.Order{Kind: sim.OrderDelegate, Mode: sim.RecallArea + uint8(g)}))
		} else {
			row.Orders = append(row.Orders, p.order(sim.Order{Kind: sim.OrderDelegate, Mode: uint8(g), Share: 500_000}))
		}
		if org.Room == g {
			row.Cells[4] = Cell{Text: p.T("org.until", "date", org.Closes.String()), Tone: +1}
		} else if org.Room == 0 {
			row.Orders = append(row.Orders, p.order(sim.Order{Kind: sim.OrderWarRoom, Mode: uint8(g), Weeks: 8}))
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// forms is the table of the forms of organisation and what each would mean here.
func (p *Play) forms() Section {
	v := p.View()
	now := v.Organisation()
	s := Section{Key: "forms", Title: p.T("section.forms"), Half: true, Columns: []Column{p.column("org.form", 0), p.column("org.norm", 0), p.column("org.house", 2), p.column("org.research", 1), p.column("org.span", 0)}}
	for _, m := range sim.OrderReorganise.Spec().Modes {
		f := sim.Form(m.Mode)
		norm := v.Norm(f)
		house, research := v.Felt(f, norm)
		row := Row{Mine: f == now.Form, Picked: f == now.Form, Cells: []Cell{{Text: p.mode(sim.OrderReorganise, m.Mode)}, {Text: p.decimal(norm)}, {Text: p.decimal(house)},
			{Text: p.decimal(research)}, {Text: minus(strconv.FormatInt(v.SpanIn(f), 10))}}}
		if f != now.Form {
			row.Orders = []Draft{p.order(sim.Order{Kind: sim.OrderReorganise, Mode: m.Mode})}
		}
		s.Rows = append(s.Rows, row)
	}
	switch {
	case now.Calm != 0:
		s.Note = p.T("org.turmoil", "date", now.Calm.String())
	case now.Since != 0:
		s.Note = p.T("org.since", "date", now.Since.String())
	}
	return s
}

// held is the table of the orders on their way through the organisation, and of
// what is being found out.
func (p *Play) held() Section {
	s := Section{Key: "held", Title: p.T("section.held"), Half: true,
		Columns: []Column{p.column("held.order", 0), p.column("held.due", 0)}}
	for _, x := range p.View().Held(nil) {
		due := p.SC.Start().AddWeeks(int(x.Due))
		s.Rows = append(s.Rows, Row{Mine: true, Cells: []Cell{{Text: chronicle.Order(p.Lex, p.SC, x.Order)}, {Text: due.String()}}})
	}
	for _, f := range p.View().Organisation().Files {
		if f.Peer != 0 && f.Until > p.Date() {
			s.Rows = append(s.Rows, Row{Cells: []Cell{{Text: p.T("org.file", "subject", p.mode(sim.OrderInvestigate, uint8(f.Subject)), "peer", p.Company(f.Peer))},
				{Text: p.T("org.until", "date", f.Until.String())}}})
		}
	}
	return s
}

// rules is the table of the standing policies.
func (p *Play) rules() Section {
	own := p.View().Own()
	s := Section{Key: "rules", Title: p.T("section.rules"), Half: true, Columns: []Column{p.column("rules.rule", 0), p.column("rules.value", 0)}}
	for _, m := range sim.OrderSetPolicy.Spec().Modes {
		value, ok := inForce(own, m.Mode)
		if !ok {
			continue
		}
		name := p.Plain("policy." + m.Name)
		s.Rows = append(s.Rows, Row{Cells: []Cell{{Text: name}, {Text: chronicle.Number(p.Lex, kindOf(m), value)}},
			Tip:    func() []TipLine { return []TipLine{{Text: p.Plain("policy." + m.Name + ".help"), Dim: true}} },
			Orders: []Draft{{name, sim.Order{Kind: sim.OrderSetPolicy, Mode: m.Mode}}}})
	}
	return s
}

// kindOf is what the number of a mode is.
func kindOf(m sim.ModeSpec) units.Kind {
	if i := slices.IndexFunc(m.Fields, func(x sim.FieldSpec) bool { return x.Unit != 0 }); i >= 0 {
		return m.Fields[i].Unit
	}
	return units.KindNumber
}

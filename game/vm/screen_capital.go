package vm

import (
	"strconv"

	"entangle/sim"
	"entangle/sim/units"
)

// capital is the screen of money: what there is and how long it lasts, what was
// promised for it, what it can be had from, and what others are worth.
func (p *Play) capital(int32) []Section {
	f := p.View().Funding()
	if !f.Open {
		return nil
	}
	money := Section{Key: "money", Title: p.T("section.money"), Facts: p.facts(measure{"cash", +1}, measure{"valuation", +1}, measure{"owners_share", +1})}
	money.Facts = append(append(money.Facts, p.runway(f)), p.facts(measure{"ebitda", +1}, measure{"sentiment", 0})...)
	money.Facts = append(money.Facts, p.quarter(f)...)
	return []Section{money, p.sources(f), p.worth()}
}

// runway is how long the cash lasts if it goes on as in the last quarter.
func (p *Play) runway(f sim.Funding) Fact {
	x := Fact{Name: p.T("capital.runway"), Limit: -1, Value: p.T("capital.lasts"), Tip: func() []TipLine {
		return []TipLine{{Text: p.T("capital.runway"), Head: true}, {Text: p.T("capital.runway.help"), Dim: true}}
	}}
	course := p.history.of(metric("cash"), p.Me)
	back := min(13, len(course)-1)
	if back < 1 {
		return x
	}
	if burn := (course[len(course)-1-back] - course[len(course)-1]) / float64(back); burn > 0 {
		x.Value = p.T("capital.weeks", "n", p.count(int64(course[len(course)-1]/burn)))
	}
	return x
}

// quarter is what was promised for the quarter under way, what analysts expect, and
// what has come in so far; a click promises something.
func (p *Play) quarter(f sim.Funding) (list []Fact) {
	trend := p.View().Trend()
	guide := []Draft{p.order(sim.Order{Kind: sim.OrderGuide, Qty: int64(trend)})}
	came := units.USD(0)
	if m, ok := sim.FindMetric("revenue"); ok {
		came = units.USD(p.own(m)*1e9) - f.Opening
	}
	for _, x := range []struct {
		key    string
		amount units.USD
	}{{"promised", f.Guided}, {"trend", trend}, {"came", came}} {
		fact := Fact{Name: p.T("capital." + x.key), Value: "–", Limit: -1, Orders: guide}
		if x.amount != 0 {
			fact.Value = p.dollars(float64(x.amount))
		}
		fact.Tip = func() []TipLine {
			tip := []TipLine{{Text: fact.Name, Value: fact.Value, Head: true}, {Text: p.T("capital." + x.key + ".help"), Dim: true},
				{Text: p.T("capital.last"), Value: p.dollars(float64(f.Quarter))}}
			if f.Next > 0 {
				tip = append(tip, TipLine{Text: p.T("capital.next"), Value: p.dollars(float64(f.Next))})
			}
			return append(tip, TipLine{Text: p.T("act.click"), Dim: true})
		}
		list = append(list, fact)
	}
	return list
}

// covenants is what lenders hold the company to: how much of what may be is.
func (p *Play) covenants(f sim.Funding) (list []Fact) {
	for _, x := range p.View().Covenants() {
		name := p.T("covenant." + strconv.Itoa(int(x.Kind)))
		list = append(list, Fact{Name: name, Value: p.covenant(x.Kind, x.Have), Limit: share(x.Have, x.Limit), Tip: func() []TipLine {
			return []TipLine{{Text: name, Value: p.covenant(x.Kind, x.Have), Head: true}, {Text: p.T("capital.limit"), Value: p.covenant(x.Kind, x.Limit)},
				{Text: p.T("capital.covenant.help"), Dim: true}}
		}})
	}
	return list
}

// covenant writes what a covenant is about: years of income, or a share.
func (p *Play) covenant(kind sim.CovenantKind, v float64) string {
	switch {
	case v >= 99:
		return p.T("capital.no_income")
	case kind == sim.CovenantDebt:
		return p.decimal(v)
	}
	return p.percent(v)
}

// sources is what money was and can be had from, how much and at what price, and
// what lenders hold the company to.
func (p *Play) sources(f sim.Funding) Section {
	s := Section{Key: "sources", Title: p.T("section.sources"), Half: true, Facts: p.covenants(f), Columns: []Column{p.column("capital.source", 0),
		p.column("capital.owed", 0), p.column("capital.due", 1), p.column("capital.most", 0), p.column("capital.rate", 0)}}
	s.Rows = append(s.Rows, p.shares(f))
	for k := sim.LoanBond; k <= sim.LoanHalls; k++ {
		s.Rows = append(s.Rows, p.lending(k))
	}
	switch {
	case f.Called:
		s.Note = p.T("capital.called")
	case f.Breaches > 0:
		s.Note = p.T("capital.broken")
	}
	return s
}

// shares is the row of new shares: what could be asked for, or what was.
func (p *Play) shares(f sim.Funding) Row {
	value := p.View().Value()
	row := Row{Mine: true, Cells: []Cell{{Text: p.Plain("order.raise_equity")}, none(), none(), {Text: p.dollars(float64(value / 2))}, none()},
		Orders: []Draft{p.order(sim.Order{Kind: sim.OrderRaiseEquity, Qty: rounded(value / 8)})}}
	if f.Ask > 0 {
		row.Cells[3] = Cell{Text: p.T("capital.asked", "amount", p.dollars(float64(f.Ask))), Tone: +1}
		row.Tip = func() []TipLine { return []TipLine{{Text: p.T("capital.answers", "date", f.Asked.String())}} }
	}
	return row
}

// lending is the row of a kind of loan: what is owed, and what could be had.
func (p *Play) lending(k sim.LoanKind) Row {
	most, rate := p.View().Lendable(k)
	row := Row{Mine: true, Cells: []Cell{{Text: p.order(sim.Order{Kind: sim.OrderBorrow, Mode: uint8(k)}).Name}, none(), none(), none(), none()},
		Orders: []Draft{p.order(sim.Order{Kind: sim.OrderBorrow, Mode: uint8(k), Qty: rounded(most / 2), Weeks: 156})}}
	if most > 0 {
		row.Cells[3], row.Cells[4] = Cell{Text: p.dollars(float64(most))}, Cell{Text: p.percent(float64(rate) / 1e6)}
	}
	owed, late, due := units.USD(0), units.USD(0), units.LastDate
	var tip []TipLine
	for _, l := range p.View().Loans() {
		if l.Kind == k {
			owed, late, due = owed+l.Owed, late+l.Late, min(due, l.Due)
			tip = append(tip, TipLine{Text: p.T("capital.loan", "date", l.Due.String(), "rate", p.percent(float64(l.Rate)/1e6)), Value: p.dollars(float64(l.Owed))})
		}
	}
	if owed > 0 {
		row.Cells[1], row.Cells[2] = Cell{Text: p.dollars(float64(owed))}, Cell{Text: due.String()}
	}
	if late > 0 {
		row.Cells[1].Tone = -1
		tip = append(tip, TipLine{Text: p.T("capital.late"), Value: p.dollars(float64(late))})
	}
	row.Tip = func() []TipLine { return tip }
	return row
}

// rounded is an amount of money that one would ask for.
func rounded(v units.USD) int64 {
	step := units.USD(10_000_000)
	return int64(max(step, v/step*step))
}

// worth is the table of what all companies are worth, as far as it is known.
func (p *Play) worth() Section {
	return p.compare("worth", "capital.company", []string{"valuation", "cash", "debt", "revenue_run_rate", "capex"})
}

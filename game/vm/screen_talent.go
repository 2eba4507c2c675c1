package vm

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"entangle/sim"
	"entangle/sim/units"
)

// talent is the screen of people: the own teams, named people, and what others
// have.
func (p *Play) talent(int32) (list []Section) {
	v := p.View()
	if v.HasTalent() {
		list = append(list, Section{Key: "people", Title: p.T("section.people"), Facts: p.facts(measure{"morale", +1}, measure{"know_how", +1},
			measure{"know_how_per_head", +1}, measure{"payroll", 0}, measure{"wage_researchers", 0}, measure{"star_pay", 0})}, p.crews())
	}
	if v.People() > 0 {
		list = append(list, p.stars())
	}
	if len(list) > 0 {
		list = append(list, p.peopleElsewhere())
	}
	return list
}

// crews is the table of the own people by tier.
func (p *Play) crews() Section {
	s := Section{Key: "crews", Title: p.T("section.crews"), Half: true, Columns: []Column{p.column("talent.tier", 0), p.column("talent.heads", 0),
		p.column("talent.new", 1), p.column("talent.open", 2), p.column("talent.pay", 0), p.column("talent.new_pay", 3), p.column("talent.market", 0), p.column("talent.quits", 0)}}
	for t := sim.Tier(0); t < sim.TierCount; t++ {
		k, wage := p.View().Crew(t), p.View().Wage(t)
		if k.Heads() == 0 && wage == 0 {
			continue
		}
		row := Row{Mine: true, Cells: []Cell{{Text: p.T("tier." + strconv.Itoa(int(t)))}, {Text: p.count(k.Heads())}, {Text: p.count(k.New)},
			{Text: p.decimal(k.Open)}, {Text: p.dollars(k.Pay)}, {Text: p.dollars(k.NewPay)}, {Text: p.dollars(wage)}, p.quitting(t)}}
		if k.Pay < wage*0.9 {
			row.Cells[4].Tone = -1
		}
		row.Orders = p.onTier(t)
		s.Rows = append(s.Rows, row)
	}
	return s
}

// quitting is how many of a tier have quit in the last weeks, and of how many.
func (p *Play) quitting(t sim.Tier) Cell {
	list := p.history.quits[t]
	n := list[len(list)-1] - list[max(0, len(list)-1-weeksOfTrend)]
	cell := Cell{Text: p.count(n)}
	if k := p.View().Crew(t); n*25 > k.Heads() { // half the people a year
		cell.Tone = -1
	}
	return cell
}

// onTier is what can be ordered about a tier.
func (p *Play) onTier(t sim.Tier) (list []Draft) {
	for _, mode := range []uint8{sim.PolicyPay, sim.PolicyGrowth, sim.PolicyRaise} {
		if t != sim.TierSoftware {
			list = append(list, p.order(sim.Order{Kind: sim.OrderSetPolicy, Mode: mode}))
		}
	}
	if t != sim.TierSoftware {
		list = append(list, p.order(sim.Order{Kind: sim.OrderOpenOffice, Mode: 1 + uint8(t)}))
	}
	return append(list, p.order(sim.Order{Kind: sim.OrderLayOff, Mode: 1 + uint8(t)}))
}

// stars is the table of the named people: the own first, then those who may come.
func (p *Play) stars() Section {
	v := p.View()
	s := Section{Key: "stars", Title: p.T("section.stars"), Columns: []Column{p.column("talent.person", 0), p.column("talent.where", 0), p.column("talent.know", 1),
		p.column("talent.team", 4), p.column("talent.star_pay", 2), p.column("talent.ask", 0), p.column("talent.at_once", 0), p.column("talent.vests", 3), p.column("talent.stays", 0)}}
	s.Columns[1].Left = true
	ids := make([]sim.PersonID, v.People())
	for i := range ids {
		ids[i] = sim.PersonID(i + 1)
	}
	slices.SortStableFunc(ids, func(a, b sim.PersonID) int {
		return cmp.Or(rank(v.Star(a))-rank(v.Star(b)), cmp.Compare(v.Star(b).Know, v.Star(a).Know))
	})
	for _, id := range ids {
		s.Rows = append(s.Rows, p.star(id, v.Star(id)))
	}
	return s
}

// rank puts the own people first, those who waver before the others.
func rank(l sim.StarLook) int {
	switch {
	case l.Own && (l.Threatens || l.Suited):
		return 0
	case l.Own:
		return 1
	case l.Threatens || l.Employer == 0 || l.Courting > 0:
		return 2
	}
	return 3
}

// star is the row of a person.
func (p *Play) star(id sim.PersonID, l sim.StarLook) Row {
	v := p.View()
	pay, _ := v.StarTerms(id)
	row := Row{Mine: l.Own, Cells: []Cell{{Text: p.Title(sim.OfPerson, int32(id))}, {Text: p.T("talent.free"), Dim: true}, {Text: strconv.FormatFloat(l.Know, 'f', 2, 64)}, {Text: p.count(int64(l.Team))},
		none(), {Text: p.dollars(float64(l.Ask))}, p.toWin(id, l), none(), p.mind(id, l)}}
	if l.Employer != 0 {
		row.Cells[1] = p.named(l.Employer)
		row.Cells[4] = Cell{Text: p.dollars(float64(pay))}
		if !l.Own {
			row.Cells[4] = p.around(float64(pay), p.dollars)
		}
	}
	if l.Vests > p.Date() {
		row.Cells[7] = Cell{Text: l.Vests.String()}
		if !l.Own {
			row.Cells[7].Text = p.T("about", "value", l.Vests.String())
		}
	}
	row.Tip = func() []TipLine { return p.aboutStar(id, l) }
	row.Orders = p.onStar(id, l)
	return row
}

// around is an amount that is only estimated: the middle in the cell, the range in
// its tooltip.
func (p *Play) around(v float64, write func(float64) string) Cell {
	text := p.T("about", "value", write(twoDigits(v)))
	return Cell{Text: text, Full: p.T("range", "value", text, "low", write(twoDigits(v*least)), "high", write(twoDigits(v*most)))}
}

// mind is what is known of whether a person stays.
func (p *Play) mind(id sim.PersonID, l sim.StarLook) Cell {
	switch {
	case l.Threatens:
		return Cell{Text: p.T("talent.threatens"), Tone: -1}
	case l.Own && l.Suited:
		return Cell{Text: p.T("talent.suited"), Tone: -1}
	case l.Courting > 0:
		return Cell{Text: p.T("talent.courting"), Tone: +1}
	case l.Own:
		odds, _ := p.View().Stay(id)
		cell := Cell{Text: p.percent(odds)}
		if odds < 0.5 {
			cell.Tone = -1
		}
		return cell
	case l.Abroad:
		return Cell{Text: p.T("talent.abroad"), Dim: true}
	case l.Settles:
		return Cell{Text: p.T("talent.settles"), Dim: true}
	}
	return none()
}

// aboutStar tells what the table has no room for.
func (p *Play) aboutStar(id sim.PersonID, l sim.StarLook) (tip []TipLine) {
	if _, stays := p.View().Stay(id); stays > 0 {
		tip = append(tip, TipLine{Text: p.T("talent.stays_for"), Value: p.dollars(float64(stays))})
	}
	if l.Courting > 0 {
		tip = append(tip, TipLine{Text: p.T("talent.you_offer"), Value: p.dollars(float64(l.Courting))})
	}
	if l.Own {
		for _, x := range p.whyAbout("person_stay", int32(id)) {
			tip = append(tip, x)
		}
	}
	compute, mandate := p.View().Promisable(id)
	return append(append(tip, p.whatWins(id, l)...), TipLine{Text: p.T("talent.promisable"), Value: p.T("talent.promise", "compute", p.count(int64(compute)/1000), "mandate", p.percent(float64(mandate)/1e6))})
}

// whyAbout lists the parts of a figure of something else than the company.
func (p *Play) whyAbout(name string, id int32) (tip []TipLine) {
	m, ok := sim.FindMetric(name)
	if !ok {
		return nil
	}
	var terms sim.Terms
	sim.Metrics()[m].Why(p.world(), id, &terms)
	for i, t := range gather(terms.List, false) {
		if i == mostTerms || math.Abs(t.Value) < 0.005 {
			break
		}
		tip = append(tip, TipLine{Text: p.term(t), Value: signed(t.Value)})
	}
	return tip
}

// onStar is what can be ordered about a person: who works for nobody has neither shares to
// lose nor a team to bring.
func (p *Play) onStar(id sim.PersonID, l sim.StarLook) []Draft {
	if l.Own {
		pay, _ := p.View().StarTerms(id)
		_, stays := p.View().Stay(id)
		return []Draft{p.order(sim.Order{Kind: sim.OrderRetain, Person: id, Price: price(max(pay, stays))})}
	}
	if l.Employer == 0 {
		return []Draft{{p.Plain("order.court_star"), suit(id, l)}}
	}
	list := []Draft{{p.T("talent.court"), suit(id, l)}}
	if p.View().Forfeits(id) > 0 {
		dear := suit(id, l)
		dear.Mode = sim.CourtBuyout
		list = append(list, Draft{p.T("talent.court_dear"), dear})
	}
	return append(list, p.order(sim.Order{Kind: sim.OrderLiftTeam, Person: id}))
}

// price is a round amount of money, in the field of orders for it.
func price(v units.USD) units.Price {
	step := units.USD(100_000)
	return units.Price((v + step - 1) / step * step)
}

// peopleElsewhere is the table of what all companies have in people.
func (p *Play) peopleElsewhere() Section {
	return p.compare("elsewhere", "talent.company", []string{"researchers", "engineers", "know_how", "morale", "pay_researchers", "stars"})
}

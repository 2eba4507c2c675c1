package vm

import (
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// organisation is the screen of the own leadership: what it can give its mind to,
// what waits in the organisation, and the rules that run by themselves.
func (p *Play) organisation(int32) []Section {
	list := []Section{{Key: "chair", Title: p.T("section.chair"), Facts: p.facts(
		measure{"attention", +1}, measure{"bureaucracy", -1}, measure{"shadow_attention", 0}, measure{"deputies", 0})}}
	return append(list, p.held(), p.rules())
}

// held is the table of the orders on their way through the organisation.
func (p *Play) held() Section {
	s := Section{Key: "held", Title: p.T("section.held"), Empty: p.T("held.none"),
		Columns: []Column{{Name: p.T("held.order"), Left: true}, {Name: p.T("held.due"), Help: p.T("held.due.help")}}}
	for _, x := range p.View().Held(nil) {
		due := p.SC.Start().AddWeeks(int(x.Due))
		s.Rows = append(s.Rows, Row{Mine: true, Cells: []Cell{{Text: chronicle.Order(p.Lex, p.SC, x.Order)}, {Text: due.String()}}})
	}
	return s
}

// rules is the table of the standing policies.
func (p *Play) rules() Section {
	own := p.View().Own()
	s := Section{Key: "rules", Title: p.T("section.rules"), Columns: []Column{{Name: p.T("rules.rule"), Left: true}, {Name: p.T("rules.value")}}}
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
	for _, x := range m.Fields {
		if x.Unit != 0 {
			return x.Unit
		}
	}
	return units.KindNumber
}

// inForce is the number of a standing policy, for those that have one.
func inForce(own sim.Company, mode uint8) (v int64, ok bool) {
	switch mode {
	case sim.PolicyPrice:
		return (int64(own.Price) + cent/2) / cent * cent, own.Offers > 0
	case sim.PolicyPriceStep:
		return int64(own.Policy.PriceStep), own.Offers > 0
	case sim.PolicyCashFloor:
		return int64(own.Policy.CashFloor), true
	case sim.PolicyRenew:
		return int64(own.Policy.Renew), true
	case sim.PolicyDispatch:
		return int64(own.Policy.Dispatch), true
	case sim.PolicySplit:
		return int64(own.Policy.Split), true
	case sim.PolicySpotReserve:
		return int64(own.Policy.Reserve), true
	case sim.PolicySpotCeiling:
		return int64(own.Policy.SpotCeiling), true
	case sim.PolicyCover:
		return int64(own.Policy.Cover), true
	}
	return 0, false
}

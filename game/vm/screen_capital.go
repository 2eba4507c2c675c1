package vm

// capital is the screen of money: what there is, what it is spent on, who has
// lent it and what was promised for it.
func (p *Play) capital(int32) []Section {
	return []Section{{Key: "money", Title: p.T("section.money"), Facts: p.facts(measure{"cash", +1}, measure{"revenue_run_rate", +1},
		measure{"valuation", +1}, measure{"debt", -1}, measure{"backlog", +1}, measure{"fleet_value", 0})}}
}

package vm

import (
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// Bottleneck is what holds the player's company back this week.
type Bottleneck struct {
	Text   string
	Short  bool   // something is short; else nothing binds
	metric string // the vital sign that it shows in
}

// Shares at which something counts as binding.
const (
	idleBinds   = 0.02 // of the chips, without power
	turnedAway  = 0.98 // of the customers, served
	nearlyFull  = 0.97 // of the power, in use
	nearlyBroke = 1.10 // of the cash floor, in hand
)

// Bottleneck finds the first constraint that binds, from the hardest: power that
// chips wait for, compute that customers wait for, money, power used up; if none
// does, customers are what is missing.
func (p *Play) Bottleneck() Bottleneck {
	own := p.View().Own()
	idle, served := p.own("idle_share"), p.own("served_share")
	live, used := p.own("power_energised"), p.own("power_used")
	h100e := func(x units.H100e) string { return chronicle.Number(p.Lex, units.KindH100e, int64(x)) }
	switch {
	case own.Idle > 0 && idle >= idleBinds:
		return Bottleneck{p.T("binds.power", "idle", h100e(own.Idle)), true, "idle_share"}
	case own.Quality > 0 && served < turnedAway:
		return Bottleneck{p.T("binds.compute", "share", p.Value(metric("served_share"), 1-served)), true, "served_share"}
	case float64(own.Cash) <= nearlyBroke*float64(own.Policy.CashFloor):
		return Bottleneck{p.T("binds.cash", "floor", chronicle.Number(p.Lex, units.KindUSD, int64(own.Policy.CashFloor))), true, "cash"}
	case live > 0 && used >= nearlyFull*live:
		return Bottleneck{p.T("binds.full", "power", p.Value(metric("power_energised"), live)), true, "power_energised"}
	case own.Quality > 0:
		return Bottleneck{p.T("binds.demand"), true, "price"}
	}
	return Bottleneck{Text: p.T("binds.tenants")}
}

// own reads a figure of the player's company.
func (p *Play) own(name string) float64 {
	m, known := sim.FindMetric(name)
	if !known {
		return 0
	}
	return p.View().Estimate(m, int32(p.Me))
}

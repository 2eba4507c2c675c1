package vm

import (
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// Bottleneck is what holds the player's company back this week.
type Bottleneck struct {
	Text   string
	InSign bool   // a vital sign shows it; all do of who is bankrupt
	metric string // the vital sign that it shows in
}

// signs are the vital signs in which a shortage of a resource shows.
var signs = [sim.ResourceCount]string{sim.ResourcePower: "idle_share", sim.ResourceChips: "served_share",
	sim.ResourceCash: "cash", sim.ResourceAttention: "attention"}

// AboutBottleneck is what one percent more of each resource would bring.
func (p *Play) AboutBottleneck() []TipLine {
	tip := []TipLine{{Text: p.Bottleneck().Text, Head: true}}
	for r := range sim.Resource(sim.ResourceCount) {
		if m, known := sim.FindMetric("shadow_" + r.Name()); known {
			tip = append(tip, TipLine{Text: p.Metric(m), Value: p.Value(m, p.own(m))})
		}
	}
	return tip
}

// own reads a figure of the player's company.
func (p *Play) own(m int) float64 { return p.View().Estimate(m, int32(p.Me)) }

// Bottleneck is what holds the player's company back, in words: the resource with the
// largest shadow value, and what one percent more of it would bring; if none has any,
// what its chips wait for, or compute to rent, else customers.
func (p *Play) Bottleneck() Bottleneck {
	v := p.View()
	if v.Own().Bust {
		return Bottleneck{Text: p.T("binds.bust"), InSign: true}
	}
	if r, binds := v.Binding(); binds {
		worth := chronicle.Number(p.Lex, units.KindUSD, units.FromFloat(v.Shadow()[r], 0, 1<<53))
		return Bottleneck{p.T("binds."+r.Name(), "worth", worth), true, signs[r]}
	}
	switch h := v.Hold(); h {
	case sim.HoldRoom:
		own := v.Own()
		away := p.percent(float64(own.Wanted-own.Served) / float64(own.Wanted))
		return Bottleneck{p.T("binds.room", "share", away), true, signs[sim.ResourceChips]}
	case sim.HoldPackaging, sim.HoldMemory:
		return Bottleneck{Text: p.T("binds." + h.Name())}
	}
	if m := p.betterInDrawer(); m != 0 {
		return Bottleneck{Text: p.T("binds.drawer", "model", p.Title(sim.OfModel, int32(m)))}
	}
	if v.Own().Quality > 0 {
		return Bottleneck{Text: p.T("binds.demand")}
	}
	return Bottleneck{Text: p.T("binds.tenants")}
}

// betterInDrawer is the best model that is finished and not released, if customers would
// think it better than what they have from the company; 0 none.
func (p *Play) betterInDrawer() (best sim.ModelID) {
	v := p.View()
	shown := 0.0
	if m := v.OwnBest(); m != 0 {
		shown = v.Shown(m)
	}
	from, to := v.Models()
	for m := from; m < to; m++ {
		if v.ModelState(m) == sim.ModelDrawer && v.Shown(m) > shown {
			best, shown = m, v.Shown(m)
		}
	}
	return best
}

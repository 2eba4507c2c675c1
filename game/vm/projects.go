package vm

import (
	"strconv"

	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// projects are the company's works, requests for power, plants and energy
// contracts.
type projects []sim.Project

func (p *Play) projects() projects { return p.View().Projects(nil) }

// at is the power that is under way at a site; contracts bring none.
func (list projects) at(s sim.SiteID) (sum units.KW) {
	for _, x := range list {
		if x.Site == s && x.Kind != sim.ProjectEnergy {
			sum = max(sum, x.Power)
		}
	}
	return sum
}

// unplaced are the requests for power in a region that have no site yet, as
// places on the map.
func (list projects) unplaced(p *Play, r sim.RegionID) (nodes []Node) {
	for _, x := range list {
		if x.Site == 0 && x.Region == r {
			power := chronicle.Number(p.Lex, units.KindKW, int64(x.Power))
			nodes = append(nodes, Node{Owner: p.Me, Name: p.T("project." + strconv.Itoa(int(x.Kind))), Mine: true, Due: float64(x.Power) / 1000, Power: power})
		}
	}
	return nodes
}

// lines tell the projects of a site, or those of a region without a site: what,
// how much, and between which days it comes in four cases of five.
func (list projects) lines(p *Play, is func(sim.Project) bool) (tip []TipLine) {
	for _, x := range list {
		if !is(x) {
			continue
		}
		text := p.T(manner(x, p.Date()), "what", p.T("project."+strconv.Itoa(int(x.Kind))), "power", chronicle.Number(p.Lex, units.KindKW, int64(x.Power)),
			"date", x.Ready.Likely.String(), "early", x.Ready.Early.String(), "late", x.Ready.Late.String())
		tip = append(tip, TipLine{Text: text})
	}
	return tip
}

// manner is the words for how a project stands. Turbines that are there keep the
// day on which they were expected, or none.
func manner(x sim.Project, today units.Date) string {
	there := x.Kind == sim.ProjectTurbines && x.Ready.Likely <= today
	switch {
	case x.Kind == sim.ProjectEnergy:
		return "project.ends"
	case there && x.Stands:
		return "project.stopped"
	case there:
		return "project.running"
	case x.Stands:
		return "project.stands"
	}
	return "project.comes"
}

// AboutRegion is what the player knows of a region: its public figures and what
// the company has under way there.
func (p *Play) AboutRegion(r sim.RegionID) []TipLine {
	tip := []TipLine{{Text: p.Title(sim.OfRegion, int32(r)), Head: true}}
	for m, x := range sim.Metrics() {
		if x.Of == sim.OfRegion {
			tip = append(tip, TipLine{Text: p.Metric(m), Value: p.Value(m, p.View().Estimate(m, int32(r)))})
		}
	}
	if g := p.View().Grid(r); g.Suit {
		tip = append(tip, TipLine{Text: p.T("region.suit")})
	}
	return append(tip, p.projects().lines(p, func(x sim.Project) bool { return x.Region == r })...)
}

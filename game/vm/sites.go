package vm

import (
	"entangle/sim"
	"entangle/sim/chronicle"
	"entangle/sim/units"
)

// Place is a region of the map with its sites.
type Place struct {
	ID     sim.RegionID
	Name   string
	Energy string // price of energy there
	Sites  []Node
}

// Node is a site on the map.
type Node struct {
	ID    sim.SiteID // 0: a request for power that has no site yet
	Owner sim.CompanyID
	Name  string
	Mine  bool
	MW    float64 // live now, estimated for others' sites
	Due   float64 // announced for an own site and not yet live
	Used  float64 // share of the live power in use; own sites only
	Idle  bool    // chips stand there without power; own sites only
	Power string
}

// weeksAhead is how far announced stages are looked for.
const weeksAhead = 260

// Map lists the regions with the sites in them. Land on which nothing stands and
// nothing is announced is left out.
func (p *Play) Map() []Place {
	list := make([]Place, p.SC.Regions())
	for i := range list {
		id := sim.RegionID(i + 1)
		list[i] = Place{ID: id, Name: p.Title(sim.OfRegion, int32(id))}
	}
	view, projects := p.View(), p.projects()
	for s := sim.SiteID(1); int(s) <= p.SC.Sites(); s++ {
		at := &list[p.SC.RegionOf(s)-1]
		if n := p.node(s); n.MW > 0 || n.Due > 0 || n.Idle || n.Mine && (view.Claimed(s) > 0 || projects.at(s) > 0) {
			at.Sites = append(at.Sites, n)
		}
		at.Energy = chronicle.Number(p.Lex, units.KindUSDPerMWh, int64(view.EnergyPrice(s)))
	}
	for i := range list {
		list[i].Sites = append(list[i].Sites, projects.unplaced(p, list[i].ID)...)
	}
	return list
}

// node describes a site as the player sees it.
func (p *Play) node(s sim.SiteID) Node {
	view, m := p.View(), metric("site_power")
	n := Node{ID: s, Owner: p.SC.Owner(s), Name: p.Title(sim.OfSite, int32(s)), MW: view.Estimate(m, int32(s))}
	n.Mine = n.Owner == p.Me
	if !n.Mine {
		n.Power = p.About(m, n.MW)
		return n
	}
	site := view.Site(s)
	n.Power = p.Value(m, n.MW)
	n.Due = max(float64(view.PowerDue(s, p.Date().AddWeeks(weeksAhead))), float64(p.projects().at(s))) / 1000
	if site.Energised > 0 {
		n.Used = float64(site.Used) / float64(site.Energised)
	}
	n.Idle = view.Estimate(metric("site_idle"), int32(s)) > 0
	return n
}

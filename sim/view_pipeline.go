package sim

import "entangle/sim/units"

// Pipeline is what is announced for a company's own sites. SitePlan and NextPower
// walk all of the company's projects each time; who asks often gathers them once.
type Pipeline struct {
	v     View
	list  []coming
	sites uint64 // those in the list, modulo 64 a bit each
}

// coming is power announced for a site.
type coming struct {
	site  SiteID
	kind  ProjectKind // work, firm, turbines or batteries
	when  units.Date
	power units.KW
}

// Gather fills the pipeline with what the company has announced now.
func (p *Pipeline) Gather(v View) {
	p.v, p.list, p.sites = v, p.list[:0], 0
	p.stages()
	if v.w.companies[v.who].Projects > 0 {
		p.projects()
	}
}

// stages gathers the announced stages of the start.
func (p *Pipeline) stages() {
	w := p.v.w
	for s := w.firstHeld(p.v.who); s != 0; s = w.nextHeld(s) {
		for at, to := w.coming(s); at < to; at++ {
			k, planned := &w.stages[at], w.sc.stages[at].planned
			if !k.Done {
				p.add(s, ProjectFirm, planned, k.Add)
			}
			if !k.Halls {
				p.add(s, ProjectWork, planned, k.Add)
			}
		}
	}
}

func (p *Pipeline) projects() {
	w, who := p.v.w, p.v.who
	for use := w.inUse(who, useWorks); use.left != 0; {
		k := &w.works[use.next()]
		p.add(k.Site, ProjectWork, k.Expected, k.Power)
	}
	for use := w.inUse(who, useRequests); use.left != 0; {
		q := &w.requests[use.next()]
		p.add(q.Site, ProjectFirm, q.Expected, q.Power-q.Granted)
	}
	for use := w.inUse(who, usePlants); use.left != 0; {
		if k := &w.plants[use.next()]; !k.Works {
			kind := ProjectTurbines
			if k.Battery {
				kind = ProjectBatteries
			}
			p.add(k.Site, kind, k.Expected, k.Power)
		}
	}
}

func (p *Pipeline) add(s SiteID, kind ProjectKind, when units.Date, power units.KW) {
	p.list = append(p.list, coming{s, kind, when, power})
	p.sites |= 1 << (s & 63)
}

// at is the list, or nothing where it has nothing for a site: nothing is announced
// for most sites.
func (p *Pipeline) at(s SiteID) []coming {
	if p.sites&(1<<(s&63)) == 0 {
		return nil
	}
	return p.list
}

// Plan writes View.SitePlan to plan.
func (p *Pipeline) Plan(s SiteID, by units.Date, plan *SitePlan) {
	if !p.v.planNow(s, plan) {
		return
	}
	list := p.at(s)
	for i := range list {
		if k := &list[i]; k.site == s {
			plan.add(k.kind, k.when, by, k.power)
		}
	}
	plan.Live = p.v.live(plan.HallsBy, plan.GridBy, plan.gen, plan.stored)
}

// Live is the Live of a site's plan until a date, for those who need no more.
func (p *Pipeline) Live(s SiteID, by units.Date) units.KW {
	row, w := &p.v.w.sites[s], p.v.w
	if w.sc.sites[s].owner != p.v.who {
		return 0
	}
	halls, grid, gen, stored := row.Shell, row.Grid, row.Gen, row.Batteries
	list := p.at(s)
	for i := range list {
		k := &list[i]
		if k.site != s || k.when > by {
			continue
		}
		switch k.kind {
		case ProjectWork:
			halls += k.power
		case ProjectTurbines:
			gen += k.power
		case ProjectBatteries:
			stored += k.power
		default:
			grid += k.power
		}
	}
	return p.v.live(halls, grid, gen, stored)
}

// Halls is the Halls of a site's plan, whatever the date.
func (p *Pipeline) Halls(s SiteID) units.KW {
	row, info := &p.v.w.sites[s], &p.v.w.sc.sites[s]
	if info.owner != p.v.who {
		return 0
	}
	halls := row.Shell
	list := p.at(s)
	for i := range list {
		if k := &list[i]; k.site == s && k.kind == ProjectWork {
			halls += k.power
		}
	}
	return halls
}

// NextPower is View.NextPower.
func (p *Pipeline) NextPower(s SiteID) units.Date {
	list := p.at(s)
	for day := p.v.Date(); ; {
		next := units.Date(0)
		for i := range list {
			if k := &list[i]; k.site == s && k.when > day && (next == 0 || k.when < next) {
				next = k.when
			}
		}
		if next == 0 || p.Live(s, next) > p.v.w.sites[s].Energised {
			return next
		}
		day = next
	}
}

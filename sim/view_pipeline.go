package sim

import (
	"slices"

	"entangle/sim/units"
)

// Pipeline is what is announced for a company's own sites. PowerDue walks all of the
// company's projects each time; who asks often gathers them once.
type Pipeline struct {
	v     View
	list  []coming // row 0 stands for none
	first []int32  // by site, from the company's first on: its last row in list
	from  SiteID   // the company's first site
}

// coming is power announced for a site.
type coming struct {
	kind  ProjectKind // work, firm, both at once, turbines or batteries
	next  int32       // another row of the site, 0 none
	when  units.Date
	power units.KW
}

// Gather fills the pipeline with what the company has announced now.
func (p *Pipeline) Gather(v View) {
	from, to := v.Sites()
	p.v, p.from, p.list, p.first = v, from, append(p.list[:0], coming{}), slices.Grow(p.first[:0], int(to-from))[:to-from]
	clear(p.first)
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
			kind := ProjectStage
			switch {
			case k.Halls && k.Done:
				continue
			case k.Halls:
				kind = ProjectFirm
			case k.Done:
				kind = ProjectWork
			}
			p.add(s, kind, planned, k.Add)
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
		if q := &w.requests[use.next()]; q.Site != 0 {
			p.add(q.Site, ProjectFirm, q.Expected, q.Power-q.Granted)
		}
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
	at := &p.first[s-p.from]
	p.list = append(p.list, coming{kind, *at, when, power})
	*at = int32(len(p.list) - 1)
}

// Plan writes the plan of an own site until a date to plan.
func (p *Pipeline) Plan(s SiteID, by units.Date, plan *SitePlan) {
	if !p.v.planNow(s, plan) {
		return
	}
	var all, soon [ProjectStage + 1]units.KW
	for at := p.first[s-p.from]; at != 0; at = p.list[at].next {
		k := &p.list[at]
		all[k.kind] += k.power
		soon[k.kind] += until(k.when, by, k.power)
	}
	plan.Halls, plan.HallsBy = plan.Halls+all[ProjectWork]+all[ProjectStage], plan.HallsBy+soon[ProjectWork]+soon[ProjectStage]
	plan.Grid, plan.GridBy = plan.Grid+all[ProjectFirm]+all[ProjectStage], plan.GridBy+soon[ProjectFirm]+soon[ProjectStage]
	plan.Turbines, plan.gen = plan.Turbines+all[ProjectTurbines], plan.gen+soon[ProjectTurbines]
	plan.stored += soon[ProjectBatteries]
	plan.Live = p.v.live(plan.HallsBy, plan.GridBy, plan.gen, plan.stored)
}

// Live is the Live of a site's plan until a date, for those who need no more.
func (p *Pipeline) Live(s SiteID, by units.Date) units.KW {
	row, w := &p.v.w.sites[s], p.v.w
	if w.sc.sites[s].owner != p.v.who {
		return 0
	}
	var sum [ProjectStage + 1]units.KW
	for at := p.first[s-p.from]; at != 0; at = p.list[at].next {
		k := &p.list[at]
		sum[k.kind] += until(k.when, by, k.power)
	}
	both := sum[ProjectStage]
	return p.v.live(row.Shell+sum[ProjectWork]+both, row.Grid+sum[ProjectFirm]+both, row.Gen+sum[ProjectTurbines], row.Batteries+sum[ProjectBatteries])
}

// Halls is the Halls of a site's plan, whatever the date.
func (p *Pipeline) Halls(s SiteID) units.KW {
	row, info := &p.v.w.sites[s], &p.v.w.sc.sites[s]
	if info.owner != p.v.who {
		return 0
	}
	halls := row.Shell
	for at := p.first[s-p.from]; at != 0; at = p.list[at].next {
		if k := &p.list[at]; k.kind == ProjectWork || k.kind == ProjectStage {
			halls += k.power
		}
	}
	return halls
}

// NextPower is the next announced day on which more power is live at an own site,
// 0 none.
func (p *Pipeline) NextPower(s SiteID) units.Date {
	if p.v.w.sc.sites[s].owner != p.v.who {
		return 0
	}
	for day := p.v.Date(); ; {
		next := units.Date(0)
		for at := p.first[s-p.from]; at != 0; at = p.list[at].next {
			if k := &p.list[at]; k.when > day && (next == 0 || k.when < next) {
				next = k.when
			}
		}
		if next == 0 || p.Live(s, next) > p.v.w.sites[s].Energised {
			return next
		}
		day = next
	}
}

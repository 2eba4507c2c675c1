package sim

import "entangle/sim/units"

// What Pipeline and PowerDue say is compared with these, which walk all of a company's
// projects each time.

// SitePlan adds up what is announced for an own site until a date.
func (v View) SitePlan(s SiteID, by units.Date) (p SitePlan) {
	if !v.planNow(s, &p) {
		return p
	}
	v.planStages(s, by, &p)
	v.planProjects(s, by, &p)
	p.Live = v.live(p.HallsBy, p.GridBy, p.gen, p.stored)
	return p
}

// planNow writes the plan of an own site if nothing were announced, and tells
// whether there is anything at all.
func (v View) planNow(s SiteID, p *SitePlan) bool {
	row, info := &v.w.sites[s], &v.w.sc.sites[s]
	if info.owner != v.who || v.w.isBare(s) {
		*p = SitePlan{}
		return false
	}
	*p = SitePlan{Halls: row.Shell, Grid: row.Grid, HallsBy: row.Shell, GridBy: row.Grid, Turbines: row.Gen, Bare: row.Halls,
		gen: row.Gen, stored: row.Batteries}
	return true
}

// add adds power that is announced for a day to a plan until a date.
func (p *SitePlan) add(kind ProjectKind, when, by units.Date, power units.KW) {
	soon := until(when, by, power)
	switch kind {
	case ProjectWork:
		p.Halls += power
		p.HallsBy += soon
	case ProjectTurbines:
		p.Turbines += power
		p.gen += soon
	case ProjectBatteries:
		p.stored += soon
	default:
		p.Grid += power
		p.GridBy += soon
	}
}

// planStages adds the announced stages of the start.
func (v View) planStages(s SiteID, by units.Date, p *SitePlan) {
	for at, to := v.w.coming(s); at < to; at++ {
		k, planned := &v.w.stages[at], v.w.sc.stages[at].planned
		if !k.Done {
			p.add(ProjectFirm, planned, by, k.Add)
		}
		if !k.Halls {
			p.add(ProjectWork, planned, by, k.Add)
		}
	}
}

// planProjects adds works, requests and plants.
func (v View) planProjects(s SiteID, by units.Date, p *SitePlan) {
	for use := v.w.inUse(v.who, useWorks); use.left != 0; {
		if k := &v.w.works[use.next()]; k.Site == s {
			p.add(ProjectWork, k.Expected, by, k.Power)
		}
	}
	for use := v.w.inUse(v.who, useRequests); use.left != 0; {
		if q := &v.w.requests[use.next()]; q.Site == s {
			p.add(ProjectFirm, q.Expected, by, q.Power-q.Granted)
		}
	}
	for use := v.w.inUse(v.who, usePlants); use.left != 0; {
		if k := &v.w.plants[use.next()]; k.Site != s || k.Works {
			continue
		} else if k.Battery {
			p.add(ProjectBatteries, k.Expected, by, k.Power)
		} else {
			p.add(ProjectTurbines, k.Expected, by, k.Power)
		}
	}
}

// NextPower is the next announced day on which more power is live at an own site,
// 0 none.
func (v View) NextPower(s SiteID) units.Date {
	day := v.nextDay(s, v.Date())
	for day != 0 && v.PowerDue(s, day) <= 0 {
		day = v.nextDay(s, day) // halls without power yet, or power without halls
	}
	return day
}

// nextDay is the first announced day of anything built for an own site after a
// day, 0 none.
func (v View) nextDay(s SiteID, after units.Date) (day units.Date) {
	if v.w.sc.sites[s].owner != v.who {
		return 0
	}
	sooner := func(d units.Date) {
		if d > after && (day == 0 || d < day) {
			day = d
		}
	}
	for at, to := v.w.coming(s); at < to; at++ {
		if k := &v.w.stages[at]; !k.Done || !k.Halls {
			sooner(v.w.sc.stages[at].planned)
		}
	}
	if v.w.sites[s].Projects == 0 {
		return day
	}
	for at := firstSlot(v.who); at < firstSlot(v.who)+slotsPerCompany; at++ {
		if k := &v.w.works[at]; k.Site == s {
			sooner(k.Expected)
		}
		if q := &v.w.requests[at]; q.By != 0 && q.Site == s {
			sooner(q.Expected)
		}
		if k := &v.w.plants[at]; k.Site == s && !k.Works {
			sooner(k.Expected)
		}
	}
	return day
}

package sim

import "entangle/sim/units"

// Pipeline is what is announced for a company's own sites. PowerDue walks all of the
// company's projects each time; who asks often gathers them once, at the first site that
// has any.
type Pipeline struct {
	v      View
	from   SiteID                         // the company's first site
	walked bool                           // projects are gathered
	mine   []due                          // by site, from the company's first on; see empty
	list   []coming                       // projects; row 0 stands for none
	sum    [ProjectBatteries + 1]units.KW // see by
}

// due is what is announced for a site with projects: the stages of the start included, and
// the last of its projects in the list.
type due struct {
	announced
	rows int32
}

// coming is power announced for a site by a project.
type coming struct {
	kind  ProjectKind // work, firm, turbines or batteries
	next  int32       // another row of the site, 0 none
	at    int32       // the site, in mine
	when  units.Date
	power units.KW
}

// Gather fills the pipeline with what the company has announced now.
func (p *Pipeline) Gather(v View) {
	p.v, p.walked = v, false
	p.from, _ = v.Sites()
}

// projects gathers works, requests and plants.
func (p *Pipeline) projects() {
	w, who := p.v.w, p.v.who
	from, to := p.v.Sites()
	p.empty()
	if n := int(to - from); n > len(p.mine) {
		p.mine = append(p.mine, make([]due, n-len(p.mine))...)
	}
	p.walked, p.list = true, append(p.list, coming{})
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

// empty forgets what was gathered before. A company has many sites and projects for few.
func (p *Pipeline) empty() {
	for i := range p.list {
		p.mine[p.list[i].at] = due{}
	}
	p.list = p.list[:0]
}

func (p *Pipeline) add(s SiteID, kind ProjectKind, when units.Date, power units.KW) {
	at := &p.mine[s-p.from]
	if at.rows == 0 {
		at.announced = p.v.w.dueAt[s]
	}
	p.list = append(p.list, coming{kind, at.rows, int32(s - p.from), when, power})
	at.rows = int32(len(p.list) - 1)
	at.enter(kind, when, power)
}

// all is what is announced for a site, whenever it comes, and the last of its projects in
// the list.
func (p *Pipeline) all(s SiteID) (all *announced, rows int32) {
	if p.v.w.sites[s].Projects > 0 {
		return p.gathered(s)
	}
	return &p.v.w.dueAt[s], 0
}

// gathered is all of a site with projects.
func (p *Pipeline) gathered(s SiteID) (all *announced, rows int32) {
	if !p.walked {
		p.projects()
	}
	if k := &p.mine[s-p.from]; k.rows != 0 {
		return &k.announced, k.rows
	}
	return &p.v.w.dueAt[s], 0
}

// by is as much of all that is announced for a site as comes until a day, by kind. It is
// good until the next is asked for.
func (p *Pipeline) by(s SiteID, day units.Date, all *announced, rows int32) *[ProjectBatteries + 1]units.KW {
	if day >= all.last {
		return &all.sum
	}
	sum := &p.sum
	*sum = [ProjectBatteries + 1]units.KW{}
	if day < all.next {
		return sum
	}
	sum[ProjectWork], sum[ProjectFirm] = p.v.w.stagesBy(s, day)
	for at := rows; at != 0; at = p.list[at].next {
		k := &p.list[at]
		sum[k.kind] += until(k.when, day, k.power)
	}
	return sum
}

// Plan writes the plan of an own site until a date to plan.
func (p *Pipeline) Plan(s SiteID, by units.Date, plan *SitePlan) {
	row, info := &p.v.w.sites[s], &p.v.w.sc.sites[s]
	if info.owner != p.v.who || p.v.w.isBare(s) {
		*plan = SitePlan{}
		return
	}
	all, rows := p.all(s)
	soon := p.by(s, by, all, rows)
	plan.Halls, plan.Grid, plan.Turbines, plan.Bare = row.Shell+all.sum[ProjectWork], row.Grid+all.sum[ProjectFirm], row.Gen+all.sum[ProjectTurbines], row.Halls
	plan.HallsBy, plan.GridBy = row.Shell+soon[ProjectWork], row.Grid+soon[ProjectFirm]
	plan.gen, plan.stored = row.Gen+soon[ProjectTurbines], row.Batteries+soon[ProjectBatteries]
	plan.Live = p.v.live(plan.HallsBy, plan.GridBy, plan.gen, plan.stored)
}

// Live is the Live of a site's plan until a date, for those who need no more.
func (p *Pipeline) Live(s SiteID, by units.Date) units.KW {
	row, w := &p.v.w.sites[s], p.v.w
	if w.sc.sites[s].owner != p.v.who {
		return 0
	}
	if row.Projects == 0 { // then there are but the stages of the start
		halls, grid := w.stagesBy(s, by)
		return p.v.live(row.Shell+halls, row.Grid+grid, row.Gen, row.Batteries)
	}
	all, rows := p.gathered(s)
	return p.energised(s, p.by(s, by, all, rows))
}

// Halls is the Halls of a site's plan, whatever the date.
func (p *Pipeline) Halls(s SiteID) units.KW {
	if p.v.w.sc.sites[s].owner != p.v.who {
		return 0
	}
	all, _ := p.all(s)
	return p.v.w.sites[s].Shell + all.sum[ProjectWork]
}

// Reach is the most power that a site may have live by a date, as announced: what will be
// by then, or what halls and grid power that are on their way allow at last.
func (p *Pipeline) Reach(s SiteID, by units.Date) units.KW {
	row, w := &p.v.w.sites[s], p.v.w
	if w.sc.sites[s].owner != p.v.who {
		return 0
	}
	all, _ := p.all(s)
	reach := min(row.Shell+all.sum[ProjectWork], row.Grid+all.sum[ProjectFirm])
	if row.Gen+all.sum[ProjectTurbines]+row.Batteries+all.sum[ProjectBatteries] == 0 {
		return reach // what comes by the date is no more
	}
	return max(reach, p.Live(s, by))
}

// NextPower is the next announced day on which more power is live at an own site,
// 0 none.
func (p *Pipeline) NextPower(s SiteID) units.Date {
	return p.PowerBeyond(s, p.v.w.sites[s].Energised)
}

// PowerBeyond is the next announced day on which more than so much power is live at an own
// site, 0 none.
func (p *Pipeline) PowerBeyond(s SiteID, power units.KW) units.Date {
	if p.v.w.sc.sites[s].owner != p.v.who {
		return 0
	}
	all, rows := p.all(s)
	for day := p.v.Date(); day < all.last; {
		day = p.nextDay(s, day, all, rows)
		if p.energised(s, p.by(s, day, all, rows)) > power {
			return day
		}
	}
	return 0
}

// energised is the power live at a site with so much of what is announced.
func (p *Pipeline) energised(s SiteID, soon *[ProjectBatteries + 1]units.KW) units.KW {
	row := &p.v.w.sites[s]
	return p.v.live(row.Shell+soon[ProjectWork], row.Grid+soon[ProjectFirm], row.Gen+soon[ProjectTurbines], row.Batteries+soon[ProjectBatteries])
}

// nextDay is the next day after one, before the last, for which anything is announced for a
// site.
func (p *Pipeline) nextDay(s SiteID, day units.Date, all *announced, rows int32) units.Date {
	if all.next > day {
		return all.next
	}
	next := all.last
	from, to := p.v.w.coming(s)
	if n := p.v.w.stagedBy(from, to, day); from+n < to {
		next = min(next, p.v.w.later[from+n].planned)
	}
	for at := rows; at != 0; at = p.list[at].next {
		if when := p.list[at].when; when > day {
			next = min(next, when)
		}
	}
	return next
}

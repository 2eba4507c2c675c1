package sim

import (
	"entangle/sim/detmath"
	"entangle/sim/rng"
	"entangle/sim/units"
)

// construct brings power into the world: announced stages whose day has come go
// live, regions earn a week of what they can start, and works, requests, plants
// and energy contracts move on.
func (w *World) construct() {
	w.energise()
	if w.head.Tick%startWeeks == startWeeks-1 {
		w.payBuilders()
	}
	if len(w.works) == 1 {
		return
	}
	if w.head.Tick%startWeeks == startWeeks-1 {
		for r := 1; r < len(w.regions); r++ {
			w.accrue(&w.regions[r])
		}
		w.allot()
	}
	w.room.due = w.room.due[:0]
	week := w.head.Tick
	for c := 1; c < len(w.rests); c++ {
		rest := &w.rests[c]
		if week >= rest.works {
			w.moveWorks(CompanyID(c), rest)
		}
		if week >= rest.days {
			w.moveOn(CompanyID(c), rest)
		}
	}
	if len(w.room.due) > 0 {
		w.grantInLine()
	}
}

// moveWorks moves a company's works on. They wait for the builders' bill, so most weeks
// there is nothing to do for them.
func (w *World) moveWorks(c CompanyID, rest *rest) {
	first := uint32(never - 1)
	for use := w.inUse(c, useWorks); use.left != 0; {
		k := &w.works[use.next()]
		if k.Wakes <= w.head.Tick {
			w.workOn(k, c)
		}
		first = min(first, uint32(k.Wakes-1)) // what is finished waits for nothing: its week is 0
	}
	rest.works = int32(first + 1)
}

// moveOn does so for what waits for a day: requests, plants and energy contracts.
func (w *World) moveOn(c CompanyID, rest *rest) {
	first, today := uint32(units.LastDate-1), w.Date() // a row that is freed has the day 0
	for use := w.inUse(c, useRequests); use.left != 0; {
		at := use.next()
		day := w.requests[at].wakes()
		if day <= today {
			w.mature(at)
			day = w.requests[at].wakes()
		}
		first = min(first, uint32(day-1))
	}
	for use := w.inUse(c, usePlants); use.left != 0; {
		p := &w.plants[use.next()]
		day := p.wakes()
		if day <= today {
			w.commission(p)
			day = p.wakes()
		}
		first = min(first, uint32(day-1))
	}
	for use := w.inUse(c, useDeals); use.left != 0; {
		d := &w.deals[use.next()]
		day := d.wakes()
		if day <= today {
			w.expire(d)
			day = d.wakes()
		}
		first = min(first, uint32(day-1))
	}
	rest.days = w.weekFrom(units.Date(first) + 1)
}

// accrue gives a region four weeks of its yearly figures. What nobody takes is kept
// for a quarter, what the grid could grant for a year.
func (w *World) accrue(r *Region) {
	if r.Headroom == 0 {
		return
	}
	r.Room = min(r.Room+r.Headroom/startsAYear, r.Headroom)
	r.Builders = min(r.Builders+r.Contractors/startsAYear, r.Contractors/4)
	r.Iron = min(r.Iron+r.Transformers/startsAYear, r.Transformers/4)
	r.Units = min(r.Units+r.Turbines/startsAYear, r.Turbines/4)
	r.Asked -= r.Asked / startsAYear
	r.Grown -= r.Grown / startsAYear
	if w.head.Tick%lineWeeks == startWeeks-1 {
		w.lookAtLine(r)
	}
}

// lineWeeks is how often the wait in a region's line is reckoned anew where nobody joined it:
// what was asked in a year is forgotten slowly. By choice.
const lineWeeks = 3 * startWeeks

// What can be started in a region is given out by the month, and estimates of the wait
// stand for one. By choice: works wait for months.
const (
	startWeeks  = 4
	startsAYear = weeksInYear / startWeeks
)

const weeksInYear = 52

// wait draws a number of weeks.
func (w *World) wait(id rng.StreamID, subject uint64, s span) int32 {
	draw := w.stream(id, subject)
	return s.at(draw.Normal())
}

// at is the wait at a number of standard deviations.
func (s span) at(z float64) int32 {
	return int32(units.FromFloat(float64(s.median*detmath.Exp(float64(s.sigma*z))), s.least, s.most))
}

// serial numbers a company's projects, for their random streams.
func (w *World) serial(c CompanyID) uint64 {
	w.companies[c].Serial++
	return w.sc.companies[c].key + uint64(w.companies[c].Serial)*serialStride
}

// serialStride spreads the projects of a company over the subjects of a stream.
const serialStride = 0x9e3779b97f4a7c15

// energise opens the announced stages that are due within the week, the first of the
// table first. Their halls stand on the announced day; what comes late is the grid.
func (w *World) energise() {
	for at := w.openings[w.head.Tick]; at != 0; {
		stage := int(at - 1)
		at = w.together[stage]
		w.energiseStage(stage)
	}
}

// awaitStage notes the first week in which a stage has a day to come, among those of that week.
// Days do not move, so that in most weeks nobody looks at any of them.
func (w *World) awaitStage(stage int) {
	week := w.wakesStage(stage)
	w.stages[stage].Wakes = week
	if int(week) >= len(w.openings) {
		return // the run ends before
	}
	at := &w.openings[week]
	for *at != 0 && int(*at-1) < stage {
		at = &w.together[*at-1]
	}
	w.together[stage], *at = *at, int32(stage+1)
}

// energiseStage does for a stage what is due within the week.
func (w *World) energiseStage(at int) {
	s, info, today := &w.stages[at], &w.sc.stages[at], w.Date()
	if w.head.Tick > 0 && w.hallsBegin(at) == w.head.Tick {
		w.beginHalls(at)
	}
	if !s.Halls && info.planned < today+7 {
		s.Halls = true
		w.endHalls(at)
		w.sites[info.site].Shell += s.Add
		w.dueAt[info.site].sum[ProjectWork] -= s.Add
		w.relight(info.site, 0)
	}
	if s.Actual < today+7 {
		s.Done = true
		w.sites[info.site].Grid += s.Add
		w.regions[w.sc.sites[info.site].region].Grown += float64(s.Add)
		w.dueAt[info.site].sum[ProjectFirm] -= s.Add
		w.relight(info.site, 0)
	} else if info.planned >= today && info.planned < today+7 {
		w.emit(Event{Kind: EventStageSlipped, By: w.sc.sites[info.site].owner, Ref: Ref{OfSite, int32(info.site)},
			Qty: int64(s.Actual-info.planned+6) / 7, Amount: int64(s.Add)})
	}
	w.pass(info.site)
	w.awaitStage(at)
}

// relight is the one place where a site's energised power changes: halls, grid,
// turbines or batteries did, and cause is the event by which.
func (w *World) relight(id SiteID, cause EventID) {
	s := &w.sites[id]
	was := s.Energised
	s.Energised = w.feed(id, s.Grid, w.putToWork(id))
	if s.Energised != was || s.Gen|s.Flexible|s.Cut|s.Burnt != 0 {
		w.stirSite(id) // but halls that no grid feeds run nothing more, nor a grid without halls
	}
	owner, ref := w.sc.sites[id].owner, Ref{OfSite, int32(id)}
	w.live[owner] += s.Energised - was
	switch more := s.Energised - was; {
	case more > 0:
		w.emit(Event{Kind: EventSiteEnergised, Cause: cause, By: owner, Ref: ref, Qty: int64(w.couldRun(id, more)), Amount: int64(more)})
	case more < 0:
		w.emit(Event{Kind: EventPowerLost, Cause: cause, By: owner, Ref: ref, Qty: int64(w.wouldStop(id)), Amount: int64(-more)})
	}
}

// feed is the power that a site's halls can use of a grid power and of
// turbines.
func (w *World) feed(id SiteID, grid, gen units.KW) units.KW {
	return min(w.sites[id].Shell, grid+w.stored(id, grid)+gen)
}

// stored is what a site's batteries add to a grid power.
func (w *World) stored(id SiteID, grid units.KW) units.KW {
	return min(w.sites[id].Batteries, units.KW(units.PPM(batteryShare).Of(int64(grid))))
}

// putToWork is the power of a site's turbines that its company lets work.
func (w *World) putToWork(id SiteID) units.KW {
	return units.KW(w.companies[w.sc.sites[id].owner].Policy.Dispatch.Of(int64(w.sites[id].Gen)))
}

// wouldStop is the running compute at a site that its power no longer carries.
func (w *World) wouldStop(id SiteID) (sum units.H100e) {
	left := w.sites[id].Energised
	for at := w.sites[id].Fleets; at != 0; at = w.fleets[at].Next {
		f := &w.fleets[at]
		n := min(f.Running, f.fit(left))
		left -= f.draw(n)
		sum += units.H100e(f.Running-n) * w.families[f.Family].H100e
	}
	return sum
}

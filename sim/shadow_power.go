package sim

import "entangle/sim/units"

// The power that the forecast counts on. Announced dates are all that a company
// knows, and they are late as a rule, by months: taken at their word, power would
// bind nowhere.

// live is the power of a site on the days: what is live now, and of what is
// announced the part that its chance to have come by then is of it.
func (o *outlook) live(s SiteID, power *[daysRead][lanes]float64) {
	row, info := &o.w.sites[s], &o.w.sc.sites[s]
	var p [daysRead]hope
	for at := info.stages[0]; at < info.stages[1]; at++ {
		k, planned := &o.w.stages[at], o.w.sc.stages[at].planned
		if !k.Done {
			day, told := planned, planned < o.w.Date()
			if told { // the event of the slip names the new date
				day = k.Actual
			}
			o.hope(&p, ProjectFirm, day, k.Add, told)
		}
		if !k.Halls {
			o.hope(&p, ProjectWork, planned, k.Add, true)
		}
	}
	if row.Projects > 0 {
		o.projects(s, &p)
	}
	for d := range power {
		live := row.Energised
		if h := &p[d]; h.any {
			live = max(live, o.w.View(o.c).live(row.Shell+units.KW(h.halls), row.Grid+units.KW(h.grid), row.Gen+units.KW(h.gen), row.Batteries+units.KW(h.stored)))
		}
		if !on(o.w.sc.setup.Switches.PowerLimit) {
			live = maxExact
		}
		for l := range power[d] {
			power[d][l] = float64(live)
		}
		power[d][lanePower] += float64(probe * float64(row.Energised))
	}
}

// projects adds the works, requests and plants of a site.
func (o *outlook) projects(s SiteID, p *[daysRead]hope) {
	for use := o.w.inUse(o.c, useWorks); use.left != 0; {
		if k := &o.w.works[use.next()]; k.Site == s {
			o.hope(p, ProjectWork, k.Expected, k.Power, false)
		}
	}
	for use := o.w.inUse(o.c, useRequests); use.left != 0; {
		if q := &o.w.requests[use.next()]; q.Site == s {
			o.hope(p, ProjectFirm, q.Expected, q.Power-q.Granted, false)
		}
	}
	for use := o.w.inUse(o.c, usePlants); use.left != 0; {
		if k := &o.w.plants[use.next()]; k.Site != s || k.Works {
			continue
		} else if k.Battery {
			o.hope(p, ProjectBatteries, k.Expected, k.Power, false)
		} else {
			o.hope(p, ProjectTurbines, k.Expected, k.Power, false)
		}
	}
}

// hope is power expected at a site, kW.
type hope struct {
	halls, grid, gen, stored float64
	any                      bool
}

// hope adds what is announced for a date, sure or not.
func (o *outlook) hope(p *[daysRead]hope, kind ProjectKind, when units.Date, power units.KW, sure bool) {
	for d := range p {
		chance, h := arrival(o.w.Date(), when, dayRead[d]), &p[d]
		if sure {
			chance = 0
			if when <= o.w.Date()+dayRead[d] {
				chance = 1
			}
		}
		if chance <= 0 {
			continue
		}
		h.any = true
		more := float64(chance * float64(power))
		switch kind {
		case ProjectWork:
			h.halls += more
		case ProjectTurbines:
			h.gen += more
		case ProjectBatteries:
			h.stored += more
		default:
			h.grid += more
		}
	}
}

// arrival is the chance that what was announced for a date and has not come today
// will have come within some days: dates slip by up to mostSlip, any delay as likely
// as another; what is later than that may come any month.
func arrival(today, when, days units.Date) float64 {
	late := today - when
	if late < 0 {
		return float64(max(0, late+days)) / mostSlip
	}
	return min(1, float64(days)/float64(max(mostSlip-late, 28)))
}

// mostSlip is a year, the longest slip of a stage of the grid that scenarios have
// (octet: 16 to 52 weeks at most). Half of it does as well against cloned worlds.
const mostSlip = 39 * 7

package sim

import "entangle/sim/units"

// The power that the forecast counts on. Announced dates are late as a rule, by
// months: taken at their word, power would bind nowhere. Once a stage has missed its
// day, its new date is told, and that one holds.

// live is the power of a site on the days: what is live now, and of what is
// announced the part that its chance to have come by then is of it.
func (o *outlook) live(s SiteID, power *[daysRead][lanes]float64) {
	row := &o.w.sites[s]
	var p [daysRead]hope
	today := o.w.Date()
	for at, to := o.w.coming(s); at < to; at++ {
		k, planned := &o.w.stages[at], o.w.sc.stages[at].planned
		if !k.Done {
			day, told := planned, planned < today
			if told { // how late it is was news on that day
				day = k.Actual
			}
			expect(&p, ProjectFirm, today, day, k.Add, told)
		}
		if !k.Halls {
			expect(&p, ProjectWork, today, planned, k.Add, true) // halls stand on the day
		}
	}
	if row.Projects > 0 {
		o.projects(s, &p)
	}
	for d := range power {
		live := row.Energised
		if h := &p[d]; h.any {
			live = max(live, o.w.View(o.c).live(row.Shell+whole(h.halls), row.Grid+whole(h.grid), row.Gen+whole(h.gen), row.Batteries+whole(h.stored)))
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
	today := o.w.Date()
	for use := o.w.inUse(o.c, useWorks); use.left != 0; {
		if k := &o.w.works[use.next()]; k.Site == s {
			expect(p, ProjectWork, today, k.Expected, k.Power, false)
		}
	}
	for use := o.w.inUse(o.c, useRequests); use.left != 0; {
		if q := &o.w.requests[use.next()]; q.Site == s {
			expect(p, ProjectFirm, today, q.Expected, q.Power-q.Granted, false)
		}
	}
	for use := o.w.inUse(o.c, usePlants); use.left != 0; {
		if k := &o.w.plants[use.next()]; k.Site != s || k.Works {
			continue
		} else if k.Battery {
			expect(p, ProjectBatteries, today, k.Expected, k.Power, false)
		} else {
			expect(p, ProjectTurbines, today, k.Expected, k.Power, false)
		}
	}
}

// hope is power expected at a site, kW.
type hope struct {
	halls, grid, gen, stored float64
	any                      bool
}

// whole is an expectation in whole kilowatts.
func whole(kw float64) units.KW { return units.KW(units.Whole(kw, maxExact)) }

// expect adds what is announced for a date, sure or not.
func expect(p *[daysRead]hope, kind ProjectKind, today, when units.Date, power units.KW, sure bool) {
	for d := range p {
		chance, h := arrival(today, when, dayRead[d], sure), &p[d]
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
// will have come within some days. Dates that are not sure slip by up to mostSlip, any
// delay as likely as another; what is later than that may come any month.
func arrival(today, when, days units.Date, sure bool) float64 {
	switch late := today - when; {
	case late+days < 0:
		return 0
	case sure:
		return 1
	case late < 0:
		return float64(late+days) / mostSlip
	default:
		return min(1, float64(days)/float64(max(mostSlip-late, 28)))
	}
}

// mostSlip is three quarters of a year: stages of the grid are late by at most four
// to twelve months in the scenarios. Fitted to what cloned worlds gain by, from 20 to
// 52 weeks with little difference.
const mostSlip = 39 * 7

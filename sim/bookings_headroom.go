package sim

import (
	"math"

	"entangle/sim/units"
)

// headroom is what a landlord commits to for a day, at a site or, 0, at any.
func (w *World) headroom(a *asker, c CompanyID, f FamilyID, site SiteID) int64 {
	finds := 0.0
	free := w.commits(a, c, f, w.willHave(c, a.by, f, a.day, a.years), w.taken(c, a.by), 1, &finds)
	if site != 0 {
		free = min(free, units.Whole(w.canRun(site, f, w.liveBy(site, a.day), a.years), maxBooked)-int64(w.letAt[site]+w.pledgedAt(site)))
	}
	return max(0, free)
}

// commits is what a landlord commits to: what it will have by all that is announced,
// and where there is time to build what it dares to begin and finds the money for, less
// what is let or promised and what it needs itself. Where that is less than least nobody
// looks for the money; else finds is what it finds, 0 as long as nobody knows.
func (w *World) commits(a *asker, c CompanyID, f FamilyID, will float64, taken units.H100e, least int64, finds *float64) int64 {
	free, owned := w.freeOf(a, c, will, taken), float64(w.companies[c].Owned)
	if free < least || will <= owned {
		return free
	}
	if *finds == 0 {
		more, all := w.financeable(c, f, owned, will)
		if !all {
			return free // its cash alone is enough
		}
		*finds = more
	}
	return w.freeOf(a, c, min(will, owned+*finds), taken)
}

// taken is what of a landlord's compute is let where a tenant may rent, or promised to
// anybody.
func (w *World) taken(c, tenant CompanyID) units.H100e {
	sum := w.companies[c].Pledged
	for s := w.firstHeld(c); s != 0; s = w.nextHeld(s) {
		if w.sc.openTo(tenant, s) {
			sum += w.letAt[s]
		}
	}
	return sum
}

// freeOf is what a landlord commits to of what it will have, if so much of it is taken.
func (w *World) freeOf(a *asker, c CompanyID, will float64, taken units.H100e) int64 {
	co := &w.companies[c]
	needs := float64(float64(co.Wanted+co.Loss+co.Research)*a.grows) - float64(co.Rented)
	needs = max(needs, float64(will*(float64(co.Policy.Keep)/float64(units.One))), 0)
	free := will - float64(taken) - needs
	return units.Whole(float64(free*leaning(co.Temper.Risk, 0.5, 0.9)), maxBooked)
}

// willHave is the compute that a company will have on a day where a tenant may rent, in
// thousandths of an H100e.
func (w *World) willHave(c, tenant CompanyID, f FamilyID, day units.Date, years float64) (sum float64) {
	if w.companies[c].Projects > 0 {
		w.gather(c, day)
	}
	for s := w.firstHeld(c); s != 0; s = w.nextHeld(s) {
		if w.sc.openTo(tenant, s) {
			sum += w.canRun(s, f, w.liveWith(c, s, day), years)
		}
		w.room.brings[s] = brings{} // most have none, and nobody could guess which
	}
	if over := float64(years*weeksAYear) - buildWeeks; over >= 0 { // there is time to break ground
		sum += float64(sum * leaning(w.companies[c].Temper.Risk, 0.1, 0.7))
	}
	return sum
}

// financeable is the new compute that a company can find the money for: its cash, and as
// much of its value as it dares to owe or to sell, for what lenders do not lend on the
// chips and the halls themselves. Nobody asks what it is worth, and all is not set, where its
// cash brings what it owns to what it is to have.
func (w *World) financeable(c CompanyID, f FamilyID, owned, will float64) (finds float64, all bool) {
	s := w.largestSite(c)
	if f == 0 || s == 0 {
		return 0, true
	}
	money, k := float64(max(w.companies[c].Cash, 0)), &w.families[f]
	chips, halls := float64(w.View(c).CostOf(f)), float64(float64(w.wattsAt(s, f))*(hallCost/1000.0))
	if w.financed() {
		if on(w.sc.setup.Switches.Debt) {
			chips -= float64(chips * (chipAdvance / float64(units.One)))
			halls -= float64(halls * (hallAdvance / float64(units.One)))
		}
		if owned+float64(float64(money/(chips+halls))*float64(k.H100e)) >= will {
			return 0, false
		}
		money += float64(float64(w.valuation(c, nil)) * leaning(w.companies[c].Temper.Risk, 0.1, 0.4))
	}
	return float64(float64(money/(chips+halls)) * float64(k.H100e)), true
}

// canRun is the compute that a site will have with so much power in so many years: its
// chips, and new ones for the power that waits for them, where there is time to have them made.
func (w *World) canRun(s SiteID, f FamilyID, live units.KW, years float64) float64 {
	row := &w.sites[s]
	if live <= 0 {
		return 0
	}
	if row.Standing >= live {
		return float64(float64(row.Owned)*float64(live)) / float64(row.Standing)
	}
	if f == 0 {
		return float64(row.Owned)
	}
	more := live - row.Standing
	weeks := float64(years*weeksAYear) - (w.families[f].Lead + float64(row.Install))
	late := units.KW(math.Float64bits(weeks)) >> 63 // all bits, or no bit: nobody can guess which come in time
	more = min(more, row.Ordered&late|more&^late)
	return float64(row.Owned) + float64(float64(more)*float64(1000*w.families[f].H100e))/float64(max(w.wattsAt(s, f), 1))
}

// bookedByName has a bit for each site, modulo 64, that tenants have named: pledgedAt is
// nothing at others. Those that name none share the bit of site 64.
func (w *World) bookedByName() (set uint64) {
	for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
		set |= 1 << (w.clauses[row].Site & 63)
	}
	return set
}

// pledgedAt is what is booked of a site by name and not handed over.
func (w *World) pledgedAt(s SiteID) (sum units.H100e) {
	for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
		if c := &w.clauses[row]; c.Site == s {
			sum += units.H100e(max(c.Qty-c.Now, 0))
		}
	}
	return sum
}

package sim

import "entangle/sim/units"

// brings is what projects are announced to bring a site until a day.
type brings struct{ halls, grid, gen, stored units.KW }

// gather adds up what a company's projects bring its sites until a day: once for all of
// them, for each has to be looked at. Who has gathered clears what there is of every held site
// that has projects, which others have nothing of.
func (w *World) gather(c CompanyID, day units.Date) {
	at := w.room.brings
	for use := w.inUse(c, useWorks); use.left != 0; {
		k := &w.works[use.next()]
		at[k.Site].halls += until(k.Expected, day, k.Power)
	}
	for use := w.inUse(c, useRequests); use.left != 0; {
		q := &w.requests[use.next()]
		at[q.Site].grid += until(q.Expected, day, q.Power-q.Granted)
	}
	for use := w.inUse(c, usePlants); use.left != 0; {
		k := &w.plants[use.next()]
		if power := until(k.Expected, day, k.Power); k.Works {
			continue
		} else if k.Battery {
			at[k.Site].stored += power
		} else {
			at[k.Site].gen += power
		}
	}
}

// liveBy is the power that is announced to be live at a site on a day: the Live of its
// plan.
func (w *World) liveBy(s SiteID, day units.Date) units.KW {
	owner := w.sc.sites[s].owner
	if w.sites[s].Projects == 0 {
		return w.liveWith(owner, s, day)
	}
	w.gather(owner, day)
	live := w.liveWith(owner, s, day)
	for at := w.firstHeld(owner); at != 0; at = w.nextHeld(at) {
		w.room.brings[at] = brings{}
	}
	return live
}

// liveWith is liveBy where what projects bring the owner's sites was gathered.
func (w *World) liveWith(owner CompanyID, s SiteID, day units.Date) units.KW {
	row := &w.sites[s]
	halls, grid := w.stagesBy(s, day)
	b := &w.room.brings[s] // nothing where there are no projects, and nobody can guess where
	return w.View(owner).live(row.Shell+halls+b.halls, row.Grid+grid+b.grid, row.Gen+b.gen, row.Batteries+b.stored)
}

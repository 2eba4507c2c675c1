package sim

import "entangle/sim/units"

// brings is what projects are announced to bring a site until a day.
type brings struct{ halls, grid, gen, stored units.KW }

// gather adds up what a company's projects bring its sites until a day: once for all of
// them, for each has to be looked at. Who has gathered takes what there is of every held site.
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

// taken is what was gathered for a site; it makes room for the next who gathers.
func (b *brings) taken() brings {
	x := *b
	*b = brings{}
	return x
}

// liveBy is the power that is announced to be live at a site on a day: the Live of its
// plan.
func (w *World) liveBy(s SiteID, day units.Date) units.KW {
	var b brings
	if owner := w.sc.sites[s].owner; w.sites[s].Projects > 0 {
		w.gather(owner, day)
		b = w.room.brings[s]
		for at := w.firstHeld(owner); at != 0; at = w.nextHeld(at) {
			w.room.brings[at] = brings{}
		}
	}
	return w.liveWith(s, day, b)
}

// liveWith is liveBy where what projects bring was gathered.
func (w *World) liveWith(s SiteID, day units.Date, b brings) units.KW {
	row := &w.sites[s]
	halls, grid := w.stagesBy(s, day)
	return w.View(w.sc.sites[s].owner).live(row.Shell+halls+b.halls, row.Grid+grid+b.grid, row.Gen+b.gen, row.Batteries+b.stored)
}

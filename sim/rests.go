package sim

import "entangle/sim/units"

// Works, requests, plants and energy contracts wait for days. World.rests has for each
// company the first week in which something may be due, so that until then nobody looks at
// them; 0 is always right, and what changes a row from outside sets it.

// rest is until when nobody looks at works, and at the others, which rest for longer.
type rest struct{ works, days int32 }

// stir has a company's works looked at in the next week that moves them on, stirDays what
// waits for days.
func (w *World) stir(c CompanyID)     { w.rests[c].works = 0 }
func (w *World) stirDays(c CompanyID) { w.rests[c].days = 0 }

// await has the others looked at no later than a row of a kind that is new wants it.
func (w *World) await(c CompanyID, kind, row int) {
	var day units.Date
	switch kind {
	case useRequests:
		day = w.requests[row].wakes()
	case usePlants:
		day = w.plants[row].wakes()
	default:
		day = w.deals[row].wakes()
	}
	w.rests[c].days = min(w.rests[c].days, w.weekFrom(day))
}

// wakes is the first week in which a work of a company has a day that has come, and a
// request, a plant or an energy contract.
func (w *World) wakes(c CompanyID) rest {
	first, works := units.LastDate, never
	for use := w.inUse(c, useWorks); use.left != 0; {
		works = min(works, w.works[use.next()].Wakes)
	}
	for use := w.inUse(c, useRequests); use.left != 0; {
		first = min(first, w.requests[use.next()].wakes())
	}
	for use := w.inUse(c, usePlants); use.left != 0; {
		first = min(first, w.plants[use.next()].wakes())
	}
	for use := w.inUse(c, useDeals); use.left != 0; {
		first = min(first, w.deals[use.next()].wakes())
	}
	return rest{works, w.weekFrom(first)}
}

// weekFrom is the first week that begins on a day or after it.
func (w *World) weekFrom(day units.Date) int32 { return int32(max(0, day-w.sc.setup.Start+6) / 7) }

// never is a week that does not come.
const never = int32(1<<31 - 1)

// wakesStage is the first week in which a stage has a day to come.
func (w *World) wakesStage(at int) int32 {
	s := &w.stages[at]
	switch {
	case s.Done:
		return never
	case s.Halls:
		return w.weekFrom(s.Actual - 6)
	case w.hallsBegin(at) > w.head.Tick && w.hallBill(at) > 0:
		return w.hallsBegin(at)
	}
	return w.weekFrom(min(s.Actual, w.sc.stages[at].planned) - 6)
}

// wakes is the first day on which mature has something to do, or the grid.
func (q *Request) wakes() units.Date {
	steps := units.Date(q.Step+1) * (q.Due - q.Filed) // thirds of a day; after two steps it is due
	return min(q.Due, q.Expected, q.Filed+(steps+2)/3)
}

// wakes is the first day on which commission has something to do.
func (p *Plant) wakes() units.Date {
	first := units.LastDate
	if !p.Permitted && p.Permit != 0 {
		first = p.Permit
	}
	if !p.Works {
		first = min(first, p.Expected)
		if !p.Enjoined && (p.Permitted || !p.First) {
			first = min(first, p.Due)
		}
	}
	return first
}

// wakes is the first day on which expire has something to do.
func (d *Deal) wakes() units.Date {
	if !d.Live {
		return min(d.Start, d.End)
	}
	return d.End
}

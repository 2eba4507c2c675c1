package sim

import "entangle/sim/units"

// announced is power that is announced for a site, and from when to when it comes: nothing
// before next, all of it by last.
type announced struct {
	sum        [ProjectBatteries + 1]units.KW // by kind
	next, last units.Date                     // 0 when nothing is announced
}

// enter adds what a project is announced to bring.
func (a *announced) enter(kind ProjectKind, when units.Date, power units.KW) {
	a.sum[kind] += power
	next := a.next
	if uint32(when-1) < uint32(next-1) { // sooner than the next, if there is one
		next = when
	}
	a.next, a.last = next, max(a.last, when)
}

// later is what stands about a stage of the start where those of a site are walked: beside
// the next one, for a processor reads rows in pieces of 64 bytes.
type later struct {
	planned units.Date
	after   units.KW // the power of the later ones of its site
}

// announce adds up the stages of the start that are to come at a site, so that nobody has
// to walk them each time. From then on what is there is taken off again: see energiseBlock.
func (w *World) announce(s SiteID) {
	a := &w.dueAt[s]
	*a = announced{}
	from, to := w.coming(s)
	for at := from; at < to; at++ {
		planned, power := w.sc.stages[at].planned, w.stages[at].Add
		a.enter(ProjectWork, planned, power)
		a.enter(ProjectFirm, planned, power)
	}
	after := units.KW(0)
	for at := to - 1; at >= from; at-- {
		w.later[at] = later{w.sc.stages[at].planned, after}
		after += w.stages[at].Add
	}
}

// pass goes by the stages of a site that are there in full.
func (w *World) pass(s SiteID) {
	from, to := w.coming(s)
	at := from
	for at < to && w.stages[at].Halls && w.stages[at].Done {
		at++
	}
	if at == from {
		return
	}
	w.staged[s] = int32(at)
	if due := &w.dueAt[s]; at < to {
		due.next = w.sc.stages[at].planned
	} else {
		due.next, due.last = 0, 0
	}
}

// coming are the announced stages of a site, from inclusive to exclusive, by their dates,
// without those before the first that is not there in full.
func (w *World) coming(s SiteID) (from, to int) { return int(w.staged[s]), w.sc.sites[s].stages[1] }

// stagesBy is the power of halls and grid that the stages of the start are announced to
// bring a site until a day that is not over. Halls stand on the announced day, so what is
// late is grid power, and due today.
func (w *World) stagesBy(s SiteID, day units.Date) (halls, grid units.KW) {
	due := &w.dueAt[s]
	if day >= due.last {
		return due.sum[ProjectWork], due.sum[ProjectFirm]
	}
	from, to := w.coming(s)
	n := w.stagedBy(from, to, day)
	last := from + n - 1
	halls = due.sum[ProjectWork] - w.later[last&^(last>>63)].after // without those of which the halls stand already
	if n == 0 {
		halls = 0
	}
	return halls, halls + due.sum[ProjectFirm] - due.sum[ProjectWork]
}

// stagedBy is how many of some stages have come by a day.
func (w *World) stagedBy(from, to int, day units.Date) int {
	list, left := (*[leapRoom]later)(w.later[from:]), to-from
	n := leap(list, leap(list, leap(list, 0, 4, day, left), 2, day, left), 1, day, left)
	if n == leapRoom-1 {
		for n < left && w.later[from+n].planned <= day {
			n++
		}
	}
	return n
}

// leapRoom is 1 more than how many stages are looked at by leaps.
const leapRoom = 8

// leap goes on by a step from the nth of some stages, of which so many are left, if all that
// it passes have come by a day. It does not branch, for nobody could guess.
func leap(list *[leapRoom]later, n, step int, day units.Date, left int) int {
	next := n + step
	beyond := (int(day-list[uint(next-1)%leapRoom].planned) | (left - next)) >> 63 // all bits, or none
	return n + step&^beyond
}

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
	if a.next == 0 || when < a.next {
		a.next = when
	}
	a.last = max(a.last, when)
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
	list := w.later[w.staged[s]:]
	n := early(list, day)
	halls = due.sum[ProjectWork] - list[max(n-1, 0)].after // without those of which the halls stand already
	if n == 0 {
		halls = 0
	}
	return halls, halls + due.sum[ProjectFirm] - due.sum[ProjectWork]
}

// laterRows is how many rows are always looked at together, and how many the table has more
// than there are stages.
const laterRows = 7

// early is how many of the next stages are announced until a day on which a later one of
// the same site is not. Few sites have more than are counted one by one, without a branch:
// nobody could guess the last.
func early(list []later, day units.Date) int {
	next := (*[laterRows]later)(list)
	day++
	still := uint32(next[0].planned-day) >> 31
	n := still
	still &= uint32(next[1].planned-day) >> 31
	n += still
	still &= uint32(next[2].planned-day) >> 31
	n += still
	still &= uint32(next[3].planned-day) >> 31
	n += still
	still &= uint32(next[4].planned-day) >> 31
	n += still
	still &= uint32(next[5].planned-day) >> 31
	n += still
	still &= uint32(next[6].planned-day) >> 31
	n += still
	all := int(n)
	for all >= laterRows && list[all].planned < day {
		all++
	}
	return all
}

package session

import (
	"cmp"
	"slices"

	"entangle/sim"
	"entangle/sim/units"
)

// Highlight is an event with its effect on the standing of those it concerns:
// sim.World.Impact, a share. More counts smaller events of the same kind, about
// the same parties and thing, that it stands for too.
type Highlight struct {
	Date   units.Date // first day of the week in which it happened
	Event  sim.Event
	Impact float64
	More   int
}

// Highlights is an observer that remembers the events with the largest effect,
// each only once however often it came again.
type Highlights struct {
	byKey map[eventKey]int // index into list
	list  []Highlight
}

// eventKey is what makes two events tell the same thing.
type eventKey struct {
	kind     sim.EventKind
	by, peer sim.CompanyID
	ref      sim.Ref
}

// Observe implements Observer.
func (h *Highlights) Observe(w *sim.World) {
	if w.Head().Tick == 0 {
		h.byKey, h.list = map[eventKey]int{}, h.list[:0]
		return
	}
	date := w.Date().AddWeeks(-1)
	for _, e := range w.Events() {
		if impact := w.Impact(e); impact > 0 {
			h.note(Highlight{Date: date, Event: e, Impact: impact})
		}
	}
}

func (h *Highlights) note(x Highlight) {
	key := eventKey{x.Event.Kind, x.Event.By, x.Event.Peer, x.Event.Ref}
	at, known := h.byKey[key]
	switch {
	case !known:
		h.byKey[key] = len(h.list)
		h.list = append(h.list, x)
	case x.Impact > h.list[at].Impact:
		x.More = h.list[at].More + 1
		h.list[at] = x
	default:
		h.list[at].More++
	}
}

// Top returns the n events with the largest effect, in the order of time. Of
// equal ones the earlier counts.
func (h *Highlights) Top(n int) []Highlight {
	list := slices.Clone(h.list)
	slices.SortFunc(list, func(a, b Highlight) int {
		return cmp.Or(cmp.Compare(b.Impact, a.Impact), cmp.Compare(a.Event.ID, b.Event.ID))
	})
	list = list[:min(n, len(list))]
	slices.SortFunc(list, func(a, b Highlight) int { return cmp.Compare(a.Event.ID, b.Event.ID) })
	return list
}

package session

import (
	"cmp"
	"math"
	"slices"

	"entangle/sim"
	"entangle/sim/units"
)

// Highlight is an event with its effect on the standing of those it concerns:
// sim.World.Impact, a share. More counts smaller events of the same kind, about
// the same parties and thing, that it stands for too. What concerns everybody has no
// impact.
type Highlight struct {
	Date   units.Date // first day of the week in which it happened
	Event  sim.Event
	Impact float64
	More   int

	rank float64 // Impact, the more the larger the company; of what concerns everybody see worldNews
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
		impact := w.Impact(e)
		switch {
		case !News(e):
		case e.By != 0 && !w.Scenario().Ranked(e.By): // what many do is nobody's story
		case e.Kind == sim.EventFrontierMoved: // by how far
			h.note(Highlight{Date: date, Event: e, rank: frontierNews * float64(e.Qty-e.Amount) / float64(max(e.Amount, 1))})
		case e.Kind == sim.EventFright: // by how much values fall
			if e.Qty < leastFright {
				continue
			}
			h.note(Highlight{Date: date, Event: e, rank: frightNews * float64(e.Qty) / float64(units.One)})
		case e.Kind == sim.EventHiringWave: // by how many come
			h.note(Highlight{Date: date, Event: e, rank: hiringNews * float64(e.Qty)})
		case ofTheWorld(e.Kind):
			h.note(Highlight{Date: date, Event: e, rank: worldNews})
		case e.Kind == sim.EventLoanTaken: // by what the company is worth: the money is owed
			h.note(Highlight{Date: date, Event: e, Impact: impact, rank: burden(w, &e) * math.Sqrt(weight(w, &e))})
		case impact > 0 && e.Kind != sim.EventRoundOpened: // what came of it is told
			h.note(Highlight{Date: date, Event: e, Impact: impact, rank: impact * math.Sqrt(weight(w, &e))})
		}
	}
}

// ofTheWorld tells whether an event concerns everybody: one from outside, a fright of markets, people who
// move in crowds, or a model that moves what models can do or what they cost.
func ofTheWorld(k sim.EventKind) bool {
	return k == sim.EventOutside || k == sim.EventFright || k == sim.EventFrontierMoved || k == sim.EventEfficiencyShock || k == sim.EventHiringWave
}

// worldNews is the rank of such an event: that of one that moves a third of a company
// with a tenth of the world. By choice.
const worldNews = 0.1

// leastFright is the fall of values from which a fright is part of the story of a run: a
// tenth is what markets call a correction. Smaller ones come several times in a year and
// are forgotten in the next; who plays hears of each when it happens.
const leastFright = int64(units.One / 10)

// frightNews makes such a rank of a fall of values by a fifth. By choice.
const frightNews = 0.5

// hiringNews makes such a rank of six known people hired within a quarter. By choice.
const hiringNews = worldNews / 6

// frontierNews makes such a rank of four points more in 150. By choice.
const frontierNews = 4

// weight is the part of the world's compute, or of its money, that the company of an
// event has: what shakes a small one is no news to the others.
func weight(w *sim.World, e *sim.Event) float64 {
	has := func(c sim.CompanyID) float64 {
		co := w.Company(c)
		if e.Kind.Spec().Measure == sim.MeasureMoney {
			return float64(max(co.Cash, 0))
		}
		return float64(co.Own + co.Rented)
	}
	all := 0.0
	for c := 1; c <= w.Scenario().Companies(); c++ {
		all += has(sim.CompanyID(c))
	}
	return has(e.By) / max(all, 1)
}

// burden is what a loan comes to, of what its taker is worth.
func burden(w *sim.World, e *sim.Event) float64 {
	return float64(e.Amount) / float64(max(w.View(e.By).Value(), units.USD(e.Amount), 1))
}

func (h *Highlights) note(x Highlight) {
	key := eventKey{x.Event.Kind, x.Event.By, x.Event.Peer, x.Event.Ref}
	at, known := h.byKey[key]
	switch {
	case !known:
		h.byKey[key] = len(h.list)
		h.list = append(h.list, x)
	case x.Event.Kind == sim.EventHiringWave && x.Event.Qty > h.list[at].Event.Qty: // it tells of those before it
		h.list[at] = x
	case x.rank > h.list[at].rank:
		x.More = h.list[at].More + 1
		h.list[at] = x
	default:
		h.list[at].More++
	}
}

// leastImpact is the effect that rounds to 1 %; a smaller one is none to tell.
const leastImpact = 0.005

// Gain tells whether the one it happened to gains (+1) or loses (-1) by it.
// The kind's spec decides, but for the end of a contract, which is a loss if it
// took compute away.
func (h Highlight) Gain() int8 {
	switch k := h.Event.Kind; {
	case k != sim.EventContractEnded && k != sim.EventContractBroken:
		return k.Spec().Gain
	case h.Event.Qty > 0:
		return -1
	}
	return 0
}

// mostOfAKind is how many events of a kind are told: who reads the third has understood.
const mostOfAKind = 2

// Top returns the n events with the largest effect, those of large companies before
// those of small ones, first one of each kind (of those from outside two) and then at most
// as many more, in the order of time; fewer if no others have an effect of at least 1 % in
// round figures or concern everybody. Of equal ones the earlier counts.
func (h *Highlights) Top(n int) []Highlight {
	list := slices.DeleteFunc(slices.Clone(h.list), func(x Highlight) bool { return x.Impact < leastImpact && !ofTheWorld(x.Event.Kind) })
	slices.SortFunc(list, func(a, b Highlight) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.Event.ID, b.Event.ID))
	})
	told, turn := map[sim.EventKind]int{}, map[sim.EventID]int{}
	for _, x := range list {
		told[x.Event.Kind]++
		turn[x.Event.ID] = told[x.Event.Kind]
		if x.Event.Kind == sim.EventOutside { // each is another story
			turn[x.Event.ID] = (turn[x.Event.ID] + 1) / 2
		}
	}
	list = slices.DeleteFunc(list, func(x Highlight) bool { return turn[x.Event.ID] > mostOfAKind })
	slices.SortStableFunc(list, func(a, b Highlight) int { return cmp.Compare(turn[a.Event.ID], turn[b.Event.ID]) })
	list = list[:min(n, len(list))]
	slices.SortFunc(list, func(a, b Highlight) int { return cmp.Compare(a.Event.ID, b.Event.ID) })
	return list
}

package session

import (
	"entangle/sim"
	"entangle/sim/units"
)

// Playback gives a session the orders of a file week by week, and remembers
// which of them the world refused.
type Playback struct {
	file    *OrderFile
	next    int // first line not yet given
	week    []sim.Order
	refused []RefusedOrder
	waiting map[sim.EventID]OrderLine // lines on their way through the organisation
	before  *sim.World                // as it was before the week
	trial   *sim.World
	orders  []sim.Order
}

// RefusedOrder is a line that the world refused.
type RefusedOrder struct {
	OrderLine
	Refusal sim.Refusal
	Near    sim.Order // the nearest order that would have passed, if Passes
	Passes  bool
	// Alone: at the start of the week the order would have passed as it is; what
	// others or earlier lines of the week ordered came first.
	Alone bool
	// Late: allowed when it was given, and no longer when it came out of the
	// organisation on Came.
	Late bool
	Came units.Date
}

// NewPlayback makes the session's company follow the file: its strategy is off,
// its standing policies go on.
func NewPlayback(s *Session, f *OrderFile) *Playback {
	s.Play(f.Company, nil)
	sc := s.World.Scenario()
	return &Playback{file: f, before: sim.New(sc), trial: sim.New(sc), waiting: map[sim.EventID]OrderLine{}}
}

// Advance plays a week of the session with the orders whose dates lie in it.
func (p *Playback) Advance(s *Session) {
	first, end := p.next, s.World.Date().AddWeeks(1)
	p.week = p.week[:0]
	for p.next < len(p.file.Lines) && p.file.Lines[p.next].Date < end {
		p.week = append(p.week, p.file.Lines[p.next].Order)
		p.next++
	}
	if len(p.week) == 0 {
		s.Advance(nil)
		p.dropped(s.World)
		return
	}
	p.before.CopyFrom(s.World)
	s.Advance(p.week)
	known := len(p.refused)
	if len(p.refusals(s.World)) > 0 {
		p.blame(p.file.Lines[first:p.next], s.Orders()[len(p.week):])
	}
	p.follow(s.World, p.file.Lines[first:p.next], p.refused[known:])
	p.dropped(s.World)
}

// follow notes which lines of the week went into the organisation: the world
// says so in the order in which they were given.
func (p *Playback) follow(w *sim.World, lines []OrderLine, refused []RefusedOrder) {
	next := 0
	for _, e := range w.Events() {
		if e.Kind != sim.EventOrderWaits || e.By != p.file.Company {
			continue
		}
		for ; next < len(lines); next++ {
			l := lines[next]
			if len(refused) > 0 && refused[0].Line == l.Line {
				refused = refused[1:]
			} else if p.before.Wait(l.Order) > 0 {
				p.waiting[e.ID] = l
				next++
				break
			}
		}
	}
}

// dropped notes the lines that came out of the organisation too late.
func (p *Playback) dropped(w *sim.World) {
	for _, e := range w.Events() {
		l, known := p.waiting[e.Cause]
		if e.Kind == sim.EventOrderDropped && known {
			p.refused = append(p.refused, RefusedOrder{OrderLine: l, Late: true, Came: w.Date().AddWeeks(-1),
				Refusal: sim.Refusal{Reason: e.Reason, Amounts: sim.Amounts{Have: e.Amount, Need: e.Qty}, Ref: e.Ref}})
		}
	}
}

// Refused lists the refused lines so far, in the order of the file.
func (p *Playback) Refused() []RefusedOrder { return p.refused }

// Left is how many lines have not been given yet: after a run, those dated after
// its end.
func (p *Playback) Left() int { return len(p.file.Lines) - p.next }

// refusals lists the last week's refusals of the company.
func (p *Playback) refusals(w *sim.World) (list []sim.Event) {
	for _, e := range w.Events() {
		if e.Kind == sim.EventOrderRefused && e.By == p.file.Company {
			list = append(list, e)
		}
	}
	return list
}

// blame finds the lines that were refused. It plays the week again with the
// first line, the first two and so on: whether a line is refused depends only on
// those before it and on other companies.
func (p *Playback) blame(lines []OrderLine, others []sim.Order) {
	known := 0
	for i := range lines {
		p.orders = p.orders[:0]
		for _, l := range lines[:i+1] {
			p.orders = append(p.orders, l.Order)
		}
		p.orders = append(p.orders, others...)
		p.trial.CopyFrom(p.before)
		p.trial.Step(sim.Input{Orders: p.orders})
		now := p.refusals(p.trial)
		if len(now) > known {
			p.note(lines[i], now)
		}
		known = max(known, len(now))
	}
}

// note keeps a refused line with what would have passed when the week began.
func (p *Playback) note(line OrderLine, events []sim.Event) {
	e := events[len(events)-1]
	r := RefusedOrder{OrderLine: line, Refusal: sim.Check(p.before, line.Order)}
	r.Alone = r.Refusal.Allowed()
	if r.Refusal.Reason != e.Reason {
		r.Refusal = sim.Refusal{Reason: e.Reason, Amounts: sim.Amounts{Need: e.Qty}, Ref: e.Ref}
	}
	if !r.Alone {
		r.Near, r.Passes = sim.Counter(p.before, line.Order)
	}
	p.refused = append(p.refused, r)
}

package backtest

import (
	"cmp"
	"fmt"
	"slices"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/session"
	"entangle/sim/units"
)

// slot is a reading of a day: metrics of an entity, added up. A world of date D
// stands for the day D; a day between two worlds has its value on the straight
// line from one to the other.
type slot struct {
	metrics []int
	id      int32
	week    int     // the world at or before the day
	part    float64 // of the week from there to the day
	value   float64
}

// number is one number of a run: a stock at a day, or what a flow's total gained
// between two.
type number struct {
	from, to int // slots; from -1: a stock
	scale    float64
	beside   []added
}

// plan says what to read in a run. It is shared by all that play.
type plan struct {
	start   units.Date
	slots   []slot
	index   map[slotKey]int
	numbers []number
	parts   []sim.Beside
	weeks   int // so many are played
}

// slotKey tells slots apart.
type slotKey struct {
	metrics string
	id      int32
	day     units.Date
}

func newPlan(start units.Date) *plan { return &plan{start: start, index: map[slotKey]int{}} }

// slot returns the number of a slot, a new one if there is none like it.
func (p *plan) slot(metrics []int, id int32, day units.Date) int {
	key := slotKey{fmt.Sprint(metrics), id, day}
	if at, ok := p.index[key]; ok {
		return at
	}
	days := int(day - p.start)
	s := slot{metrics: metrics, id: id, week: days / 7, part: float64(days%7) / 7}
	p.weeks = max(p.weeks, s.week+cmp.Compare(s.part, 0))
	p.index[key] = len(p.slots)
	p.slots = append(p.slots, s)
	return len(p.slots) - 1
}

// stock adds a stock's number.
func (p *plan) stock(metrics []int, id int32, day units.Date, scale float64) {
	p.numbers = append(p.numbers, number{from: -1, to: p.slot(metrics, id, day), scale: scale})
}

// flow adds what a flow brings from one day to another, both included.
func (p *plan) flow(metrics []int, id int32, start, end units.Date, scale float64) {
	p.numbers = append(p.numbers, number{from: p.slot(metrics, id, start), to: p.slot(metrics, id, end+1), scale: scale})
}

// with adds a part beside the scenario to the last number, a flow from one day to
// another or a stock of the first of them; scale is from dollars.
func (p *plan) with(b sim.Beside, start, end units.Date, scale float64) {
	at := slices.Index(p.parts, b)
	if at < 0 {
		at = len(p.parts)
		p.parts = append(p.parts, b)
	}
	last := &p.numbers[len(p.numbers)-1]
	last.beside = append(last.beside, added{at, int(start - p.start), int(end-p.start) + 1, scale})
}

// gauge takes the readings of one run after the other.
type gauge struct {
	plan    *plan
	metrics []sim.Metric
	slots   []slot
	due     [][]int // by week: slots that are read then
	beside  []beside
}

func (p *plan) gauge() experiment.Gauge {
	g := &gauge{plan: p, metrics: sim.Metrics(), slots: slices.Clone(p.slots), due: make([][]int, p.weeks+1), beside: make([]beside, len(p.parts))}
	for i, s := range g.slots {
		g.due[s.week] = append(g.due[s.week], i)
		if s.part > 0 {
			g.due[s.week+1] = append(g.due[s.week+1], i)
		}
	}
	return g
}

// Observe implements experiment.Gauge.
func (g *gauge) Observe(s *session.Session) {
	week := int(s.World.Head().Tick)
	if week >= len(g.due) {
		return
	}
	for i := 0; week == 0 && i < len(g.beside); i++ {
		g.beside[i].stands = g.plan.parts[i].Stands
		g.beside[i].weekly, g.beside[i].growth = s.World.BesideIn(g.plan.parts[i])
	}
	for _, i := range g.due[week] {
		at := &g.slots[i]
		now := 0.0
		for _, m := range at.metrics {
			now += g.metrics[m].Read(s.World, at.id)
		}
		if week == at.week {
			at.value = now
		} else {
			at.value += float64(at.part * (now - at.value))
		}
	}
}

// Read implements experiment.Gauge.
func (g *gauge) Read(out []float64) int {
	for i, n := range g.plan.numbers {
		v := g.slots[n.to].value
		if n.from >= 0 {
			v -= g.slots[n.from].value
		}
		out[i] = float64(v * n.scale)
		for _, a := range n.beside {
			out[i] += float64(a.scale * g.beside[a.part].from(a.start, a.end))
		}
	}
	return len(g.plan.numbers)
}

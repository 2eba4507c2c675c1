package experiment

import (
	"entangle/sim"
	"entangle/sim/session"
)

// Outcome is something that runs come to: a number of each run, or several that
// are measured together. outcome_metric.go makes outcomes of metrics; the others
// stand here.
type Outcome struct {
	Numbers []Unit // their names and units

	// Gauge makes what measures them in the runs of one scenario. Each worker has
	// one of its own for each arm.
	Gauge func(sc *sim.Scenario) (Gauge, error)
}

// Gauge measures one run after the other.
type Gauge interface {
	// Observe sees the start, where it begins afresh, and the end of each week.
	Observe(s *session.Session)
	// Read writes the run's numbers to the front of out and returns how many.
	Read(out []float64) int
}

// Named gives an outcome of one number another name.
func (o Outcome) Named(name string) Outcome {
	o.Numbers = append([]Unit(nil), o.Numbers...)
	for i := range o.Numbers[:min(1, len(o.Numbers))] {
		o.Numbers[i].Name = name
	}
	return o
}

// Watch is an outcome that two functions measure: see is shown the session at
// the start, when World.Head().Tick is 0 and it begins afresh, and after each
// week; value tells at the end what came of it. start makes a pair of them.
func Watch(name, unit string, start func(sc *sim.Scenario) (see func(s *session.Session), value func() float64)) Outcome {
	return Outcome{[]Unit{{name, unit}}, func(sc *sim.Scenario) (Gauge, error) {
		see, value := start(sc)
		return &watching{see, value}, nil
	}}
}

type watching struct {
	see   func(s *session.Session)
	value func() float64
}

// Observe implements Gauge.
func (g *watching) Observe(s *session.Session) { g.see(s) }

// Read implements Gauge.
func (g *watching) Read(out []float64) int { out[0] = g.value(); return 1 }

// Final is an outcome read off the world at the end.
func Final(name, unit string, read func(w *sim.World) float64) Outcome {
	return Watch(name, unit, func(*sim.Scenario) (func(*session.Session), func() float64) {
		var world *sim.World
		return func(s *session.Session) { world = s.World }, func() float64 { return read(world) }
	})
}

// Happened adds up over all events of a run what each counts for: 1 to count
// them, the quantity to add it up, 0 for those it is not about.
func Happened(name, unit string, counts func(w *sim.World, e sim.Event) float64) Outcome {
	return adding(name, unit, func(s *session.Session) (sum float64) {
		for _, e := range s.World.Events() {
			sum += counts(s.World, e)
		}
		return sum
	})
}

// Ordered adds up over all orders of a run, refused ones too, what each counts
// for.
func Ordered(name, unit string, counts func(w *sim.World, o sim.Order) float64) Outcome {
	return adding(name, unit, func(s *session.Session) (sum float64) {
		for _, o := range s.Orders() {
			sum += counts(s.World, o)
		}
		return sum
	})
}

// adding adds up what the weeks of a run bring.
func adding(name, unit string, week func(s *session.Session) float64) Outcome {
	return Watch(name, unit, func(*sim.Scenario) (func(*session.Session), func() float64) {
		sum := 0.0
		return func(s *session.Session) {
			if s.World.Head().Tick == 0 {
				sum = 0
			} else {
				sum += week(s)
			}
		}, func() float64 { return sum }
	})
}

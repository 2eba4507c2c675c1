package experiment

import (
	"fmt"
	"strings"

	"entangle/sim"
	"entangle/sim/near"
	"entangle/sim/session"
)

// AtEnd is a metric at the end of the run, of the entities named, added up; of
// all that have it when none is named. A flow is its total since the start. The
// outcome is called like lumen.cash, or all.cash, or world.h100_rental_price.
func AtEnd(metric string, of ...string) Outcome {
	return ofMetric("", metric, of, func(x *reading) (func(int, float64), func() float64) {
		last := 0.0
		return func(_ int, v float64) { last = v }, func() float64 { return last }
	})
}

// AtWeek is the same after so many weeks (0: the start), called like
// lumen.cash@13. A run that is shorter counts its last week.
func AtWeek(week int, metric string, of ...string) Outcome {
	return ofMetric(fmt.Sprintf("@%d", week), metric, of, func(*reading) (func(int, float64), func() float64) {
		then := 0.0
		return func(now int, v float64) {
			if now <= week {
				then = v
			}
		}, func() float64 { return then }
	})
}

// MeanOf is the mean of a metric over the ends of all weeks, called like
// lumen.cash:mean. Of a flow it is what came in a week on average.
func MeanOf(metric string, of ...string) Outcome { return MeanFrom(1, metric, of...) }

// MeanFrom is the same from the end of a week on; the weeks before do not count.
func MeanFrom(from int, metric string, of ...string) Outcome {
	name := ":mean"
	if from > 1 {
		name = fmt.Sprintf(":mean_from_%d", from)
	}
	return ofMetric(name, metric, of, func(x *reading) (func(int, float64), func() float64) {
		n, sum, before := 0, 0.0, 0.0
		return func(week int, v float64) {
			if week == 0 {
				n, sum = 0, 0
			}
			if week < from {
				before = v
				return
			}
			if n++; x.metric.Flow {
				sum = v - before
			} else {
				sum += v
			}
		}, func() float64 { return sum / float64(max(n, 1)) }
	})
}

// FirstWeek is the first week after which a metric is at a level or above it,
// called like lumen.power_energised:first_week. A run that never gets there
// counts as one week longer than it was.
func FirstWeek(level float64, metric string, of ...string) Outcome {
	o := ofMetric(":first_week", metric, of, func(*reading) (func(int, float64), func() float64) {
		first, now, there := 0, 0, false
		return func(week int, v float64) {
				if now = week; week == 0 {
					there = false
				}
				if !there && v >= level {
					first, there = week, true
				}
			}, func() float64 {
				if there {
					return float64(first)
				}
				return float64(now + 1)
			}
	})
	o.Numbers[0].Unit = "weeks"
	return o
}

// reading adds a metric up over some entities of a scenario.
type reading struct {
	metric sim.Metric
	ids    []int32
}

// ofMetric is an outcome of a metric: start makes what takes its value week by
// week, from 0 for the start, and what tells the number of the run.
func ofMetric(suffix, metric string, of []string, start func(x *reading) (func(week int, v float64), func() float64)) Outcome {
	unit := ""
	if i, ok := sim.FindMetric(metric); ok {
		unit = sim.Metrics()[i].Unit
	}
	return Outcome{[]Unit{{owners(metric, of) + "." + metric + suffix, unit}}, func(sc *sim.Scenario) (Gauge, error) {
		x, err := newReading(sc, metric, of)
		if err != nil {
			return nil, err
		}
		take, value := start(x)
		return &watching{func(s *session.Session) { take(int(s.World.Head().Tick), x.read(s.World)) }, value}, nil
	}}
}

// owners is how the name of an outcome tells whose metric it is.
func owners(metric string, of []string) string {
	if len(of) > 0 {
		return strings.Join(of, "+")
	}
	if i, ok := sim.FindMetric(metric); ok && sim.Metrics()[i].Of == sim.OfWorld {
		return "world"
	}
	return "all"
}

func newReading(sc *sim.Scenario, metric string, of []string) (*reading, error) {
	i, ok := sim.FindMetric(metric)
	if !ok {
		var names []string
		for _, m := range sim.Metrics() {
			names = append(names, m.Name)
		}
		return nil, fmt.Errorf("no metric %q: near are %s", metric, strings.Join(near.Paths(metric, names, 3), ", "))
	}
	x := &reading{metric: sim.Metrics()[i]}
	for _, name := range of {
		id, hint := sc.Find(x.metric.Of, name)
		if id == 0 {
			return nil, fmt.Errorf("%s: nothing in the scenario that has it is called %q; %s", metric, name, hint)
		}
		x.ids = append(x.ids, id)
	}
	for id := 1; len(of) == 0 && id <= sc.Count(x.metric.Of); id++ {
		x.ids = append(x.ids, int32(id))
	}
	return x, nil
}

func (x *reading) read(w *sim.World) (sum float64) {
	for _, id := range x.ids {
		sum += x.metric.Read(w, id)
	}
	return sum
}

package sim_test

import (
	"testing"

	"entangle/sim"
)

// withStars are the mechanics that show where people are known by name.
var withStars = map[string]bool{"stars": true, "vesting": true, "boomerang": true, "followers": true}

// starCases say what turning off the mechanics of named people does.
func starCases(t *testing.T) []switchCase {
	sum := 0.0
	counted := func(of func(e sim.Event) float64) (watch func(w *sim.World), read func(*sim.World) float64) {
		return func(w *sim.World) {
			if w.Head().Tick == 1 {
				sum = 0
			}
			for _, e := range w.Events() {
				sum += of(e)
			}
		}, func(*sim.World) float64 { return sum }
	}
	number := func(kinds ...sim.EventKind) func(e sim.Event) float64 {
		return func(e sim.Event) (n float64) {
			for _, k := range kinds {
				if e.Kind == k {
					n++
				}
			}
			return n
		}
	}
	returned, returns := counted(number(sim.EventStarReturns))
	restless, threats := counted(number(sim.EventStarThreatens))
	came, followers := counted(func(e sim.Event) float64 {
		if e.Kind != sim.EventStarJoined {
			return 0
		}
		return float64(e.Qty)
	})
	return []switchCase{
		{name: "stars", off: func(s *sim.Switches) { s.Stars = sim.Off }, what: "USD million a year that the market gives a star after a year", weeks: 52,
			read: func(w *sim.World) float64 { return total(t, w, "star_pay") }},
		{name: "vesting", off: func(s *sim.Switches) { s.Vesting = sim.Off }, what: "times that a star lets it be known that he may leave, in half a year", weeks: 26, watch: restless, read: threats, up: true},
		{name: "boomerang", off: func(s *sim.Switches) { s.Boomerang = sim.Off }, what: "stars who go back in two years", weeks: 104, watch: returned, read: returns},
		{name: "followers", off: func(s *sim.Switches) { s.Followers = sim.Off }, what: "people who followed stars in a year", weeks: 52, watch: came, read: followers},
	}
}

package experiment_test

import (
	"testing"

	"entangle/sim"
)

// steps is how the frontier moved in a year, and who hired in crowds.
type steps struct {
	runs, moves, leaps, waves int
	points                    float64
	waved, front              bool // in this run; the company of a wave was near the front
	fronts                    int
}

func (s *steps) begin() { s.runs, s.waved, s.front = s.runs+1, false, false }

func (s *steps) week(w *sim.World, n int) {
	if n > 52 {
		return
	}
	for _, e := range w.Events() {
		switch {
		case e.Kind == sim.EventFrontierMoved && e.Qty > e.Amount:
			s.moves++
			s.points += float64(e.Qty - e.Amount)
			if e.Qty-e.Amount >= 6 {
				s.leaps++
			}
		case e.Kind == sim.EventHiringWave:
			s.waved = true
			s.front = s.front || w.Head().Frontier-w.Company(e.By).Quality < 2
		}
	}
}

func (s *steps) end() {
	if s.waved {
		s.waves++
	}
	if s.front {
		s.fronts++
	}
}

// TestTheFrontierMovesByStepsAndPeopleInCrowds: in 2025 the best model moved by one to
// four points every month or two, and one who was behind and rich hired known people by
// the dozen in two months.
func TestTheFrontierMovesByStepsAndPeopleInCrowds(t *testing.T) {
	runs := yearRuns / 4
	if testing.Short() {
		runs /= 4
	}
	both := playYears(theYear(t), runs, func() *steps { return &steps{} })
	sum := *both[0]
	sum.runs, sum.moves, sum.leaps, sum.points = sum.runs+both[1].runs, sum.moves+both[1].moves, sum.leaps+both[1].leaps, sum.points+both[1].points
	sum.waves, sum.fronts = sum.waves+both[1].waves, sum.fronts+both[1].fronts
	n := float64(sum.runs)
	moves, size, leaps := float64(sum.moves)/n, sum.points/float64(max(sum.moves, 1)), float64(sum.leaps)/n
	t.Logf("%.1f steps a year of %.1f points, %.2f of six or more; crowds in %d of %d years, %d by who was in front", moves, size, leaps, sum.waves, sum.runs, sum.fronts)
	if moves < 4 || moves > 9 || size < 1 || size > 4 || leaps > 0.6 {
		t.Error("the frontier does not move as it did")
	}
	if got := float64(sum.waves) / n; got < 0.25 || got > 0.9 || sum.fronts > sum.waves/4 {
		t.Error("nobody, or everybody, or who is in front, hires in crowds")
	}
}

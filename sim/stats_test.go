package sim_test

import (
	"math"
	"slices"
	"testing"

	"entangle/sim"
	"entangle/sim/session"
)

// pairs is how many runs the statistical tests play for each side.
const pairs = 400

// median of a list that is not empty.
func median(xs []float64) float64 {
	sorted := slices.Sorted(slices.Values(xs))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// meanAndDeviation are the mean and the standard deviation of a sample.
func meanAndDeviation(xs []float64) (mean, sd float64) {
	for _, x := range xs {
		mean += x / float64(len(xs))
	}
	for _, x := range xs {
		sd += (x - mean) * (x - mean) / float64(len(xs)-1)
	}
	return mean, math.Sqrt(sd)
}

// z99 is the quantile of a two-sided interval of 99 percent.
const z99 = 2.576

// paired is the mean of the differences b-a of paired runs, and the half width
// of its 99 percent interval.
func paired(a, b []float64) (effect, half float64) {
	diff := make([]float64, len(a))
	for i := range a {
		diff[i] = b[i] - a[i]
	}
	mean, sd := meanAndDeviation(diff)
	return mean, z99 * sd / math.Sqrt(float64(len(diff)))
}

// sample plays the same seeds of a scenario with the built-in strategies for
// some weeks and notes what `outcome` reads at the end of each run. watch, which
// may be nil, sees each week.
func sample(t testing.TB, setup sim.Setup, weeks int, watch func(w *sim.World), outcome func(w *sim.World) []float64) (columns [][]float64) {
	t.Helper()
	return sampleOf(t, pairs, setup, weeks, watch, outcome)
}

// sampleOf is sample of another number of runs.
func sampleOf(t testing.TB, runs uint64, setup sim.Setup, weeks int, watch func(w *sim.World), outcome func(w *sim.World) []float64) (columns [][]float64) {
	t.Helper()
	s := session.New(compile(t, setup))
	for seed := range runs {
		s.Reset(seed)
		for range min(weeks, s.World.Scenario().Weeks()) {
			s.Advance(nil)
			if watch != nil {
				watch(s.World)
			}
		}
		row := outcome(s.World)
		if columns == nil {
			columns = make([][]float64, len(row))
		}
		for i, x := range row {
			columns[i] = append(columns[i], x)
		}
	}
	return columns
}

package bench

import (
	"slices"
	"time"
)

// epoch is when the program began; from it durations are counted, because
// time.Since reads only the monotonic clock.
var epoch = time.Now()

// now is the time since the program began.
func now() time.Duration { return time.Since(epoch) }

// clockCost is what reading the clock once adds to an interval: the least of
// many, since everything else only adds to it.
func clockCost() time.Duration {
	const reads = 1000
	least := time.Hour
	for range 20 {
		from := now()
		for range reads {
			now()
		}
		least = min(least, now()-from)
	}
	return least / reads
}

// Spread is the least, the middle and the greatest of several measurements.
type Spread struct {
	Min    float64 `json:"min"`
	Median float64 `json:"median"`
	Max    float64 `json:"max"`
}

// spreadOf sums up measurements; it sorts them.
func spreadOf(list []float64) Spread {
	if len(list) == 0 {
		return Spread{}
	}
	slices.Sort(list)
	return Spread{list[0], middle(list), list[len(list)-1]}
}

// middle is the median of a sorted list.
func middle(list []float64) float64 {
	n := len(list)
	return (list[(n-1)/2] + list[n/2]) / 2
}

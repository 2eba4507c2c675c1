// as: sim/week.go

package sim

// The two positions.
const (
	On = iota
	Off
)

const (
	Days  = 7  // of a week
	Weeks = 52 // of a year
)

// World is the world.
type World struct{}

// Step moves it.
func (w *World) Step() {}

type heap []int

func (h heap) Len() int { return len(h) }

func helper() {}

// as: sim/week.go

package sim

// World is the world.
type World struct{}

func (w *World) Step() {} // want "Step has no comment"

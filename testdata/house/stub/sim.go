// Package sim stands in for the real one, so that fixtures do not move with it.
package sim

// World is what strategies may not hold.
type World struct{ Cash [4]int64 }

// View is what they see.
type View struct{ w *World }

// Cash is a figure in sight.
func (v View) Cash() int64 { return v.w.Cash[0] }

// Limits is a table that another package might be tempted to write to.
var Limits = [3]int64{1, 2, 3}

// Peek hands out what fixtures must not take.
func Peek() *World { return &World{} }

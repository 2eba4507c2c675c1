// as: sim/week.go

package sim

type World struct { // want "World has no comment"
	week int32
}

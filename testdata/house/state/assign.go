// as: sim/week.go

package sim

var week int

func step() {
	week = 1 // want "week is assigned"
}

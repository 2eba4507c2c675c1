// as: sim/week.go

package sim

var week int

func step() {
	week += 2 // want "week is assigned"
}

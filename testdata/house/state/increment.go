// as: sim/week.go

package sim

var week int

func step() {
	week++ // want "week is assigned"
}

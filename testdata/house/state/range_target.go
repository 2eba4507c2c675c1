// as: sim/week.go

package sim

var last int

func walk(s []int) {
	for last = range s { // want "last is assigned"
	}
}

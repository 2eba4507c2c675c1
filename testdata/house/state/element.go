// as: sim/week.go

package sim

var prices [4]int64

func step() {
	prices[2] = 5 // want "prices is assigned"
}

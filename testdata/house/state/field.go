// as: sim/week.go

package sim

type row struct{ cash [2]int64 }

var first row

func step() {
	(first).cash[0]-- // want "first is assigned"
}

// as: sim/week.go

package sim

var table [4]int64

func load(src []int64) int {
	return copy(table[:], src) // want "table"
}

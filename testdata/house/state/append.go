// as: sim/week.go

package sim

var kinds = []int32{1, 2}

func more(k int32) []int32 {
	return append(kinds, k) // want "handed to append"
}

// as: sim/week.go

package sim

var scratch [4]int64

func buffer() []int64 {
	return scratch[:] // want "by slicing"
}

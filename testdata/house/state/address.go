// as: sim/week.go

package sim

var scratch [4]int64

func buffer() *[4]int64 {
	return &scratch // want "scratch has its address taken"
}

// as: sim/week.go

package sim

var scratch = make([]int64, 4)

func cell(i int) *int64 {
	return &scratch[i] // want "scratch has its address taken"
}

// as: sim/week.go

package sim

type book map[int32]int64

func total(b book) (sum int64) {
	for _, v := range b { // want "range over a map"
		sum += v
	}
	return sum
}

// as: sim/week.go

package sim

func total(m map[string]int64) int64 {
	var sum int64
	for _, v := range m { // want "range over a map"
		sum += v
	}
	return sum
}

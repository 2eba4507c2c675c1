// as: sim/week.go

package sim

type row struct{ id int32 }

func look(m map[string]int32, names []string, rows [4]row) (sum int32) {
	for _, n := range names {
		sum += m[n]
	}
	for i := range rows {
		sum += rows[i].id
	}
	for i := range int32(3) {
		sum += i
	}
	return sum
}

// as: sim/week.go

package sim

func count[M ~map[K]V, K comparable, V any](m M) (n int) {
	for range m { // want "range over a map"
		n++
	}
	return n
}

// as: sim/phase_power.go

package sim

func whole(x float64) int64 {
	return int64(x) // want "a float becomes an integer only in"
}

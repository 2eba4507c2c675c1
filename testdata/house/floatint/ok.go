// as: sim/phase_power.go

package sim

const limit = 2.0

func fine(n int32, x float64) float64 {
	return float64(int64(n)+int64(limit)) + float64(x)
}

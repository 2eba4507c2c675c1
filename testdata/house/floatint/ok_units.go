// as: sim/units/float.go

package units

func clamp(x float64) int64 {
	if x < 1e9 && x > -1e9 {
		return int64(x)
	}
	return 0
}

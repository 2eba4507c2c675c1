// as: sim/phase_power.go

package sim

func whole[F ~float64](x F) uint8 {
	return uint8(x) // want "a float becomes an integer only in"
}

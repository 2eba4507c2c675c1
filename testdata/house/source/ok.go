// as: sim/detmath/exp.go

package detmath

//go:noinline
func half(x float64) float64 { return x / 2 }

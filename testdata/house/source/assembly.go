// as: sim/detmath/exp.go

package detmath

func exp(x float64) float64 // want "no body"

// Package fma holds sums of products that a compiler may fuse.
package fma

func direct(a, b, c float64) float64 {
	return a*b + c // want "fused"
}

func acrossStatements(a, b, c float64) float64 {
	d := a * b
	return c - d // want "fused"
}

func product(a, b float64) float64 { return a * b }

//go:noinline
func acrossCalls(a, b, c float64) float64 {
	return product(a, b) + c // want "fused"
}

func compound(a, b, c float64) float64 {
	a *= b
	a += c // want "fused"
	return a
}

func quarter(a, c float64) float64 {
	return a/4 + c // want "fused"
}

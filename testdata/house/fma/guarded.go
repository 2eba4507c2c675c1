// Package fma holds the same sums, guarded, and one that asks to be fused.
package fma

import "math"

type appeal float64

func direct(a, b, c float64) float64 {
	return float64(a*b) + c
}

func acrossStatements(a, b, c float64) float64 {
	d := float64(a * b)
	return c - d
}

func product(a, b float64) float64 { return float64(a * b) }

//go:noinline
func acrossCalls(a, b, c float64) float64 {
	return product(a, b) + c
}

func compound(a, b, c float64) float64 {
	a = float64(a * b)
	a += c
	return a
}

func quarter(a, c float64) float64 {
	return float64(a/4) + c + a/3
}

func named(a, b, c appeal) appeal {
	return appeal(a*b) + c
}

func asked(a, b, c float64) float64 {
	return math.FMA(a, b, c)
}

package sim

import (
	"math"
	"testing"
)

// TestNearMath: to a hundredth where they are used, and never falling.
func TestNearMath(t *testing.T) {
	for x := -6.0; x <= 6; x += 0.01 {
		if got, want := nearExp(x), math.Exp(x); math.Abs(got/want-1) > 0.01 || got > nearExp(x+0.01) {
			t.Fatalf("exp %v: %v, want %v", x, got, want)
		}
	}
	for x := 0.02; x < 90; x *= 1.01 {
		if got, want := nearLog(x), math.Log(x); math.Abs(got-want) > 0.01 || got > nearLog(1.02*x) {
			t.Fatalf("log %v: %v, want %v", x, got, want)
		}
	}
}

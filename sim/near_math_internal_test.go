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

// TestWithoutBranches: what does without branches is what it is with them.
func TestWithoutBranches(t *testing.T) {
	list := []float64{-1e300, -7, -1.5, -1, -0.3, -1e-300, 0, 1e-300, 0.3, 1, 1.5, 7, 1e300}
	for _, x := range list {
		if got, want := atLeastOne(x), max(x, 1); got != want {
			t.Errorf("at least one of %v is %v, want %v", x, got, want)
		}
		if got, want := clip(x), min(max(x, -1), 1); got != want {
			t.Errorf("%v is clipped to %v, want %v", x, got, want)
		}
		if got, want := positive(x), max(x, 0); got != want {
			t.Errorf("what is positive of %v is %v, want %v", x, got, want)
		}
		if got := unranked(ranked(x)); got != x {
			t.Errorf("%v is ranked as %v", x, got)
		}
		for _, y := range list {
			if (ranked(x) < ranked(y)) != (x < y) {
				t.Errorf("%v and %v are ranked %d and %d", x, y, ranked(x), ranked(y))
			}
		}
	}
}

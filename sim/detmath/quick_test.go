package detmath

import (
	"math"
	"testing"
)

// TestQuick holds the quick functions to the exact ones, and to never falling.
func TestQuick(t *testing.T) {
	last := 0.0
	for i := -700_000; i <= 700_000; i++ {
		x := float64(i) / 1000.1
		got, want := QuickExp(x), Exp(x)
		if math.Abs(got/want-1) > 1e-5 || got < last {
			t.Fatalf("e^%g is %g, found %g after %g", x, want, got, last)
		}
		last = got
	}
	last = math.Inf(-1)
	for x := 0x1p-1060; x < 0x1p1000; x = float64(x * 1.0003) {
		got, want := QuickLog(x), Log(x)
		if math.Abs(got-want) > 2e-6 || got < last-1e-9 {
			t.Fatalf("log %g is %g, found %g after %g", x, want, got, last)
		}
		last = got
	}
	for _, x := range []float64{math.Inf(-1), math.NaN(), -701} {
		if QuickExp(x) != 0 {
			t.Errorf("e^%g is %g", x, QuickExp(x))
		}
	}
	if QuickExp(math.Inf(1)) != QuickExp(700) || QuickExp(0) != 1 || QuickLog(1) != 0 || !math.IsInf(QuickLog(0), -1) || QuickLog(-1) == QuickLog(-1) || !math.IsInf(QuickLog(math.Inf(1)), 1) {
		t.Error("edges")
	}
}

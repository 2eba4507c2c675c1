package units

import (
	"math"
	"testing"
)

// Whole is FromFloat from zero on, whatever it is asked.
func TestWholeIsFromFloat(t *testing.T) {
	for _, x := range []float64{0, math.Copysign(0, -1), 0.49999999999999994, 0.5, 1.5, 2.4, -0.4, -0.6, -1e300, 1e300,
		1<<52 - 0.5, 1 << 52, 1<<53 + 2, 1 << 62, 1 << 63, math.NaN(), math.Inf(1), math.Inf(-1)} {
		for _, hi := range []int64{0, 1, 1000, 1<<52 - 1, 1 << 52, 1 << 53, math.MaxInt64} {
			if got, want := Whole(x, hi), FromFloat(x, 0, hi); got != want {
				t.Errorf("Whole(%v, %d) is %d, FromFloat says %d", x, hi, got, want)
			}
		}
	}
}

// Cut takes the fraction off, on both sides of nothing, and stays within its bounds.
func TestCut(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want int64
	}{{0, 0}, {0.999, 0}, {-0.999, 0}, {1, 1}, {4.7, 4}, {-4.7, -4}, {math.Nextafter(3, 0), 2}, {1<<52 + 1, 1<<52 + 1},
		{1e300, 1 << 60}, {-1e300, -1 << 60}, {math.NaN(), -1 << 60}} {
		if got := Cut(c.x); got != c.want {
			t.Errorf("Cut(%v) is %d, not %d", c.x, got, c.want)
		}
	}
}

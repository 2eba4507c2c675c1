package market

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// shares has the shares of options in full.
func shares(utility, out []float64) (none float64) {
	top := 0.0
	for _, u := range utility {
		if u > top {
			top = u
		}
	}
	part, none := Logit(utility, out, top)
	for i := range out {
		out[i] *= part
	}
	return none
}

func TestLogitLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		utility := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(-5, 5), rapid.Float64()), 1, 20).Draw(t, "utility")
		out := make([]float64, len(utility))
		none := shares(utility, out)
		total := none
		for i, s := range out {
			if !(s >= 0 && s <= 1) {
				t.Fatalf("share %d of utility %g is %g", i, utility[i], s)
			}
			if utility[i] >= utility[0] && s < out[0] {
				t.Fatalf("utility %g has share %g, but %g has %g", utility[i], s, utility[0], out[0])
			}
			total += s
		}
		if !(none >= 0 && none <= 1) || math.Abs(total-1) > 1e-12 {
			t.Fatalf("none %g, total %g", none, total)
		}

		better := slices.Clone(utility)
		better[0] += rapid.Float64Range(0, 3).Draw(t, "gain")
		after := make([]float64, len(utility))
		const slack = 1e-15
		if left := shares(better, after); after[0] < out[0]-slack || left > none+slack {
			t.Fatalf("a gain took the share from %g to %g, none from %g to %g", out[0], after[0], none, left)
		}
	})
}

func TestLogitExamples(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		name    string
		utility []float64
		want    []float64
		none    float64
	}{
		{"nobody sells", nil, nil, 1},
		{"as good as nothing", []float64{0}, []float64{0.5}, 0.5},
		{"twice as good", []float64{math.Ln2}, []float64{2.0 / 3}, 1.0 / 3},
		{"hopeless", []float64{-inf, math.NaN(), 0}, []float64{0, 0, 0.5}, 0.5},
		{"overwhelming", []float64{1e6, 1e6, 3}, []float64{0.5, 0.5, 0}, 0},
		{"infinite", []float64{inf, 1, inf}, []float64{0.5, 0, 0.5}, 0},
		{"all faint", []float64{-1e300, -800}, []float64{0, 0}, 1},
	} {
		out := make([]float64, len(c.utility))
		none := shares(c.utility, out)
		same := math.Abs(none-c.none) < 1e-15
		for i := range out {
			same = same && math.Abs(out[i]-c.want[i]) < 1e-15
		}
		if !same {
			t.Errorf("%s: %v and none %g, want %v and %g", c.name, out, none, c.want, c.none)
		}
	}
}

// The result may overwrite the utilities.
func TestLogitInPlace(t *testing.T) {
	utility := []float64{0.3, -1, 2}
	out := make([]float64, 3)
	none := shares(utility, out)
	if again := shares(utility, utility); again != none || !slices.Equal(utility, out) {
		t.Fatalf("%v and %g in place, %v and %g apart", utility, again, out, none)
	}
}

func TestLogitAllocatesNothing(t *testing.T) {
	utility, out := make([]float64, maxParties), make([]float64, maxParties)
	if n := testing.AllocsPerRun(20, func() { shares(utility, out) }); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}

func BenchmarkLogit(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			utility, out := make([]float64, n), make([]float64, n)
			for i := range utility {
				utility[i] = float64(i%7) - 3
			}
			for b.Loop() {
				shares(utility, out)
			}
		})
	}
}

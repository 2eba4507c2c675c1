package sim_test

import (
	"math"
	"reflect"
	"testing"

	"entangle/sim"
)

// drawn reads figures of a run that rows show as they are.
var drawn = []struct {
	path string
	read func(w *sim.World) float64
}{
	{"companies.lumen.cash", func(w *sim.World) float64 { return float64(w.Company(4).Cash) }},
	{"companies.falcon.quality", func(w *sim.World) float64 { return w.Company(2).Quality }},
	{"families.sledge.list_price", func(w *sim.World) float64 { return w.Family(2).ListFine }},
	{"families.sledge.growth", func(w *sim.World) float64 { return w.Family(2).Growth }},
	{"sites.basin.install_weeks", func(w *sim.World) float64 { return float64(w.Site(3).Install) }},
}

// TestDrawsFollowTheTriangle: over 2,000 resets each figure stays in its range
// and its mean comes within four standard errors of the triangle's.
func TestDrawsFollowTheTriangle(t *testing.T) {
	sc := compile(t, quartet(t))
	w, n := sim.New(sc), 2000
	values := make([][]float64, len(drawn))
	for seed := range uint64(n) {
		w.Reset(seed)
		for i, d := range drawn {
			values[i] = append(values[i], d.read(w))
		}
	}
	for i, d := range drawn {
		f, err := sc.Figure(d.path)
		if err != nil || !f.Ranged() {
			t.Fatalf("%s: %v, range %v to %v", d.path, err, f.Low, f.High)
		}
		for _, v := range values[i] {
			if v < f.Low || v > f.High {
				t.Fatalf("%s: drew %v outside of %v to %v", d.path, v, f.Low, f.High)
			}
		}
		mean, sd := meanAndDeviation(values[i])
		want := (f.Low + f.Value + f.High) / 3
		wantSD := math.Sqrt((f.Low*f.Low + f.Value*f.Value + f.High*f.High - f.Low*f.Value - f.Low*f.High - f.Value*f.High) / 18)
		if math.Abs(mean-want) > 4*wantSD/math.Sqrt(float64(n)) {
			t.Errorf("%s: mean %v, want %v", d.path, mean, want)
		}
		if sd < 0.9*wantSD || sd > 1.1*max(wantSD, math.Hypot(wantSD, 0.3)) { // whole weeks are rounded
			t.Errorf("%s: deviation %v, want %v", d.path, sd, wantSD)
		}
	}
}

// TestDrawsAreKeyedByPath: another company, or another figure with a range, does
// not change what the others draw.
func TestDrawsAreKeyedByPath(t *testing.T) {
	in := quartet(t)
	more := in
	more.Companies = append([]sim.CompanySetup(nil), in.Companies...)
	extra := more.Companies[0]
	extra.ID = "aardvark" // sorts before all others
	extra.Cash = sim.Figure{Value: 2e9, Low: 1e9, High: 3e9, Given: true}
	more.Companies = append(more.Companies, extra)
	more.Constants.GraceWeeks = sim.Figure{Value: 4, Low: 2, High: 8, Given: true}
	a, b := sim.New(compile(t, in)), sim.New(compile(t, more))
	for seed := range uint64(20) {
		a.Reset(seed)
		b.Reset(seed)
		for c := range sim.CompanyID(4) {
			x, y := a.Company(c+1), b.Company(c+2)
			if x.Cash != y.Cash || x.Quality != y.Quality || x.Overhead != y.Overhead || x.Price != y.Price {
				t.Errorf("seed %d, company %d: %+v became %+v", seed, c+1, x, y)
			}
		}
		for f := range sim.FamilyID(2) {
			if x, y := a.Family(f+1), b.Family(f+1); x.ListFine != y.ListFine || x.Supply != y.Supply {
				t.Errorf("seed %d, family %d: %+v became %+v", seed, f+1, x, y)
			}
		}
	}
}

// TestDrawsAreIndependent: two figures of one seed are not the same draw.
func TestDrawsAreIndependent(t *testing.T) {
	w := sim.New(compile(t, quartet(t)))
	var x, y []float64
	for seed := range uint64(2000) {
		w.Reset(seed)
		x, y = append(x, float64(w.Company(4).Cash)), append(y, float64(w.Company(3).Cash))
	}
	mx, sx := meanAndDeviation(x)
	my, sy := meanAndDeviation(y)
	r := 0.0
	for i := range x {
		r += (x[i] - mx) * (y[i] - my) / (sx * sy * float64(len(x)-1))
	}
	if math.Abs(r) > 4/math.Sqrt(float64(len(x))) {
		t.Errorf("the cash of two companies correlates by %v", r)
	}
}

// TestCompileLeavesTheSetup: what goes in is neither changed nor kept.
func TestCompileLeavesTheSetup(t *testing.T) {
	in, same := quartet(t), quartet(t)
	sc := compile(t, in)
	w := sim.New(sc)
	w.Reset(1)
	want := w.Hash()
	if !reflect.DeepEqual(in, same) {
		t.Error("Compile changed the setup")
	}
	in.Companies[0].Cash = sim.Exactly(1)
	in.Sites[0].Chips[0].Count = sim.Exactly(1)
	in.Contracts[0].Parties[0] = "nobody"
	if w.Reset(1); w.Hash() != want {
		t.Error("the scenario changed with the setup")
	}
}

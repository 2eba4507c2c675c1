package sim_test

import (
	"testing"

	"entangle/sim"
)

// TestExodus licenses a core model in: for two quarters researchers quit more than
// in the twin, and morale and mission suffer; without the mechanic nothing moves.
func TestExodus(t *testing.T) {
	for _, off := range []sim.Toggle{sim.On, sim.Off} {
		setup := octet(t)
		setup.Switches.Exodus = off
		sc := compile(t, setup)
		who := sim.CompanyID(find(t, sc, sim.OfCompany, "lumen"))
		base := quitsOf(t, setup, who, false)
		other := quitsOf(t, setup, who, true)
		for quarter, name := range []string{"first", "second"} {
			effect, half := paired(base[quarter], other[quarter])
			mean := average(base[quarter])
			t.Logf("exodus %v, %s quarter: %.1f researchers quit, %+.1f with a licence, 99%% interval %+.1f to %+.1f", off, name, mean, effect, effect-half, effect+half)
			if more := effect-half > mean/2; more != (off == sim.On) {
				t.Errorf("exodus %v: quits of the %s quarter move by %.1f give or take %.1f", off, name, effect, half)
			}
		}
	}
}

// quitsOf is how many researchers quit in the two quarters after week 8, run by run.
func quitsOf(t *testing.T, setup sim.Setup, who sim.CompanyID, licence bool) [][]float64 {
	t.Helper()
	at := [3]float64{}
	return sample(t, setup, 8+26, func(w *sim.World) {
		switch w.Head().Tick {
		case 8:
			if at[0] = read(t, w, "quits", int32(who)); licence {
				sim.Disown(w, who)
			}
		case 21:
			at[1] = read(t, w, "quits", int32(who))
		case 34:
			at[2] = read(t, w, "quits", int32(who))
		}
	}, func(*sim.World) []float64 { return []float64{at[1] - at[0], at[2] - at[1]} })
}

func average(xs []float64) (sum float64) {
	for _, x := range xs {
		sum += x / float64(len(xs))
	}
	return sum
}

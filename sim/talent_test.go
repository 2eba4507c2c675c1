package sim_test

import (
	"testing"

	"entangle/sim"
	"entangle/sim/units"
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

// people is the small world with a market for talent, some weeks into a run.
func people(t *testing.T, weeks int, change func(*sim.Setup), first ...sim.Order) *sim.World {
	t.Helper()
	w := small(t, func(s *sim.Setup) {
		sim.AddTalent(s)
		s.Companies[2].Cash = sim.Exactly(5e9)
		if change != nil {
			change(s)
		}
	}, append(first, rule)...)
	for range weeks {
		week(t, w)
	}
	return w
}

// TestLayOff: severance is paid at once and softens the blow, the payroll falls, and
// the people are neither gone nor with the company.
func TestLayOff(t *testing.T) {
	before := people(t, 0, nil)
	for _, share := range []units.PPM{0, units.One} {
		w := people(t, 0, nil, with(sack, func(o *sim.Order) { o.Qty, o.Share = 30, share }))
		heads, morale := before.View(user).OwnCrew(sim.TierResearchers).Heads()-w.View(user).OwnCrew(sim.TierResearchers).Heads(), before.View(user).OwnTeam().Morale-w.View(user).OwnTeam().Morale
		paid, saved := before.Company(user).Cash-w.Company(user).Cash, before.Company(user).Payroll-w.Company(user).Payroll
		t.Logf("severance %d: %d people, %d paid, %d a week saved, morale falls by %.2f, know-how by %.3f", share, heads, paid, saved, morale, before.Company(user).Know-w.Company(user).Know)
		if heads < 28 || heads > 32 || saved < 400_000 || morale <= 0 || (paid > 15_000_000) != (share > 0) || before.Company(user).Know <= w.Company(user).Know {
			t.Error("that is not what letting thirty people go does")
		}
	}
}

// TestOfficeHires: an office opens after 10 to 20 weeks, costs bureaucracy, and brings
// people whom the market did not have.
func TestOfficeHires(t *testing.T) {
	w, opened := people(t, 0, func(s *sim.Setup) { s.End = s.Start.AddWeeks(60) }, with(branch, func(o *sim.Order) { o.Qty = 60 })), int32(0)
	for ; w.Head().Tick < 58; week(t, w) { // looks at the week before
		for _, e := range w.Events() {
			if e.Kind == sim.EventOfficeOpen {
				opened = w.Head().Tick
			}
		}
	}
	trained := w.View(user).Crew(sim.TierResearchers).Trained
	t.Logf("open in week %d, %d people, bureaucracy %.1f", opened, trained, w.Company(user).Bureaucracy)
	if opened < 10 || opened > 24 || trained != 60 || w.Company(user).Bureaucracy != 2 || w.View(user).Offices() != 0 {
		t.Error("that is not what an office does")
	}
}

// TestWagesFollowTightness: who aims at more growth finds dearer people, and who
// hires nobody cheaper ones, slowly.
func TestWagesFollowTightness(t *testing.T) {
	wage := func(growth float64) float64 {
		w := people(t, 24, func(s *sim.Setup) {
			for i := range s.Companies {
				s.Companies[i].People.Growth = sim.Exactly(growth)
			}
		})
		return w.View(user).Wage(sim.TierResearchers)
	}
	low, usual, high := wage(-1e6), wage(2e5), wage(2e6)
	t.Logf("nobody hires %.0f, some %.0f, all %.0f", low, usual, high)
	if !(low < usual && usual < high) || low < 0.5*800_000 {
		t.Error("pay does not follow the market")
	}
}

// TestExodusTakesMonths licenses a core model in a week before researchers change places
// and eleven weeks before: who has just heard of it has not found another place yet, and no
// meeting of the market sees a third of a lab go.
func TestExodusTakesMonths(t *testing.T) {
	setup := octet(t)
	who := sim.CompanyID(find(t, compile(t, setup), sim.OfCompany, "lumen"))
	gone := map[int32][][]float64{}
	for _, spoken := range []int32{13, 24, 99} {
		before, heads := 0.0, int64(0)
		gone[spoken] = sample(t, setup, 25, func(w *sim.World) {
			if w.Head().Tick == spoken {
				sim.Disown(w, who)
			}
			if w.Head().Tick == 24 {
				before, heads = read(t, w, "quits", int32(who)), w.View(who).OwnCrew(sim.TierResearchers).Heads()
			}
		}, func(w *sim.World) []float64 {
			n := read(t, w, "quits", int32(who)) - before
			return []float64{n, n / float64(heads)}
		})
	}
	early, _ := paired(gone[99][0], gone[13][0])
	late, half := paired(gone[99][0], gone[24][0])
	t.Logf("%.1f quit; %+.1f within a week of the licence, %+.1f within eleven; %.2f of them all", average(gone[99][0]), late, early, average(gone[13][1]))
	if late-half <= 0 || late+half > early/2 || average(gone[13][1]) > 1.0/3 {
		t.Error("a lab leaves all at once, or not at all")
	}
}

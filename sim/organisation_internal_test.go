package sim

import (
	"math"
	"testing"
)

// TestGrowthMakesSlow has a company double its people in a year, and a twin of it
// keep them: it comes to more bureaucracy, for size and for haste, and orders of the
// line wait a week longer.
func TestGrowthMakesSlow(t *testing.T) {
	play := func(weekly float64) (bureaucracy float64, weeks int32) {
		setup := SmallSetup()
		setup.Organisation = OrganisationSetup{NormWeeks: Exactly(52), SizePoints: Exactly(20), HiringPoints: Exactly(50), DeputyPoints: Exactly(3)}
		setup.End = setup.Start.AddWeeks(104)
		setup.Companies[2].Staff, setup.Companies[2].Bureaucracy = Exactly(1000), Exactly(36)
		sc, problems := Compile(setup)
		if len(problems) > 0 {
			t.Fatalf("%+v", problems)
		}
		w, staff := New(sc), 1000.0
		w.Reset(1)
		for range 52 {
			staff += float64(staff * weekly)
			w.companies[3].Staff = int64(staff)
			w.Step(Input{})
			if err := w.Audit(); err != nil {
				t.Fatal(err)
			}
		}
		return w.companies[3].Bureaucracy, w.delay(3, OrderChips, false)
	}
	calm, one := play(0)
	hasty, two := play(0.0135)
	if hasty < calm+5 || one != 1 || two != 2 {
		t.Errorf("%.1f points and %d weeks after a year of growth, %.1f and %d without", hasty, two, calm, one)
	}
}

// TestWeeksOfDelay: a week more begins at each twenty points and not just below.
func TestWeeksOfDelay(t *testing.T) {
	for week := int32(1); week <= mostDelay; week++ {
		points := float64(week * weekOfDelay)
		if below, at := weeksOfDelay(math.Nextafter(points, 0)), weeksOfDelay(points); below != week-1 || at != week {
			t.Errorf("%v points: %d weeks, and %d just below", points, at, below)
		}
	}
	if least, most := weeksOfDelay(-weekOfDelay), weeksOfDelay(10*mostDelay*weekOfDelay); least != 0 || most != mostDelay {
		t.Errorf("%d weeks at least, %d at most", least, most)
	}
}

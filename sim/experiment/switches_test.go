package experiment

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entangle/sim"
)

// Every Toggle is a switch, with a name and a line on what it does; turning one
// off turns off no other, and leaves the setup that was given alone.
func TestSwitchList(t *testing.T) {
	list := SwitchList()
	if n := reflect.TypeFor[sim.Switches]().NumField(); len(list) != n {
		t.Errorf("%d switches of %d fields", len(list), n)
	}
	in := setup()
	for i, s := range list {
		out := s.Set(in, sim.Off)
		for k, other := range list {
			if got := other.In(&out) == sim.Off; got != (k == i || other.In(&in) == sim.Off) {
				t.Errorf("%s off: %s is off: %v", s.Name, other.Name, got)
			}
		}
		if found, err := FindSwitch(s.Name); err != nil || found != s || len(s.Doc) < 10 {
			t.Errorf("%+v, %v", s, err)
		}
	}
	if !reflect.DeepEqual(in, setup()) {
		t.Error("the setup was changed")
	}
	if _, err := Without(setup(), "slipps"); err == nil || !strings.Contains(err.Error(), `did you mean "slips"? (known: power_limit`) {
		t.Error(err)
	}
}

// Real mechanics act, by what everybody expects of them.
func TestMechanicsAreAlive(t *testing.T) {
	s := Study{Runs: 100, Seed: 1, Outcomes: []Outcome{VitalOutcome(quartet())}}
	for _, name := range []string{"list_price", "slips", "installation"} {
		s.Arms = append(s.Arms, Arm{Name: name, Scenario: without(t, name)})
	}
	r := compared(t, s)
	for a, name := range r.Arms {
		j := r.Judge(a)
		if j.Verdict != Alive {
			t.Errorf("%s is %s", name, j.Verdict)
		}
		t.Logf("%s", r.At(a, j.Ranked[0]))
	}
	if e := r.Effect("slips", "all.power_energised:mean"); !e.Above(0) {
		t.Error(e)
	}
}

// What is told first of a mechanic is no trifle of one company, and is beyond
// chance; those within a factor of two of each other begin with the world's.
func TestTellingRanksByEffect(t *testing.T) {
	vitals := Vitals(quartet())
	r := compared(t, Study{Runs: 60, Seed: 1, Outcomes: []Outcome{VitalOutcome(quartet())}, Arms: []Arm{{Name: "slips", Scenario: without(t, "slips")}}})
	ranked, most := r.Telling(0, vitals), Threshold(len(vitals), r.Pairs)
	if seen := slices.Clone(ranked); len(seen) != len(vitals) || len(slices.Compact(slices.Sorted(slices.Values(seen)))) != len(vitals) {
		t.Fatalf("%d of %d outcomes", len(ranked), len(vitals))
	}
	for i, k := range ranked[1:] {
		a, b := r.At(0, ranked[i]), r.At(0, k)
		switch x, y := math.Abs(a.Z()) > most, math.Abs(b.Z()) > most; {
		case y && !x:
			t.Errorf("%s stands before %s, which is beyond chance", a, b)
		case x && y && vitals[ranked[i]].guess() > vitals[k].guess():
			t.Errorf("%s, which is reckoned, stands before %s", a, b)
		case x && y && vitals[ranked[i]].guess() == vitals[k].guess() && 2*r.relative(0, ranked[i], vitals) < r.relative(0, k, vitals):
			t.Errorf("%s stands before %s", a, b)
		}
	}
}

package bench

import (
	"math"
	"strings"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

func TestWorldsOfAnySize(t *testing.T) {
	pack := setup(t)
	for n := len(pack.Companies); n <= sim.MaxCompanies; n += 1 + n/3 {
		for _, weeks := range []int{1, 26, 104, 1040} {
			sc, err := World(pack, n, weeks)
			if err != nil {
				t.Fatal(err)
			}
			if sc.Companies() != n || sc.Weeks() != weeks || sc.Families() != len(pack.Families) {
				t.Errorf("asked for %d companies and %d weeks: got %d, %d and %d families", n, weeks, sc.Companies(), sc.Weeks(), sc.Families())
			}
		}
	}
}

// Whatever a shipped scenario says of a company goes for its copies, or is left out of them.
func TestShippedScenariosGrow(t *testing.T) {
	for _, name := range []string{"quartet", "octet", "2025"} {
		pack, err := scenario.Load(scenarios.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := World(pack.Setup, 2*len(pack.Setup.Companies), 104); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWorldKeepsTheLaws plays worlds of some sizes, one of them cut in the
// middle of a copy.
func TestWorldKeepsTheLaws(t *testing.T) {
	for _, n := range []int{16, 23, 128} {
		game := session.New(world(t, n, 40))
		game.Reset(1)
		for !game.World.Over() {
			game.Advance(nil)
			if err := game.World.Audit(); err != nil {
				t.Fatalf("%d companies, week %d: %v", n, game.World.Head().Tick, err)
			}
		}
		if h := game.World.Head(); h.Orders == 0 || h.Postings == 0 {
			t.Errorf("%d companies: nothing happens: %+v", n, h)
		}
	}
}

func TestCopiesShareMarkets(t *testing.T) {
	pack := setup(t)
	before := pack.Families[0].Supply
	sc := world(t, 16, 26)
	for _, c := range []struct {
		path   string
		copies float64
	}{
		{"families." + pack.Families[0].ID + ".supply", 4}, {"segments." + pack.Segments[0].ID + ".potential", 4},
		{"families." + pack.Families[0].ID + ".list_price", 1},
	} {
		got, want := figure(t, sc, c.path), figure(t, world(t, 4, 26), c.path)
		if got.Value != c.copies*want.Value || got.Low != c.copies*want.Low {
			t.Errorf("%s is %v (from %v), of one copy %v (from %v)", c.path, got.Value, got.Low, want.Value, want.Low)
		}
	}
	if pack.Families[0].Supply != before {
		t.Error("the pack was changed")
	}
}

func TestLongWorldsHoldTheLastValues(t *testing.T) {
	pack := setup(t)
	f := pack.Families[1]
	sc := world(t, 4, 1040)
	years := float64(pack.End-pack.Start) / daysAYear
	want := f.Supply.Value * math.Exp(f.Growth.Value*years)
	if got := figure(t, sc, "families."+f.ID+".supply").Value; math.Abs(got-want) > 1 {
		t.Errorf("supply stands at %v, growth brought it to %v", got, want)
	}
	if g := figure(t, sc, "families."+f.ID+".growth"); g.Value != 0 || g.Ranged() {
		t.Errorf("growth goes on: %+v", g)
	}
}

func figure(t *testing.T, sc *sim.Scenario, path string) sim.FigureInfo {
	t.Helper()
	f, err := sc.Figure(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestBuyersAreCopiedToo(t *testing.T) {
	pack := setup(t)
	pack.Families = append([]sim.FamilySetup(nil), pack.Families...)
	pack.Families[0].SoldTo = []string{pack.Companies[1].ID}
	r := replica{pack: &pack, out: &sim.Setup{Companies: append(pack.Companies[:len(pack.Companies):len(pack.Companies)],
		sim.CompanySetup{ID: pack.Companies[1].ID + "_2"})}}
	if got := strings.Join(r.everywhere(pack.Families[0].SoldTo), " "); got != pack.Companies[1].ID+" "+pack.Companies[1].ID+"_2" {
		t.Errorf("sold to %s", got)
	}
}

func TestImpossibleWorlds(t *testing.T) {
	pack := setup(t)
	for _, c := range []struct{ n, weeks int }{{1, 52}, {129, 52}, {16, 0}, {16, 5000}} {
		if _, err := World(pack, c.n, c.weeks); err == nil {
			t.Errorf("%d companies over %d weeks make a world", c.n, c.weeks)
		}
	}
	if _, err := World(sim.Setup{}, 16, 52); err == nil {
		t.Error("an empty pack makes a world")
	}
}

package session_test

import (
	"math"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/scenario"
	"entangle/sim/session"
	"entangle/sim/units"
)

func quartet(t testing.TB) *sim.Scenario { t.Helper(); return named(t, "quartet") }

// named is a shipped scenario.
func named(t testing.TB, name string) *sim.Scenario {
	t.Helper()
	pack, err := scenario.Load(scenarios.FS, name)
	sc, err := scenario.Check(pack, err)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// diary keeps every metric of every week.
type diary struct{ weeks [][]float64 }

func (d *diary) Observe(w *sim.World) {
	if w.Head().Tick == 0 {
		d.weeks = nil
	}
	var row []float64
	for _, m := range sim.Metrics() {
		for id := range w.Scenario().Count(m.Of) {
			row = append(row, m.Read(w, int32(id+1)))
		}
	}
	d.weeks = append(d.weeks, row)
}

// on is the value of a series on a day, on the line between two weeks.
func (d *diary) on(series int, days int) float64 {
	week := min(days/7, len(d.weeks)-2)
	a, b := d.weeks[week][series], d.weeks[week+1][series]
	return a + (b-a)*float64(days-7*week)/7
}

func play(s *session.Session, seed uint64, until units.Date) {
	s.Reset(seed)
	for s.World.Date() < until {
		s.Advance(nil)
	}
}

func TestSamplerBringsWeeksToMonths(t *testing.T) {
	sc := quartet(t)
	for _, until := range []units.Date{sc.End(), sc.Start().AddWeeks(11), sc.Start().AddWeeks(1)} {
		s, d, all := session.New(sc), &diary{}, session.NewSampler(sc, until, nil)
		s.Watch(d)
		s.Watch(all)
		play(s, 7, sc.End()) // the storage must survive another run
		play(s, 3, until)
		if all.Filled() != len(all.Periods()) {
			t.Errorf("until %s: %d of %d periods are filled", until, all.Filled(), len(all.Periods()))
		}
		for i, x := range all.Series() {
			for p, month := range all.Periods() {
				end := int(month.End - sc.Start())
				want := d.on(i, end)
				if sim.Metrics()[x.Metric].Flow {
					want = d.on(i, end+1) - d.on(i, int(month.Start-sc.Start()))
				}
				if got := all.Value(i, p); math.Abs(got-want) > 1e-9*(1+math.Abs(want)) {
					t.Errorf("until %s: %s of %d in %v is %v, not %v", until, sim.Metrics()[x.Metric].Name, x.ID, month, got, want)
				}
			}
		}
	}
}

func TestSamplerPeriodsAreCalendarMonths(t *testing.T) {
	sc := quartet(t)
	periods := session.NewSampler(sc, 0, nil).Periods()
	if first, last := periods[0], periods[len(periods)-1]; first.Start != sc.Start() || last.End != sc.End()-1 {
		t.Errorf("the months run from %s to %s, the scenario from %s to before %s", first.Start, last.End, sc.Start(), sc.End())
	}
	for i, p := range periods {
		if i > 0 && p.Start != periods[i-1].End+1 {
			t.Errorf("%v does not follow %v", p, periods[i-1])
		}
		if i+1 < len(periods) && p.End != p.End.EndOfMonth() {
			t.Errorf("%v does not end with its month", p)
		}
	}
}

// A start value at a month's end is the scenario's own figure, to the bit.
func TestSamplerKeepsTheStart(t *testing.T) {
	sc := quartet(t)
	cash, _ := sim.FindMetric("cash")
	s, m := session.New(sc), session.NewSampler(sc, 0, []int{cash})
	s.Watch(m)
	s.Reset(5)
	at, ok := m.Find(cash, 2)
	if want := sim.Metrics()[cash].Read(s.World, 2); !ok || m.Periods()[0].End != sc.Start() || m.Value(at, 0) != want {
		t.Errorf("cash at the start is %v, the world has %v", m.Value(at, 0), want)
	}
	if _, known := m.Find(cash+1, 2); known {
		t.Error("a metric that was not asked for is sampled")
	}
}

func TestSamplerAllocatesNothing(t *testing.T) {
	sc := quartet(t)
	s, m := session.New(sc), session.NewSampler(sc, 0, nil)
	play(s, 1, sc.End()) // the world's own tables grow in the first run
	with := testing.AllocsPerRun(3, func() {
		s.World.Reset(1)
		m.Observe(s.World)
		for !s.World.Over() {
			s.World.Step(sim.Input{})
			m.Observe(s.World)
		}
	})
	if with != 0 {
		t.Errorf("a sampled run allocates %v times", with)
	}
}

func BenchmarkSampler(b *testing.B) {
	sc := quartet(b)
	s, m := session.New(sc), session.NewSampler(sc, 0, nil)
	s.Watch(m)
	for b.Loop() {
		play(s, 1, sc.End())
	}
}

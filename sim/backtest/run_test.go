package backtest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/backtest"
	"entangle/sim/rng"
	"entangle/sim/scenario"
	"entangle/sim/session"
	"entangle/sim/units"
	"pgregory.net/rapid"
)

// quartet is the small shipped scenario with something laid over it.
func quartet(t testing.TB, over string) *sim.Scenario {
	t.Helper()
	layer := scenario.Overlay{FS: fstest.MapFS{"over.yaml": {Data: []byte(over)}}, File: "over.yaml"}
	layers := []scenario.Overlay{layer}
	if over == "" {
		layers = nil
	}
	sc, err := scenario.Check(scenario.Load(scenarios.FS, "quartet", layers...))
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

// row is a row of facts as a file has it.
func row(of, series, kind string, start, end units.Date, value float64, unit string) string {
	return fmt.Sprintf("%s,%s,%s,%s,%s,%v,%s,a test\n", of, series, kind, start, end, value, unit)
}

// held brings rows of facts to a scenario and plays it.
func held(t testing.TB, sc *sim.Scenario, runs int, rows ...string) *backtest.Result {
	t.Helper()
	facts, err := backtest.Read(strings.NewReader(head+strings.Join(rows, "")), "facts.csv")
	if err != nil {
		t.Fatal(err)
	}
	test, err := backtest.New(sc, facts)
	if err != nil {
		t.Fatal(err)
	}
	r, err := test.Run(t.Context(), backtest.Config{Runs: runs, Seed: 1, Workers: 2})
	if err != nil || r.Runs != runs {
		t.Fatalf("%d runs: %v", r.Runs, err)
	}
	return r
}

// weekly is a metric of a company at the start and after each week of the first
// run of an experiment.
func weekly(sc *sim.Scenario, metric, company string) (list []float64) {
	i, _ := sim.FindMetric(metric)
	id, _ := sc.Find(sim.OfCompany, company)
	s := session.New(sc)
	for s.Reset(rng.Run(1, 0)); ; s.Advance(nil) {
		list = append(list, sim.Metrics()[i].Read(s.World, id))
		if s.World.Over() {
			return list
		}
	}
}

// at is the value of a day on the line between two weeks.
func at(list []float64, days int) float64 {
	week, part := days/7, float64(days%7)/7
	if part == 0 {
		return list[week]
	}
	return list[week]*(1-part) + list[week+1]*part
}

// A stock of any day lies on the line between two weeks; a flow over any days is
// what its total gained on such lines, so that flows of neighbouring days add up.
func TestDaysBetweenWeeks(t *testing.T) {
	sc := quartet(t, "")
	cash, revenue := weekly(sc, "cash", "lumen"), weekly(sc, "revenue", "lumen")
	last := sc.Weeks() * 7
	rapid.Check(t, func(r *rapid.T) {
		day := rapid.IntRange(0, last).Draw(r, "day")
		from := rapid.IntRange(0, last-2).Draw(r, "from")
		upto := rapid.IntRange(from+1, last-1).Draw(r, "upto")
		cut := rapid.IntRange(from, upto-1).Draw(r, "cut")
		date := func(days int) units.Date { return sc.Start().AddDays(days) }
		res := held(t, sc, 1,
			row("lumen", "cash", "stock", date(day), date(day), 1, "USD billion"),
			row("lumen", "revenue", "flow", date(from), date(upto), 1, "USD million"),
			row("lumen", "revenue", "flow", date(from), date(cut), 1, "USD billion"),
			row("lumen", "revenue", "flow", date(cut+1), date(upto), 1, "USD billion"))
		got := func(point int) float64 {
			if v := res.Values(point); len(v) == 1 {
				return v[0]
			}
			r.Fatalf("point %d has %v", point, res.Values(point))
			return 0
		}
		near := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
				r.Errorf("%s is %v, not %v", what, got, want)
			}
		}
		near("cash", got(0), at(cash, day))
		near("revenue in millions", got(1), 1000*(at(revenue, upto+1)-at(revenue, from)))
		near("two parts of revenue", got(2)+got(3), got(1)/1000)
	})
}

// The answer is known: the model against its own run, and against twice and half of
// it, beside forecasts reckoned by hand.
func TestKnownAnswer(t *testing.T) {
	sc := quartet(t, `report:
  known_to: 2025-02-04
  growth:
    - {id: cash, rate: 100 %}
    - {id: cash_anvil, series: cash, of: anvil, rate: 300 %}
    - {id: best_model_eci, points: 10}
`)
	day := sc.Start().AddDays
	known := day(35)
	if known != units.DateOf(2025, 2, 4) {
		t.Fatal("the scenario moved")
	}
	end := sc.Weeks() * 7
	last := sc.End()
	cash, chips, points := weekly(sc, "cash", "lumen"), weekly(sc, "compute_owned", "anvil"), weekly(sc, "best_model_eci", "lumen")
	revenue := weekly(sc, "revenue", "lumen")
	r := held(t, sc, 1,
		row("lumen", "cash", "stock", known, known, 1, "USD billion"),
		row("lumen", "cash", "stock", last, last, at(cash, end), "USD billion"), // right
		row("anvil", "compute_owned", "stock", last, last, max(1, 2*at(chips, end)), "kH100e"),
		row("lumen", "best_model_eci", "stock", known, known, 100, "ECI"),
		row("lumen", "best_model_eci", "stock", last, last, at(points, end)+3, "ECI"), // three points off
		row("lumen", "revenue", "flow", day(8), day(14), 7, "USD million"),            // one a day
		row("lumen", "revenue", "flow", day(42), day(55), 2000*(at(revenue, 56)-at(revenue, 42)), "USD million"),
		row("lumen", "tokens_served", "stock", known, known, 1, "trillion"),
		row("lumen", "tokens_served", "stock", last, last, 2, "trillion"),
		row("nobody", "cash", "stock", day(200), day(200), 1, "USD billion"),
		row("lumen", "cash", "stock", sc.Start()-10, sc.Start()-10, 1, "USD billion"),
	)
	list := r.Scores()
	byName := map[string]backtest.Score{}
	for _, s := range list {
		byName[s.Of+" "+s.Series] = s
	}
	grown := math.Exp(math.Log(2) * float64(last-known) / 365.25)
	mean := at(revenue, 56) - at(revenue, 42)
	for _, c := range []struct {
		name                    string
		facts, in50             int
		error, held, grown, crp float64
		verdict                 backtest.Verdict
	}{
		{"lumen cash", 1, 1, 0, math.Abs(math.Log(1 / at(cash, end))), math.Abs(math.Log(grown / at(cash, end))), 0, backtest.Won},
		{"lumen best_model_eci", 1, 0, 3, math.Abs(100 - at(points, end) - 3), math.Abs(100 + 10*float64(last-known)/365.25 - at(points, end) - 3), 3, backtest.Won},
		{"lumen revenue", 1, 0, math.Ln2, math.Abs(math.Log(14 / (2000 * mean))), math.Abs(math.Log(14 / (2000 * mean))), math.Ln2, backtest.Won},
		{"lumen tokens_served", 1, 0, math.NaN(), math.Ln2, math.Ln2, math.NaN(), backtest.Lost},
		{"nobody cash", 0, 0, math.NaN(), math.NaN(), math.NaN(), math.NaN(), backtest.Unscored},
	} {
		s := byName[c.name]
		same := func(a, b float64) bool { return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) < 1e-9 }
		if s.Facts != c.facts || s.In50 != c.in50 || !same(s.Error, c.error) || !same(s.Held, c.held) || !same(s.Grown, c.grown) || !same(s.CRPS, c.crp) || s.Verdict != c.verdict {
			t.Errorf("%s: %+v\nwant %+v", c.name, s, c)
		}
	}
	sum := backtest.Sum(list)
	if sum.Verdicts[backtest.Won] != 3 || sum.Missing != 1 || sum.Ratios.Facts != 2 || math.Abs(sum.Ratios.Error-math.Ln2/2) > 1e-9 || sum.InPoints.Error != 3 {
		t.Errorf("%+v", sum)
	}
}

// What stands beside the scenario is added: a flat part is its daily pace times the
// days, one that grows the area under its curve.
func TestBeside(t *testing.T) {
	flat := quartet(t, "report: {beside: [{id: x, series: capex, of: lumen, weekly: $7M}]}\n")
	grows := quartet(t, "report: {beside: [{id: x, series: capex, of: lumen, weekly: $7M, growth: 0.5}, {id: y, series: capex, of: anvil, weekly: $1B}]}\n")
	rows := []string{row("lumen", "capex", "flow", flat.Start()+10, flat.Start()+109, 1, "USD million")}
	none, some, more := held(t, quartet(t, ""), 1, rows...), held(t, flat, 1, rows...), held(t, grows, 1, rows...)
	if got := some.Values(0)[0] - none.Values(0)[0]; math.Abs(got-100) > 1e-9 {
		t.Errorf("a million a day over a hundred days adds %v", got)
	}
	stands := quartet(t, "report: {beside: [{id: x, series: cash, of: lumen, standing: $7M, growth: 0.5}]}\n")
	stock := row("lumen", "cash", "stock", flat.Start()+100, flat.Start()+100, 1, "USD million")
	if got, want := held(t, stands, 1, stock).Values(0)[0]-held(t, flat, 1, stock).Values(0)[0], 7*math.Exp(0.5*100/365.25); math.Abs(got-want) > 1e-6 {
		t.Errorf("a stock of 7 million that grows adds %v after 100 days, want %v", got, want)
	}
	area := 0.0
	for step := range 100_000 {
		area += math.Exp(0.5*(10+(float64(step)+0.5)/1000)/365.25) / 1000
	}
	if got := more.Values(0)[0] - none.Values(0)[0]; math.Abs(got-area) > 1e-6 {
		t.Errorf("growing it adds %v, not %v", got, area)
	}
}

// Workers change nothing, seeds do; points.csv has every row as it came.
func TestSameBytes(t *testing.T) {
	sc := quartet(t, "")
	facts, err := backtest.Read(strings.NewReader(head+row("lumen", "cash", "stock", sc.End(), sc.End(), 2, "USD billion")+
		row("lumen", "tokens_served", "stock", sc.End(), sc.End(), 2, "trillion")), "facts.csv")
	if err != nil {
		t.Fatal(err)
	}
	play := func(seed uint64, workers int) string {
		test, err := backtest.New(sc, facts)
		if err != nil {
			t.Fatal(err)
		}
		r, err := test.Run(t.Context(), backtest.Config{Runs: 50, Seed: seed, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := errors.Join(r.WritePoints(&out), backtest.WriteSummary(&out, r.Scores())); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	one := play(1, 1)
	if two := play(1, 3); two != one {
		t.Errorf("three workers: other bytes")
	}
	if other := play(2, 1); other == one {
		t.Error("another seed: the same bytes")
	}
	lines := strings.Split(one, "\n")
	if lines[0] != strings.TrimSpace(head)+",q05,q10,q25,q50,q75,q90,q95" || !strings.HasSuffix(lines[2], ",a test,,,,,,,") {
		t.Errorf("points.csv begins with\n%s", strings.Join(lines[:3], "\n"))
	}
}

// Facts that contradict what a series is are mistakes, told with their place.
func TestNewRefuses(t *testing.T) {
	sc := quartet(t, "")
	for _, c := range []struct{ row, want string }{
		{row("lumen", "cash", "flow", sc.Start(), sc.Start(), 1, "USD billion"), "facts.csv:2:12: error: cash is a stock"},
		{row("lumen", "capex", "stock", sc.Start(), sc.Start(), 1, "USD billion"), "error: capex is a flow"},
		{row("lumen", "cash", "stock", sc.Start(), sc.Start(), 1, "EUR billion"), `error: cash is measured in USD billion, the row has "EUR billion"`},
		{row("lumen", "power_ai", "stock", sc.Start(), sc.Start(), 1, "MWh"), "known: MW, kW, GW"},
	} {
		facts, err := backtest.Read(strings.NewReader(head+c.row), "facts.csv")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := backtest.New(sc, facts); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s says %v, not %s", c.row, err, c.want)
		}
	}
}

// Every row of the table is whole: metrics that exist and are of one kind, or a
// reason; a unit that facts can have.
func TestTable(t *testing.T) {
	for _, s := range backtest.Table() {
		if (len(s.Metrics) == 0) == (s.Why == "") || s.Unit == "" {
			t.Errorf("%+v", s)
		}
		var first sim.Metric
		for i, name := range s.Metrics {
			at, ok := sim.FindMetric(name)
			if !ok {
				t.Errorf("%s: no metric %s", s.Name, name)
				continue
			}
			if m := sim.Metrics()[at]; i == 0 {
				if first = m; m.Unit != s.Unit {
					t.Errorf("%s is in %s, its metric in %s", s.Name, s.Unit, m.Unit)
				}
			} else if m.Unit != first.Unit || m.Of != first.Of || m.Flow != first.Flow {
				t.Errorf("%s adds %s to %s", s.Name, m.Name, first.Name)
			}
		}
	}
}

// Of a scenario's own mistakes about forecasts each is told.
func TestProblems(t *testing.T) {
	sc := quartet(t, `report:
  growth:
    - {id: cash, points: 3}
    - {id: best_model_eci, rate: 3 %}
    - {id: cahs, rate: 3 %}
    - {id: x, series: valuatoin, rate: 3 %}
  beside:
    - {id: a, series: cash, of: lumen, weekly: $1}
    - {id: b, series: tokens_served, of: lumen, weekly: $1}
    - {id: c, series: capexx, of: lumen, weekly: $1}
    - {id: d, series: capex, of: lumen, weekly: $1}
`)
	var told []string
	for _, p := range backtest.Problems(sc) {
		told = append(told, p.Path+": "+p.Message)
	}
	want := []string{
		"report.growth.best_model_eci.rate: best_model_eci is measured in ECI and grows by points",
		`report.growth.cahs: no series of facts is called "cahs"`,
		"report.growth.cash.points: cash is measured in USD billion and grows by a rate",
		`report.growth.x.series: no series of facts is called "valuatoin"`,
		"report.beside.a.series: cash is no flow of money",
		"report.beside.b.series: tokens_served is no flow of money",
		`report.beside.c.series: no series of facts is called "capexx"`,
	}
	if strings.Join(told, "\n") != strings.Join(want, "\n") {
		t.Errorf("it says\n%s", strings.Join(told, "\n"))
	}
}

// An interrupted test says so.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	sc := quartet(t, "")
	facts, _ := backtest.Read(strings.NewReader(head+row("lumen", "cash", "stock", sc.End(), sc.End(), 2, "USD billion")), "facts.csv")
	test, err := backtest.New(sc, facts)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := test.Run(ctx, backtest.Config{Runs: 50, Seed: 1, Workers: 2}); !errors.Is(err, context.Canceled) || r == nil || r.Runs != 0 {
		t.Errorf("%v after %d runs", err, r.Runs)
	}
}

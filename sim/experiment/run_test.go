package experiment

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"entangle/scenarios"
	"entangle/sim"
	"entangle/sim/rng"
	"entangle/sim/scenario"
	"entangle/sim/session"
)

var quartet = sync.OnceValue(func() *sim.Scenario {
	sc, err := scenario.Check(scenario.Load(scenarios.FS, "quartet"))
	if err != nil {
		return nil
	}
	return sc
})

// output is both files of an experiment.
func output(t *testing.T, cfg Config) (outcomes, series string) {
	t.Helper()
	cfg.Scenario = quartet()
	var rows, lines bytes.Buffer
	rows.Write(OutcomesHead(cfg.Scenario))
	r, err := Run(t.Context(), cfg, OutcomesTo(&rows))
	if err == nil {
		err = r.WriteSeries(&lines)
	}
	if err != nil {
		t.Fatal(err)
	}
	return rows.String(), lines.String()
}

func TestWorkersDoNotMatter(t *testing.T) {
	rows, lines := output(t, Config{Seed: 1, Runs: 150, Workers: 1})
	for _, workers := range []int{2, 7} {
		r, l := output(t, Config{Seed: 1, Runs: 150, Workers: workers})
		if r != rows || l != lines {
			t.Errorf("%d workers: other output than with one", workers)
		}
	}
	r, l := output(t, Config{Seed: 2, Runs: 150, Workers: 2})
	if r == rows || l == lines {
		t.Error("seeds 1 and 2 give the same output")
	}
}

func TestRowIsARunOfItsSeed(t *testing.T) {
	sc := quartet()
	game, columns, year := session.New(sc), Columns(sc), &session.YearFlows{}
	game.Watch(year)
	sink := func(row Row) error {
		if row.Seed != rng.Run(5, uint64(row.Run)) {
			t.Errorf("run %d has seed %d", row.Run, row.Seed)
		}
		game.Reset(row.Seed)
		for !game.World.Over() {
			game.Advance(nil)
		}
		if h := game.World.Hash().Sum(); h != row.Hash {
			t.Errorf("run %d: hash %x, played alone %x", row.Run, row.Hash, h)
		}
		for k, c := range columns {
			v := sim.Metrics()[c.Metric].Read(game.World, int32(c.Company))
			if c.Name(sc) == sc.Name(sim.Ref{Of: sim.OfCompany, ID: int32(c.Company)})+".revenue_of_year" {
				v = year.Read(c.Metric, c.Company)
			}
			if v != row.Values[k] {
				t.Errorf("run %d: %s is %v, played alone %v", row.Run, c.Name(sc), row.Values[k], v)
			}
		}
		return nil
	}
	if _, err := Run(t.Context(), Config{Scenario: sc, Seed: 5, Runs: 40, Workers: 3}, sink); err != nil {
		t.Fatal(err)
	}
}

func TestOutcomesReadBack(t *testing.T) {
	text, _ := output(t, Config{Seed: 1, Runs: 3, Workers: 1})
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(lines) != 4 {
		t.Fatalf("%d lines, error %v", len(lines), err)
	}
	if got := lines[0][:3]; fmt.Sprint(got) != "[run seed anvil.compute_running]" {
		t.Errorf("columns begin with %v", got)
	}
	for i, line := range lines[1:] {
		hash := line[len(line)-1]
		if line[0] != strconv.Itoa(i) || line[1] != strconv.FormatUint(rng.Run(1, uint64(i)), 10) || len(hash) != 16 {
			t.Errorf("line %d: %v", i, line)
		}
	}
}

func TestSeriesHasALinePerCell(t *testing.T) {
	_, text := output(t, Config{Seed: 1, Runs: 40, Workers: 2})
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(lines[0], ","); got != "company,metric,kind,start,end,unit,q05,q10,q25,q50,q75,q90,q95" {
		t.Errorf("columns: %s", got)
	}
	if want := len(cells(newSampler(quartet()))) + 1; len(lines) != want {
		t.Errorf("%d lines, want %d", len(lines), want)
	}
	for _, line := range lines[1:] {
		last := ""
		for _, q := range line[6:] {
			if last != "" && number64(t, q) < number64(t, last) {
				t.Errorf("quantiles fall: %v", line)
			}
			last = q
		}
	}
}

func number64(t *testing.T, text string) float64 {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestCancelKeepsAPrefix stops in the middle: what was merged is what an
// experiment of that many runs gives.
func TestCancelKeepsAPrefix(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var rows bytes.Buffer
	write := OutcomesTo(&rows)
	sink := func(r Row) error {
		if r.Run == 70 {
			cancel()
		}
		return write(r)
	}
	got, err := Run(ctx, Config{Scenario: quartet(), Seed: 3, Runs: 100_000, Workers: 3}, sink)
	if !errors.Is(err, context.Canceled) || got.Runs <= 70 || got.Runs > 1000 {
		t.Fatalf("%d runs, error %v", got.Runs, err)
	}
	var whole, a, b bytes.Buffer
	want, err := Run(t.Context(), Config{Scenario: quartet(), Seed: 3, Runs: got.Runs, Workers: 1}, OutcomesTo(&whole))
	if err != nil {
		t.Fatal(err)
	}
	got.WriteSeries(&a)
	want.WriteSeries(&b)
	if rows.String() != whole.String() || a.String() != b.String() {
		t.Errorf("the first %d runs differ from an experiment of %d", got.Runs, got.Runs)
	}
}

// TestNoSeries leaves the months out, which changes nothing else.
func TestNoSeries(t *testing.T) {
	play := func(none bool) (*Result, string) {
		var rows bytes.Buffer
		r, err := Run(t.Context(), Config{Scenario: quartet(), Seed: 3, Runs: 60, Workers: 2, NoSeries: none}, OutcomesTo(&rows))
		if err != nil {
			t.Fatal(err)
		}
		return r, rows.String()
	}
	with, rows := play(false)
	without, same := play(true)
	if rows != same || !reflect.DeepEqual(with.Finals, without.Finals) || len(without.Series)+len(without.Cells) != 0 || without.Runs != 60 {
		t.Error("without series an experiment comes out otherwise")
	}
	var none bytes.Buffer
	if err := without.WriteSeries(&none); err == nil || none.Len() != 0 {
		t.Errorf("series that were not sampled are written: %q, error %v", none.String(), err)
	}
}

func TestCancelledBeforeItStarts(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r, err := Run(ctx, Config{Scenario: quartet(), Runs: 100, Workers: 2}, nil)
	if !errors.Is(err, context.Canceled) || r.Runs != 0 {
		t.Errorf("%d runs, error %v", r.Runs, err)
	}
}

func TestSinkErrorEndsIt(t *testing.T) {
	full := errors.New("no space left")
	sink := func(r Row) error {
		if r.Run == 40 {
			return full
		}
		return nil
	}
	r, err := Run(t.Context(), Config{Scenario: quartet(), Runs: 100_000, Workers: 3}, sink)
	if !errors.Is(err, full) || r.Runs != 40 {
		t.Errorf("%d runs, error %v", r.Runs, err)
	}
}

func TestProgressCountsUp(t *testing.T) {
	last := 0
	cfg := Config{Scenario: quartet(), Runs: 70, Workers: 2, Progress: func(n int) {
		if n <= last {
			t.Errorf("progress %d after %d", n, last)
		}
		last = n
	}}
	if _, err := Run(t.Context(), cfg, nil); err != nil || last != 70 {
		t.Errorf("progress ends at %d, error %v", last, err)
	}
}

func TestBadConfig(t *testing.T) {
	for _, cfg := range []Config{{Runs: 0, Workers: 1}, {Runs: -1, Workers: 1}, {Runs: 1, Workers: 0}, {Runs: 1 << 33, Workers: 1}} {
		cfg.Scenario = quartet()
		if r, err := Run(t.Context(), cfg, nil); err == nil || r == nil {
			t.Errorf("%d runs with %d workers: no error", cfg.Runs, cfg.Workers)
		}
	}
}

func TestNumbersAreWrittenExactly(t *testing.T) {
	for _, v := range []float64{0, 1, -0.1, 1.0 / 3, 123456789.123, 1e-9} {
		back, err := strconv.ParseFloat(string(appendNumber(nil, v)), 64)
		if err != nil || back != v {
			t.Errorf("%v reads back as %v", v, back)
		}
		if r := number64(t, string(appendRounded(nil, v))); r < v-1e-4*max(v, -v) || r > v+1e-4*max(v, -v) {
			t.Errorf("%v is rounded to %v", v, r)
		}
	}
}

// TestRunWithoutResult merges a chunk whose third run came to nothing.
func TestRunWithoutResult(t *testing.T) {
	r := newResult(&Config{Scenario: quartet()})
	bad := errors.New("run 2 came to nothing")
	c := &chunk{played: 2, err: bad, finals: make([]float64, 2*len(r.Columns)), series: make([]float64, 2*len(r.Cells))}
	if err := r.merge(c, nil); !errors.Is(err, bad) || r.Runs != 2 || r.Series[0].N() != 2 {
		t.Errorf("%d runs, error %v", r.Runs, err)
	}
	for _, v := range []float64{math.NaN(), math.Inf(-1)} {
		if finite(v) {
			t.Errorf("%v passes for a result", v)
		}
	}
}

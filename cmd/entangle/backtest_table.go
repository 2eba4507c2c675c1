package main

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"entangle/sim/backtest"
)

// tell prints what came out: a row a series, what is missing, and sums.
func (b *backTest) tell(r *backtest.Result) error {
	s, err := b.speaker(b.sc)
	if err != nil {
		return err
	}
	list := r.Scores()
	for i, t := range []*table{b.heading(s, r), scores(s, list), missing(s, list), totals(s, backtest.Sum(list))} {
		if len(t.rows) == 0 {
			continue
		}
		if i > 0 {
			if _, err := io.WriteString(b.Out, "\n"); err != nil {
				return err
			}
		}
		if err := t.write(b.Out); err != nil {
			return err
		}
	}
	return nil
}

// heading says which test it was, so that it can be done again.
func (b *backTest) heading(s *speaker, r *backtest.Result) *table {
	t := s.heading(b.pack, &b.scenarioFlags)
	t.row(s.ui("facts"), b.test.Facts.Name)
	t.row(s.ui("known_to"), b.test.KnownTo().String())
	t.row(s.ui("seed"), fmt.Sprint(b.Seed))
	t.row(s.ui("runs"), doneOf(r.Runs, b.Runs))
	return t
}

// scores is the table of series that the model has and that have facts to forecast.
func scores(s *speaker, list []backtest.Score) *table {
	t := newTable("llrrrrrrrrl")
	for _, x := range list {
		if x.Missing != "" || x.Facts == 0 {
			continue
		}
		if len(t.rows) == 0 {
			t.row(s.ui("series"), s.ui("scale"), s.ui("facts"), s.ui("off"), s.ui("bias"), s.ui("held"), s.ui("grown"), s.ui("in50"), s.ui("in80"), "CRPS", "")
		}
		t.row(x.Of+" "+x.Series, s.ui("scale_"+x.Scale()), strconv.Itoa(x.Facts), distance(x.Error), signed(x.Bias), distance(x.Held), distance(x.Grown),
			strconv.Itoa(x.In50), strconv.Itoa(x.In80), distance(x.CRPS), s.ui("verdict_"+x.Verdict.String()))
	}
	return t
}

// missing lists the series that the model has nothing for, and why.
func missing(s *speaker, list []backtest.Score) *table {
	t := newTable("lrll")
	for _, x := range list {
		if x.Missing == "" {
			continue
		}
		if len(t.rows) == 0 {
			t.row(s.ui("missing_series"), s.ui("facts"), "", s.ui("reason"))
		}
		t.row(x.Of+" "+x.Series, strconv.Itoa(x.Facts), s.ui("verdict_"+x.Verdict.String()), x.Missing)
	}
	return t
}

// totals adds all up.
func totals(s *speaker, sum backtest.Total) *table {
	t := newTable("ll")
	t.row(s.ui("won_lost"), s.ui("won_of", "won", strconv.Itoa(sum.Verdicts[backtest.Won]), "lost", strconv.Itoa(sum.Verdicts[backtest.Lost]),
		"missing", strconv.Itoa(sum.Missing), "alone", strconv.Itoa(sum.Verdicts[backtest.Alone])))
	if sum.Facts > 0 {
		t.row(s.ui("in50"), shareOf(sum.In50, sum.Facts))
		t.row(s.ui("in80"), shareOf(sum.In80, sum.Facts))
	}
	for _, m := range []struct {
		name string
		backtest.Mean
	}{{"mean_ratio", sum.Ratios}, {"mean_points", sum.InPoints}} {
		if m.Facts > 0 {
			t.row(s.ui(m.name), s.ui("beside_naive", "off", distance(m.Error), "crps", distance(m.CRPS), "held", distance(m.Held), "grown", distance(m.Grown), "facts", strconv.Itoa(m.Facts)))
		}
	}
	return t
}

// distance writes how far something is off.
func distance(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'f', 2, 64)
}

// signed is the same with its sign.
func signed(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return fmt.Sprintf("%+.2f", v)
}

func shareOf(n, all int) string {
	return fmt.Sprintf("%d / %d = %.0f%%", n, all, 100*float64(n)/float64(all))
}

package backtest

import (
	"math"
	"slices"

	"entangle/sim/detmath"
)

// Verdict is how a series came out beside the naive forecasts.
type Verdict uint8

// The verdicts.
const (
	Unscored Verdict = iota // no fact after the day that forecasts know
	Alone                   // no fact before it: nothing to compare with
	Won                     // the median is nearer to the facts than both forecasts
	Lost                    // it is not, or the model has nothing to say
)

// String is the verdict as files spell it.
func (v Verdict) String() string { return [...]string{"unscored", "alone", "won", "lost"}[v] }

// Score is how far a series of somebody was off. Errors are mean distances over the
// facts that are scored: those after the day that the naive forecasts know. On the
// scale of ratios a distance is |ln(forecast/fact)|; in points it is a difference
// in the unit of the facts. Where there is none it is NaN.
type Score struct {
	Of, Series, Unit string
	Points           bool // the scale; else ratios
	Facts            int  // scored
	Error            float64
	Bias             float64 // mean of medians over facts, with its sign
	In50, In80       int     // facts in the middle 50 and 80 % of runs
	CRPS             float64
	Held, Grown      float64 // errors of the naive forecasts
	Verdict          Verdict
	Missing          string // the model has nothing for it: why

	points []int
}

// Floor bounds what one fact can count on the scale of ratios: a forecast below a
// hundredth of it counts as a hundredth, so that nothing, or less, is far off and
// not infinitely far. By choice.
const Floor = 0.01

// Scores judges a result, series by series in the order of the facts.
func (r *Result) Scores() (list []Score) {
	index := map[string]int{}
	for i := range r.Test.Points {
		p := &r.Test.Points[i]
		at, ok := index[p.Key()]
		if !ok {
			at = len(list)
			index[p.Key()] = at
			list = append(list, Score{Of: p.Of, Series: p.Series, Unit: p.Unit})
		}
		list[at].points = append(list[at].points, i)
	}
	for i := range list {
		r.score(&list[i])
	}
	return list
}

// score fills in a row.
func (r *Result) score(s *Score) {
	t := r.Test
	s.Points = inPoints(s.Unit) || slices.ContainsFunc(s.points, func(i int) bool { return t.Points[i].Value <= 0 })
	var model, bias, held, grown, crps sum
	for _, i := range s.points {
		p := &t.Points[i]
		s.Missing = p.Missing
		if p.Beyond != "" || t.known(p) {
			continue
		}
		s.Facts++
		size := 1.0 // of the row's unit, where rows of a series have several
		if f, ok := factor(p.Unit, s.Unit); ok && s.Points {
			size = f
		}
		if h, g, ok := t.Naive(i); ok {
			held.add(size * s.off(h, p.Value))
			grown.add(size * s.off(g, p.Value))
		}
		if v := r.values[i]; v != nil {
			model.add(size * s.off(Quantile(v, 500), p.Value))
			bias.add(size * s.over(Quantile(v, 500), p.Value))
			crps.add(size * s.crps(v, p.Value))
			s.In50 += within(v, p.Value, Permilles[low50], Permilles[top50])
			s.In80 += within(v, p.Value, Permilles[low80], Permilles[top80])
		}
	}
	s.Bias = bias.mean()
	s.Error, s.CRPS, s.Held, s.Grown = model.mean(), crps.mean(), held.mean(), grown.mean()
	switch {
	case s.Facts == 0:
		s.Verdict = Unscored
	case s.Missing != "":
		s.Verdict = Lost
	case held.n == 0:
		s.Verdict = Alone
	case s.Error < s.Held && s.Error < s.Grown:
		s.Verdict = Won
	default:
		s.Verdict = Lost
	}
}

// off is the distance of a forecast to a fact on the row's scale.
func (s *Score) off(forecast, fact float64) float64 { return math.Abs(s.over(forecast, fact)) }

// over is the same with its sign: above zero where the forecast is too high.
func (s *Score) over(forecast, fact float64) float64 {
	if s.Points {
		return forecast - fact
	}
	return ratio(forecast, fact)
}

// ratio is the log of a forecast over a fact, which is above zero.
func ratio(forecast, fact float64) float64 { return detmath.Log(max(forecast/fact, Floor)) }

// crps is that of the runs on the row's scale.
func (s *Score) crps(sorted []float64, fact float64) float64 {
	if s.Points {
		return CRPS(sorted, fact)
	}
	logs := make([]float64, len(sorted))
	for i, v := range sorted {
		logs[i] = ratio(v, fact)
	}
	return CRPS(logs, 0)
}

// within is 1 for a fact between two quantiles, both included.
func within(sorted []float64, fact float64, low, top int) int {
	if Quantile(sorted, low) <= fact && fact <= Quantile(sorted, top) {
		return 1
	}
	return 0
}

// sum adds up distances.
type sum struct {
	total float64
	n     int
}

func (s *sum) add(v float64) { s.total, s.n = s.total+v, s.n+1 }

func (s *sum) mean() float64 {
	if s.n == 0 {
		return math.NaN()
	}
	return s.total / float64(s.n)
}

// Total adds series up: how many came out how, and means over all facts scored on
// one scale of series that the model has.
type Total struct {
	Verdicts   [4]int
	Missing    int // of those lost
	Facts      int // scored of series that the model has
	In50, In80 int
	Ratios     Mean
	InPoints   Mean // of ECI alone: other points do not add up
}

// Mean is the errors of series on one scale: those with a naive forecast, weighted by
// facts.
type Mean struct {
	Facts                    int
	Error, CRPS, Held, Grown float64
}

// Sum adds series up.
func Sum(list []Score) (t Total) {
	for _, s := range list {
		t.Verdicts[s.Verdict]++
		switch {
		case s.Missing != "":
			if s.Verdict == Lost {
				t.Missing++
			}
			continue
		case s.Facts == 0:
			continue
		}
		t.Facts, t.In50, t.In80 = t.Facts+s.Facts, t.In50+s.In50, t.In80+s.In80
		switch {
		case s.Verdict == Alone:
		case !s.Points:
			t.Ratios.add(&s)
		case s.Unit == "ECI":
			t.InPoints.add(&s)
		}
	}
	return t
}

func (m *Mean) add(s *Score) {
	n := float64(s.Facts)
	all := float64(m.Facts) + n
	for _, v := range []struct {
		mean *float64
		of   float64
	}{{&m.Error, s.Error}, {&m.CRPS, s.CRPS}, {&m.Held, s.Held}, {&m.Grown, s.Grown}} {
		*v.mean += (v.of - *v.mean) * n / all
	}
	m.Facts += s.Facts
}

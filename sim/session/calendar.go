package session

import (
	"entangle/sim"
	"entangle/sim/units"
)

// Period is a calendar month, or the part of one that was played. Both days
// belong to it.
type Period struct{ Start, End units.Date }

// Series is a metric of one entity: the index in sim.Metrics and the id.
type Series struct {
	Metric int
	ID     int32
}

// Sampler is an observer that brings the weeks of a run to calendar months. For
// each series and month it keeps one number:
//
//   - a stock (cash, chips): its value on the last day of the month, on the
//     straight line between the two weeks around that day. A world of date D
//     stands for the day D, so that the values of the start are those of the
//     day the scenario starts.
//   - a flow (revenue): what came in the days of the month. A week's flow is
//     spread evenly over its seven days.
//
// Metrics are read only in weeks next to those days. A Sampler keeps its storage
// from run to run and starts afresh when it sees a world that has played no week.
type Sampler struct {
	metrics []sim.Metric
	series  []Series
	blocks  []block
	periods []Period
	values  []float64 // [series][period]
	start   units.Date
	due     [2][]bool // stocks, flows, by weeks played: whether they are read then

	stocks, flows int       // periods filled so far
	before        []float64 // by series: the reading a week ago
	now           []float64
	opening       []float64 // by series: a flow's total when its month began
}

// block is the series of a metric, which are neighbours.
type block struct {
	metric   *sim.Metric
	from, to int
}

// NewSampler makes a sampler for the runs of a scenario up to a date (the zero
// Date: the end), for some metrics by their index in sim.Metrics (nil: all), of
// every entity they belong to.
func NewSampler(sc *sim.Scenario, until units.Date, metrics []int) *Sampler {
	if until.IsZero() {
		until = sc.End()
	}
	s := &Sampler{metrics: sim.Metrics(), start: sc.Start(), periods: months(sc.Start(), until)}
	if metrics == nil {
		for i := range s.metrics {
			metrics = append(metrics, i)
		}
	}
	for _, m := range metrics {
		from := len(s.series)
		for id := range sc.Count(s.metrics[m].Of) {
			s.series = append(s.series, Series{m, int32(id + 1)})
		}
		s.blocks = append(s.blocks, block{&s.metrics[m], from, len(s.series)})
	}
	n := len(s.series)
	s.values = make([]float64, n*len(s.periods))
	s.before, s.now, s.opening = make([]float64, n), make([]float64, n), make([]float64, n)
	s.schedule(sc.Weeks())
	return s
}

// months cuts the days from start to the one before until into months.
func months(start, until units.Date) (list []Period) {
	for start < until {
		end := min(start.EndOfMonth(), until-1)
		list = append(list, Period{start, end})
		start = end + 1
	}
	return list
}

// schedule marks the weeks around the last days of months, for stocks, and the days
// after them, for flows. A day on which a week begins needs no other week.
func (s *Sampler) schedule(weeks int) {
	for kind := range s.due {
		due := make([]bool, weeks+1)
		due[0] = true
		for _, p := range s.periods {
			days := int(p.End-s.start) + kind
			due[min(days/7, weeks)] = true
			due[min((days+6)/7, weeks)] = true
		}
		s.due[kind] = due
	}
}

// Series lists the series in the order of metrics and ids.
func (s *Sampler) Series() []Series { return s.series }

// Find returns the number of a series, or false if it is not sampled.
func (s *Sampler) Find(metric int, id int32) (series int, ok bool) {
	for i, x := range s.series {
		if x.Metric == metric && x.ID == id {
			return i, true
		}
	}
	return 0, false
}

// Periods lists the months.
func (s *Sampler) Periods() []Period { return s.periods }

// Filled is how many periods have their values.
func (s *Sampler) Filled() int { return min(s.stocks, s.flows) }

// Value returns a series' number for a period, in the metric's unit.
func (s *Sampler) Value(series, period int) float64 {
	return s.values[series*len(s.periods)+period]
}

// Values are the numbers of all series, one after another, each by period. They are
// good until the next run.
func (s *Sampler) Values() []float64 { return s.values }

// Reset forgets the run.
func (s *Sampler) Reset() {
	s.stocks, s.flows = 0, 0
	clear(s.values)
}

// Observe implements Observer.
func (s *Sampler) Observe(w *sim.World) {
	week := int(w.Head().Tick)
	if week == 0 {
		s.Reset()
	}
	if week >= len(s.due[0]) {
		return
	}
	stocks, flows := s.due[0][week], s.due[1][week]
	if !stocks && !flows {
		return
	}
	s.before, s.now = s.now, s.before
	s.read(w, stocks, flows)
	if week == 0 {
		copy(s.before, s.now)
		copy(s.opening, s.now)
	}
	for s.stocks < len(s.periods) && s.periods[s.stocks].End <= w.Date() {
		s.closeStocks(s.stocks, s.ago(w.Date(), s.periods[s.stocks].End))
		s.stocks++
	}
	for s.flows < len(s.periods) && s.periods[s.flows].End < w.Date() {
		s.closeFlows(s.flows, s.ago(w.Date(), s.periods[s.flows].End+1))
		s.flows++
	}
}

// read takes the values of stocks, of flows, or of both now.
func (s *Sampler) read(w *sim.World, stocks, flows bool) {
	for i := range s.blocks {
		b := &s.blocks[i]
		m := b.metric
		switch now := s.now[b.from:b.to]; {
		case m.Flow && !flows || !m.Flow && !stocks:
		case m.All != nil:
			m.All(w, now)
		default:
			for k := range now {
				now[k] = m.Read(w, int32(k+1))
			}
		}
	}
}

// ago is how far a day lies before the date of this reading, as a share of the
// week since the last one.
func (s *Sampler) ago(date, day units.Date) float64 { return float64(date-day) / 7 }

// at is the value of a series some share of a week ago.
func (s *Sampler) at(series int, ago float64) float64 {
	if ago == 0 {
		return s.now[series]
	}
	return s.now[series] - float64(ago*(s.now[series]-s.before[series]))
}

func (s *Sampler) closeStocks(period int, ago float64) {
	for _, b := range s.blocks {
		for i := b.from; i < b.to && !b.metric.Flow; i++ {
			s.values[i*len(s.periods)+period] = s.at(i, ago)
		}
	}
}

func (s *Sampler) closeFlows(period int, ago float64) {
	for _, b := range s.blocks {
		for i := b.from; i < b.to && b.metric.Flow; i++ {
			total := s.at(i, ago)
			s.values[i*len(s.periods)+period] = total - s.opening[i]
			s.opening[i] = total
		}
	}
}

package experiment

import (
	"bufio"
	"errors"
	"io"
	"strconv"

	"entangle/sim"
	"entangle/sim/session"
)

// Permilles are the quantiles of series.csv, in thousandths.
var Permilles = [...]int{50, 100, 250, 500, 750, 900, 950}

// Cell is one number of a run: a series in a period.
type Cell struct {
	session.Series
	session.Period
}

// cells lists what a sampler fills, in the order of its values: series by
// series, period by period.
func cells(s *session.Sampler) (list []Cell) {
	for _, x := range s.Series() {
		for _, p := range s.Periods() {
			list = append(list, Cell{x, p})
		}
	}
	return list
}

// WriteSeries writes series.csv: a line per metric, entity and month with
// quantiles over the runs. A stock is that of the month's last day, start and
// end both that day; a flow is what came from start to end, both included. Of an
// experiment without series it writes nothing and says so.
func (r *Result) WriteSeries(w io.Writer) error {
	if len(r.Cells) == 0 {
		return errors.New("the experiment was played without series: leave Config.NoSeries unset")
	}
	b := bufio.NewWriter(w)
	b.WriteString("company,metric,kind,start,end,unit")
	for _, q := range Permilles {
		b.WriteString(",q")
		b.WriteString(string([]byte{'0' + byte(q/100), '0' + byte(q/10%10)}))
	}
	b.WriteByte('\n')
	var line []byte
	for i := range r.Cells {
		line = r.Cells[i].head(line[:0], r.scenario)
		for _, q := range Permilles {
			line = appendRounded(append(line, ','), r.Series[i].Quantile(q))
		}
		b.Write(append(line, '\n'))
	}
	return b.Flush()
}

// head writes what the line of a cell is about.
func (c *Cell) head(line []byte, sc *sim.Scenario) []byte {
	m := sim.Metrics()[c.Metric]
	kind, start := "stock", c.End // a stock holds on a day
	if m.Flow {
		kind, start = "flow", c.Start
	}
	owner := "world"
	if m.Of != sim.OfWorld {
		owner = sc.Name(sim.Ref{Of: m.Of, ID: c.ID})
	}
	for _, text := range [...]string{owner, m.Name, kind, start.String(), c.End.String()} {
		line = append(append(line, text...), ',')
	}
	return append(line, m.Unit...)
}

// appendRounded writes a quantile with five digits: its bin allows no more.
func appendRounded(line []byte, v float64) []byte {
	if v == 0 {
		return append(line, '0')
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 4, 64), 64)
	if err != nil {
		short = v // beyond what a float64 holds; the exact number is as good
	}
	return appendNumber(line, short)
}

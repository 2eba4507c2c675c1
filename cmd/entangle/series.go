package main

import (
	"encoding/csv"
	"io"
	"strconv"

	"entangle/sim"
	"entangle/sim/units"
)

// writeSeries writes every metric of every entity by month as CSV. A stock has
// its value on the last day of the month, start and end both that day; a flow
// what came from start to end, both included.
func (g *game) writeSeries(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"company", "metric", "kind", "start", "end", "value", "unit"}); err != nil {
		return err
	}
	metrics := sim.Metrics()
	for i, s := range g.sampler.Series() {
		m := &metrics[s.Metric]
		for p, month := range g.sampler.Periods() {
			kind, start := "stock", month.End
			if m.Flow {
				kind, start = "flow", month.Start
			}
			if err := out.Write(g.seriesRow(m, s.ID, kind, start, month.End, g.sampler.Value(i, p))); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func (g *game) seriesRow(m *sim.Metric, id int32, kind string, start, end units.Date, v float64) []string {
	return []string{entityName(g.sc, m.Of, id), m.Name, kind, start.String(), end.String(),
		strconv.FormatFloat(v, 'g', -1, 64), m.Unit}
}

package main

import (
	"fmt"
	"slices"

	"entangle/sim"
	"entangle/sim/experiment"
	"entangle/sim/scenario"
)

// summary prints the quantiles of the final figures, the company with the most
// running compute in the median first.
func (m *monteCarlo) summary(r *experiment.Result) error {
	s, err := m.speaker(m.sc)
	if err != nil {
		return err
	}
	if err := m.heading(s, r).write(m.Out); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(m.Out); err != nil {
		return err
	}
	return m.figures(s, r).write(m.Out)
}

// heading says which experiment it is, so that it can be played again.
func (m *monteCarlo) heading(s *speaker, r *experiment.Result) *table {
	t := s.heading(m.pack, &m.scenarioFlags)
	t.row(s.ui("seed"), fmt.Sprint(m.Seed))
	t.row(s.ui("runs"), doneOf(r.Runs, m.Runs))
	t.row(s.ui("quantiles"), s.ui("from_bins"))
	return t
}

// heading says which scenario, with which changes, many runs are of.
func (s *speaker) heading(pack *scenario.Pack, f *scenarioFlags) *table {
	t := newTable("ll")
	t.row(s.ui("scenario"), s.text(s.sc.Title()))
	t.row(s.ui("scenario_hash"), pack.Hash())
	t.row(s.ui("engine"), sim.Engine)
	t.row(s.ui("rules"), sim.Rules())
	for _, row := range f.changes(s) {
		t.row(row[:]...)
	}
	if f.Central {
		t.row(s.ui("figures"), s.ui("central"))
	}
	return t
}

// doneOf tells how many were done, and of how many if some are missing.
func doneOf(done, all int) string {
	if done < all {
		return fmt.Sprintf("%d / %d", done, all)
	}
	return fmt.Sprint(done)
}

// description is what experiment.json says.
func (m *monteCarlo) description() experiment.Description {
	d := experiment.Describe(m.sc)
	d.Origin = m.origin(m.name, m.pack.Hash(), m.Seed, m.Runs)
	return d
}

// figures is the table of final figures.
func (m *monteCarlo) figures(s *speaker, r *experiment.Result) *table {
	t := newTable("llrrr")
	t.row(s.ui("company"), s.ui("value"), "q05", "q50", "q95")
	perCompany := len(experiment.Standings())
	order := make([]int, m.sc.Companies())
	for i := range order {
		order[i] = i * perCompany // of its first column, running compute
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return compare(r.Finals[b].Quantile(500), r.Finals[a].Quantile(500))
	})
	for _, first := range order {
		name := s.company(r.Columns[first].Company)
		for i := first; i < first+perCompany; i++ {
			metric, h := sim.Metrics()[r.Columns[i].Metric], &r.Finals[i]
			label := s.lex.Text("metric."+metric.Name, nil)
			if metric.Flow {
				label = s.yearly(metric.Name, m.sc.End())
			}
			value := func(q int) string { return s.value(metric.Unit, h.Quantile(q)) }
			t.row(name, label, value(50), value(500), value(950))
			name = ""
		}
	}
	return t
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

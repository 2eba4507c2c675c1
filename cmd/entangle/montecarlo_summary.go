package main

import (
	"fmt"
	"slices"

	"entangle/sim"
	"entangle/sim/experiment"
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
	runs := fmt.Sprint(r.Runs)
	if r.Runs < m.Runs {
		runs = fmt.Sprintf("%d / %d", r.Runs, m.Runs)
	}
	t := newTable("ll")
	t.row(s.ui("scenario"), s.text(m.sc.Title()))
	t.row(s.ui("scenario_hash"), m.pack.Hash)
	t.row(s.ui("engine"), sim.Engine)
	t.row(s.ui("rules"), sim.Rules())
	for _, row := range m.changes(s) {
		t.row(row[:]...)
	}
	if m.Central {
		t.row(s.ui("figures"), s.ui("central"))
	}
	t.row(s.ui("seed"), fmt.Sprint(m.Seed))
	t.row(s.ui("runs"), runs)
	t.row(s.ui("quantiles"), s.ui("from_bins"))
	return t
}

// description is what experiment.json says.
func (m *monteCarlo) description() experiment.Description {
	d := experiment.Describe(m.sc)
	d.Scenario, d.ScenarioHash, d.Seed, d.Runs, d.Central = m.name, m.pack.Hash, m.Seed, m.Runs, m.Central
	d.Set, d.With = append(d.Set, m.Set...), append(d.With, m.With...)
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
			label := "metric." + metric.Name
			if metric.Flow {
				label = "ui." + metric.Name + "_this_year"
			}
			value := func(q int) string { return s.value(metric.Unit, h.Quantile(q)) }
			t.row(name, s.lex.Text(label, nil), value(50), value(500), value(950))
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

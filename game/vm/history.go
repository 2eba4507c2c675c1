package vm

import "entangle/sim"

// charted are the metrics whose course is remembered, own and rivals'.
var charted = []string{"compute_running", "idle_share", "served_share", "price", "power_energised", "cash", "revenue_run_rate",
	"compute_let", "backlog", "compute_on_order", "attention", "bureaucracy", "fleet_value", "valuation", "debt", "trust",
	"best_model_eci", "know_how", "morale", "researchers", "engineers"}

// history is what the player saw, week by week: own figures as they were, those
// of rivals as they were estimated then.
type history struct {
	metrics []int
	values  [][][]float64          // [metric][company][week]
	quits   [sim.TierCount][]int64 // own people who have quit since the start, by tier and week
}

func (h *history) note(p *Play) {
	if h.metrics == nil {
		for _, name := range charted {
			if m, known := sim.FindMetric(name); known {
				h.metrics = append(h.metrics, m)
				h.values = append(h.values, make([][]float64, p.SC.Companies()+1))
			}
		}
	}
	view := p.View()
	for t := range h.quits {
		h.quits[t] = append(h.quits[t], view.Crew(sim.Tier(t)).Quits)
	}
	for i, m := range h.metrics {
		for c := 1; c <= p.SC.Companies(); c++ {
			h.values[i][c] = append(h.values[i][c], view.Estimate(m, int32(c)))
		}
	}
}

// of returns the course of a metric for a company; nil if it is not charted.
func (h *history) of(m int, c sim.CompanyID) []float64 {
	for i := range h.metrics {
		if h.metrics[i] == m {
			return h.values[i][c]
		}
	}
	return nil
}

// Course is what a chart shows of a metric: a value per company and week since
// the start.
func (p *Play) Course(m int, c sim.CompanyID) []float64 { return p.history.of(m, c) }

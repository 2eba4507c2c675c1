package sim

import "entangle/sim/units"

// Impact is the size of an event for those it concerns: for compute, its share
// of the compute By has at its disposal; for money, its share of By's cash and
// four weeks of income. It ranks the events of a run by their effect on
// anyone's standing; call it in the week of the event.
func (w *World) Impact(e Event) float64 {
	if e.Kind == EventOutside {
		return outsideImpact
	}
	c := &w.companies[e.By]
	switch eventSpecs[e.Kind].Measure {
	case MeasureCompute:
		have := max(c.Own+c.Rented, units.H100e(e.Qty), 1)
		return float64(e.Qty) / float64(have)
	case MeasureMoney:
		have := c.Cash + usd(e.Amount)
		for _, s := range c.Sales {
			have += s
		}
		return float64(e.Amount) / float64(max(have, 1))
	}
	return 0
}

// outsideImpact ranks events from outside among the others: they are meant to move a
// tenth of a company's value, the worst a fifth (play.md 6).
const outsideImpact = 0.1

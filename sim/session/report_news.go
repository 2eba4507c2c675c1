package session

import "entangle/sim"

// News tells whether there is anything to tell of an event. There is not where a deputy
// had nothing to do, where a company is done with an order to itself, which nobody but it
// signed, and where a model is ahead by less than its points show.
func News(e sim.Event) bool {
	switch e.Kind {
	case sim.EventDeputyReport:
		return e.Amount > 0
	case sim.EventContractEnded, sim.EventContractBroken:
		return e.By != e.Peer
	case sim.EventFrontierMoved:
		return e.Qty != e.Amount
	}
	return true
}

package sim

import "entangle/sim/units"

// compute_awaited: what a company has booked of landlords and was not handed yet.
func readAwaited(w *World, id int32) float64 { return kH(w.companies[id].Awaited) }

func whyAwaited(w *World, id int32, t *Terms) {
	for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
		if c := &w.clauses[row]; c.To == CompanyID(id) {
			t.AddOf(TermContract, Ref{OfCompany, int32(c.From)}, kH(units.H100e(c.Qty-c.Now)))
		}
	}
}

// compute_pledged: what tenants have booked of a company and were not handed yet.
func readPledged(w *World, id int32) float64 { return kH(w.companies[id].Pledged) }

func whyPledged(w *World, id int32, t *Terms) {
	for row := w.head.Bookings; row != 0; row = w.clauses[row].Mate {
		if c := &w.clauses[row]; c.From == CompanyID(id) {
			t.AddOf(TermContract, Ref{OfCompany, int32(c.To)}, kH(units.H100e(c.Qty-c.Now)))
		}
	}
}

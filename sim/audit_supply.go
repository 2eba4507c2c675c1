package sim

import (
	"fmt"

	"entangle/sim/units"
)

// lawSupplies: who makes a supply has as much more of it, at work or under way, as was
// ordered, and what was ordered comes within a quarter of the planned time around it;
// what the company paid and got stands in its ledger.
func lawSupplies(w *World) error {
	spent, got := make([]units.USD, len(w.companies)), make([]units.USD, len(w.companies))
	for s := SupplyPackaging; s <= SupplyMemory; s++ {
		m := w.maker(s)
		spent[m.Of] += m.Spent
		got[m.Of] += m.Got
		has := m.Grown
		for i := range m.Works {
			x := &m.Works[i]
			has += x.Add
			if off := float64(x.Due - x.Plan); x.Add > 0 && (off > float64(expandSpread*m.Weeks)+1 || off < -float64(expandSpread*m.Weeks)-1) {
				return fmt.Errorf("%s: an expansion is due %.0f weeks off its plan", w.sc.Name(Ref{OfCompany, int32(m.Of)}), off)
			}
		}
		if off := has - m.Ordered; off > float64(1e-6*m.Ordered) || off < -float64(1e-6*m.Ordered) {
			return fmt.Errorf("%s has %.0f more of a supply than at the start, it ordered %.0f", w.sc.Name(Ref{OfCompany, int32(m.Of)}), has, m.Ordered)
		}
	}
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if a, b := w.flow(c, FlowSupply, out), w.flow(c, FlowBuilding, in); a != spent[c] || b != got[c] {
			return fmt.Errorf("%s paid %d dollars for capacity worth %d, and got %d for supplies worth %d", w.sc.Name(Ref{OfCompany, int32(c)}), a, spent[c], b, got[c])
		}
	}
	return nil
}

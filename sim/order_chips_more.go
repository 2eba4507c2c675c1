package sim

import "entangle/sim/units"

// openOrder is the clause of an order book that an order for more of the same
// adds to: same buyer, family, site, deposit, premium and first day, nothing
// owed. 0 when there is none.
func (w *World) openOrder(o *Order) int32 {
	for i := w.companies[o.By].Orders; i != 0; i = w.clauses[i].Mate {
		c := &w.clauses[i]
		if int64(c.Site^o.Site)|int64(c.Family^o.Family)|int64(c.Share^o.premium()) != 0 || c.Delivered == c.Qty {
			continue
		}
		k := &w.contracts[c.Contract.row()]
		starts, same := max(w.Date(), o.When), k.End == 0
		if p := w.priceOf(c); p != nil {
			same = same && p.Share == o.Share && p.Owed == 0
		}
		if same && (k.Start == starts || k.Start <= w.Date() && starts <= w.Date()) {
			return i
		}
	}
	return 0
}

// addTo makes an open order larger. What is still to come costs the mean of both
// prices; what was delivered is paid for, so that the count begins anew.
func (w *World) addTo(at int32, o *Order) {
	c := &w.clauses[at]
	w.expect(c, -1)
	rest := c.Qty - c.Delivered
	if p := w.priceOf(c); p != nil {
		p.Price += units.Price(units.MulDiv(int64(w.dealPrice(o)-p.Price), o.Qty, rest+o.Qty))
	}
	c.Qty, c.Delivered = rest+o.Qty, 0
	c.Advance += w.deposit(o)
	w.expect(c, +1)
}

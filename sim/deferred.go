package sim

import "entangle/sim/units"

// Who sells chips earns when he hands them over, as accounts have it: what is paid
// ahead is owed until then (Advance of the deliver clause), and only the cash knows of
// it. A bill counts as earned with the delivery, paid or not.

// prepaidBefore notes what was paid ahead of a contract of the start.
func (w *World) prepaidBefore(c *Clause) {
	if p := w.priceOf(c); p != nil {
		c.Advance = deposit(p.Price, p.Share, c.Qty-c.Delivered)
		w.companies[c.From].Advanced += c.Advance
	}
}

// earnAdvance counts the part of what was paid ahead that n chips are, which come now,
// as earned; of the last chips all that is left.
func (w *World) earnAdvance(c *Clause, n int64) {
	part := units.USD(units.MulDiv(int64(c.Advance), n, max(c.Qty-c.Delivered, 1)))
	c.Advance -= part
	w.companies[c.From].ChipSales += part
	w.companies[c.To].ChipsHad += part
}

// keepAdvance closes an order: what its designer does not pay back is earned.
func (w *World) keepAdvance(c *Clause, back units.USD) {
	w.companies[c.From].ChipSales += c.Advance - back
	w.companies[c.To].ChipsHad += c.Advance - back
	c.Advance = 0
}

// releasePay writes off what was earned with chips and will not be paid any more.
func releasePay(w *World, _ *Contract, c *Clause) {
	if c.Base == PayPerChip {
		w.companies[c.To].ChipSales -= c.Owed
		w.companies[c.From].ChipsHad -= c.Owed
	}
}

package kernel

import "math"

// settleDeals pays the week's deals; one that ends, or whose payer is broke, is
// agreed anew with the best partner.
func (w *World) settleDeals() {
	for i := range w.deals {
		d := &w.deals[i]
		payer, payee := &w.companies[d.payer], &w.companies[d.payee]
		payer.cash -= d.amount
		payee.cash += d.amount
		payer.compute += float64(2 * d.amount)
		payer.value += float64(float64(d.equity*payee.value) * 0.001)
		d.weeksLeft--
		if d.weeksLeft <= 0 || payer.cash < -20 {
			w.agree(d)
		}
	}
}

// agree gives a deal a new payee and new terms.
func (w *World) agree(d *deal) {
	p := w.source()
	d.payee = w.partner(d.payer)
	d.amount = 0.02 + float64(0.1*uniform(p))
	d.weeksLeft = 8 + math.Floor(float64(40*uniform(p)))
}

// partner returns the company that scores highest for payer, or the first one.
func (w *World) partner(payer int32) int32 {
	p := w.source()
	top, best := -1.0, int32(0)
	for j := range w.companies {
		if int32(j) == payer {
			continue
		}
		c := &w.companies[j]
		score := c.reputation + float64(0.1*c.tech) - float64(0.02*c.debt) + float64(0.3*uniform(p))
		if score > top {
			top, best = score, int32(j)
		}
	}
	return best
}

// closeBooks books the week, borrows where cash ran out, and marks the value.
func (w *World) closeBooks() {
	for i := range w.companies {
		c := &w.companies[i]
		interest := float64(c.debt * 0.001)
		c.cash += c.revenue - c.cost - interest
		if c.cash < 0 {
			c.debt += 1 - c.cash
			c.cash = 1
		}
		worth := float64(50*c.revenue) + c.cash - c.debt + float64(5*c.tech)
		c.value = float64(0.98*c.value) + float64(0.02*worth)
	}
}

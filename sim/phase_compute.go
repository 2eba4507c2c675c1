package sim

import "entangle/sim/units"

// compute hands running chips to tenants, lets software for chips ripen, and sets aside
// what research takes.
func (w *World) compute() {
	if w.head.Bookings != 0 {
		w.fulfil()
	}
	w.supplyTenants()
	w.software()
	for _, c := range w.sc.labs {
		w.useResearch(c)
	}
}

// supplyTenants gives tenants what their landlords run for them: the same as in the
// week before, unless something has changed at the block. Who gets less than before is
// told.
func (w *World) supplyTenants() {
	if w.head.Restock {
		w.head.Restock = false
		for c := 1; w.lapsed && c < len(w.companies); c++ {
			co := &w.companies[c]
			co.Rented, co.Let = co.Rented-co.Ended, co.Let-co.Freed
			co.Ended, co.Freed = 0, 0
		}
		w.lapsed = false
		w.restocked()
	}
	w.head.Supplied++
}

// grant sets what runs for the tenant of a capacity clause and books it. When less
// runs than was promised, all tenants of the block are short in proportion.
func (w *World) grant(c *Clause) {
	f, now := &w.fleets[c.Fleet], c.Qty
	if f.Running < f.Let {
		now = units.MulDiv(c.Qty, int64(f.Running), int64(f.Let))
	}
	if now == c.Now {
		return
	}
	got, tenant := units.H100e(now-c.Now)*w.families[f.Family].H100e, &w.companies[c.To]
	c.Delivered, c.Since, c.Now = w.ran(c), w.head.Supplied, now
	w.reloss(c.To, c.Family)
	w.companies[c.From].Let += got
	tenant.Rented += got
	w.account(c.To, c.Family).Hired += got
}

// ungrant takes a clause that ends out of what is rented. Those who sum that up still
// count it until compute is handed out again, for it ran this week.
func (w *World) ungrant(c *Clause) {
	got := units.H100e(c.Now) * w.families[c.Family].H100e
	w.lapsed = true
	w.companies[c.From].Freed += got
	w.companies[c.To].Ended += got
	w.companies[c.To].Owed -= w.h100eOf(c)
	w.account(c.To, c.Family).Hired -= got
}

// tellShort tells a tenant that he gets less than was promised.
func (w *World) tellShort(c *Clause) {
	w.emit(Event{Kind: EventCapacityShort, Cause: w.contracts[c.Contract.row()].Signed, By: c.To, Peer: c.From,
		Family: c.Family, Ref: Ref{OfSite, int32(c.Site)}, Qty: (c.Qty - c.Now) * int64(w.families[c.Family].H100e)})
}

// ran is how many chip-weeks ran for a tenant since the start. What runs for him is the
// same each week until it changes, and is counted then.
func (w *World) ran(c *Clause) int64 { return c.Delivered + c.Now*int64(w.head.Supplied-c.Since) }

// disposal is the running compute that a company has for itself.
func (c *Company) disposal() units.H100e { return c.Own - c.Let + c.Rented }

// room is the compute a company can serve customers with: what it has for
// itself, less what immature software wastes of it and what research takes, and what
// it bought or sold for the week.
func (c *Company) room() units.H100e {
	return c.disposal() - c.Loss - c.Research + c.SpotIn - c.SpotOut
}

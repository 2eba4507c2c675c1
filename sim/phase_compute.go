package sim

import "entangle/sim/units"

// compute hands running chips to tenants, lets software for chips ripen, and sets aside
// what research takes.
func (w *World) compute() {
	w.supplyTenants()
	w.software()
	for _, c := range w.sc.labs {
		w.useResearch(c)
	}
}

// supplyTenants gives tenants what their landlords run for them: the same as in the
// week before, unless something has changed. Who gets less than before is told.
func (w *World) supplyTenants() {
	if w.head.Restock {
		w.head.Restock = false
		w.clearRentals()
		for to := CompanyID(1); int(to) < len(w.companies); to++ {
			for at := w.companies[to].Rentals; at != 0; {
				c := &w.clauses[at]
				if at = c.Mate; c.Ahead {
					continue
				}
				if w.grant(c); c.Now < c.Qty && c.Since == w.head.Supplied {
					w.tellShort(c)
				}
			}
		}
	}
	w.head.Supplied++
}

// clearRentals begins the sums of what is rented.
func (w *World) clearRentals() {
	for c := range w.companies {
		co := &w.companies[c]
		if co.Owed != 0 {
			for f, accounts := 0, w.accountsOf(CompanyID(c)); f < len(accounts); f++ {
				accounts[f].Hired = 0
			}
		}
		co.Let, co.Rented, co.Owed = 0, 0, 0
	}
}

// grant sets what runs for the tenant of a capacity clause and books it. When less
// runs than was promised, all tenants of the block are short in proportion.
func (w *World) grant(c *Clause) {
	f, h, now := &w.fleets[c.Fleet], w.families[c.Family].H100e, c.Qty
	if f.Running < f.Let {
		now = units.MulDiv(c.Qty, int64(f.Running), int64(f.Let))
	}
	if now != c.Now {
		c.Delivered, c.Since, c.Now = w.ran(c), w.head.Supplied, now
		w.stale[c.To] |= staleLoss
	}
	got, tenant := units.H100e(now)*h, &w.companies[c.To]
	w.companies[c.From].Let += got
	tenant.Rented += got
	tenant.Owed += units.H100e(c.Qty) * h
	w.account(c.To, c.Family).Hired += got
}

// tellShort tells a tenant that he gets less than was promised, once for each change.
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

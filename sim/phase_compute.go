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

// usedBy is what a company has for itself, by family.
func (w *World) usedBy(c CompanyID) []units.H100e {
	n := len(w.families)
	return w.room.use[int(c)*n:][:n]
}

// supplyTenants gives tenants what their landlords run for them.
func (w *World) supplyTenants() {
	for to := CompanyID(1); int(to) < len(w.companies); to++ {
		co := &w.companies[to]
		if co.Rentals == 0 {
			continue
		}
		use := w.usedBy(to)
		for at := co.Rentals; at != 0; {
			c := &w.clauses[at]
			if at = c.Mate; c.Ahead {
				continue
			}
			w.grant(c, co, use)
			if c.Delivered += c.Now; c.Now < c.Qty {
				w.emit(Event{Kind: EventCapacityShort, Cause: w.contracts[c.Contract.row()].Signed, By: c.To, Peer: c.From,
					Family: c.Family, Ref: Ref{OfSite, int32(c.Site)}, Qty: (c.Qty - c.Now) * int64(w.families[c.Family].H100e)})
			}
		}
	}
}

// grant sets what runs for the tenant of a capacity clause and books it. When less
// runs than was promised, all tenants of the block are short in proportion.
func (w *World) grant(c *Clause, tenant *Company, use []units.H100e) {
	f, h := &w.fleets[c.Fleet], w.families[c.Family].H100e
	c.Now = c.Qty
	if f.Running < f.Let {
		c.Now = units.MulDiv(c.Qty, int64(f.Running), int64(f.Let))
	}
	got := units.H100e(c.Now) * h
	w.companies[c.From].Let += got
	tenant.Rented += got
	tenant.Owed += units.H100e(c.Qty) * h
	use[c.Family] += got
}

// disposal is the running compute that a company has for itself.
func (c *Company) disposal() units.H100e { return c.Own - c.Let + c.Rented }

// room is the compute a company can serve customers with: what it has for
// itself, less what immature software wastes of it and what research takes, and what
// it bought or sold for the week.
func (c *Company) room() units.H100e {
	return c.disposal() - c.Loss - c.Research + c.SpotIn - c.SpotOut
}

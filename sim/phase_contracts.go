package sim

import "entangle/sim/units"

// settleContracts pays for the week and closes what has run out, what is
// fulfilled and what has gone unpaid for too long.
func (w *World) settleContracts() {
	for row := 1; row < len(w.contracts); row++ {
		if k := &w.contracts[row]; k.ID != 0 {
			w.settle(k)
		}
	}
}

func (w *World) settle(k *Contract) {
	owed, open := units.USD(0), false
	for at := k.Clauses; at != 0; {
		c := &w.clauses[at]
		if settle := clauseSpecs[c.Kind].settle; settle != nil {
			settle(w, k, c)
		}
		owed += c.Owed
		open = open || c.Kind != ClausePay && (c.Kind != ClauseDeliver || c.Delivered < c.Qty) || c.Kind == ClausePay && c.Base == PayWeekly
		at = c.Next
	}
	if k.Missed++; owed == 0 {
		k.Missed = 0
	}
	next := w.Date() + 7
	switch {
	case int32(k.Missed) >= w.params.GraceWeeks:
		w.end(k, EventContractBroken, k.Signed)
	case !open && owed == 0:
		w.end(k, EventContractEnded, k.Signed)
	case k.End != 0 && k.End <= next:
		w.lapse(k)
	}
}

// lapse ends a contract on its day; the tenant's standing policy may renew what
// was rented.
func (w *World) lapse(k *Contract) {
	old, tenant, landlord, price := w.rentalOf(k)
	weeks := int32(k.End-k.Start) / 7
	signed := k.Signed
	w.end(k, EventContractEnded, signed)
	if old.Kind != ClauseCapacity {
		return
	}
	w.renew(&old, tenant, landlord, price, min(weeks, w.params.MaxTerm), signed)
}

// rentalOf reads the first capacity clause of a contract and its rent.
func (w *World) rentalOf(k *Contract) (capacity Clause, tenant, landlord CompanyID, price units.Price) {
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		c := &w.clauses[at]
		switch {
		case c.Kind == ClauseCapacity && capacity.Kind == ClauseNone:
			capacity, tenant, landlord = *c, c.To, c.From
		case c.Kind == ClausePay && c.Base == PayRent:
			price = c.Price
		}
	}
	return capacity, tenant, landlord, price
}

// renewCeiling is how much more than before a standing policy pays to renew: a
// tenth. Beyond it somebody should look.
const renewCeiling = units.One / 10

// renew signs a lapsed rental again, for the share the tenant's policy says, at
// the landlord's present floor, if he still offers and the floor is bearable.
func (w *World) renew(old *Clause, tenant, landlord CompanyID, price units.Price, weeks int32, cause EventID) {
	share := w.companies[tenant].Policy.Renew
	f := w.fleet(old.Site, old.Family)
	n := min(units.Chips(share.Of(old.Qty)), f.Posted)
	if n == 0 || weeks == 0 || f.Floor == 0 || f.Exclude.Has(tenant) || f.Floor > price+units.Price(renewCeiling.Of(int64(price))) {
		return
	}
	e := w.emit(Event{Kind: EventRenewed, Cause: cause, By: tenant, Peer: landlord, Ref: Ref{OfSite, int32(old.Site)},
		Qty: int64(n) * int64(w.families[old.Family].H100e), Amount: int64(f.Floor)})
	w.rental(landlord, tenant, f, n, f.Floor, w.Date()+7, weeks, e)
}

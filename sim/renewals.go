package sim

import "entangle/sim/units"

// lapse ends a contract on its day; the tenant's standing policy may renew it if
// it is a rental: chips on one side, rent on the other, nothing else.
func (w *World) lapse(k *Contract) {
	if n := w.prolongs(k); n > 0 {
		w.prolong(k, n)
		return
	}
	w.lapseOther(k)
}

// lapseOther is the same for a contract of any kind.
func (w *World) lapseOther(k *Contract) {
	old, price, plain := w.rentalOf(k)
	weeks, signed := k.term(), k.Signed
	n := units.Chips(0)
	if plain {
		n = w.renewable(&old, price)
	}
	w.end(k, EventContractEnded, signed, units.H100e(n)*w.families[old.Family].H100e)
	if n > 0 && w.roomFor(old.To).Allowed() {
		w.renew(&old, n, min(weeks, w.params.MaxTerm), signed)
	}
}

// term is for how many weeks a contract is renewed, if the scenario lets anybody sign for so
// long.
func (k *Contract) term() int32 { return max(int32(k.End-k.Start+6)/7, minTerm) }

// prolongs is how many chips of a lapsing contract are rented again, if it is a rental as
// they are signed; 0 leaves it to who looks closer.
func (w *World) prolongs(k *Contract) units.Chips {
	c := &w.clauses[k.Clauses]
	p := &w.clauses[c.Next]
	if int64(c.Kind^ClauseCapacity)|int64(p.Base^PayRent)|int64(p.Next)|int64(k.Parties[0]^c.To)|int64(k.Parties[1]^c.From)|p.Qty != 0 || p.Price <= 0 {
		return 0
	}
	if w.companies[c.To].Contracts+w.room.asked[c.To] > contractsPerCompany {
		return 0
	}
	return w.renewable(c, p.Price)
}

// prolong ends such a rental and signs n chips of it again: the same as end and renew, but
// that its rows are not freed to be taken at once. Of its clauses the last would be freed
// last, and so be taken first.
func (w *World) prolong(k *Contract, n units.Chips) {
	was, at := k.Clauses, w.clauses[k.Clauses].Next
	old := w.clauses[was]
	f, size := &w.fleets[old.Fleet], w.families[old.Family].H100e
	releaseCapacity(w, k, &w.clauses[was])
	w.emit(Event{Kind: EventContractEnded, Cause: k.Signed, By: old.To, Peer: old.From, Ref: Ref{OfContract, int32(k.ID)},
		Qty: int64(max(units.H100e(old.Now)*size-units.H100e(n)*size, 0)), Amount: int64(w.clauses[at].Owed)})
	e := w.emit(Event{Kind: EventRenewed, Cause: k.Signed, By: old.To, Peer: old.From, Family: old.Family,
		Ref: Ref{OfSite, int32(old.Site)}, Qty: int64(n) * int64(size), Amount: int64(f.Floor)})
	w.resign(k, min(k.term(), w.params.MaxTerm), e)
	w.unlink(&w.companies[old.To].Rentals, was, &old)
	w.dropLease(was)
	w.enterRental(k, at, was, old.To, old.Fleet, n, f.Floor, false)
	w.takeOff(f, old.Fleet, n)
	w.moveIn(old.To, f, old.Fleet, n)
}

// enterRental writes the clauses of a rental, as add would one after the other.
func (w *World) enterRental(k *Contract, at, pay int32, tenant CompanyID, fleet int32, n units.Chips, price units.Price, ahead bool) {
	f, first := &w.fleets[fleet], &w.companies[tenant].Rentals
	landlord := w.sc.sites[f.Site].owner
	c, p := &w.clauses[at], &w.clauses[pay]
	*c = Clause{} // and written where it stands
	c.Kind, c.Ahead, c.From, c.To, c.Family, c.Site, c.Fleet = ClauseCapacity, ahead, landlord, tenant, f.Family, f.Site, fleet
	c.Contract, c.Next, c.Mate, c.Qty = k.ID, pay, *first, int64(n)
	*p = Clause{}
	p.Kind, p.Base, p.From, p.To, p.Contract, p.Price = ClausePay, PayRent, tenant, landlord, k.ID, price
	k.Clauses, *first = at, at
	w.enterLease(at)
	w.lookIn(k.ID.row(), w.byMonth(k))
}

// resign makes a contract another one of the same parties, from the next week on.
func (w *World) resign(k *Contract, weeks int32, by EventID) {
	from := w.Date() + 7
	*k = Contract{ID: ContractID(k.Serial<<contractRowBits | k.ID.row()), Serial: k.Serial + 1, Parties: k.Parties,
		Start: from, End: from.AddWeeks(int(weeks)), Signed: by, Turn: w.turnFrom(from)}
}

// rentalOf reads the capacity and the rent of a contract, and tells whether it
// is a plain rental.
func (w *World) rentalOf(k *Contract) (capacity Clause, price units.Price, plain bool) {
	clauses := 0
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		c := &w.clauses[at]
		clauses++
		switch {
		case c.Kind == ClauseCapacity:
			capacity = *c
		case c.Kind == ClausePay && c.Base == PayRent:
			price = c.Price
		}
	}
	return capacity, price, clauses == 2 && capacity.Kind != ClauseNone && price > 0
}

// renewCeiling is how much more than before a standing policy pays to renew: a fifth,
// for who loses a hall has nothing in its place. Beyond it somebody should look.
const renewCeiling = units.One / 5

// renewable is how many chips of a lapsing rental are rented again: the share
// the tenant's policy says, if the landlord still offers to him and his present
// floor is bearable.
func (w *World) renewable(old *Clause, price units.Price) units.Chips {
	f, share := &w.fleets[old.Fleet], w.companies[old.To].Policy.Renew
	bearable := f.Floor <= price+units.Price(renewCeiling.Of(int64(price)))
	if f.Floor == 0 || f.From != 0 || f.Exclude.Has(old.To) || !w.sc.openTo(old.To, f.Site) || !bearable {
		return 0
	}
	free := max(0, f.Ready-f.Let+units.Chips(old.Qty)) // once the old contract is over
	return min(units.Chips(share.Of(old.Qty)), free)
}

// renew signs n chips of a rental again at the landlord's present floor.
func (w *World) renew(old *Clause, n units.Chips, weeks int32, cause EventID) {
	f := &w.fleets[old.Fleet]
	e := w.emit(Event{Kind: EventRenewed, Cause: cause, By: old.To, Peer: old.From, Family: old.Family, Ref: Ref{OfSite, int32(old.Site)},
		Qty: int64(n) * int64(w.families[old.Family].H100e), Amount: int64(f.Floor)})
	w.rental(old.From, old.To, old.Fleet, n, f.Floor, w.Date()+7, weeks, false, e)
}

package sim

// Who looks for clauses finds them in lists, so that nobody walks the whole book:
// by company its rentals and its orders for chips, by family the orders that wait for
// its designer, the oldest first; bookings all together, the oldest first.

// list enters a new clause.
func (w *World) list(row int32) {
	c := &w.clauses[row]
	w.companies[c.From].Clauses++
	w.companies[c.To].Clauses++
	if c.Kind == ClausePay {
		return
	}
	if c.Kind == ClauseDeliver {
		orders := &w.companies[c.To].Orders
		c.Mate, *orders = *orders, row
		w.enterBook(row, c)
		return
	}
	first := w.mates(c)
	if c.Kind == ClauseBooking {
		for *first != 0 { // who has waited longest is served first
			first = &w.clauses[*first].Mate
		}
	}
	c.Mate, *first = *first, row
	switch c.Kind {
	case ClauseCapacity:
		w.enterLease(row)
	case ClauseLicence:
		w.borrows[c.To] = w.lendersTo(c.To)
	case ClauseBooking:
		w.enterStep(row)
	}
}

// enterBook puts an order behind the others in the book of its family.
func (w *World) enterBook(row int32, c *Clause) {
	f := &w.families[c.Family]
	c.Before, c.Behind = f.Last, 0
	*w.placeBehind(f, f.Last), f.Last = row, row
}

// unlist takes a clause out before its row is freed.
func (w *World) unlist(row int32) {
	c := &w.clauses[row]
	w.companies[c.From].Clauses--
	w.companies[c.To].Clauses--
	if c.Kind == ClausePay {
		return
	}
	if c.Kind == ClauseDeliver { // as most of those that end
		w.unlink(&w.companies[c.To].Orders, row, c)
		w.unbook(c)
		return
	}
	w.unlink(w.mates(c), row, c)
	switch c.Kind {
	case ClauseBooking:
		w.dropStep(row)
	case ClauseCapacity:
		w.dropLease(row)
	case ClauseLicence:
		w.borrows[c.To] = w.lendersTo(c.To)
	}
}

// unlink takes a clause out of the list that begins at a place.
func (w *World) unlink(at *int32, row int32, c *Clause) {
	for *at != row {
		at = &w.clauses[*at].Mate
	}
	*at = c.Mate
}

// unbook takes an order out of the book of its family.
func (w *World) unbook(c *Clause) {
	f := &w.families[c.Family]
	*w.placeBehind(f, c.Before) = c.Behind
	last := &f.Last
	if c.Behind != 0 {
		last = &w.clauses[c.Behind].Before
	}
	*last = c.Before
}

// lendersTo is whose models a company has a licence for, modulo 64 a bit each.
func (w *World) lendersTo(c CompanyID) (set uint64) {
	for at := w.companies[c].Licences; at != 0; at = w.clauses[at].Mate {
		set |= 1 << (w.clauses[at].From & 63)
	}
	return set
}

// placeBehind is where the order behind another stands in the book of a family; behind 0
// stands the first.
func (w *World) placeBehind(f *Family, order int32) *int32 {
	if order == 0 {
		return &f.Book
	}
	return &w.clauses[order].Behind
}

// mates is where the list begins that a clause belongs to.
func (w *World) mates(c *Clause) *int32 {
	switch c.Kind {
	case ClauseDeliver:
		return &w.companies[c.To].Orders
	case ClauseLicence:
		return &w.companies[c.To].Licences
	case ClauseBooking:
		return &w.head.Bookings
	}
	return &w.companies[c.To].Rentals
}

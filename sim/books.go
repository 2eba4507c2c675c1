package sim

// Who looks for clauses finds them in lists, so that nobody walks the whole book:
// by company its rentals and its orders for chips, by family the orders that wait for
// its designer, the oldest first.

// list enters a new clause.
func (w *World) list(row int32) {
	c := &w.clauses[row]
	w.companies[c.From].Clauses++
	w.companies[c.To].Clauses++
	if c.Kind == ClausePay {
		return
	}
	first := w.mates(c)
	c.Mate, *first = *first, row
	if c.Kind == ClauseDeliver {
		at := &w.families[c.Family].Book
		for *at != 0 {
			at = &w.clauses[*at].Behind
		}
		c.Behind, *at = 0, row
	}
}

// unlist takes a clause out before its row is freed.
func (w *World) unlist(row int32) {
	c := &w.clauses[row]
	w.companies[c.From].Clauses--
	w.companies[c.To].Clauses--
	if c.Kind == ClausePay {
		return
	}
	at := w.mates(c)
	for *at != row {
		at = &w.clauses[*at].Mate
	}
	*at = c.Mate
	if c.Kind == ClauseDeliver {
		at = &w.families[c.Family].Book
		for *at != row {
			at = &w.clauses[*at].Behind
		}
		*at = c.Behind
	}
}

// mates is where the list begins that a clause belongs to.
func (w *World) mates(c *Clause) *int32 {
	switch c.Kind {
	case ClauseDeliver:
		return &w.companies[c.To].Orders
	case ClauseLicence:
		return &w.companies[c.To].Licences
	}
	return &w.companies[c.To].Rentals
}

package sim

import "entangle/sim/units"

// bookingSpec: From will run Qty thousandths of an H100e for To from the first day of
// the contract on, in Steps equal parts that come Every weeks. Chips of any family at
// any site of From will do, but for Family and Site if they are set. What is handed over
// becomes capacity clauses of the same contract. Now: handed over; Delivered:
// thousandths of H100e-weeks that were late so far; Share: see leave.
var bookingSpec = clauseSpec{
	Name: "booking", Needs: []string{"compute"}, May: []string{"family", "site", "steps", "every", "slip", "take_or_pay", "exit"},
	meaning: meanBooking, load: loadBooking, release: releaseBooking,
}

func meanBooking(c *compiler, path string, k *ClauseSetup, info *clauseInfo) {
	if info.site != 0 && c.s.sites[info.site].owner != info.from {
		c.wrong(path+".site", "the site belongs to another company than the one that will provide the capacity", "")
	}
	if k.Steps.Given && k.Steps.Value > 1 && !k.Every.Given {
		c.wrong(path, "several steps need the weeks between them", "add every")
	}
}

func loadBooking(w *World, k *ClauseSetup, c *Clause) {
	c.Qty = w.whole(&k.Compute)
	c.Steps, c.Every = uint8(max(w.whole(&k.Steps), 1)), uint8(w.whole(&k.Every))
	c.Share, c.Exit = units.PPM(w.whole(&k.Take)), uint8(w.whole(&k.Exit))
}

// tieBooking completes a booking of the start once all its clauses are there: what was
// handed over before, what a credit is a share of, and what is left of a prepayment.
func (w *World) tieBooking(k *Contract) {
	row := w.bookingOf(k)
	if row == 0 {
		return
	}
	c, rent := &w.clauses[row], w.rentOf(k)
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		switch o := &w.clauses[at]; {
		case o.Kind == ClauseCapacity:
			c.Now += int64(w.h100eOf(o))
		case o.Kind == ClausePay && o.Base == PayCredit:
			o.Price = creditPrice(rent.Price, o.Share)
		}
	}
	rent.Qty = rent.Share.Of(int64(w.dues(k, c, rent.Price, 0)))
	w.expectBooked(c, +1)
}

// bookingOf is the row of the booking of a contract, 0 none.
func (w *World) bookingOf(k *Contract) int32 {
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		if w.clauses[at].Kind == ClauseBooking {
			return at
		}
	}
	return 0
}

// rentOf is the clause by which a booking is paid for.
func (w *World) rentOf(k *Contract) *Clause {
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		if p := &w.clauses[at]; p.Kind == ClausePay && p.Base == PayRent {
			return p
		}
	}
	return nil
}

// expectBooked adds what a booking has still to bring to what its tenant awaits and its
// landlord has pledged, or with -1 takes it off.
func (w *World) expectBooked(c *Clause, sign int64) {
	open := units.H100e(sign * max(c.Qty-c.Now, 0))
	w.companies[c.To].Awaited += open
	w.companies[c.From].Pledged += open
}

// releaseBooking frees what was still to come. What is left of a prepayment goes back,
// unless the tenant is in arrears.
func releaseBooking(w *World, k *Contract, c *Clause) {
	w.expectBooked(c, -1)
	if rent := w.rentOf(k); rent != nil && rent.Owed == 0 {
		w.giveBack(rent, units.USD(rent.Qty))
	}
}

// giveBack returns rent that was paid ahead, as far as the landlord can.
func (w *World) giveBack(rent *Clause, amount units.USD) {
	w.payUpTo(rent.To, PartyOf(rent.From), FlowPrepaid, amount)
	rent.Qty -= int64(amount)
}

// useUp pays a part of a bill from what was paid ahead, and says how much.
func (w *World) useUp(rent *Clause, due units.USD) units.USD {
	part := min(units.USD(rent.Share.Of(int64(due))), units.USD(rent.Qty))
	w.pay(PartyOf(rent.To), PartyOf(rent.From), FlowPrepaid, part)
	w.pay(PartyOf(rent.From), PartyOf(rent.To), FlowRent, part)
	rent.Qty -= int64(part)
	rent.Delivered += int64(part)
	return part
}

// creditFor is what falls due so far under a credit for what a booking lacked.
func (w *World) creditFor(c, o *Clause) units.USD {
	if o.Kind != ClauseBooking || o.From != c.From {
		return 0
	}
	return units.WeekRent(c.Price, units.H100e(o.Delivered))
}

// creditPrice is what an H100e-hour that is late costs a landlord.
func creditPrice(rent units.Price, share units.PPM) units.Price {
	return units.Price(share.Of(int64(rent)))
}

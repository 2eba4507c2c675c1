package sim

import "entangle/sim/units"

// callDeposits asks for more in advance while a queue is long: whoever waits for
// a family whose lead time is above the bound must bring his deposit up to the
// share of long queues. Of those who cannot, the poorest drops out each month, so
// that those next to him may keep their place once the queue is shorter.
func (w *World) callDeposits(row *Family, f FamilyID) {
	if row.Lead <= w.params.DepositLead || w.params.DepositLead == 0 || !w.bare[f] || !on(w.sc.setup.Switches.Deposits) {
		return
	}
	if out := w.topUp(f); out != 0 {
		w.loseBooking(out)
	}
}

// topUp collects what is missing of the deposits for a family, and returns the
// clause of the poorest of those who do not have it, 0 none.
func (w *World) topUp(f FamilyID) (out int32) {
	poorest := int64(0)
	w.bare[f] = false
	for i := w.families[f].Book; i != 0; i = w.clauses[i].Behind {
		c := &w.clauses[i]
		if c.Covered {
			continue
		}
		if c.Delivered == c.Qty {
			w.bare[f] = true
			continue
		}
		p := w.priceOf(c)
		if p == nil || p.Share >= w.params.DepositShare {
			c.Covered = true
			continue
		}
		more := deposit(p.Price, w.params.DepositShare-p.Share, c.Qty-c.Delivered)
		cash := w.companies[c.To].Cash
		if cash >= more {
			w.pay(PartyOf(c.To), PartyOf(c.From), FlowChips, more)
			p.Delivered += int64(more)
			c.Advance += more
			w.expect(c, -1)
			p.Share, c.Covered = w.params.DepositShare, true
			w.expect(c, +1)
			continue
		}
		w.bare[f] = true
		if has := units.MulDiv(int64(cash), int64(units.One), int64(max(more, 1))); out == 0 || has < poorest {
			out, poorest = i, has
		}
	}
	return out
}

// loseBooking takes an order for chips out of the book; its deposit is paid back.
func (w *World) loseBooking(at int32) {
	c := w.clauses[at]
	w.emit(Event{Kind: EventBookingLost, Cause: w.contracts[c.Contract.row()].Signed, By: c.To, Peer: c.From, Family: c.Family,
		Ref: Ref{OfFamily, int32(c.Family)}, Qty: c.Qty - c.Delivered})
	w.end(&w.contracts[c.Contract.row()], EventContractEnded, w.contracts[c.Contract.row()].Signed, 0)
}

// leastPrepaid is the smallest share of an order for a family that is paid at
// signing.
func (w *World) leastPrepaid(f FamilyID) units.PPM {
	if w.params.DepositLead > 0 && on(w.sc.setup.Switches.Deposits) && w.families[f].Lead > w.params.DepositLead {
		return max(w.params.MinPrepaid, w.params.DepositShare)
	}
	return w.params.MinPrepaid
}

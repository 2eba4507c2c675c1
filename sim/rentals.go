package sim

import "entangle/sim/units"

// lettable is how many running chips of a block are free to be let now.
func (w *World) lettable(s SiteID, family FamilyID) int64 {
	f := w.fleet(s, family)
	if f == nil {
		return 0
	}
	return max(0, int64(min(f.Running, f.Ready)-f.Let))
}

// lettableOn is how many chips of a block its owner can promise from a later day:
// those there, on order or being installed, as far as announced power that
// nothing else at the site claims runs them.
func (w *World) lettableOn(owner CompanyID, s SiteID, family FamilyID, day units.Date) int64 {
	v := w.View(owner)
	there, others, taken := units.Chips(0), w.claimed(s), units.Chips(0)
	if f := w.fleet(s, family); f != nil {
		there, taken = f.Ready+f.Coming, f.Let+f.Later
		others -= f.draw(there)
	}
	for at := w.companies[owner].Orders; at != 0; at = w.clauses[at].Mate {
		if c := &w.clauses[at]; c.Site == s && c.Family == family {
			there += units.Chips(c.Qty - c.Delivered)
		}
	}
	power := w.sites[s].Energised + v.PowerDue(s, day)
	return max(0, int64(min(there, fitOf(power-others, w.wattsAt(s, family)))-taken))
}

// beginRentals lets rentals of a later day begin, and notes when the next will.
func (w *World) beginRentals() {
	if w.head.Ahead == 0 || w.ahead > w.Date() {
		return
	}
	w.ahead = units.LastDate
	for c := 1; c < len(w.companies); c++ {
		for at := w.companies[c].Rentals; at != 0 && w.companies[c].Booked > 0; at = w.clauses[at].Mate {
			if k := &w.clauses[at]; k.Ahead {
				w.beginRental(k)
			}
		}
	}
}

// beginRental lets a rental of a later day begin once it has come. What does not
// run by then is short, and no rent is paid for it.
func (w *World) beginRental(c *Clause) {
	k := &w.contracts[c.Contract.row()]
	if k.Start > w.Date() {
		w.ahead = min(w.ahead, k.Start)
		return
	}
	f := &w.fleets[c.Fleet]
	c.Ahead, c.Since = false, w.head.Supplied
	w.companies[c.To].Booked -= w.h100eOf(c)
	w.companies[c.To].Owed += w.h100eOf(c)
	w.head.Ahead--
	f.Later -= units.Chips(c.Qty)
	f.Let += units.Chips(c.Qty)
	w.relet(c.Fleet)
	f.Posted = f.postable()
	w.reoffer(c.Fleet)
	w.emit(Event{Kind: EventRentalBegun, Cause: k.Signed, By: c.To, Peer: c.From, Family: c.Family,
		Ref: Ref{OfSite, int32(c.Site)}, Qty: c.Qty * int64(w.families[c.Family].H100e)})
}

// h100eOf is the compute that a capacity clause promises.
func (w *World) h100eOf(c *Clause) units.H100e {
	return units.H100e(c.Qty) * w.families[c.Family].H100e
}

// relet notes that more or less of a block is let than last week. What runs there is the
// same; its owner keeps less of it or more.
func (w *World) relet(fleet int32) {
	w.recount(&w.fleets[fleet])
	w.regrant(fleet)
}

// recount notes what the owner of a block keeps of it for himself when more or less of it
// runs or is let.
func (w *World) recount(f *Fleet) {
	if kept := f.Running - min(f.Running, f.Let); kept != f.Kept {
		w.keepBack(f, w.sc.sites[f.Site].owner, kept)
	}
}

// keepBack counts what the owner of a block keeps of it for himself.
func (w *World) keepBack(f *Fleet, owner CompanyID, kept units.Chips) {
	w.account(owner, f.Family).Kept += units.H100e(kept-f.Kept) * w.families[f.Family].H100e
	f.Kept = kept
	w.reloss(owner, f.Family)
}

// regrant has what runs of a block for its tenants reckoned anew.
func (w *World) regrant(fleet int32) {
	w.head.Restock = true
	w.relets[uint(fleet)/64] |= 1 << (uint(fleet) % 64)
}

// postable is what of an offer can stand: of one that has begun, no more than is
// there and not let.
func (f *Fleet) postable() units.Chips {
	if f.From != 0 {
		return f.Posted
	}
	return min(f.Posted, max(0, f.Ready-f.Let))
}

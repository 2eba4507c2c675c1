package sim

import (
	"math"

	"entangle/sim/units"
)

// Bookings: capacity that a landlord has promised from a day on, whether he has it yet
// or not. Each week what runs on his sites and is not let goes to those whose day has
// come, who booked first before the others; only the rest is his to let or to use.

// promisedOn is the compute that a booking promises on a day.
func (w *World) promisedOn(c *Clause, day units.Date) units.H100e {
	k := &w.contracts[c.Contract.row()]
	if day < k.Start {
		return 0
	}
	step := int64(1)
	if c.Every > 0 {
		step = min(1+int64(day-k.Start)/(7*int64(c.Every)), int64(c.Steps))
	} else {
		step = int64(c.Steps)
	}
	if step == int64(c.Steps) {
		return units.H100e(c.Qty)
	}
	return units.H100e(units.MulDiv(c.Qty, step, int64(c.Steps)))
}

// crumb is the part of a booking whose lack nobody minds: chips come whole.
const crumb = 100

// lacks is what of a booking is missing today.
func (w *World) lacksOf(c *Clause) units.H100e {
	if c.Now >= c.Qty {
		return 0
	}
	promised := w.promisedOn(c, w.Date())
	if lack := promised - units.H100e(c.Now); lack > promised/crumb {
		return lack
	}
	return 0
}

// fulfil hands over what bookings promise by today, and counts what is late.
func (w *World) fulfil() {
	for i := range w.steps {
		s := &w.steps[i]
		if s.day > w.today {
			continue
		}
		w.begun(*s)
		c := &w.clauses[s.row]
		switch lack := w.lacksOf(c); {
		case lack == 0:
			s.day = w.nextStep(c)
		case w.inArrears(c):
			c.Late = max(c.Late, 1) // and is owed nothing for it
		default:
			w.deliverTo(s.row, lack)
			w.tellHanded(s.row)
		}
	}
}

// inArrears tells whether the tenant of a booking owes rent: then he gets nothing more.
func (w *World) inArrears(c *Clause) bool {
	return w.rentOf(&w.contracts[c.Contract.row()]).Owed > 0
}

// tellHanded counts what is late of a booking of which something was missing, and tells
// of what has come or has not.
func (w *World) tellHanded(row int32) {
	c := &w.clauses[row]
	lack, e := w.lacksOf(c), Event{Cause: w.contracts[c.Contract.row()].Signed, By: c.To, Peer: c.From, Family: c.Family,
		Ref: Ref{OfCompany, int32(c.From)}}
	if lack == 0 {
		c.Late = 0
		e.Kind, e.Qty = EventBookingDelivered, c.Now-w.stepBefore(c)
		w.emit(e)
		return
	}
	c.Delivered += int64(lack)
	if c.Late = min(c.Late+1, maxUnpaid); c.Late == noticed {
		e.Kind, e.Qty = EventBookingLate, int64(lack)
		w.emit(e)
	}
}

// stepBefore is what a booking promised by the step before the last one.
func (w *World) stepBefore(c *Clause) int64 {
	if c.Every == 0 {
		return 0
	}
	return int64(w.promisedOn(c, w.Date().AddWeeks(-int(c.Every))))
}

// deliverTo gives the tenant of a booking chips that run and are not promised to others,
// the most modern first: they get power before the others. Nobody looks for the last crumb.
func (w *World) deliverTo(row int32, lack units.H100e) {
	unminded := (units.H100e(w.clauses[row].Now) + lack) / crumb // of what is promised by today
	for range bookingBlocks {
		at, n := w.modern(&w.clauses[row], lack)
		if n <= 0 {
			return
		}
		w.giveTo(row, at, n)
		if lack -= units.H100e(n) * w.families[w.fleets[at].Family].H100e; lack <= unminded {
			return
		}
	}
}

// bookingBlocks bounds the blocks that a booking takes chips from in a week.
const bookingBlocks = 12

// modern is the block of the family that makes most of its power that can give something
// to a booking, of these the one that can give most, and how many chips.
func (w *World) modern(c *Clause, lack units.H100e) (best int32, chips units.Chips) {
	least, fits := uint64(math.MaxUint64), FamilyID(-1)
	if c.Family == 0 {
		fits = 0 // any
	}
	s := w.firstHeld(c.From)
	if c.Site != 0 {
		s = c.Site
	}
	for ; s != 0; s = w.nextHeld(s) {
		at := w.sites[s].Fleets
		if !w.sc.openTo(c.To, s) {
			at = 0
		}
		for ; at != 0; at = w.fleets[at].Next {
			f := &w.fleets[at]
			k := &w.families[f.Family]
			n := min(min(f.Running, f.Ready)-f.Let-f.Later, units.Chips(lack/k.H100e))
			if f.Family&fits != c.Family { // nobody could guess which it is, nor which have chips to give
				n = 0
			}
			if place := placeIn(k.Rank, units.H100e(n)*k.H100e); place < least {
				least, best, chips = place, at, n
			}
		}
		if c.Site != 0 {
			break
		}
	}
	return best, chips
}

// placeIn is the place of a block of a family of a rank that can give so much: the lower
// the rank and the more it gives the lower, and the last if it gives nothing. So one look
// compares all.
func placeIn(rank int32, sum units.H100e) uint64 {
	return (uint64(rank)<<sumBits - uint64(sum)) | uint64((sum-1)>>63)
}

const sumBits = 48 // of a place: nobody will have so much

// giveTo hands n chips of a block over to the tenant of a booking.
func (w *World) giveTo(row, fleet int32, n units.Chips) {
	f := &w.fleets[fleet]
	h := units.H100e(n) * w.families[f.Family].H100e
	at := w.capacityAt(w.clauses[row].Contract, fleet)
	if at == 0 {
		c := w.clauses[row]
		w.add(c.Contract, &Clause{Kind: ClauseCapacity, From: c.From, To: c.To, Family: f.Family, Site: f.Site, Since: w.head.Supplied})
		at = w.capacityAt(c.Contract, fleet)
	}
	w.clauses[at].Qty += int64(n)
	c := &w.clauses[row]
	c.Now += int64(h)
	w.companies[c.To].Awaited -= h
	w.companies[c.From].Pledged -= h
	w.companies[c.To].Owed += h
	f.Let += n
	w.letAt[f.Site] += h
	f.Posted = f.postable()
	w.reoffer(fleet)
	w.relet(fleet)
}

// capacityAt is the row by which a contract gives chips of a block, 0 none.
func (w *World) capacityAt(id ContractID, fleet int32) int32 {
	for at := w.contracts[id.row()].Clauses; at != 0; at = w.clauses[at].Next {
		if c := &w.clauses[at]; int32(c.Kind^ClauseCapacity)|(c.Fleet^fleet) == 0 {
			return at
		}
	}
	return 0
}

// dues is the rent that a booking will still bring from today on for what was not handed
// over of it, if handed is: each step from its day on.
func (w *World) dues(k *Contract, c *Clause, p units.Price, handed int64) (sum units.USD) {
	before := int64(0)
	for i := int64(0); i < int64(c.Steps); i++ {
		upTo := units.MulDiv(c.Qty, i+1, int64(c.Steps))
		begins := max(k.Start.AddWeeks(int(i)*int(c.Every)), w.Date())
		if open := upTo - max(before, min(handed, upTo)); open > 0 && k.End > begins {
			sum += units.Rent(p, units.H100e(open), hoursAWeek*(int64(k.End-begins)/7))
		}
		before = upTo
	}
	return sum
}

// strike frees what of a booking was not handed over. What was paid ahead for it goes
// back, and what is owed for lateness falls due.
func (w *World) strike(row int32) {
	c := &w.clauses[row]
	k := &w.contracts[c.Contract.row()]
	rent := w.rentOf(k)
	w.expectBooked(c, -1)
	if back := units.USD(rent.Share.Of(int64(w.dues(k, c, rent.Price, c.Now)))); back > 0 {
		w.giveBack(rent, min(back, units.USD(rent.Qty)))
	}
	for at := k.Clauses; at != 0; at = w.clauses[at].Next {
		if p := &w.clauses[at]; p.Kind == ClausePay && p.Base == PayCredit {
			w.settlePay(k, p, w.bill(k, p))
		}
	}
	c.Qty, c.Steps, c.Every, c.Late = c.Now, 1, 0, 0
	if c.Now == 0 {
		w.end(k, EventContractEnded, k.Signed, 0)
	}
}

// penalise has a tenant who cannot pay for what he booked pay for breaking the contract,
// as far as his money goes.
func (w *World) penalise(k *Contract) {
	row := w.bookingOf(k)
	if row == 0 {
		return
	}
	c, rent := &w.clauses[row], w.rentOf(k)
	w.payUpTo(c.To, PartyOf(c.From), FlowFee, units.USD(c.Share.Of(int64(w.dues(k, c, rent.Price, 0)))))
}

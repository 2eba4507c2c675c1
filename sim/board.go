package sim

import "entangle/sim/units"

// Listing is an offer of capacity that everybody can see.
type Listing struct {
	Landlord CompanyID
	Site     SiteID
	Family   FamilyID
	Chips    units.Chips
	Floor    units.Price // per H100e-hour
	Exclude  CompanySet  // who may not rent it: by the landlord's wish, or because its region is closed to them
	From     units.Date  // the first day; 0: now
}

// boardSize is how many offers are listed: nobody looks through more, so a
// week's cost does not grow with the square of the companies.
const boardSize = 16

// listOffers puts the cheapest offers of capacity on the public board, the cheapest
// first. Whoever changes an offer has it written anew.
func (w *World) listOffers() {
	w.head.Relist = false
	keys := w.sortOffers()
	w.board = w.board[:min(len(keys), boardSize)]
	for i := range w.board {
		f, l := &w.fleets[uint32(keys[i])], &w.board[i]
		l.Landlord, l.Site, l.Family = w.sc.sites[f.Site].owner, f.Site, f.Family
		l.Chips, l.Floor, l.From = f.Posted, f.Floor, f.From
		l.Exclude = f.Exclude.WithAllBut(w.sc.sites[f.Site].open)
	}
}

// sortOffers lists the keys of all offers in their order. It begins with the order of the
// last time, which has hardly changed; wherever it begins, it ends the same.
func (w *World) sortOffers() []uint64 {
	left := append(w.room.fresh[:0], w.offers[:w.fleetWords()]...) // those that are new
	keys, n := w.room.offered, 0
	for _, key := range keys {
		row := uint32(key)
		at, bit := row/64, uint64(1)<<(row%64)
		if at < uint32(len(left)) && left[at]&bit != 0 {
			left[at] &^= bit
			n = w.enterOffer(keys, n, row)
		}
	}
	keys = keys[:n]
	for i, word := range left {
		for rows := (setBits{64 * i, word}); rows.left != 0; {
			n = w.enterOffer(append(keys, 0), len(keys), uint32(rows.next()))
			keys = keys[:n]
		}
	}
	w.room.offered, w.room.fresh = keys, left
	return keys
}

// enterOffer puts what is offered of a block in its place among n others, if anything is,
// and returns how many they are then.
func (w *World) enterOffer(keys []uint64, n int, row uint32) int {
	f := &w.fleets[row]
	if f.Posted == 0 {
		w.offers[row/64] &^= 1 << (row % 64)
		return n
	}
	key, at := f.offerKey(int32(row)), n
	for ; at > 0 && keys[at-1] > key; at-- {
		keys[at] = keys[at-1]
	}
	keys[at] = key
	return n + 1
}

// offer notes that a block may be on offer.
func (w *World) offer(fleet int32) { w.offers[uint(fleet)/64] |= 1 << (uint(fleet) % 64) }

// offerKey orders offers: by the floor, then by the row of the fleet.
func (f *Fleet) offerKey(row int32) uint64 { return uint64(f.Floor)<<fleetBits | uint64(row) }

// fleetBits has room for each family at each site; a floor is below 2^27.
const fleetBits = 32

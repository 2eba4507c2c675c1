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
	w.sortOffers()
	w.offering = w.offerers()
	w.board = w.board[:min(len(w.standing), boardSize)]
	for i := range w.board {
		f, l := &w.fleets[uint32(w.standing[i])], &w.board[i]
		info := &w.sc.sites[f.Site]
		l.Landlord, l.Site, l.Family = info.owner, f.Site, f.Family
		l.Chips, l.Floor, l.From = f.Posted, f.Floor, f.From
		l.Exclude = f.Exclude.WithAllBut(info.open)
	}
}

// offerers is who has something in the list of offers.
func (w *World) offerers() (set CompanySet) {
	for _, key := range w.standing {
		at := w.sc.sites[w.fleets[uint32(key)].Site].owner - 1
		set[at>>6&1] |= 1 << (at & 63)
	}
	return set
}

// sortOffers takes the offers that have changed out of the list, without a branch, for
// nobody could guess which, and puts those that stand in again at their places.
func (w *World) sortOffers() {
	changed, keys, n := w.reoffers[:w.fleetWords()], w.standing, 0
	for _, key := range keys {
		keys[n] = key
		row := uint32(key)
		n += int(^changed[row/64] >> (row % 64) & 1)
	}
	keys = keys[:n]
	for i, word := range changed {
		changed[i] = 0
		for rows := (setBits{64 * i, word}); rows.left != 0; {
			keys = w.enterOffer(keys, rows.next())
		}
	}
	w.standing = keys
}

// enterOffer puts what is offered of a block into the list, if anything is.
func (w *World) enterOffer(keys []uint64, row int) []uint64 {
	f := &w.fleets[row]
	if f.Posted == 0 {
		return keys
	}
	return lineUp(keys, int32(f.Floor), row)
}

// reoffer notes that what is offered of a block has changed, and the board is to be written.
func (w *World) reoffer(fleet int32) {
	w.head.Relist = true
	w.reoffers[uint(fleet)/64] |= 1 << (uint(fleet) % 64)
}

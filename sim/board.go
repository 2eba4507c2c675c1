package sim

import "entangle/sim/units"

// Listing is an offer of capacity that everybody can see.
type Listing struct {
	Landlord CompanyID
	Site     SiteID
	Family   FamilyID
	Chips    units.Chips
	Floor    units.Price // per H100e-hour
	Exclude  CompanySet
	From     units.Date // the first day; 0: now
}

// boardSize is how many offers are listed: nobody looks through more, so a
// week's cost does not grow with the square of the companies.
const boardSize = 16

// listOffers puts the cheapest of the offers that positions noted on the public
// board.
func (w *World) listOffers() {
	var best [boardSize]uint64 // the cheapest first
	n := 0
	for _, key := range w.room.keys {
		if n < boardSize {
			n++
		} else if best[n-1] < key {
			continue
		}
		at := n - 1
		for ; at > 0 && best[at-1] > key; at-- {
			best[at] = best[at-1]
		}
		best[at] = key
	}
	w.board = w.board[:n]
	for i, key := range best[:n] {
		f := &w.fleets[key&(1<<fleetBits-1)]
		w.board[i] = Listing{w.sc.sites[f.Site].owner, f.Site, f.Family, f.Posted, f.Floor, f.Exclude, f.From}
	}
}

// offerKey orders offers: by the floor, then by the row of the fleet.
func (f *Fleet) offerKey(row int32) uint64 { return uint64(f.Floor)<<fleetBits | uint64(row) }

// fleetBits has room for each family at each site; a floor is below 2^27.
const fleetBits = 32

package sim

import (
	"math/bits"

	"entangle/sim/units"
)

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

// listOffers puts the cheapest offers of capacity on the public board, the cheapest
// first. There is no branch to guess in its inner loops.
func (w *World) listOffers() {
	keys := w.room.keys[:0]
	for i := 1; i < len(w.fleets); i++ {
		if f := &w.fleets[i]; f.Posted != 0 {
			keys = append(keys, f.offerKey(int32(i)))
		}
	}
	w.room.keys = keys
	for len(keys) > boardSize {
		keys = dropDearest(keys)
	}
	w.board = w.board[:len(keys)]
	for _, key := range keys {
		place := uint64(0)
		for _, other := range keys {
			_, below := bits.Sub64(other, key, 0)
			place += below
		}
		f := &w.fleets[key&(1<<fleetBits-1)]
		w.board[place] = Listing{w.sc.sites[f.Site].owner, f.Site, f.Family, f.Posted, f.Floor, f.Exclude, f.From}
	}
}

// dropDearest takes the last offer away, or puts it in the place of the dearest of
// the first.
func dropDearest(keys []uint64) []uint64 {
	last := len(keys) - 1
	dearest := keys[last]
	for i, key := range keys[:boardSize] {
		keys[i] = min(key, dearest)
		dearest = max(key, dearest)
	}
	return keys[:last]
}

// offerKey orders offers: by the floor, then by the row of the fleet.
func (f *Fleet) offerKey(row int32) uint64 { return uint64(f.Floor)<<fleetBits | uint64(row) }

// fleetBits has room for each family at each site; a floor is below 2^27.
const fleetBits = 32

package sim

import (
	"math/bits"
	"slices"

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
// first. Whoever changes an offer has it written anew; where no floor changed, the order
// stands.
func (w *World) listOffers() {
	w.head.Relist = false
	was := w.room.offered
	keys, n := w.room.offers[:cap(w.room.offers)], 0
	for i, word := range w.offers {
		for rows := (setBits{64 * i, word}); rows.left != 0; {
			row := rows.next()
			if f := &w.fleets[row]; f.Posted != 0 {
				keys[n] = f.offerKey(int32(row))
				n++
				continue
			}
			w.offers[i] &^= 1 << (uint(row) % 64)
		}
	}
	if keys = keys[:n]; !slices.Equal(keys, was) {
		w.room.offers, w.room.offered = was, keys
		w.orderOffers(keys)
	}
	w.board = w.board[:len(w.room.order)]
	for i, row := range w.room.order {
		f, l := &w.fleets[row], &w.board[i]
		l.Landlord, l.Site, l.Family = w.sc.sites[f.Site].owner, f.Site, f.Family
		l.Chips, l.Floor, l.From = f.Posted, f.Floor, f.From
		l.Exclude = f.Exclude
	}
}

// offer notes that a block may be on offer.
func (w *World) offer(fleet int32) { w.offers[uint(fleet)/64] |= 1 << (uint(fleet) % 64) }

// orderOffers notes the rows of the cheapest offers in the order of the board. There
// is no branch to guess in its inner loops.
func (w *World) orderOffers(offers []uint64) {
	keys := append(w.room.keys[:0], offers...)
	w.room.keys = keys
	for len(keys) > boardSize {
		keys = dropDearest(keys)
	}
	place := [boardSize]uint64{}
	for i, key := range keys {
		for j, other := range keys[:i] {
			_, below := bits.Sub64(other, key, 0)
			place[i] += below
			place[j] += 1 - below
		}
	}
	w.room.order = w.room.order[:len(keys)]
	for i, key := range keys {
		w.room.order[place[i]] = int32(key & (1<<fleetBits - 1))
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

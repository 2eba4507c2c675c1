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

// listOffers puts the cheapest offers of capacity on the public board.
func (w *World) listOffers() {
	var best [boardSize]int32 // fleets, the cheapest first
	n := 0
	for i := 1; i < len(w.fleets); i++ {
		f := &w.fleets[i]
		if f.Posted == 0 {
			continue
		}
		if n < boardSize {
			n++
		} else if w.fleets[best[n-1]].Floor <= f.Floor {
			continue
		}
		at := n - 1
		for ; at > 0 && w.fleets[best[at-1]].Floor > f.Floor; at-- {
			best[at] = best[at-1]
		}
		best[at] = int32(i)
	}
	w.board = w.board[:0]
	for _, i := range best[:n] {
		f := &w.fleets[i]
		w.board = append(w.board, Listing{w.sc.sites[f.Site].owner, f.Site, f.Family, f.Posted, f.Floor, f.Exclude, f.From})
	}
}

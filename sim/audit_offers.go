package sim

import (
	"fmt"
	"slices"
)

// auditOffers holds the list of offers, once it is written, to what stands on offer, the
// cheapest first.
func (w *World) auditOffers() error {
	var stand []uint64
	for row := range w.fleets {
		f := &w.fleets[row]
		if f.Posted == 0 {
			continue
		}
		stand = lineUp(stand, int32(f.Floor), row)
		if w.offers[row/64]>>(row%64)&1 == 0 {
			return fmt.Errorf("%s: %d chips on offer are not noted", w.sc.Name(Ref{OfSite, int32(f.Site)}), f.Posted)
		}
	}
	if !w.head.Relist && !slices.Equal(stand, w.standing) {
		return fmt.Errorf("%d offers stand, and others of %d are listed", len(stand), len(w.standing))
	}
	return nil
}

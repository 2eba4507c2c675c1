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
	}
	if !w.head.Relist && !slices.Equal(stand, w.standing) {
		return fmt.Errorf("%d offers stand, and others of %d are listed", len(stand), len(w.standing))
	}
	if set := w.offerers(); set != w.offering {
		return fmt.Errorf("companies %x have offers listed, %x are noted", set, w.offering)
	}
	return nil
}

package sim

import "fmt"

// lawSpot: what is bought for a week is sold for it, nobody does both, and the
// exchange keeps nothing but the cents of rounding.
func lawSpot(w *World) error {
	bought, sold := w.spot.Volume, w.spot.Volume
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		bought -= co.SpotIn
		sold -= co.SpotOut
		if co.SpotIn < 0 || co.SpotOut < 0 || co.SpotIn > 0 && co.SpotOut > 0 {
			return fmt.Errorf("%s buys %d and sells %d for the week", w.sc.Name(Ref{OfCompany, int32(c)}), co.SpotIn, co.SpotOut)
		}
	}
	most := int64(len(w.companies)) * int64(w.head.Tick)
	if kept := int64(w.outside[-Exchange]); bought != 0 || sold != 0 || kept > most || kept < -most {
		return fmt.Errorf("%d sold for the week, %d too little bought, %d too little given; the exchange keeps %d dollars", w.spot.Volume, bought, sold, kept)
	}
	return nil
}

package sim

import "fmt"

// lawWaiting: an order that waits is still to come, a company counts those of its
// own, and nobody has used more attention than there was.
func lawWaiting(w *World) error {
	count := make([]int16, len(w.companies))
	for i := range w.waiting {
		x := &w.waiting[i]
		count[x.Order.By]++
		if x.Due < w.head.Tick {
			return fmt.Errorf("an order of %s was due in week %d", w.sc.Name(Ref{OfCompany, int32(x.Order.By)}), x.Due)
		}
	}
	for c := 1; c < len(w.companies); c++ {
		co := &w.companies[c]
		if co.Waiting != count[c] || co.Waiting > mostWaiting || co.Attention < 0 {
			return fmt.Errorf("%s counts %d orders that wait, there are %d; it has %d points of attention",
				w.sc.Name(Ref{OfCompany, int32(c)}), co.Waiting, count[c], co.Attention)
		}
	}
	return nil
}

package sim

import "fmt"

// lawOffers: what is sold runs on a model on offer that its seller may run, where
// customers want one, and at a price that money counts.
func lawOffers(w *World) error {
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		for _, c := range w.sellers(s) {
			if p := w.product(s, c); p.On && !w.head.Shelf.News && !w.mayRun(s, c, p) {
				return fmt.Errorf("%s serves %s with %s, which is not on offer or not for it",
					w.sc.Name(Ref{OfCompany, int32(c)}), w.sc.Name(Ref{OfSegment, int32(s)}), w.sc.Name(Ref{OfModel, int32(p.Model)}))
			} else if p.Price < 0 || p.Price > maxRent || p.Match && p.Premium < 0 || p.Keeps <= 0 || p.Keeps > 1 && p.On || !finite(p.Quality, p.Keeps) {
				return fmt.Errorf("%s asks %d of %s", w.sc.Name(Ref{OfCompany, int32(c)}), p.Price, w.sc.Name(Ref{OfSegment, int32(s)}))
			}
		}
	}
	for c := 1; c < len(w.companies); c++ {
		if t := w.companies[c].Trust; !(t >= 0 && t <= 100) {
			return fmt.Errorf("the public's trust in %s is %v", w.sc.Name(Ref{OfCompany, int32(c)}), t)
		}
	}
	return nil
}

// mayRun tells whether a company may serve a segment with what its product runs on.
func (w *World) mayRun(s SegmentID, c CompanyID, p *Product) bool {
	need := w.sc.segments[s-1].need
	switch {
	case need == NeedCompute:
		return p.Model == 0
	case p.Model == 0 || !w.offered(p.Model):
		return false
	case p.Licence != 0:
		k := &w.clauses[p.Licence]
		return k.Kind == ClauseLicence && k.To == c && k.From == w.sc.ModelOwner(p.Model) && (need == NeedHosting || k.Use == LicenceCore)
	}
	return w.sc.ModelOwner(p.Model) == c || need == NeedHosting && w.models[p.Model].Mode == ReleaseOpen
}

// lawLicences: fees are billed of what was taken in, every four weeks, and no
// licence took in more than its holder.
func lawLicences(w *World) error {
	for c := CompanyID(1); int(c) < len(w.companies); c++ {
		if set := w.lendersTo(c); set != w.borrows[c] {
			return fmt.Errorf("%s has licences of %b, %b are noted", w.sc.Name(Ref{OfCompany, int32(c)}), set, w.borrows[c])
		}
		fees := uint64(0)
		for _, s := range w.sold(c) {
			if w.product(s, c).Licence != 0 {
				fees |= 1 << s
			}
		}
		if fees != w.underFee[c] || w.paying.Has(c) != (fees != 0) {
			return fmt.Errorf("%s owes fees of segments %b, %b are noted, of its own %v", w.sc.Name(Ref{OfCompany, int32(c)}), fees, w.underFee[c], w.paying.Has(c))
		}
	}
	for i := 1; i < len(w.clauses); i++ {
		c := &w.clauses[i]
		if c.Kind == ClauseLicence && c.Delivered > int64(w.flow(c.To, FlowServing, in)) {
			return fmt.Errorf("%s took in %d dollars with a licence, %d in all", w.sc.Name(Ref{OfCompany, int32(c.To)}), c.Delivered, w.flow(c.To, FlowServing, in))
		}
		if c.Kind != ClausePay || c.Base != PayFee || w.head.Tick == 0 || w.contracts[c.Contract.row()].Start >= w.Date() {
			continue
		}
		taken := int64(0)
		for at := w.contracts[c.Contract.row()].Clauses; at != 0; at = w.clauses[at].Next {
			if o := &w.clauses[at]; o.Kind == ClauseLicence && o.To == c.From {
				taken += o.Delivered
			}
		}
		k, due := &w.contracts[c.Contract.row()], float64(float64(c.Share)*float64(taken))/1e6
		now := k.Turn == 0 || k.Turn == turnOf(w.head.Tick-1) || k.Missed > 0
		if had := float64(c.billed()); had > due+1 || now && had < due-1 {
			return fmt.Errorf("%s paid or owes %.0f for a licence, %.0f are due", w.sc.Name(Ref{OfCompany, int32(c.From)}), had, due)
		}
	}
	return nil
}

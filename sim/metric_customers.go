package sim

import "entangle/sim/units"

// segment_price: the mean that customers of a segment paid last week for an hour of
// use, 0 where nobody bought.
func readSegmentPrice(w *World, id int32) float64 { return w.meanPaid(SegmentID(id), nil) }

func whySegmentPrice(w *World, id int32, t *Terms) { w.meanPaid(SegmentID(id), t) }

func (w *World) meanPaid(s SegmentID, t *Terms) float64 {
	paid, use := 0.0, 0.0
	for _, c := range w.sellers(s) {
		p := w.product(s, c)
		paid += float64(float64(p.Price)*float64(p.Served)) / micro
		use += float64(p.Served)
	}
	if use == 0 {
		return 0
	}
	for _, c := range w.sellers(s) {
		if p := w.product(s, c); p.Served > 0 {
			t.AddOf(TermPrice, Ref{OfCompany, int32(c)}, float64(float64(p.Price)*float64(p.Served))/micro/use)
		}
	}
	return paid / use
}

// segment_revenue: what customers of a segment paid since the start.
func readSegmentRevenue(w *World, id int32) float64 { return bn(w.segments[id].Revenue) }

func whySegmentRevenue(w *World, id int32, t *Terms) {
	t.AddFlow(TermFlowIn, FlowServing, readSegmentRevenue(w, id))
}

func readTrust(w *World, id int32) float64 { return w.companies[id].Trust }

func whyTrust(w *World, id int32, t *Terms) {
	t.Add(TermCalm, calmTrust)
	t.Add(TermDeeds, w.companies[id].Trust-calmTrust)
}

// price_like_quality: the lowest price of an hour of use of a model within likeGap
// points of the best on offer, over all segments that run models; 0 none.
func readLikePrice(w *World, _ int32) float64 {
	low, _, _ := w.likePrice()
	return float64(low) / micro
}

func whyLikePrice(w *World, _ int32, t *Terms) {
	if low, _, c := w.likePrice(); low > 0 {
		t.AddOf(TermPrice, Ref{OfCompany, int32(c)}, float64(low)/micro)
	}
}

func (w *World) likePrice() (low units.Price, where SegmentID, who CompanyID) {
	least := w.frontier() - likeGap
	for s := SegmentID(1); int(s) < len(w.segments); s++ {
		if w.sc.segments[s-1].need == NeedCompute {
			continue
		}
		for _, c := range w.sellers(s) {
			p := w.product(s, c)
			if p.On && p.Quality >= least && (low == 0 || p.Price < low) {
				low, where, who = p.Price, s, c
			}
		}
	}
	return low, where, who
}

// frontier is the quality of the best product on offer.
func (w *World) frontier() (best float64) {
	for i := range w.products {
		if p := &w.products[i]; p.On {
			best = max(best, p.Quality)
		}
	}
	return best
}

// use_total: what customers of all segments use.
func readUseTotal(w *World, _ int32) (sum float64) {
	for s := 1; s < len(w.segments); s++ {
		sum += kH(w.segments[s].Served)
	}
	return sum
}

func whyUseTotal(w *World, _ int32, t *Terms) {
	for s := 1; s < len(w.segments); s++ {
		t.AddOf(TermServed, Ref{OfSegment, int32(s)}, kH(w.segments[s].Served))
	}
}

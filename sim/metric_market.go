package sim

func readList(w *World, id int32) float64 { return float64(w.families[id].List) }

func readLead(w *World, id int32) float64 { return w.families[id].Lead }

func whyLead(w *World, id int32, t *Terms) {
	t.Add(TermBacklog, float64(w.families[id].waited()))
	t.Add(TermCapacity, float64(w.families[id].Capacity))
}

func readDemand(w *World, id int32) float64 { return kH(w.segments[id].Wanted) }

func readDemandServed(w *World, id int32) float64 { return kH(w.segments[id].Served) }

func whyDemand(w *World, id int32, t *Terms) {
	for c := 1; c < len(w.companies); c++ {
		if p := w.product(SegmentID(id), CompanyID(c)); p.On {
			t.AddOf(TermWanted, Ref{OfCompany, int32(c)}, kH(p.Wanted))
			t.AddOf(TermServed, Ref{OfCompany, int32(c)}, kH(p.Served))
		}
	}
}

package sim

// spot_price: what an H100e-hour last went for on the spot market; 0 before
// anybody came to it.
func readSpot(w *World, _ int32) float64 { return float64(w.spot.Price) / micro }

func whySpot(w *World, _ int32, t *Terms) {
	t.Add(TermWanted, kH(w.spot.Sought))
	t.Add(TermCapacity, kH(w.spot.Asked))
}

func readSpotVolume(w *World, _ int32) float64 { return kH(w.spot.Volume) }

func whySpotVolume(w *World, _ int32, t *Terms) {
	for c := 1; c < len(w.companies); c++ {
		if out := w.companies[c].SpotOut; out > 0 {
			t.AddOf(TermSpot, Ref{OfCompany, int32(c)}, kH(out))
		}
	}
}

// compute_spot: what a company bought on the spot market last week, less what it
// sold there.
func readSpotOf(w *World, id int32) float64 {
	return kH(w.companies[id].SpotIn - w.companies[id].SpotOut)
}

func whySpotOf(w *World, id int32, t *Terms) { t.Add(TermSpot, readSpotOf(w, id)) }
